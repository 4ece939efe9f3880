"""The jobs of a CV as days on a reference day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from fitscore.profiles.model import DateSpan, Position, Profile, WorkType
from fitscore.profiles.statements import Statement


@dataclass(frozen=True, slots=True)
class Job:
    """A job with its days on the reference day. ``weight`` is workload, halved for internships and volunteering.

    ``first`` and ``last`` are day ranges: the job covers at least ``first.latest`` to ``last.earliest`` and at most
    ``first.earliest`` to ``last.latest``, both ends included, never past the reference day. A date known to the month is
    no range: the whole month counts. ``first`` is None where the CV gives no start, ``last`` too, or where the job
    begins after the reference day. ``running``: it has begun and goes on after the reference day. ``statements`` are
    indices into the candidate's statements.
    """

    index: int
    path: str
    title: str
    employer: str
    first: DateSpan | None
    last: DateSpan | None
    running: bool
    weight: float
    type: WorkType
    direct_reports: int | None
    team_size: int | None
    statements: tuple[int, ...]

    @property
    def dated(self) -> bool:
        """Whether it has days up to the reference day at all."""
        return self.first is not None


def make_jobs(profile: Profile, statements: Sequence[Statement], *, on: date, half_types: Collection[str]) -> tuple[Job, ...]:
    """The jobs of a profile on a day: work, then volunteering, in the order of the document."""
    said: dict[int, list[int]] = {}
    for index, statement in enumerate(statements):
        if statement.job is not None:
            said.setdefault(statement.job, []).append(index)
    positions = (*profile.work, *profile.volunteer)
    return tuple(
        _job(position, index, on=on, half=position.type in half_types, statements=tuple(said.get(index, ())))
        for index, position in enumerate(positions)
    )


def _job(position: Position, index: int, *, on: date, half: bool, statements: tuple[int, ...]) -> Job:
    days = _days(position, on)
    return Job(
        index=index,
        path=position.path,
        title=position.title,
        employer=position.employer,
        first=days[0] if days else None,
        last=days[1] if days else None,
        running=days is not None and (position.end is None or position.end.earliest > on),
        weight=position.workload * (0.5 if half else 1.0),
        type=position.type,
        direct_reports=position.direct_reports,
        team_size=position.team_size,
        statements=statements,
    )


def _days(position: Position, on: date) -> tuple[DateSpan, DateSpan] | None:
    """First and last day of a job, cut at the reference day; None where there are none."""
    if position.start is None or position.start.earliest > on:
        return None
    start, end = _whole_month(position.start, first=True), _whole_month(position.end, first=False)
    ends = (min(end.earliest, on), min(end.latest, on)) if end else (on, on)
    first = DateSpan(text=position.start.text, earliest=start.earliest, latest=min(start.latest, ends[1])) if start else None
    if first is None:
        return None
    last = DateSpan(text=end.text if end else "", earliest=max(ends[0], first.earliest), latest=ends[1])
    return first, last


def _whole_month(span: DateSpan | None, *, first: bool) -> DateSpan | None:
    """A date known to the month as the month's first or last day; a year stays a range."""
    if span is None or (span.earliest.year, span.earliest.month) != (span.latest.year, span.latest.month):
        return span
    day = span.earliest if first else span.latest
    return DateSpan(text=span.text, earliest=day, latest=day)
