"""What contradicts itself in the requirements of a notice, for a person to clear up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fitscore import vocabulary
from fitscore.criteria.base import Criterion
from fitscore.notices.model import Notice, Remark
from fitscore.text import fold
from fitscore.vocabulary import numbers

_SAME = {"language": ("languages", "levels"), "clearance": ("level",), "degree": ("level", "fields")}


def contradictions(criteria: tuple[Criterion, ...], notice: Notice) -> tuple[Remark, ...]:
    """Remarks on criteria that cannot both hold, on numbers that disagree with themselves, on years that are not legible."""
    remarks = [*_two_weights(criteria), *_too_many_within(criteria), *_two_numbers(criteria), *_illegible(notice)]
    return tuple(sorted(remarks, key=lambda r: (r.start, r.end, r.code, r.message)))


def _two_weights(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    for one, two in combinations(criteria, 2):
        if one.kind == two.kind and one.importance != two.importance and _says_the_same(one, two):
            yield _remark(
                "contradiction",
                f"{one.id} and {two.id} ask for the same, once as {one.importance}, once as {two.importance}",
                two,
            )


def _says_the_same(one: Criterion, two: Criterion) -> bool:
    names = _SAME.get(one.kind)
    if names:
        return all(getattr(one, name, None) == getattr(two, name, None) for name in names)
    return fold(one.text).lower == fold(two.text).lower


def _too_many_within(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    by_id = {c.id: c for c in criteria}
    for inner in criteria:
        outer = by_id.get(str(getattr(inner, "within", None)))
        least, most = getattr(inner, "min_years", None), getattr(outer, "min_years", None)
        if outer is not None and least is not None and most is not None and least > most:
            message = f"{inner.id} asks for {least:g} years within the {most:g} years of {outer.id}"
            yield _remark("contradiction", message, inner)


def _two_numbers(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    """ "ten (5) years": the word and the figure differ."""
    pattern = vocabulary.load("numbers").pattern("years")
    for criterion in criteria:
        if getattr(criterion, "min_years", None) is None:
            continue
        for found in pattern.finditer(fold(criterion.text).lower):
            readings = numbers.readings(found.group("number"))
            if len(set(readings)) > 1:
                said = " and ".join(f"{value:g}" for value in readings)
                yield _remark("contradiction", f"{criterion.id} gives the years twice: {said}; the first is used", criterion)


def _illegible(notice: Notice) -> Iterator[Remark]:
    pattern = vocabulary.load("experience").pattern("illegible")
    for clause in notice.clauses:
        if clause.part == "qualifications" and (found := pattern.search(clause.lower)):
            quote = clause.quote(found.start(), found.end())
            yield Remark(
                code="unreadable_years", message="the number of years is missing or not legible", start=quote.start, end=quote.end
            )


def _remark(code: str, message: str, criterion: Criterion) -> Remark:
    return Remark(code=code, message=message, start=criterion.start, end=criterion.end)
