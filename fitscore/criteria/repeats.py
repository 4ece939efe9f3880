"""The same requirement stated twice is one criterion with repeats."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from fitscore.criteria.base import Criterion
from fitscore.notices.model import Clause
from fitscore.records import working
from fitscore.text import Quote, Span, fold
from fitscore.vocabulary import load

_ALIKE = 0.8  # share of words that two statements have in common if they say the same
_WORD = re.compile(r"[^\W_]+")
_SHORT = 40  # letters of a value that stands on the line after its label
_FIELD = 90  # letters that a field among the requirements has at most
_BY_VALUE = ("degree", "language", "clearance", "nationality", "experience", "management")
_WITH_YEARS = ("experience", "management")
_FIELDS = {
    "degree": ("level",),
    "language": ("languages", "levels"),
    "clearance": ("level",),
    "nationality": ("countries", "group"),
    "experience": ("min_years",),
    "management": ("min_years",),
}


@working
class Found:
    """A criterion with the clause that states it."""

    criterion: Criterion
    clause: Clause

    @property
    def is_field(self) -> bool:
        """Whether a short labelled field states it, and not the body of the notice."""
        label = load("masthead").pattern("level_field")
        level = len(self.clause.text) <= _SHORT and label.search(self.clause.heading.lower()) is not None
        if self.clause.label and self.clause.part == "qualifications" and len(self.clause.text) > _FIELD:
            return False  # "Professional experience: at least three years in …", among the requirements
        return bool(self.clause.label) or self.clause.part == "masthead" or level


def join_repeats(found: list[Found]) -> list[Found]:
    """Each requirement once; the more precise statement, in the qualifications part, is kept, the others are its repeats."""
    kept: list[Found] = []
    for item in sorted(found, key=_rank):
        twin = next((i for i, other in enumerate(kept) if _same(other, item)), None)
        if twin is None:
            kept.append(Found(_with_repeats(item.criterion, list(_verbatim(item))), item.clause))
        else:
            spans = [Span(start=item.criterion.start, end=item.criterion.end), *_verbatim(item)]
            kept[twin] = Found(_with_repeats(kept[twin].criterion, spans), kept[twin].clause)
    return kept


def _rank(item: Found) -> tuple[bool, bool, int, int, int, str]:
    """Which statement is kept: the body before fields, the qualifications before other parts, then the first."""
    criterion = item.criterion
    return (
        item.is_field,
        item.clause.part != "qualifications",
        criterion.start,
        criterion.end,
        item.clause.number,
        criterion.kind,
    )


def _same(kept: Found, item: Found) -> bool:
    a, b = kept.criterion, item.criterion
    if a.kind != b.kind or a.importance != b.importance:
        return a.importance == b.importance and _free(a) and _free(b) and _alike(a.text, b.text)
    if _free(a) or _free(b):
        return _free(a) and _free(b) and _alike(a.text, b.text)
    if item.is_field:
        return _field_of(a, b)
    return _values(a) == _values(b) and (_shared_words(a, b) or kept.clause.part != item.clause.part)


def _free(criterion: Criterion) -> bool:
    if criterion.kind in _WITH_YEARS:
        return getattr(criterion, "min_years", 0) is None
    return criterion.kind not in _BY_VALUE


def _values(criterion: Criterion) -> tuple[object, ...]:
    return tuple(getattr(criterion, name, None) for name in _FIELDS[criterion.kind])


def _field_of(body: Criterion, field: Criterion) -> bool:
    """Whether a labelled field says what the body says: any years or degree of the same weight, a language among the body's."""
    if body.kind == "language":
        return set(getattr(field, "languages", ())) <= set(getattr(body, "languages", ()))
    if body.kind in ("degree", "experience", "management"):
        return True
    return _values(body) == _values(field)


def _shared_words(a: Criterion, b: Criterion) -> bool:
    if a.kind in ("language", "clearance", "nationality"):
        return True
    return _alike(a.text, b.text)


def _alike(a: str, b: str) -> bool:
    one, two = _words(a), _words(b)
    return bool(one and two) and len(one & two) >= _ALIKE * len(one | two)


@lru_cache(maxsize=512)
def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())).difference(load("importance").table("weighing"))


def _with_repeats(criterion: Criterion, spans: list[Span]) -> Criterion:
    if not spans and not criterion.repeats:
        return criterion
    own = (criterion.start, criterion.end)
    places = {(s.start, s.end) for s in (*criterion.repeats, *spans)} - {own}
    return criterion.model_copy(update={"repeats": tuple(Span(start=a, end=b) for a, b in sorted(places))})


def _verbatim(item: Found) -> Iterator[Span]:
    """Where the same words stand again, for a clause that the notice holds twice."""
    source = item.clause.folded.source
    for place in item.clause.repeats:
        yield _place_in(source, place, item.criterion.text)


def _place_in(source: str, place: Quote, text: str) -> Span:
    folded = fold(source, place.start, place.end)
    at = folded.lower.find(fold(text).lower)
    quote = folded.quote(at, at + len(fold(text).text)) if at >= 0 else folded.quote()
    return Span(start=quote.start, end=quote.end)


def joined(kept: Found, others: Sequence[Found], **change: object) -> Found:
    """What is kept with what others say as its repeats, and with the fields that change."""
    places = {(s.start, s.end) for f in (kept, *others) for s in f.criterion.repeats}
    places |= {(f.criterion.start, f.criterion.end) for f in others}
    return changed(kept, repeats=tuple(Span(start=start, end=end) for start, end in sorted(places)), **change)


def changed(found: Found, **change: object) -> Found:
    """What was found with other fields."""
    return replace(found, criterion=found.criterion.model_copy(update=change))
