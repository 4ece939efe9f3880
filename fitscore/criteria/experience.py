"""Experience: years or a track record in a field (contract §3.1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, Self

from fitscore import vocabulary
from fitscore.criteria.base import Assessment, Context, Criterion, Gap
from fitscore.criteria.domains import topic_of
from fitscore.criteria.evidence import names_a_matter
from fitscore.criteria.free import free_kind
from fitscore.criteria.importance import importance_of
from fitscore.criteria.proof import assess_evidence, better
from fitscore.criteria.relevance import related_jobs
from fitscore.criteria.roads import fewest_years, years_asked
from fitscore.criteria.stated_years import stated_years
from fitscore.criteria.years import (
    LEAST_PARTIAL,
    Counted,
    gap_of,
    job_evidence,
    judge,
    reaches,
    sentence,
    tally,
    years_before,
)
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
                    **clause.words_at(stated.start, stated.end),
                )
        if free_kind(clause) == "experience":
            yield cls(
                importance=importance_of(clause),
                domain=topic_of(clause.text),
                recent=vocabulary.load("experience").pattern("recent").search(clause.lower) is not None,
                pattern="experience.statement",
                **clause.words_at(),
            )

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Years of related work against ``min_years`` (contract §4.1)."""
        if not candidate.jobs and self.min_years is not None:
            return self.verdict("unknown", 0.0, "the profile lists no work", gap=Gap(advice="list each job with its dates"))
        if self.min_years is None:
            return self._without_years(candidate, context)
        counted = related_jobs(self.domain, self.text, candidate, context=context, in_doubt=True)
        return self._with_years(counted, years_asked(self, candidate, context.criteria), candidate, context)

    def _with_years(self, counted: Sequence[Counted], wanted: float, candidate: Candidate, context: Context) -> Assessment:
        ever = tally(counted, candidate)
        found, when = ever, ""
        if self.recent:
            window = wanted + context.settings.experience.recent_slack_years
            found = tally(counted, candidate, since=years_before(candidate.on, window))
            when = f", within the last {window:g} years"
        verdict, score = judge(found, wanted)
        if verdict == "unmet" and reaches(ever.high, wanted):
            verdict, score = "partial", max(LEAST_PARTIAL, score)
        if verdict == "unmet" and score and reaches(ever.low, fewest_years(self, candidate, context.criteria)):
            verdict = "partial"  # nobody knows of which degree, and so of which road of the notice
        matter = f"in {self.domain}" if self.domain else "of work"
        finding = sentence(found, wanted, matter + when)
        advice = "say in each job what of it was such work, with dates" if self.domain else "list each job with its dates"
        gap = None if verdict == "met" else gap_of(found, counted, wanted, candidate, advice)
        return self.verdict(verdict, score, finding, evidence=job_evidence(counted, candidate), gap=gap)

    def _without_years(self, candidate: Candidate, context: Context) -> Assessment:
        enough = context.settings.experience.enough_without_years
        domain = self.domain or (self.text if names_a_matter(self.text) else None)
        counted = related_jobs(domain, self.text, candidate, context=context)
        found = tally(counted, candidate)
        evidence = job_evidence(counted, candidate)
        topic = self.domain or self.text
        if reaches(found.low, enough):
            return self.verdict("met", 1.0, f"{found.low:.1f} years of related work", evidence=evidence)
        elsewhere = assess_evidence(self, topic, candidate, context=context, jobs=False, enough=False)
        if not found.high and not found.undated:
            return elsewhere
        score = max(LEAST_PARTIAL, min(1.0, found.low / enough))
        finding = sentence(found, enough, "of related work")
        gap = gap_of(found, counted, enough, candidate, "say in the job itself what of it was this work, and for how long")
        return better(self.verdict("partial", score, finding, evidence=evidence, gap=gap), elsewhere)
