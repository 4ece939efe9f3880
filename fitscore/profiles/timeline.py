"""Years of work: pure functions over the days of jobs (contract §4.1, "Time").

A year is 365.25 days. A day counts once, at the highest weight of the jobs that cover it. The low end counts the days
that are certainly covered, the high end those that may be. Two jobs that meet in the same year, of which one is known to
the year only there, are taken to touch: the days between them are certain, though not to which of the two they belong,
so they count at the lower weight of the two.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from heapq import heappop, heappush
from itertools import pairwise

from fitscore.profiles.jobs import Job

DAYS_IN_YEAR = 365.25
_LAST_DAY = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Years:
    """Weighted years, from the certain (``low``) to the possible (``high``); ``undated`` jobs count nothing in either."""

    low: float
    high: float
    undated: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days of a job as ordinals, both ends included, with its weight."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class _Days:
    """A job's first and last day as ranges of ordinals."""

    first: tuple[int, int]
    last: tuple[int, int]
    weight: float


def years(jobs: Iterable[Job], *, on: date, since: date | None = None) -> Years:
    """The weighted years of some jobs up to ``on``, from ``since`` on (both days included).

    The order of the jobs changes nothing, nor does splitting one of them in two at any day that it certainly covers.
    """
    jobs = tuple(jobs)
    days = [found for job in jobs if (found := _days(job, on)) is not None]
    certain = [_Stretch(job.first[1], job.last[0], job.weight) for job in days] + _bridges(days)
    possible = [_Stretch(job.first[0], job.last[1], job.weight) for job in days]
    begin = since.toordinal() if since else 0
    undated = tuple(sorted(job.index for job in jobs if not job.dated))
    return Years(_weighed(certain, begin) / DAYS_IN_YEAR, _weighed(possible, begin) / DAYS_IN_YEAR, undated)


def reached_on(jobs: Iterable[Job], wanted: float, *, on: date, jobs_that_count: Iterable[int] | None = None) -> date | None:
    """The day on which the low end reaches ``wanted`` years if the running jobs go on at their weight.

    ``jobs_that_count`` are indices of jobs (all unless given). ``on`` if it is reached already; None if no job that counts
    is running, or if the day lies beyond the calendar.
    """
    counted = None if jobs_that_count is None else frozenset(jobs_that_count)
    jobs = tuple(job for job in jobs if counted is None or job.index in counted)
    missing = wanted * DAYS_IN_YEAR - years(jobs, on=on).low * DAYS_IN_YEAR
    if missing <= 1e-6:
        return on
    weight = max((job.weight for job in jobs if job.running), default=0.0)
    if not weight or on.toordinal() + missing / weight >= _LAST_DAY:
        return None
    return on + timedelta(days=math.ceil(missing / weight - 1e-6))


def _days(job: Job, on: date) -> _Days | None:
    """A job's days, cut at ``on``; None where it has none."""
    if job.first is None or job.last is None or job.first.earliest > on:
        return None
    last = min(job.last.earliest, on).toordinal(), min(job.last.latest, on).toordinal()
    first = job.first.earliest.toordinal(), min(job.first.latest.toordinal(), last[1])
    return _Days(first, (max(last[0], first[0]), last[1]), job.weight)


def _bridges(days: Sequence[_Days]) -> list[_Stretch]:
    """The days between jobs that meet in the same year, one of them known to the year only there."""
    enders: dict[int, list[_Days]] = {}
    starters: dict[int, list[_Days]] = {}
    for job in days:
        enders.setdefault(date.fromordinal(job.last[1]).year, []).append(job)
        starters.setdefault(date.fromordinal(job.first[0]).year, []).append(job)
    out: list[_Stretch] = []
    for year in sorted(enders.keys() & starters.keys()):
        ended, began = enders[year], starters[year]
        out += _year_bridges([job for job in ended if job.last[0] < job.last[1]], began)
        out += _year_bridges(ended, [job for job in began if job.first[0] < job.first[1]])
    return out


def _year_bridges(ended: Sequence[_Days], began: Sequence[_Days]) -> list[_Stretch]:
    """For each weight that both sides have at least, the longest stretch that two touching jobs certainly cover.

    One job from ``a`` to an unknown day and another from that day to ``b`` cover all days from ``a`` to ``b``.
    """
    events = [(-job.weight, 0, max(job.first[1], job.last[0])) for job in ended]
    events += [(-job.weight, 1, min(job.first[1], job.last[0])) for job in began]
    start, end = _LAST_DAY, 0
    out = []
    for weight, side, day in sorted(events):
        start, end = (min(start, day), end) if side == 0 else (start, max(end, day))
        if start <= end:
            out.append(_Stretch(start, end, -weight))
    return out


def _weighed(stretches: Iterable[_Stretch], begin: int) -> float:
    """Days from ``begin`` on, each once at its highest weight; O(n log n), and exact in whatever order they come."""
    waiting = sorted((max(s.start, begin), s.end, s.weight) for s in stretches if max(s.start, begin) <= s.end)
    edges = sorted({edge for start, end, _ in waiting for edge in (start, end + 1)})
    days: Counter[float] = Counter()
    open_now: list[tuple[float, int]] = []
    place = 0
    for edge, following in pairwise(edges):
        while place < len(waiting) and waiting[place][0] == edge:
            heappush(open_now, (-waiting[place][2], waiting[place][1]))
            place += 1
        while open_now and open_now[0][1] < edge:
            heappop(open_now)
        if open_now:
            days[-open_now[0][0]] += following - edge
    return math.fsum(weight * count for weight, count in days.items())
