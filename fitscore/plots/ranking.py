"""What a ranking hangs on: weights, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from fitscore.plots import style
from fitscore.scoring.words import OUTCOMES

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from fitscore.shortlists import Shortlist

WEIGHTS = (0.0, 0.5, 1.0, 2.0, 4.0)
_MARKS = "osD^vP"
_LINES = ("-", "--", "-.", ":")


def rank_by_weight(
    shortlist: Shortlist, name: str, *, weights: Sequence[float] = WEIGHTS, top: int = 10, ax: Axes | None = None
) -> Axes:
    """The rank of the first ``top`` candidates when the weight of a kind or a criterion (``"degree"``, ``"E3"``) changes.

    Whoever moves is drawn black, whoever stays grey. Outcomes do not hang on weights, so nobody moves past another outcome.
    """
    people = [card.profile.id for card in shortlist.cards[:top]]
    names = [card.profile.name or card.profile.id for card in shortlist.cards[:top]]
    orders = [[card.profile.id for card in shortlist.reweigh({name: weight})] for weight in weights]
    ax = style.axes(ax, width=7.5, height=1.4 + 0.34 * len(people))
    lowest = 0
    for number, (id, shown) in enumerate(zip(people, names, strict=True)):
        ranks = [order.index(id) + 1 for order in orders]
        moves = len(set(ranks)) > 1
        _line(ax, number, ranks, moves=moves)
        ink = style.INK if moves else style.GREY
        ax.annotate(
            style.label(shown, 28), (len(weights) - 0.88, ranks[-1]), va="center", fontsize=9, color=ink, annotation_clip=False
        )
        lowest = max(lowest, *ranks)
    ax.set_xlim(-0.2, len(weights) - 0.9)
    ax.set_ylim(lowest + 0.5, 0.5)
    ax.set_yticks(range(1, lowest + 1))
    ax.set_xticks(range(len(weights)), [f"{weight:g}" for weight in weights])
    ax.set_xlabel(f"weight of {style.label(name)}")
    ax.set_ylabel("rank")
    ax.set_title(style.label(shortlist.vacancy.posting.title or shortlist.vacancy.id, 60), loc="left", fontsize=11)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    return ax


def _line(ax: Axes, number: int, ranks: Sequence[int], *, moves: bool) -> None:
    ax.plot(
        range(len(ranks)),
        ranks,
        color=style.INK if moves else style.PALE,
        linestyle=_LINES[number % len(_LINES)] if moves else "-",
        marker=_MARKS[number % len(_MARKS)],
        markerfacecolor="white",
        markersize=6,
        linewidth=1.6 if moves else 1.2,
        zorder=3 if moves else 2,
    )


def fit_to_potential(shortlist: Shortlist, *, top: int = 20, ax: Axes | None = None) -> Axes:
    """What the CV of each candidate shows (the dot), and how far it would go if everything unknown were confirmed."""
    cards = shortlist.cards[:top]
    ax = style.axes(ax, width=8, height=1.3 + 0.3 * len(cards))
    for y, card in enumerate(cards):
        ax.plot([card.fit, card.potential], [y, y], color=style.GREY, linewidth=4, solid_capstyle="butt", zorder=2)
        ax.plot([card.potential], [y], marker="|", markersize=11, color=style.INK, zorder=3)
        ax.plot([card.fit], [y], marker="o", markersize=7, color=style.INK, zorder=3)
    names = [f"{style.label(card.profile.name or card.profile.id, 28)}  {OUTCOMES[card.outcome][0]}" for card in cards]
    ax.set_yticks(range(len(cards)), names, fontsize=9)
    ax.set_ylim(max(len(cards) - 0.4, 0.6), -0.6)
    ax.set_xlim(0, 101)
    ax.set_xlabel("fit (dot), and what it would be if everything unknown were confirmed (end of the line)")
    ax.set_title(style.label(shortlist.vacancy.posting.title or shortlist.vacancy.id, 60), loc="left", fontsize=11)
    ax.grid(axis="x", color=style.PALE, linewidth=0.6)
    style.bare(ax)
    return ax
