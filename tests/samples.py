"""The sample CVs and notices, each read once, and each pair held against each other once."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from fitscore.pipeline import fit, read_profile, read_vacancy
from fitscore.profiles.model import Profile
from fitscore.scoring.model import Scorecard, Vacancy

DATA = Path(__file__).parent.parent / "data"
ON = date(2026, 1, 15)
PEOPLE = sorted(path.name for path in (DATA / "profiles").iterdir())
NOTICES = sorted(path.name for path in (DATA / "vacancies").iterdir())


@cache
def vacancy(notice: str) -> Vacancy:
    """A sample notice, read."""
    return read_vacancy(DATA / "vacancies" / notice)


@cache
def profile(person: str) -> Profile:
    """A sample CV, read."""
    return read_profile(DATA / "profiles" / person)


@cache
def card(person: str, notice: str, on: date = ON) -> Scorecard:
    """A sample CV held against a sample notice on a day."""
    return fit(profile(person), vacancy(notice), on=on)
