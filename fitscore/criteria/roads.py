"""Roads: a notice may ask fewer or more years of those with a higher or lower degree (contract §4.1, "degree")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from fitscore.criteria.base import Criterion
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.degrees import is_completed
from fitscore.profiles.model import DEGREE_LEVELS, DegreeLevel


def years_asked(criterion: Any, candidate: Candidate, criteria: Sequence[Criterion]) -> float:
    """The years to hold the candidate against: of the roads whose level they have, that with the fewest; else those stated.

    ``criterion`` is an experience criterion with years. Only the notice's first essential one goes with its degree.
    """
    stated = float(criterion.min_years)
    if criterion.id != _first_with_years(criteria):
        return stated
    have = _highest(candidate)
    open_roads = [asked for level, asked in _roads(criteria, stated) if DEGREE_LEVELS.index(level) <= have]
    return min(open_roads, default=stated)


def fewest_years(criterion: Any, candidate: Candidate, criteria: Sequence[Criterion]) -> float:
    """The fewest years that may suffice: where the profile lists no education, any road may be the candidate's."""
    asked = years_asked(criterion, candidate, criteria)
    if candidate.profile.education or criterion.id != _first_with_years(criteria):
        return asked
    return min([asked, *(years for _, years in _roads(criteria, float(criterion.min_years)))])


def _first_with_years(criteria: Sequence[Criterion]) -> str | None:
    """The id of the first essential experience criterion that asks for years."""
    asking = (c for c in criteria if c.kind == "experience" and c.importance == "essential" and getattr(c, "min_years", None))
    return next((c.id for c in asking), None)


def _roads(criteria: Sequence[Any], stated: float) -> Iterator[tuple[DegreeLevel, float]]:
    """Level and years of each road of the first essential degree that names others."""
    degrees = (c for c in criteria if c.kind == "degree" and c.importance == "essential" and c.alternatives)
    for degree in islice(degrees, 1):
        yield degree.level, stated
        for road in degree.alternatives:
            yield road.level, float(stated + (road.extra_years or 0) if road.min_years is None else road.min_years)


def _highest(candidate: Candidate) -> int:
    """The place in `DEGREE_LEVELS` of the highest completed level, -1 for none."""
    levels = (e.level for e in candidate.profile.education if e.level and is_completed(e, candidate.on))
    return max((DEGREE_LEVELS.index(level) for level in levels), default=-1)
