"""A scorecard worked out again from its assessments: with other weights, or as if a verdict were another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from fitscore.criteria.base import Assessment, Verdict
from fitscore.errors import InputError
from fitscore.scoring.aggregate import figures, weigh
from fitscore.settings import Settings, default_settings

if TYPE_CHECKING:
    from fitscore.scoring.model import Scorecard

SUPPOSED: Mapping[Verdict, float] = {"met": 1.0, "partial": 0.5, "unmet": 0.0, "unknown": 0.0}
"""The score of a verdict that somebody supposes, or gives after reading, in the place of one that evidence carries."""


def reweigh(card: Scorecard, settings: Settings) -> Scorecard:
    """The same assessments under other weights and shares of the tiers. Thresholds stay as they were when it was scored.

    Raises `InputError` where no criterion is left with a weight.
    """
    return _worked_out(card, [weigh(assessment, settings) for assessment in card.assessments], settings)


def suppose(card: Scorecard, verdicts: Mapping[str, Verdict], *, settings: Settings | None = None) -> Scorecard:
    """The scorecard as it would be if these criteria had these verdicts; their findings say that it is supposed.

    ``settings`` are those it was scored with (the default unless given). Raises `InputError` for a criterion that the
    notice does not have, and for settings that are not those of the scorecard.
    """
    settings = settings or default_settings()
    if settings.sha256 != card.method.config_sha256:
        what = "this scorecard was made with other settings"
        raise InputError.one(card.vacancy.file, what, instead="give the settings that it was scored with")
    unknown = sorted(set(verdicts) - {assessment.criterion for assessment in card.assessments})
    if unknown:
        there = ", ".join(assessment.criterion for assessment in card.assessments)
        raise InputError.one(card.vacancy.file, f"this notice has no criterion {', '.join(unknown)}", instead=f"it has {there}")
    return _worked_out(card, [_supposed(a, verdicts.get(a.criterion)) for a in card.assessments], settings)


def _supposed(assessment: Assessment, verdict: Verdict | None) -> Assessment:
    if verdict is None or verdict == assessment.verdict:
        return assessment
    finding = f"supposed to be {verdict}; the CV was read as {assessment.verdict}: {assessment.finding}"
    change: dict[str, Any] = {"verdict": verdict, "score": SUPPOSED[verdict], "finding": finding}
    return assessment.model_copy(update=change | ({"gap": None} if verdict == "met" else {}))


def _worked_out(card: Scorecard, assessments: Iterable[Assessment], settings: Settings) -> Scorecard:
    assessments = tuple(assessments)
    found = figures(assessments, settings)
    if found is None:
        what = "every criterion of this notice has the weight 0"
        raise InputError.one(card.vacancy.file, what, instead="change `weights` in the settings")
    method = card.method.model_copy(update={"config_sha256": settings.sha256})
    return card.model_copy(update={**found, "assessments": assessments, "method": method})
