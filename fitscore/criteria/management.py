"""Management: leading people or organisations (contract §3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from fitscore.criteria.base import Assessment, Context, Criterion
from fitscore.criteria.free import free_kind
from fitscore.criteria.importance import importance_of
from fitscore.criteria.leading import level_of
from fitscore.criteria.splitting import span_of
from fitscore.criteria.stated_years import PRECEDING, stated_years
from fitscore.notices.model import Clause
from fitscore.profiles.candidate import Candidate


class Management(Criterion):
    """``min_years`` of leading people (None: no number is asked); ``level`` ``senior`` asks for senior posts.

    ``within`` is the id of the experience criterion whose years include these.
    """

    priority: ClassVar[int] = 35

    kind: Literal["management"] = "management"
    min_years: float | None = None
    level: Literal["team", "senior"] = "team"
    within: str | None = None

    @classmethod
    def extract(cls, clause: Clause) -> Iterator[Self]:
        """The leading of people that a clause asks for."""
        for stated in stated_years(clause):
            if stated.leads:
                yield cls(
                    importance=importance_of(clause, stated.start, stated.end),
                    min_years=stated.years,
                    level=stated.level,
                    within=PRECEDING if stated.within else None,
                    pattern="management.years",
                    **span_of(clause, stated.start, stated.end),
                )
        if free_kind(clause) == "management":
            yield cls(
                importance=importance_of(clause),
                level=level_of(clause.lower),
                pattern="management.statement",
                **span_of(clause, 0, len(clause.text)),
            )

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Years in jobs that lead people against ``min_years`` (contract §4.1)."""
        raise NotImplementedError
