"""A profile: a checked, normalised JSON Resume as frozen records, every part with its path in the document."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from fitscore.records import Record
from fitscore.showing import Sheet, Shown, count

WorkType = Literal["employment", "military", "freelance", "internship", "volunteer"]
DegreeLevel = Literal["secondary", "vocational", "bachelor", "master", "doctorate"]
DEGREE_LEVELS: tuple[DegreeLevel, ...] = ("secondary", "vocational", "bachelor", "master", "doctorate")
"""From lowest to highest; the order of ISCED 2011 (3, 4–5, 6, 7, 8)."""


class DateSpan(Record):
    """A date as precise as the CV gives it: "2019-03" lies anywhere from its first to its last day."""

    text: str
    earliest: date
    latest: date


class Position(Record):
    """One job, or one volunteering, of the CV. ``end`` None means that it still goes on.

    ``workload`` is the share of full time (0 < w ≤ 1); ``direct_reports`` and ``team_size`` are the people led, directly
    and in all. ``path`` is ``work[2]`` or ``volunteer[0]``.
    """

    path: str
    employer: str = ""
    title: str = ""
    location: str = ""
    description: str = ""
    summary: str = ""
    highlights: tuple[str, ...] = ()
    start: DateSpan | None = None
    end: DateSpan | None = None
    type: WorkType = "employment"
    workload: float = 1.0
    direct_reports: int | None = None
    team_size: int | None = None


class Education(Record):
    """One course of study. ``level`` is None where neither title nor ``level`` tells it.

    ``completed`` is what the document says (None: it must be worked out from the end date and the reference day; see
    `fitscore.profiles.degrees.is_completed`). ``staff_college`` marks staff and war colleges and schools of administration;
    ``short`` marks courses of hours or days, which count for nothing.
    """

    path: str
    institution: str = ""
    title: str = ""
    area: str = ""
    courses: tuple[str, ...] = ()
    start: DateSpan | None = None
    end: DateSpan | None = None
    level: DegreeLevel | None = None
    completed: bool | None = None
    country: str | None = None
    staff_college: bool = False
    short: bool = False


class LanguageSkill(Record):
    """A language with the level it reaches on NATO's scale of 1 to 6, low and high end (see standards of the scales).

    ``low`` and ``high`` differ where a foreign scale can be read two ways (SLP 3 is B2 to C1); both are None where no
    level is given. ``text`` is the level as written.
    """

    path: str
    language: str
    text: str = ""
    scale: str | None = None
    low: int | None = None
    high: int | None = None


class Clearance(Record):
    """A personnel security clearance. ``rank`` is 1 RESTRICTED, 2 CONFIDENTIAL, 3 SECRET, 4 COSMIC TOP SECRET.

    ``rank`` None: the marking means nothing without its issuer, or is not known. ``possible`` then holds the ranks it may
    have. ``scheme`` is ``NATO``, ``EU`` or the issuer's country code. ``valid_until`` None: no expiry date given.
    """

    path: str
    text: str
    issuer: str | None = None
    scheme: str | None = None
    rank: int | None = None
    possible: tuple[int, ...] = ()
    valid_until: DateSpan | None = None


class Item(Record):
    """A certificate, project, publication, award or skill: its words with the path of each, and its date."""

    path: str
    texts: tuple[tuple[str, str], ...] = Field(default=(), description="(path, words), in the order of the document")
    when: DateSpan | None = None
    until: DateSpan | None = None


class Profile(Shown, Record):
    """One candidate's CV, checked. ``given`` names the parts of the document that are there and not empty.

    ``notices`` says what was kept but not understood (unknown keys); ``document`` is the whole JSON Resume, normalised,
    as `fitscore profile` prints it. ``name`` never enters any figure.
    """

    id: str
    name: str
    file: str
    sha256: str
    label: str = ""
    summary: str = ""
    nationalities: tuple[str, ...] = ()
    work: tuple[Position, ...] = ()
    volunteer: tuple[Position, ...] = ()
    education: tuple[Education, ...] = ()
    languages: tuple[LanguageSkill, ...] = ()
    clearances: tuple[Clearance, ...] = ()
    certificates: tuple[Item, ...] = ()
    skills: tuple[Item, ...] = ()
    projects: tuple[Item, ...] = ()
    publications: tuple[Item, ...] = ()
    awards: tuple[Item, ...] = ()
    given: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    document: dict[str, Any] = Field(default_factory=dict, repr=False)

    def _sheet(self) -> Sheet:
        languages = [(entry.path, "language", "", f"{entry.language} {entry.text}") for entry in self.languages]
        clearances = [(c.path, "clearance", f"to {c.valid_until.text}" if c.valid_until else "", c.text) for c in self.clearances]
        jobs = [(p.path, "job", _time(p.start, p.end), _words(p.title, p.employer)) for p in (*self.work, *self.volunteer)]
        studies = [(e.path, "study", _time(e.start, e.end), _words(f"{e.title} {e.area}", e.institution)) for e in self.education]
        caption = f"{self.name or self.id} ({self.id}): {count(len(jobs), 'job')}, {count(len(languages), 'language')}"
        rows = [*jobs, *studies, *languages, *clearances]
        return Sheet(caption, ("path", "what", "when", "words"), rows, [f"Note: {notice}" for notice in self.notices])


def _words(*parts: str) -> str:
    return ", ".join(part.strip() for part in parts if part.strip())


def _time(start: DateSpan | None, end: DateSpan | None) -> str:
    if start is None:
        return f"to {end.text}" if end else ""
    return f"{start.text} to {end.text if end else 'today'}"
