"""Roads that a sentence states beside a degree: ladders of years and degrees, and what may stand in lieu of a degree."""

from __future__ import annotations

import re
from dataclasses import replace

from fitscore.criteria.degree_reading import (
    Mention,
    Road,
    is_extra,
    mentions,
    named,
    roads,
    stands_for_something,
    words,
    years_in,
    years_inside,
)
from fitscore.vocabulary.numbers import number

_BRACKETED = re.compile(r"\([^()]{20,240}(?:\)|\Z)")


def ladder(lower: str) -> tuple[Road, ...]:
    """The roads of a sentence about years: "5 years (with a school certificate) or 2 years (with a first degree)"."""
    stated = [(*m.span(), number(m.group("number"))) for m in years_in(lower)]
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
    return Road(mention.level, mention.start, mention.end, years, is_extra(lower, start, end))


def _subject_roads(lower: str, stated: list[tuple[int, int, float | None]]) -> tuple[Road, ...]:
    """ "For a bachelor's degree holder, at least 7 years", "Those with a master's degree need no years at all"."""
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
        return made if made and made[0].extra and not years_inside(lower[made[0].start : made[0].end]) else ()
    alone = len(found) == 1 and found[0].end < stands.start()
    unstated = alone and "experience" in lower[found[0].end : stands.start()]  # "with qualifying experience": no number of years
    counted = (replace(road, years=0.0, extra=True) if road.years is None and unstated else road for road in made)
    return tuple(road for road in counted if road.years is not None)


def is_road_only(lower: str, found: tuple[Mention, ...]) -> bool:
    """Whether a sentence only tells how many years go with a level, or what may stand for a degree stated elsewhere."""
    if words().pattern("ladder.subject").search(lower) or words().pattern("lieu.fewer").search(lower):
        return True
    stated = next(years_in(lower), None)
    if stated is not None and stated.start() < found[0].start and tied_to_years(lower, found[0]):
        return True
    first = next(iter(lieu(lower)), None)
    opened = words().pattern("lieu.opening").search(lower)
    begins = first is not None and (opened or first.start <= found[0].start)  # a degree before it is asked itself
    if begins and not words().pattern("lieu.or_more").search(lower):
        return True
    return is_replaced(lower, found[0]) or _stands_for(lower, found[0])


def is_replaced(lower: str, mention: Mention) -> bool:
    """Whether a sentence begins with what may stand for this level ("long practice may compensate for a degree")."""
    return words().pattern("lieu.replaces").regex.search(lower, 0, mention.start) is not None


def _stands_for(lower: str, mention: Mention) -> bool:
    """Whether a sentence lets this level stand for something else, years or another degree, without a number."""
    stands = words().pattern("lieu.stands").search(lower, mention.end)
    return stands is not None and not re.search(r"\brequired\b|;|\bor\b", lower[mention.end : stands.start()])


def without_aside(lower: str) -> str:
    """The words with a blank for each letter of a bracket behind the degree that tells of another road in lieu of it."""
    aside = _aside(lower)
    return lower if aside is None else lower[: aside[0]] + " " * (aside[1] - aside[0]) + lower[aside[1] :]


def of_aside(lower: str) -> tuple[Road, ...]:
    """The roads of such a bracket."""
    aside = _aside(lower)
    return lieu(" " * aside[0] + lower[slice(*aside)]) if aside else ()


def _aside(lower: str) -> tuple[int, int] | None:
    found = mentions(lower)
    for bracket in _BRACKETED.finditer(lower):
        if found and found[0].end <= bracket.start() and stands_for_something(bracket.group()):
            return bracket.span()
    return None
