"""Years, levels and clearances that cannot be read: lost numbers, blanks nobody filled in, levels of no scale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from fitscore import vocabulary
from fitscore.criteria.base import Criterion
from fitscore.notices.model import Clause, Notice, Remark
from fitscore.text import Span
from fitscore.vocabulary.languages import languages_in

_LONGEST_FIELD = 60


def illegible(criteria: Sequence[Criterion], notice: Notice) -> Iterator[Remark]:
    """Remarks on what a reader cannot make out either."""
    taken = [c for c in criteria if c.kind == "clearance"]
    for clause in notice.clauses:
        if _cues().possible(clause.lower):
            if clause.part == "qualifications":
                yield from _found(clause, "experience", "illegible", "unreadable_years", _YEARS)
            if clause.part in ("qualifications", "competencies") or clause.topic == "language":
                yield from _level(clause)
        if clause.part not in ("duties", "competencies"):
            yield from _clearance(clause, taken)
    yield from _without_level(taken)


@cache
def _cues() -> vocabulary.Group:
    """The patterns of years and levels that cannot be read."""
    lint = vocabulary.load("lint")
    return vocabulary.Group(
        (vocabulary.load("experience").pattern("illegible"), lint.pattern("level.unknown"), lint.pattern("level.blank"))
    )


_YEARS = "the number of years is missing or not legible"
_LEVEL = "this is a level of no scale; write a level of the scale that you use, such as B2, III, or SLP 3333"
_BLANK = "the level is left blank; fill it in"
_CLEARANCE = "this clearance cannot be read; write its level by name, such as NATO SECRET"


def _found(clause: Clause, vocabulary_of: str, name: str, code: str, message: str) -> Iterator[Remark]:
    if found := vocabulary.load(vocabulary_of).pattern(name).search(clause.lower):
        quote = clause.quote(found.start(), found.end())
        yield Remark(code=code, message=message, start=quote.start, end=quote.end)


def _level(clause: Clause) -> Iterator[Remark]:
    """A level of a language that is none; levels of other things are left alone."""
    found = [
        *_found(clause, "lint", "level.unknown", "unreadable_level", _LEVEL),
        *_found(clause, "lint", "level.blank", "unreadable_level", _BLANK),
    ]
    if found and (clause.topic == "language" or "language" in clause.lower or any(languages_in(clause.lower))):
        yield from found


def _clearance(clause: Clause, taken: Sequence[Criterion]) -> Iterator[Remark]:
    if "clearance" not in clause.lower and clause.topic != "clearance" and "clearance" not in clause.label.lower():
        return
    if _touches(clause, taken):
        return
    words = vocabulary.load("lint")
    blank = words.pattern("clearance.blank").search(clause.lower)
    strange = len(clause.lower) < _LONGEST_FIELD and not words.pattern("clearance.none").search(clause.lower)
    labelled = clause.topic == "clearance" or vocabulary.load("clearance").pattern("field.label").search(clause.label.lower())
    if blank or (labelled and strange and words.pattern("clearance.marking").search(clause.lower)):
        quote = clause.quote()
        yield Remark(code="unreadable_clearance", message=_CLEARANCE, start=quote.start, end=quote.end)


def _touches(clause: Clause, criteria: Sequence[Criterion]) -> bool:
    start, end = clause.folded.offsets[0], clause.folded.offsets[-1]
    return any(
        place.start <= end and place.end > start for c in criteria for place in (Span(start=c.start, end=c.end), *c.repeats)
    )


def _without_level(taken: Sequence[Criterion]) -> Iterator[Remark]:
    for criterion in taken:
        if getattr(criterion, "level", None) is None:
            message = f"{criterion.id} asks for a clearance and names no level; write its level by name, such as NATO SECRET"
            yield Remark(code="unreadable_clearance", message=message, start=criterion.start, end=criterion.end)
