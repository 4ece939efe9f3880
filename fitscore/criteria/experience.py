"""Experience: years or a track record in a field (contract §3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from fitscore.criteria.base import Assessment, Context, Criterion
from fitscore.criteria.domains import topic_of
from fitscore.criteria.free import free_kind
from fitscore.criteria.importance import importance_of
from fitscore.criteria.splitting import span_of
from fitscore.criteria.stated_years import stated_years
from fitscore.notices.model import Clause
from fitscore.profiles.candidate import Candidate


class Experience(Criterion):
    """``min_years`` of work (None: no number is asked) in ``domain``, as the notice words it (None: any work counts).

    ``recent``: the years must lie close before the reference day.
    """

    priority: ClassVar[int] = 40

    kind: Literal["experience"] = "experience"
    min_years: float | None = None
    domain: str | None = None
    recent: bool = False

    @classmethod
    def extract(cls, clause: Clause) -> Iterator[Self]:
        """The years of experience that a clause asks for, and the track records it names."""
        for stated in stated_years(clause):
            if not stated.leads:
                yield cls(
                    importance=importance_of(clause, stated.start, stated.end),
                    min_years=stated.years,
                    domain=stated.domain,
                    recent=stated.recent,
                    pattern="experience.years",
                    **span_of(clause, stated.start, stated.end),
                )
        if free_kind(clause) == "experience":
            yield cls(
                importance=importance_of(clause),
                domain=topic_of(clause.text),
                pattern="experience.statement",
                **span_of(clause, 0, len(clause.text)),
            )

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Years of related work against ``min_years`` (contract §4.1)."""
        raise NotImplementedError
