"""One candidate's criteria against what is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fitscore.plots import style
from fitscore.scoring.words import OUTCOMES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from fitscore.criteria.base import Assessment
    from fitscore.scoring.model import Scorecard, Vacancy


def thresholds(card: Scorecard, vacancy: Vacancy | None = None, *, ax: Axes | None = None) -> Axes:
    """How near each criterion comes to what is asked, essential ones first; the line at 100% is where it is met.

    A dashed box is what nobody knows yet. With its vacancy the notice's words stand beside each bar.
    """
    rows = sorted(card.assessments, key=lambda assessment: assessment.importance != "essential")
    texts = {} if vacancy is None else {criterion.id: criterion.text for criterion in vacancy.criteria}
    ax = style.axes(ax, width=11, height=1.4 + 0.36 * len(rows))
    for y, assessment in enumerate(rows):
        _bar(ax, y, assessment)
        words = style.label(assessment.finding, 62)
        ax.annotate(words, (1.01, y), xycoords=("axes fraction", "data"), va="center", fontsize=8.5)
    essential = sum(assessment.importance == "essential" for assessment in rows)
    if 0 < essential < len(rows):
        ax.axhline(essential - 0.5, color=style.INK, linewidth=1)
    ax.axvline(1, color=style.INK, linewidth=1.6)
    names = [f"{style.label(texts.get(a.criterion, a.kind), 44)}  {a.criterion}" for a in rows]
    ax.set_yticks(range(len(rows)), names, fontsize=8.5)
    ax.set_ylim(len(rows) - 0.4, -0.6)
    ax.set_xlim(0, 1.03)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0%", "25%", "50%", "75%", "asked"], fontsize=9)
    name, outcome = style.label(card.profile.name or card.profile.id), OUTCOMES[card.outcome][1]
    ax.set_title(f"{name}: {outcome}, fit {card.fit:.1f}, {card.potential:.1f} if confirmed", loc="left", fontsize=11)
    style.bare(ax)
    style.legend(ax)
    return ax


def _bar(ax: Axes, y: int, assessment: Assessment) -> None:
    verdict = assessment.verdict
    if verdict == "unknown":
        box = style.verdict_patch(verdict, 0, y - 0.36, 1, 0.72)
        box.set_linestyle("--")
        ax.add_patch(box)
    elif assessment.score:
        ax.add_patch(style.verdict_patch(verdict, 0, y - 0.36, assessment.score, 0.72))
    style.verdict_sign(ax, assessment, max(0.025, min(assessment.score, 1) - 0.025) if verdict != "unknown" else 0.5, y)
