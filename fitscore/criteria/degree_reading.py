"""Levels of study as a sentence names them, and the roads it makes of them.

A road is a level with the years of experience that go with it: "Master's degree, or Bachelor's degree with two additional
years" are two. Names that stand for each other ("advanced university degree (Master's)") are one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import cast

from fitscore import vocabulary
from fitscore.profiles.degrees import rank
from fitscore.profiles.model import DegreeLevel
from fitscore.records import working
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


@working
class Mention:
    """A level named in ``lower[start:end]``."""

    level: DegreeLevel
    start: int
    end: int


@working
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
    every = list(found)
    if len(every) < 2:
        return tuple(every)
    kept: list[Mention] = []
    for mention in sorted(every, key=lambda m: (m.start - m.end, m.start, m.level)):
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
        elif _CHOICE.match(between) and not _lower_road(lower, groups[-1], mention):
            least = min(groups[-1], mention, key=lambda m: rank(m.level))
            groups[-1] = replace(least, start=groups[-1].start, end=mention.end)
        elif _OR.search(between):
            groups.append(mention)
    return groups


def _lower_road(lower: str, before: Mention, mention: Mention) -> bool:
    """Whether a lower level asks for more years than the one before it ("a Master's, or a first degree with more years")."""
    return rank(mention.level) < rank(before.level) and bool(words().pattern("lieu.with_more").regex.match(lower, mention.end))


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
        elif out and brackets >= 0 and ")" not in lower[brackets : mention.start] and not _lower_road(lower, out[-1], mention):
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
    inside = years_inside(lower[group.start : group.end]) if found is None else None
    if inside:
        return replace(road, years=inside, extra=True)
    if found is None:
        unstated = ("year" in text or "experience" in text) and words().pattern("lieu.additional").search(text)
        return replace(road, years=float(words().table("unstated_extra_years")), extra=True) if unstated else road
    years = numbers.number(found.group("number"))
    return replace(road, years=years, extra=is_extra(text, *found.span()))


def years_inside(name: str) -> float | None:
    """The years of work that the name of a level holds ("studies and experience of one year when they take three years")."""
    found = words().pattern("lieu.inside").search(name)
    return numbers.number(found.group("number") or found.group("number2")) if found else None


def is_extra(text: str, start: int, end: int) -> bool:
    """Whether "additional" stands with a number of years."""
    return bool(words().pattern("lieu.additional").search(text[max(0, start - _ADDITIONAL) : end + _ADDITIONAL]))


def years_in(lower: str) -> Iterator[re.Match[str]]:
    """The numbers of years in a sentence."""
    return vocabulary.load("numbers").pattern("years").finditer(lower)


def equivalent_accepted(lower: str) -> bool:
    """Whether something unspecified may stand for the degree."""
    return bool(words().pattern("equivalent").search(lower))


def is_title(lower: str) -> bool:
    """Whether words are the name of a level and nothing else ("Master's degree")."""
    found = mentions(lower)
    return len(found) == 1 and not lower[: found[0].start].strip() and not lower[found[0].end :].strip(" '()")
