"""Titles of qualifications: their level, whether they were completed, and what is no degree at all.

Levels follow ISCED 2011; the tables and their sources are in ``vocabulary/titles.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, cast

from fitscore import vocabulary
from fitscore.profiles.model import DEGREE_LEVELS, DegreeLevel, Education
from fitscore.vocabulary.plain import plain


@dataclass(frozen=True, slots=True)
class DegreeReading:
    """What a title says: ``level`` None where it tells none; ``completed`` None where no word says.

    ``staff_college``: a staff or war college or a school of administration; ``short``: a course of hours or days.
    """

    level: DegreeLevel | None = None
    completed: bool | None = None
    staff_college: bool = False
    short: bool = False


def read_title(title: str, area: str, country: str | None, end_year: int | None, institution: str = "") -> DegreeReading:
    """Read a course of study as a CV names it; ``country`` (ISO alpha-2) and ``end_year`` decide titles that differ by them."""
    words = plain(title) or plain(area)
    whole = " ".join(filter(None, (plain(title), plain(area))))
    short = bool(_titles().pattern("short").search(whole))
    college = _is_staff_college(plain(title), plain(area), plain(institution))
    level = None if short else _level(words, country, end_year)
    if level == "vocational" and college:
        level = None
    return DegreeReading(level, _completed(whole), college, short)


def is_completed(education: Education, on: date) -> bool:
    """Whether a course of study was completed by ``on`` (contract §2).

    What the document or its words say decides; otherwise it was, unless its end may lie after that day, or it has a start
    and no end.
    """
    if education.completed is not None:
        return education.completed
    if education.end is not None:
        return education.end.latest <= on
    return education.start is None


def rank(level: DegreeLevel) -> int:
    """The place of a level in the order of ISCED: 0 for secondary to 4 for a doctorate."""
    return DEGREE_LEVELS.index(level)


def _titles() -> vocabulary.Vocabulary:
    return vocabulary.load("titles")


def _is_staff_college(title: str, area: str, institution: str) -> bool:
    """A staff college by its title; by the institution only where the title is no degree of its own."""
    college = _titles().pattern("staff_college")
    if college.search(title) or college.search(area):
        return True
    return bool(college.search(institution)) and _level(title, None, None) in (None, "vocational")


def _completed(words: str) -> bool | None:
    titles = _titles()
    if titles.group("unfinished").matches(words):
        return False
    return True if titles.pattern("finished").search(words) else None


def _level(words: str, country: str | None, year: int | None) -> DegreeLevel | None:
    """The highest level of the titles that a text names, longer names first."""
    found = [level for entry in _entries_in(words) if (level := _level_of(entry, country, year)) is not None]
    return max(found, key=rank, default=None)


def _entries_in(words: str) -> Iterator[Mapping[str, Any]]:
    lexicon, pattern = _lexicon()
    only_first = _titles().table("only_first")
    for match in pattern.finditer(words):
        if match.start() == 0 or match.group() not in only_first:
            yield lexicon[match.group()]


@cache
def _lexicon() -> tuple[Mapping[str, Mapping[str, Any]], re.Pattern[str]]:
    """Every title's entry, and one expression that finds them, longest first."""
    lexicon: dict[str, Mapping[str, Any]] = {word: {} for word in _titles().table("no_level")}
    for entry in _titles().table("titles"):
        lexicon.update(dict.fromkeys(entry["words"], entry))
    longest_first = sorted(lexicon, key=lambda word: (-len(word), word))
    return lexicon, re.compile(rf"(?<![a-z0-9])(?:{'|'.join(map(re.escape, longest_first))})(?![a-z0-9])")


def _level_of(entry: Mapping[str, Any], country: str | None, year: int | None) -> DegreeLevel | None:
    """The level of a title, by country and year where it has more than one meaning."""
    for rule in entry.get("except", ()):
        late = year is None or year >= rule.get("from", 0)
        if country in rule["countries"] and late:
            return cast(DegreeLevel, rule["level"])
    return cast("DegreeLevel | None", entry.get("level"))
