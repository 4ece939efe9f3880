"""What a person said after reading, merged into scorecards: the program's verdict is kept, the figures worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fitscore.criteria.base import Assessment, Override, Verdict
from fitscore.scoring.aggregate import figures
from fitscore.scoring.reweigh import SUPPOSED
from fitscore.settings import Settings

if TYPE_CHECKING:
    from fitscore.scoring.model import Scorecard

Key = tuple[str, str, str]
"""Which assessment is meant: the ids of the vacancy, the profile and the criterion."""


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said of one assessment; ``verdict`` is None for a remark that changes nothing."""

    verdict: Verdict | None
    reason: str | None = None
    reviewer: str | None = None


def reviewed(cards: Iterable[Scorecard], reviews: Mapping[Key, Review], settings: Settings) -> list[Scorecard]:
    """The scorecards with these reviews merged in, their figures worked out again; they are not ranked anew here."""
    cards = list(cards)
    pairs = {key[:2] for key in reviews}
    return [_reviewed(c, reviews, settings) if (c.vacancy.id, c.profile.id) in pairs else c for c in cards]


def _reviewed(card: Scorecard, reviews: Mapping[Key, Review], settings: Settings) -> Scorecard:
    found = [(a, reviews.get((card.vacancy.id, card.profile.id, a.criterion))) for a in card.assessments]
    assessments = tuple(a if review is None else merged(a, review) for a, review in found)
    return card.model_copy(update={**(figures(assessments, settings) or {}), "assessments": assessments})


def merged(assessment: Assessment, review: Review) -> Assessment:
    """The assessment as the person sees it. A verdict that the program gave too keeps the program's score.

    Else: met scores 1, in part 0.5, not met and unknown 0. What is met has no gap.
    """
    override = Override(
        verdict=review.verdict,
        reason=review.reason,
        reviewer=review.reviewer,
        machine_verdict=assessment.verdict,
        machine_score=assessment.score,
    )
    if review.verdict is None or review.verdict == assessment.verdict:
        return assessment.model_copy(update={"override": override})
    gap = None if review.verdict == "met" else assessment.gap
    change = {"verdict": review.verdict, "score": SUPPOSED[review.verdict], "gap": gap, "override": override}
    return assessment.model_copy(update=change)
