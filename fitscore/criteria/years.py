"""Years of work against a minimum: the arithmetic that experience and management share (contract §4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from fitscore.criteria.base import Evidence, Gap, Verdict
from fitscore.criteria.evidence import listed
from fitscore.profiles.candidate import Candidate, Job, Statement
from fitscore.profiles.timeline import DAYS_IN_YEAR, reached_on, years

WHOLE_YEARS = 0.76 / DAYS_IN_YEAR
"""Whole calendar years have up to three quarters of a day less than as many years of 365.25 days: no one falls short by that."""
LEAST_PARTIAL = 0.1


@dataclass(frozen=True, slots=True)
class Counted:
    """A job that counts, why, and whether clearly or only possibly. ``statement`` is the CV's sentence that shows it, and
    ``words`` are those of it that tell.
    """

    job: Job
    clear: bool
    statement: Statement | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Weighted years: ``low`` of jobs that clearly count, ``high`` of all that may; ``undated``: one has no start."""

    low: float
    high: float
    undated: bool = False


def tally(counted: Iterable[Counted], candidate: Candidate, *, since: date | None = None) -> Tally:
    """The years of the jobs that count, each day once, from ``since`` on."""
    counted = tuple(counted)
    low = years((c.job for c in counted if c.clear), on=candidate.on, since=since).low
    high = years((c.job for c in counted), on=candidate.on, since=since).high
    positions = (*candidate.profile.work, *candidate.profile.volunteer)
    return Tally(low, high, any(positions[c.job.index].start is None for c in counted))


def reaches(have: float, wanted: float) -> bool:
    """Whether so many years are as many as wanted."""
    return have >= wanted - WHOLE_YEARS


def judge(found: Tally, wanted: float) -> tuple[Verdict, float]:
    """Verdict and score of years against a minimum. A job without dates may hold the missing years, so it is never unmet."""
    if reaches(found.low, wanted):
        return "met", 1.0
    score = min(1.0, found.low / wanted)
    if reaches(found.high, wanted) or found.undated:
        return "partial", max(LEAST_PARTIAL, score)
    return "unmet", score


def years_before(day: date, count: float) -> date:
    """The first day of the ``count`` years that end on ``day``."""
    days = min(round(count * DAYS_IN_YEAR) - 1, day.toordinal() - 1)
    return day - timedelta(days=days)


def job_evidence(counted: Sequence[Counted], candidate: Candidate) -> tuple[Evidence, ...]:
    """Each job that counts, with its own years; where jobs overlap, their common days count once in the total."""
    return tuple(_evidence(c, candidate) for c in counted)


def _evidence(counted: Counted, candidate: Candidate) -> Evidence:
    span = years((counted.job,), on=candidate.on)
    detail = f"{span.low:.1f} years" if f"{span.low:.1f}" == f"{span.high:.1f}" else f"{span.low:.1f} to {span.high:.1f} years"
    detail = detail if counted.clear else f"possibly {detail}"
    detail += f", by {listed(counted.words)}" if counted.words else ""
    said = counted.statement or next(iter(_statements(counted.job, candidate)), None)
    if said is None:
        return Evidence(path=counted.job.path, quote=counted.job.title or counted.job.employer, detail=detail)
    return Evidence(path=said.path, quote=said.text, detail=detail)


def _statements(job: Job, candidate: Candidate) -> Iterable[Statement]:
    return (candidate.statements[index] for index in job.statements)


def gap_of(found: Tally, counted: Sequence[Counted], wanted: float, candidate: Candidate, advice: str) -> Gap:
    """What is missing of the years, and the day on which the present jobs will have filled it."""
    met_on = reached_on((c.job for c in counted if c.clear), wanted - WHOLE_YEARS, on=candidate.on)
    return Gap(short_by=_years(max(0.0, wanted - found.low)), met_on=met_on if met_on != candidate.on else None, advice=advice)


def _years(number: float) -> str:
    return f"{number:.1f} {_noun(number)}"


def _noun(number: float) -> str:
    return "year" if f"{number:.1f}" == "1.0" else "years"


def sentence(found: Tally, wanted: float, matter: str) -> str:
    """ "8.0 of 10 years clearly (12.0 possibly) in the field": what the years amount to."""
    low, high = f"{found.low:.1f}", f"{found.high:.1f}"
    undated = " (a job without dates is not counted)" if found.undated else ""
    if low == high or reaches(found.low, wanted):
        return f"{low} of {wanted:g} {_noun(wanted)} {matter}{undated}"
    return f"{low} of {wanted:g} {_noun(wanted)} clearly ({high} possibly) {matter}{undated}"
