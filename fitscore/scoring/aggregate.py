"""Assessments to a scorecard: weights, tiers, outcome, fit and potential, and the order of a ranking (contract §4.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from fitscore import __version__
from fitscore.criteria.base import Assessment
from fitscore.errors import InputError
from fitscore.notices.model import Importance
from fitscore.profiles.model import Profile
from fitscore.scoring.kernels import blend, tier_score, with_unknown_as
from fitscore.scoring.model import Method, Outcome, ProfileHead, Scorecard, Tier, Vacancy, VacancyHead
from fitscore.settings import Settings

OUTCOMES: tuple[Outcome, ...] = ("eligible", "verify", "not_eligible")
"""In the order of a ranking, best first."""


def aggregate(
    profile: Profile, vacancy: Vacancy, assessments: Iterable[Assessment], *, settings: Settings, on: date
) -> Scorecard:
    """The scorecard of one profile against one vacancy, from one assessment a criterion.

    Raises `InputError` where the notice states no requirement that carries weight: then there is nothing to score.
    """
    weighed = tuple(weigh(assessment, settings) for assessment in assessments)
    found = figures(weighed, settings)
    if found is None:
        raise not_scorable(vacancy)
    return Scorecard(
        profile=ProfileHead(id=profile.id, name=profile.name, file=profile.file, sha256=profile.sha256),
        vacancy=VacancyHead(id=vacancy.id, title=vacancy.posting.title, file=vacancy.source.file, sha256=vacancy.source.sha256),
        assessments=weighed,
        method=Method(version=__version__, config_sha256=settings.sha256, as_of=on),
        **found,
    )


def figures(weighed: Sequence[Assessment], settings: Settings) -> dict[str, Any] | None:
    """The figures of a scorecard, by their names, from weighed assessments; None where none carries weight."""
    fit = _figure(weighed, settings, unknown_as=0)
    potential = _figure(weighed, settings, unknown_as=1)
    if fit is None or potential is None:
        return None
    tiers = {"essential": tier(weighed, "essential"), "desirable": tier(weighed, "desirable")}
    return {"outcome": outcome(weighed), "fit": fit, "potential": potential, **tiers}


def not_scorable(vacancy: Vacancy) -> InputError:
    """The answer for a notice that states no requirement, or none that has a weight."""
    if vacancy.criteria:
        what, instead = "every criterion of this notice has the weight 0", "change `weights` in the settings"
    else:
        what = "no requirement was found in this notice, so nothing can be scored against it"
        instead = "check that the file holds the whole vacancy notice; `fitscore extract` shows what was read"
    return InputError.one(vacancy.source.file, what, instead=instead)


def weigh(assessment: Assessment, settings: Settings) -> Assessment:
    """The assessment with its weight from the settings: by its criterion's id, else by its kind, else 1."""
    weights = settings.weights
    weight = weights.get(assessment.criterion, weights.get(assessment.kind, 1.0))
    return assessment.model_copy(update={"weight": float(weight)})


def tier(assessments: Sequence[Assessment], importance: Importance) -> Tier:
    """The figures of the criteria of one importance; what is unknown scores 0."""
    members = [assessment for assessment in assessments if assessment.importance == importance]
    count = Counter(assessment.verdict for assessment in members)
    return Tier(
        score=_tier_score(members, unknown_as=0),
        met=count["met"],
        partial=count["partial"],
        unmet=count["unmet"],
        unknown=count["unknown"],
    )


def outcome(assessments: Iterable[Assessment]) -> Outcome:
    """What the essential criteria say together; a notice that has none of them shuts nobody out."""
    verdicts = {assessment.verdict for assessment in assessments if assessment.importance == "essential"}
    if "unmet" in verdicts:
        return "not_eligible"
    return "verify" if verdicts & {"partial", "unknown"} else "eligible"


def rank_key(card: Scorecard) -> tuple[int, float, float, str, str]:
    """The sort key of a ranking: outcome, ``fit``, ``potential`` (both unrounded, highest first), then the ids."""
    return OUTCOMES.index(card.outcome), -card.fit, -card.potential, card.profile.id, card.vacancy.id


def _figure(assessments: Sequence[Assessment], settings: Settings, *, unknown_as: float) -> float | None:
    scores = {
        importance: _tier_score([a for a in assessments if a.importance == importance], unknown_as=unknown_as)
        for importance in ("essential", "desirable")
    }
    return blend([(scores["essential"], settings.tiers.essential), (scores["desirable"], settings.tiers.desirable)])


def _tier_score(assessments: Sequence[Assessment], *, unknown_as: float) -> float | None:
    scores = with_unknown_as(unknown_as, [a.score for a in assessments], [a.verdict == "unknown" for a in assessments])
    return tier_score(scores, [a.weight for a in assessments])
