"""Every sentence that a profile makes, with its path in the document and what it is worth.

Name, contact, address, birth date, photo and references make no statement; nor do interests, which tell what a person
likes or why there is a gap, and the languages, clearances and nationalities, which have kinds of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from fitscore.profiles.model import DateSpan, Education, Position, Profile
from fitscore.profiles.sentences import sentences

Standing = Literal["done", "certified", "studied", "listed", "claimed"]
"""What a statement is worth: ``done`` in a dated job or project · ``certified`` by a certificate, award or publication ·
``studied`` in a course or degree · ``listed`` as a skill · ``claimed`` in a summary or label, or in a job that has
no dates or has not begun."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence that the profile makes, with its path in the document. ``job`` is the index of its job, if any.

    ``text`` stands at ``path`` word for word. ``when`` tells the time in words ("2019-04 to today"); empty if not known.
    """

    path: str
    text: str
    standing: Standing
    job: int | None = None
    when: str = ""


def make_statements(profile: Profile, *, on: date) -> tuple[Statement, ...]:
    """The statements of a profile on a day: its jobs first, then what is certified, studied, listed and claimed."""
    return tuple(_all(profile, on))


def _all(profile: Profile, on: date) -> Iterator[Statement]:
    for job, position in enumerate((*profile.work, *profile.volunteer)):
        yield from _position(position, job, on)
    for project in profile.projects:
        standing = _standing(project.when, on)
        yield from _texts(project.texts, standing, when=period(project.when, project.until) if project.when else "")
    for item in (*profile.certificates, *profile.publications, *profile.awards):
        yield from _texts(item.texts, "certified", when=item.when.text if item.when else "")
    for course in profile.education:
        yield from _education(course)
    for skill in profile.skills:
        yield from _texts(skill.texts, "listed")
    yield from _texts((("basics.label", profile.label), ("basics.summary", profile.summary)), "claimed")


def _standing(start: DateSpan | None, on: date) -> Standing:
    """What has begun on a known day is done; the rest is only said."""
    return "done" if start is not None and start.earliest <= on else "claimed"


def _position(position: Position, job: int, on: date) -> Iterator[Statement]:
    employer = "organization" if position.path.startswith("volunteer") else "name"
    texts = [
        (f"{position.path}.position", position.title),
        (f"{position.path}.{employer}", position.employer),
        (f"{position.path}.description", position.description),
        (f"{position.path}.summary", position.summary),
        *((f"{position.path}.highlights[{index}]", words) for index, words in enumerate(position.highlights)),
    ]
    standing = _standing(position.start, on)
    yield from _texts(texts, standing, job=job, when=period(position.start, position.end) if position.start else "")


def _education(course: Education) -> Iterator[Statement]:
    texts = [
        (f"{course.path}.studyType", course.title),
        (f"{course.path}.area", course.area),
        (f"{course.path}.institution", course.institution),
        *((f"{course.path}.courses[{index}]", words) for index, words in enumerate(course.courses)),
    ]
    yield from _texts(texts, "studied", when=course.end.text if course.end else "")


def _texts(
    texts: Iterable[tuple[str, str]], standing: Standing, *, job: int | None = None, when: str = ""
) -> Iterator[Statement]:
    for path, words in texts:
        for sentence in sentences(words):
            yield Statement(path, sentence, standing, job, when)


def period(start: DateSpan | None, end: DateSpan | None) -> str:
    """A time in words: "2019-04 to 2021", "2019-04 to today"."""
    return f"{start.text if start else '?'} to {end.text if end else 'today'}"
