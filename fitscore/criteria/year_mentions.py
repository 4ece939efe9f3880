"""Numbers of years as they stand in a sentence (working types)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from fitscore.vocabulary import load, numbers

BEFORE = 50
"""Characters before a number, or before "of which", in which another number may stand."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A number of years: the number at ``start``, the word after it at ``unit`` (of the last road: ``last_unit``)."""

    start: int
    unit: int
    last_unit: int
    end: int
    written: str
    years: float
    readings: tuple[float, ...]
    within: bool = False


def unit_of(found: re.Match[str]) -> int:
    """Where the word "years" or "months" begins."""
    at = max(found.group().rfind(word) for word in (" year", "-year", " yr", " month", ")year", "+year", "year", "month", "yr"))
    return found.start() + at + (0 if found.group()[at].isalpha() else 1)


def numbers_within(lower: str, known: Sequence[Mention]) -> list[Mention]:
    """ "…, of which five in team management", "…, two of which abroad": a number without "years" after years that were named."""
    out: list[Mention] = []
    words = load("experience")
    for link in words.pattern("within").finditer(lower) if known else ():
        if link.start() < known[0].start:
            continue
        offset, found = link.end(), words.pattern("within_number").search(lower[link.end() : link.end() + 60])
        unit = end = link.end() + found.end("number") if found else link.end()
        if found is None and link.group().startswith("of "):
            offset, unit = max(known[0].end, link.start() - BEFORE), link.start()
            found = words.pattern("within_number_before").search(lower[offset : link.start()])
        start = offset + found.start("number") if found else 0
        if found and not any(m.start <= start < m.end for m in known):
            readings = numbers.readings(found.group("number"))
            out.append(Mention(start, unit, unit, end, found.group("number"), readings[0], readings, True))
    return out
