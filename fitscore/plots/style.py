"""How pictures look: each verdict has a shade, a hatch and a sign, so that colour never speaks alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fitscore.extras import need
from fitscore.scoring.overrides import is_reviewed
from fitscore.scoring.words import REVIEWED, VERDICTS
from fitscore.showing import cut

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

    from fitscore.criteria.base import Assessment

EXTRA = "plots"
INK, GREY, PALE = "#1a1a1a", "#6b6b6b", "#c8c8c8"


@dataclass(frozen=True, slots=True)
class Look:
    """The fill of a verdict, its hatch, and the colour of what is written on it."""

    fill: str
    hatch: str
    ink: str


LOOKS = {
    "met": Look("#1f4e79", "", "#ffffff"),
    "partial": Look("#7fb0dc", "", INK),
    "unmet": Look("#f8cbad", "////", INK),
    "unknown": Look("#ffffff", "", GREY),
}
"""From dark to light in grey as well: met, in part, does not meet (hatched), not shown (white)."""


def axes(ax: Axes | None, *, width: float, height: float) -> Axes:
    """The Axes to draw on: those given, or those of a new figure of this size in inches."""
    if ax is not None:
        return ax
    made: Axes = need("matplotlib.pyplot", EXTRA).subplots(figsize=(width, height), layout="constrained")[1]
    return made


def label(text: str, length: int = 40) -> str:
    """Words for a picture: harmless, not too long, and never taken for a formula."""
    return cut(text, length).replace("$", r"\$")


def verdict_patch(verdict: str, x: float, y: float, width: float, height: float) -> Patch:
    """A box in the look of a verdict."""
    look = LOOKS[verdict]
    made: Patch = need("matplotlib.patches", EXTRA).Rectangle(
        (x, y), width, height, facecolor=look.fill, hatch=look.hatch, edgecolor=GREY, linewidth=0.6
    )
    return made


def verdict_sign(ax: Axes, assessment: Assessment, x: float, y: float) -> None:
    """The sign of a verdict, with a star if it is a reviewer's, on a ground of its own fill, so that no hatch runs through it."""
    look = LOOKS[assessment.verdict]
    sign = VERDICTS[assessment.verdict][0] + (REVIEWED if is_reviewed(assessment) else "")
    ground = {"facecolor": look.fill, "edgecolor": "none", "pad": 0.8}
    ax.text(x, y, sign, ha="center", va="center", color=look.ink, fontsize=9, fontweight="bold", bbox=ground)


def legend(ax: Axes, verdicts: Iterable[str] = ("met", "partial", "unmet", "unknown")) -> None:
    """What the looks mean, below the picture."""
    boxes = [verdict_patch(verdict, 0, 0, 1, 1) for verdict in verdicts]
    words = [" ".join(VERDICTS[verdict]) for verdict in verdicts]
    ax.legend(boxes, words, loc="upper center", bbox_to_anchor=(0.5, 0), borderaxespad=2.5, ncols=4, frameon=False, fontsize=9)


def bare(ax: Axes) -> None:
    """Take away the frame and the marks of both axes; their labels stay."""
    ax.tick_params(length=0)
    for spine in ax.spines.values():
        spine.set_visible(False)


def save(ax: Axes | Figure, path: Path | str) -> None:
    """Write the figure as ``.svg``, ``.png`` or ``.pdf``: no date and no program's name in it, the same bytes each time."""
    path = Path(path)
    figure = getattr(ax, "figure", ax)
    absent = {".svg": ["Date", "Creator"], ".png": ["Software"], ".pdf": ["CreationDate", "Creator", "Producer"]}
    metadata = dict.fromkeys(absent.get(path.suffix.lower(), []))
    with need("matplotlib", EXTRA).rc_context({"svg.hashsalt": "fitscore"}):
        figure.savefig(path, metadata=metadata, dpi=150)
