"""A candidate: a profile made ready for assessing on one reference day (a working type; built once a profile and day)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fitscore.profiles.jobs import Job, make_jobs
from fitscore.profiles.model import Profile
from fitscore.profiles.statements import Standing, Statement, make_statements
from fitscore.settings import Settings

__all__ = ["Candidate", "Job", "Standing", "Statement", "make_candidate"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A profile on a day: its jobs in the order of the document (work, then volunteering) and its statements."""

    profile: Profile
    on: date
    jobs: tuple[Job, ...]
    statements: tuple[Statement, ...]


def make_candidate(profile: Profile, on: date, settings: Settings) -> Candidate:
    """The candidate that a profile is on a reference day, with jobs weighed by the settings."""
    statements = make_statements(profile, on=on)
    jobs = make_jobs(profile, statements, on=on, half_types=settings.experience.half_types)
    return Candidate(profile, on, jobs, statements)
