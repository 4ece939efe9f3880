"""Management: leading people or organisations (contract §3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from fitscore.criteria.base import Assessment, Context, Criterion
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
        yield from ()

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Years in jobs that lead people against ``min_years`` (contract §4.1)."""
        raise NotImplementedError
