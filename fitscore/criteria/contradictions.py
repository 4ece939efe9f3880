"""Requirements of a notice that cannot both hold, and numbers that disagree with themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fitscore import vocabulary
from fitscore.criteria.base import Criterion
from fitscore.criteria.language_terms import states_level
from fitscore.notices.model import Remark
from fitscore.text import fold
from fitscore.vocabulary import numbers

_SAME = {"language": ("languages", "levels"), "clearance": ("level",), "degree": ("level", "fields")}


def contradictions(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    """Remarks on what a person must clear up; each place is that of the later statement."""
    yield from _two_weights(criteria)
    yield from _two_measures(criteria)
    yield from _too_many_within(criteria)
    yield from _two_numbers(criteria)


def _two_weights(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    for one, two in combinations(criteria, 2):
        if one.kind == two.kind and one.importance != two.importance and _says_the_same(one, two):
            yield _remark(
                "contradiction",
                f"{one.id} and {two.id} ask for the same, once as {one.importance}, once as {two.importance}",
                two,
            )


def _says_the_same(one: Criterion, two: Criterion) -> bool:
    if any(vocabulary.load("lint").pattern("trade").search(fold(c.text).lower) for c in (one, two)):
        return False
    names = _SAME.get(one.kind)
    if names:
        return all(getattr(one, name, None) == getattr(two, name, None) for name in names)
    return fold(one.text).lower == fold(two.text).lower


def _two_measures(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    """One thing asked for twice as essential at two measures: two levels of a language, two numbers of years in a field."""
    first: dict[tuple[object, ...], Criterion] = {}
    for criterion in criteria:
        matter, measure = _measured(criterion)
        if criterion.importance != "essential" or matter is None:
            continue
        before = first.setdefault((criterion.kind, matter), criterion)
        other = _measured(before)[1]
        if other != measure:
            both = f"{before.id} and {criterion.id} ask for the same at two measures"
            yield _remark("contradiction", f"{both}: {other} and {measure}; keep the one that decides", criterion)


def _measured(criterion: Criterion) -> tuple[object, str]:
    """What a criterion is about (None: nothing that can be compared), and how much of it it asks for, in words."""
    if criterion.kind == "language":
        languages, levels = tuple(getattr(criterion, "languages", ())), tuple(getattr(criterion, "levels", ()))
        alone = len(languages) == len(levels) == 1 and states_level(fold(criterion.text).lower)
        return (languages[0], f"level {levels[0]}") if alone else (None, "")
    if criterion.kind == "clearance":
        level = getattr(criterion, "level", None)
        return ("clearance", level) if level else (None, "")
    years, domain = getattr(criterion, "min_years", None), getattr(criterion, "domain", None)
    road = vocabulary.load("experience").pattern("road")
    if years is None or not domain or getattr(criterion, "within", None) or road.search(fold(criterion.text).lower):
        return None, ""
    return fold(domain).lower, f"{years:g} years"


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


def _remark(code: str, message: str, criterion: Criterion) -> Remark:
    return Remark(code=code, message=message, start=criterion.start, end=criterion.end)
