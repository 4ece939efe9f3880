"""What a notice is once it is read: clauses (working type) and the records around the criteria."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from fitscore.records import Record, working
from fitscore.text import Folded, Quote, fold_blanks

Importance = Literal["essential", "desirable"]
Part = Literal["masthead", "summary", "duties", "qualifications", "competencies", "security", "contract", "application", "other"]
"""Which part of a notice a clause stands in.

``masthead``: labelled fields at the head · ``summary``: the post's context and the organisation · ``duties``: what the
incumbent does · ``qualifications``: what is asked (education, experience, languages, skills) · ``competencies``: core
values and behaviours, functional competencies · ``security``: clearance level · ``contract``: pay, term, conditions of
employment · ``application``: how to apply, who may · ``other``: the portal's own texts, diversity statements, scam alerts.
"""


@working
class Clause:
    """One listed item, one sentence of running text, or one labelled field of a notice.

    ``folded`` is its text made plain, with offsets into the source; bullets, numbering and closing ``;`` are left out.
    ``importance`` comes from the heading or lead-in over it (None: none says so; words of the clause itself are read
    later). ``topic`` is what a sub-heading or label announces: ``education``, ``experience``, ``language``,
    ``clearance``, ``skills``, ``certificates``, ``nationality`` (None: nothing). ``listed``: a list item, which stays
    whole even where it has two sentences. ``label``: for a labelled field, the label ("Required Language(s)").
    ``repeats``: places where the same words stand again. ``before``: the words that stand before it, for a clause that refers
    back to them ("fluency in one of these"). ``number`` counts the clauses of the notice from 0, ``block`` counts the
    lists and paragraphs, so that neighbours are known. ``told``: a known heading, or a lead-in over this very list, says what
    part it is; ``learned``: the clause model said it.
    """

    folded: Folded
    part: Part
    importance: Importance | None = None
    topic: str | None = None
    heading: str = ""
    lead_in: str = ""
    label: str = ""
    listed: bool = False
    number: int = 0
    block: int = 0
    repeats: tuple[Quote, ...] = ()
    before: str = ""
    told: bool = True
    learned: bool = False

    @property
    def text(self) -> str:
        """The clause's words, made plain."""
        return self.folded.text

    @property
    def lower(self) -> str:
        """The clause's words, made plain, in lower case; the same length as ``text``."""
        return self.folded.lower

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """The source's words for ``text[start:end]`` with their place."""
        return self.folded.quote(start, end)

    def words_at(self, start: int = 0, end: int | None = None) -> dict[str, Any]:
        """That quote as the fields of a record that stands on it."""
        first, last = self.folded.place(start, end)
        return {"text": fold_blanks(self.folded.source[first:last]), "start": first, "end": last}

    def place(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """Where that quote begins and ends."""
        return self.folded.place(start, end)


class Salary(Record):
    """Pay as the notice states it; ``currency`` (ISO 4217) and ``period`` are None where it does not say."""

    amount: float
    currency: str | None = None
    period: Literal["hour", "day", "month", "year"] | None = None


class Posting(Record):
    """What the notice says of the post itself; None where it does not say. ``deadline`` is ISO 8601, a date or a time."""

    title: str | None = None
    organisation: str | None = None
    location: str | None = None
    grade: str | None = None
    salary: Salary | None = None
    deadline: str | None = None
    duration_years: float | None = None
    renewable: bool | None = None


class Competency(Quote):
    """A named behaviour the organisation assesses, with its indicator; listed, never scored."""

    name: str
    indicator: str | None = None


class Condition(Quote):
    """A condition of appointment or application; listed for people, never scored. ``min`` and ``max`` belong to ``age``."""

    kind: Literal["age", "medical", "document", "clearance", "work_permit", "background", "contract", "other"]
    min: int | None = None
    max: int | None = None


class Remark(Record):
    """Something that looks wrong in the notice itself: a ``code`` and a plain sentence, with the place."""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice read and sectioned, before criteria are extracted (a working type)."""

    file: str
    sha256: str
    source: str
    posting: Posting
    clauses: tuple[Clause, ...]
    competencies: tuple[Competency, ...] = ()
    conditions: tuple[Condition, ...] = ()
    remarks: tuple[Remark, ...] = ()
    fields: Mapping[str, str] | None = None
