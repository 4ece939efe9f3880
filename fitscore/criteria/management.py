"""Management: leading people or organisations (contract §3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, Self

from fitscore.criteria.base import Assessment, Context, Criterion, Gap
from fitscore.criteria.domains import topic_of
from fitscore.criteria.free import free_kind
from fitscore.criteria.importance import importance_of
from fitscore.criteria.leading import level_of
from fitscore.criteria.proof import assess_evidence, better
from fitscore.criteria.seniority import has_texts, leading_jobs
from fitscore.criteria.stated_years import PRECEDING, stated_years
from fitscore.criteria.years import LEAST_PARTIAL, Counted, Tally, gap_of, job_evidence, judge, reaches, sentence, tally
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
                    **clause.words_at(stated.start, stated.end),
                )
        if free_kind(clause) == "management":
            yield cls(
                importance=importance_of(clause),
                level=level_of(clause.lower),
                pattern="management.statement",
                **clause.words_at(),
            )

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Years in jobs that lead people against ``min_years`` (contract §4.1)."""
        counted = leading_jobs(self.level, self.text, candidate, context.settings)
        found = tally(counted, candidate)
        if self.min_years is not None:
            return self._with_years(counted, found, self.min_years, candidate)
        enough = context.settings.experience.enough_without_years
        evidence = job_evidence(counted, candidate)
        if reaches(found.low, enough):
            return self.verdict("met", 1.0, f"{found.low:.1f} years {self._matter}", evidence=evidence)
        elsewhere = assess_evidence(self, topic_of(self.text) or self.text, candidate, context=context, enough=False)
        if not counted:
            return elsewhere
        score = max(LEAST_PARTIAL, min(1.0, found.low / enough))
        finding = sentence(found, enough, self._matter)
        gap = self._gap(found, counted, enough, candidate)
        return better(self.verdict("partial", score, finding, evidence=evidence, gap=gap), elsewhere)

    def _with_years(self, counted: Sequence[Counted], found: Tally, wanted: float, candidate: Candidate) -> Assessment:
        if not counted and not has_texts(candidate):
            return self.verdict(
                "unknown", 0.0, "no job says whether it led people", gap=self._gap(found, counted, wanted, candidate)
            )
        verdict, score = judge(found, wanted)
        finding = sentence(found, wanted, self._matter) if counted else f"no job in the profile is one {self._matter}"
        gap = None if verdict == "met" else self._gap(found, counted, wanted, candidate)
        return self.verdict(verdict, score, finding, evidence=job_evidence(counted, candidate), gap=gap)

    @property
    def _matter(self) -> str:
        return "in senior posts" if self.level == "senior" else "leading people"

    def _gap(self, found: Tally, counted: Sequence[Counted], wanted: float, candidate: Candidate) -> Gap:
        return gap_of(found, counted, wanted, candidate, "say in each job how many people were led, directly and in all")
