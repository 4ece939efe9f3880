"""Candidates × criteria."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fitscore.plots import style
from fitscore.scoring.words import OUTCOMES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from fitscore.scoring.model import Scorecard


def heat_map(cards: Sequence[Scorecard], *, top: int = 30, ax: Axes | None = None) -> Axes:
    """The verdict on each criterion for the first ``top`` candidates; essential criteria stand left of the line.

    A star after a sign: the verdict is a reviewer's.
    """
    cards = cards[:top]
    order = _criteria(cards)
    ax = style.axes(ax, width=3.4 + 0.42 * len(order), height=1.6 + 0.32 * len(cards))
    for y, card in enumerate(cards):
        assessments = {assessment.criterion: assessment for assessment in card.assessments}
        for x, id in enumerate(order):
            if id in assessments:
                ax.add_patch(style.verdict_patch(assessments[id].verdict, x - 0.46, y - 0.46, 0.92, 0.92))
                style.verdict_sign(ax, assessments[id], x, y)
    essential = sum(id.startswith("E") for id in order)
    if 0 < essential < len(order):
        ax.axvline(essential - 0.5, color=style.INK, linewidth=2)
    _label(ax, cards, order)
    style.legend(ax)
    return ax


def _criteria(cards: Sequence[Scorecard]) -> list[str]:
    """Essential criteria, then desirable ones, each in the order of the notice."""
    ids = dict.fromkeys(assessment.criterion for card in cards for assessment in card.assessments)
    return sorted(ids, key=lambda id: not id.startswith("E"))


def _label(ax: Axes, cards: Sequence[Scorecard], order: Sequence[str]) -> None:
    ax.set_xlim(-0.6, max(len(order) - 0.4, 0.6))
    ax.set_ylim(max(len(cards) - 0.4, 0.6), -0.6)
    ax.set_xticks(range(len(order)), order, fontsize=9)
    ax.xaxis.tick_top()
    names = [f"{style.label(card.profile.name or card.profile.id, 28)}  {rank}" for rank, card in enumerate(cards, 1)]
    ax.set_yticks(range(len(cards)), names, fontsize=9)
    for y, card in enumerate(cards):
        words = f"{OUTCOMES[card.outcome][1]}, {card.fit:.1f}"
        ax.annotate(words, (1.01, y), xycoords=("axes fraction", "data"), va="center", fontsize=9)
    if cards:
        ax.set_title(style.label(cards[0].vacancy.title or cards[0].vacancy.id, 70), loc="left", fontsize=11)
    style.bare(ax)
