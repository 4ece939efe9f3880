"""Lists and sentences that ask by their own words, in a notice of which no heading and no lead-in asks for anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from fitscore.notices.model import Clause, Part
from fitscore.vocabulary import load

_ASKING: tuple[Part, ...] = ("qualifications", "competencies")
_FEWEST = 2  # items of a list


def ask_by_words(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses; where none is told to ask, lists and sentences that do by their own words are qualifications."""
    if any(clause.told and clause.part in _ASKING for clause in clauses):
        return list(clauses)
    read: list[Clause] = []
    for _, group in groupby(clauses, key=lambda clause: (clause.block, clause.listed)):
        block = list(group)
        if block[0].listed:
            read += _list(block)
        else:
            read += _sentences(block)
    return read


def _list(block: Sequence[Clause]) -> list[Clause]:
    """A list, its requirements asked: half of its items or more begin as such, and one names a degree, years or the like."""
    words = load("sections")
    shaped = [words.pattern("asks.item").search(clause.lower) is not None for clause in block]
    if block[0].part == "duties" or sum(shaped) < _FEWEST:
        return list(block)
    first, end = shaped.index(True), len(shaped) - shaped[::-1].index(True)
    if first < _FEWEST:  # more are another list, of duties
        first = 0
    if len(block) - end < _FEWEST:
        end = len(block)
    asks = 2 * sum(shaped) >= end - first and any(words.pattern("asks.firmly").search(c.lower) for c in block[first:end])
    return [_asked(c) if asks and first <= number < end else c for number, c in enumerate(block)]


def _sentences(block: Sequence[Clause]) -> list[Clause]:
    """Running text: a sentence that says what candidates must be or have, and those behind it that go on with "they must"."""
    words, before, read = load("sections"), False, []
    for clause in block:
        open_to = clause.part in ("masthead", "summary", "application", "other") and not clause.label
        firm = before or words.pattern("asks.firmly").search(clause.lower) is not None
        goes_on = firm and words.pattern("asks.on").search(clause.lower) is not None
        before = open_to and (goes_on or words.pattern("asks.sentence").search(clause.lower) is not None)
        read.append(_asked(clause) if before else clause)
    return read


def _asked(clause: Clause) -> Clause:
    return clause if clause.part in _ASKING else replace(clause, part="qualifications", heading="", topic=None, told=True)
