"""Lists and sentences that ask by their own words, in a notice of which no heading and no lead-in asks for anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from fitscore.notices.foreign import is_stray, is_stray_sentence
from fitscore.notices.headings import read_heading
from fitscore.notices.model import Clause, Part
from fitscore.vocabulary import load

_ASKING: tuple[Part, ...] = ("qualifications", "competencies")
_FEWEST = 2  # items of a list
_NEAR = 4  # sentences before a lead-in
_FEWEST_LINES = 3  # in a row, where no signs make them a list
_OPEN: tuple[Part, ...] = ("masthead", "summary", "application", "other")


def ask_by_words(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses; where none is told to ask, lists and sentences that do by their own words are qualifications."""
    told = next((number for number, clause in enumerate(clauses) if _is_told(clause)), None)
    if told is not None:
        return _before_lead(clauses, told)
    read: list[Clause] = []
    for _, group in groupby(clauses, key=lambda clause: (clause.block, clause.listed)):
        block = list(group)
        if block[0].listed:
            read += _list(block)
        else:
            read += _sentences(block)
    return read


def _is_told(clause: Clause) -> bool:
    """Whether a heading or a lead-in, and not only its own words, tells that a clause asks."""
    return clause.told and clause.part in _ASKING and (clause.listed or not is_stray(clause.lower, listed=False))


def _before_lead(clauses: Sequence[Clause], told: int) -> list[Clause]:
    """The clauses; where a lead-in alone opens what is asked, a sentence before it that names a degree or years asks too."""
    read, first = _in_head(clauses), max(told - _NEAR, 0)
    if clauses[told].lead_in and not read_heading(clauses[told].heading):
        read[first:told] = [_asked(c) if c.part in _OPEN and is_stray_sentence(c.lower) else c for c in clauses[first:told]]
    return read


def _in_head(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, with lists of requirements that stand above every heading asked."""
    read: list[Clause] = []
    for _, group in groupby(clauses, key=lambda clause: (clause.block, clause.listed, clause.part)):
        block = list(group)
        read += _list(block) if block[0].listed and block[0].part == "masthead" else block
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
    runs = _runs(block)
    for number, clause in enumerate(block):
        open_to = clause.part in _OPEN and not clause.label
        firm = before or words.pattern("asks.firmly").search(clause.lower) is not None
        goes_on = firm and words.pattern("asks.on").search(clause.lower) is not None
        before = open_to and (goes_on or words.pattern("asks.sentence").search(clause.lower) is not None)
        read.append(_asked(clause) if before or (number in runs and clause.part in _OPEN) else clause)
    return read


def _runs(block: Sequence[Clause]) -> frozenset[int]:
    """Which lines of a text stand among several in a row that begin as requirements do, one of which names a degree or years."""
    words, found, run = load("sections"), [], []
    for number, clause in enumerate([*block, None]):
        if clause is not None and words.pattern("asks.item").search(clause.lower):
            run.append(number)
            continue
        if len(run) >= _FEWEST_LINES and any(words.pattern("asks.firmly").search(block[at].lower) for at in run):
            found += run
        run = []
    return frozenset(found)


def _asked(clause: Clause) -> Clause:
    return clause if clause.part in _ASKING else replace(clause, part="qualifications", heading="", topic=None, told=True)
