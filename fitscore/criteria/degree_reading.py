"""Levels of study as a sentence names them, and the roads it makes of them.

A road is a level with the years of experience that go with it: "Master's degree, or Bachelor's degree with two additional
years" are two. Names that stand for each other ("advanced university degree (Master's)") are one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import cast

from fitscore import vocabulary
from fitscore.profiles.degrees import rank
from fitscore.profiles.model import DegreeLevel
from fitscore.vocabulary import numbers

_MOST = 40  # levels of one sentence that are read; more is no requirement
_BRACKET = 24  # characters between a name and the bracket's name that explains it
_ADDITIONAL = 26  # characters around a number of years in which "additional" belongs to it
_CHOICE = re.compile(
    r"[ ,/)]{0,3}(?:and/or|or|/|ou|o|,)?"
    r"(?: (?:an?|equivalent|another|completed|relevant|higher|at least|minimum|equal)){0,3}[ :/]{0,2}\Z"
)
_APPOSED = re.compile(
    r" ?(?:,|-|:|;|i\.e\.|at|being){0,2}(?: (?:at least|minimum|minimum of|preferably|i\.e\.|a|an|the)){0,3} ?\Z"
)
_BOTH = re.compile(r"\b(?:and|with|plus|followed by|supplemented by|together with|combined with)\b(?: [a-z]+){0,2} ?\Z")
_OR = re.compile(r"\b(?:or|ou|and/or|o|either)\b|;|/")


@dataclass(frozen=True, slots=True)
class Mention:
    """A level named in ``lower[start:end]``."""

    level: DegreeLevel
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Road:
    """A level with its years: ``years`` None where none are stated; ``extra``: beyond those of the road named first."""

    level: DegreeLevel
    start: int
    end: int
    years: float | None = None
    extra: bool = False


def words() -> vocabulary.Vocabulary:
    """The vocabulary of degrees."""
    return vocabulary.load("degree")


@lru_cache(maxsize=512)
def mentions(lower: str) -> tuple[Mention, ...]:
    """The levels that a sentence names, from left to right; of overlapping names the longest.

    The bare word "degree" counts only where no level is named with it, or another is named as a choice after it.
    """
    named_levels = _apart(m for pattern in words().group("level").possible(lower) for m in _found(lower, pattern))
    bare = _apart(_found(lower, words().pattern("bare")))
    choice = bare and named_levels and re.search(r",? or an? \Z", lower[bare[0].end : named_levels[0].start])
    return (bare[0], *named_levels) if choice else named_levels or bare


def _found(lower: str, pattern: vocabulary.Pattern) -> Iterator[Mention]:
    return (Mention(cast(DegreeLevel, pattern.value), *match.span()) for match in pattern.finditer(lower))


def _apart(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """The first mentions of those that do not overlap, the longer before the shorter."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, m.start, m.level)):
        place = bisect_left(kept, mention.start, key=lambda m: m.start)
        before = place > 0 and kept[place - 1].end > mention.start
        if not before and (place == len(kept) or kept[place].start >= mention.end):
            kept.insert(place, mention)
    return tuple(kept[:_MOST])


def asks_none(lower: str) -> bool:
    """Whether a sentence asks for no completed degree: enrolment suffices, or it only speaks about degrees."""
    return any(p.search(lower) for p in words().group("none").possible(lower) if not p.name.endswith(".domain"))


def is_studying(lower: str) -> bool:
    """Whether enrolment suffices."""
    return bool(words().pattern("none.studying").search(lower))


def stands_for_something(lower: str) -> bool:
    """Whether a sentence says what may stand for something else."""
    return bool(words().pattern("lieu.stands").search(lower))


def named(lower: str) -> tuple[Mention, ...]:
    """The levels that a sentence asks for, without those that only tell where experience was gained."""
    gained = words().pattern("none.domain").search
    return tuple(m for m in mentions(lower) if not gained(lower[max(0, m.start - 90) : m.start]))


def roads(lower: str, found: Iterable[Mention]) -> tuple[Road, ...]:
    """The roads of a sentence that begins with the degree, the first of them first."""
    groups = _groups(lower, tuple(found))
    ends = [group.start for group in groups[1:]] + [len(lower)]
    return tuple(_with_years(lower, group, end) for group, end in zip(groups, ends, strict=True))


def _groups(lower: str, found: tuple[Mention, ...]) -> list[Mention]:
    """Names joined where they stand for one another; a name that "or" does not tie to the first is no road."""
    groups: list[Mention] = []
    for mention in _explained(lower, found):
        between = lower[groups[-1].end : mention.start] if groups else ""
        if not groups:
            groups.append(mention)
        elif _CHOICE.match(between):
            least = min(groups[-1], mention, key=lambda m: rank(m.level))
            groups[-1] = replace(least, start=groups[-1].start, end=mention.end)
        elif _OR.search(between):
            groups.append(mention)
    return groups


def _explained(lower: str, found: tuple[Mention, ...]) -> list[Mention]:
    """Names that a bracket or a word after a comma makes precise, as one: "advanced degree (Master's)"."""
    out: list[Mention] = []
    brackets = -1  # where the bracket opens that explains the last name
    for mention in found:
        between = lower[out[-1].end : mention.start] if out else ""
        opened = between.rfind("(") if out and between.count("(") > between.count(")") and len(between) < _BRACKET else -1
        if opened >= 0:
            brackets = out[-1].end + opened
            out[-1] = replace(mention, start=out[-1].start)
        elif out and brackets >= 0 and ")" not in lower[brackets : mention.start]:
            least = min(out[-1], mention, key=lambda m: rank(m.level))
            out[-1] = replace(least, start=out[-1].start, end=mention.end)
        elif out and (_APPOSED.match(between) or _completes(out[-1], mention, between)):
            out[-1] = replace(mention, start=out[-1].start)
        else:
            out.append(mention)
            brackets = -1
    return out


def _completes(last: Mention, mention: Mention, between: str) -> bool:
    """ "Secondary education and completed vocational training" is one qualification above the first."""
    return last.level == "secondary" and mention.level == "vocational" and bool(_BOTH.search(between))


def _with_years(lower: str, group: Mention, end: int) -> Road:
    road = Road(group.level, group.start, group.end)
    text = lower[group.end : end]
    found = words().pattern("lieu.years").search(text) or vocabulary.load("numbers").pattern("years").search(text)
    if found is None:
        unstated = ("year" in text or "experience" in text) and words().pattern("lieu.additional").search(text)
        return replace(road, years=float(words().table("unstated_extra_years")), extra=True) if unstated else road
    years = numbers.number(found.group("number"))
    return replace(road, years=years, extra=_is_extra(text, *found.span()))


def _is_extra(text: str, start: int, end: int) -> bool:
    """Whether "additional" stands with a number of years."""
    return bool(words().pattern("lieu.additional").search(text[max(0, start - _ADDITIONAL) : end + _ADDITIONAL]))


def ladder(lower: str) -> tuple[Road, ...]:
    """The roads of a sentence about years: "6 years (with secondary education) or 3 years (with a bachelor's degree)"."""
    stated = [(*m.span(), numbers.number(m.group("number"))) for m in _years(lower)]
    stated = sorted([*stated, *((*m.span(), 0.0) for m in words().pattern("lieu.no_years").finditer(lower))], key=lambda s: s[:2])
    found = mentions(lower)
    out: list[Road] = []
    for index, mention in enumerate(found):
        begin = found[index - 1].end if index else 0
        end = found[index + 1].start if index + 1 < len(found) else len(lower)
        before = [item for item in stated if begin <= item[0] < mention.start]
        after = [item for item in stated if mention.end <= item[0] < end]
        if before and words().pattern("ladder.after").search(lower[before[-1][1] : mention.start]):
            continue
        if before and tied_to_years(lower, mention):
            out.append(_road(lower, mention, before[-1]))
        elif out and after and not before:
            out.append(_road(lower, mention, after[0]))
    return tuple(out) or _subject_roads(lower, stated)


def tied_to_years(lower: str, mention: Mention) -> bool:
    """Whether a level is what years are stated for: "6 years (with …", "for holders of …"."""
    return bool(words().pattern("ladder.before").search(lower[max(0, mention.start - 60) : mention.start]))


def _road(lower: str, mention: Mention, stated: tuple[int, int, float | None]) -> Road:
    start, end, years = stated
    return Road(mention.level, mention.start, mention.end, years, _is_extra(lower, start, end))


def _subject_roads(lower: str, stated: list[tuple[int, int, float | None]]) -> tuple[Road, ...]:
    """ "For a bachelor's degree holder, at least 7 years", "Applicants with a master's degree are not required to have …"."""
    found = mentions(lower)
    if not found or not words().pattern("ladder.subject").search(lower):
        return ()
    if "not required" in lower:
        return (Road(found[0].level, found[0].start, found[0].end, 0.0),)
    after = [item for item in stated if item[0] > found[0].end]
    return (_road(lower, found[0], after[0]),) if after else ()


def lieu(lower: str) -> tuple[Road, ...]:
    """The roads of a sentence that lets a level with more years stand for the degree stated before."""
    if opening := words().pattern("lieu.opening").search(lower):
        lower = " " * opening.end() + lower[opening.end() :]  # "In lieu of the master's, a bachelor's …"
    stands = words().pattern("lieu.stands").search(lower)
    found = [m for m in named(lower) if stands is None or m.start < stands.start()]
    if not found:
        return ()
    made = roads(lower[: stands.start()] if stands and found[0].end < stands.start() else lower, found)
    if stands is None:
        return made if made and made[0].extra else ()
    return tuple(road for road in made if road.years is not None)


def _years(lower: str) -> Iterator[re.Match[str]]:
    return vocabulary.load("numbers").pattern("years").finditer(lower)


def equivalent_accepted(lower: str) -> bool:
    """Whether something unspecified may stand for the degree."""
    return bool(words().pattern("equivalent").search(lower))


def is_road_only(lower: str, found: tuple[Mention, ...]) -> bool:
    """Whether a sentence only tells how many years go with a level, or what may stand for a degree stated elsewhere."""
    if words().pattern("ladder.subject").search(lower):
        return True
    stated = next(_years(lower), None)
    if stated is not None and stated.start() < found[0].start and tied_to_years(lower, found[0]):
        return True
    return bool(lieu(lower)) or _stands_for(lower, found[0])


def _stands_for(lower: str, mention: Mention) -> bool:
    """Whether a sentence lets this level stand for something else, years or another degree, without a number."""
    stands = words().pattern("lieu.stands").search(lower, mention.end)
    return stands is not None and not re.search(r"\brequired\b|;|\bor\b", lower[mention.end : stands.start()])
