"""A candidate: a profile made ready for assessing on one reference day (a working type; built once a profile and day)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from fitscore.profiles.model import DateSpan, Profile, WorkType

Standing = Literal["done", "certified", "studied", "listed", "claimed"]
"""What a statement is worth: ``done`` in a dated job or project · ``certified`` by a certificate, award or publication ·
``studied`` in a course or degree · ``listed`` as a skill · ``claimed`` in a summary or label."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that the profile makes, with its path in the document. ``job`` is the index of its job, if any."""

    path: str
    text: str
    standing: Standing
    job: int | None = None
    when: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """A job with its days on the reference day. ``weight`` is workload, halved for internships and volunteering.

    ``first`` and ``last`` are day ranges: the job covers at least ``first.latest`` to ``last.earliest`` and at most
    ``first.earliest`` to ``last.latest``, both ends included, never past the reference day. ``running``: it has no end
    date. ``statements`` are indices into the candidate's statements. ``dated`` is False where the CV gives no start.
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
        """Whether its days are known at all."""
        return self.first is not None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A profile on a day: its jobs in the order of the document (work, then volunteering) and its statements."""

    profile: Profile
    on: date
    jobs: tuple[Job, ...]
    statements: tuple[Statement, ...]
