"""Requirements of a notice that cannot both hold, and numbers that disagree with themselves."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from fitscore import vocabulary
from fitscore.criteria.base import Criterion
from fitscore.criteria.language_terms import states_level
from fitscore.notices.model import Remark
from fitscore.text import plain_words
from fitscore.vocabulary import numbers

_SAME = {"language": ("languages", "levels"), "clearance": ("level",), "degree": ("level", "fields")}


def contradictions(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    """Remarks on what a person must clear up; each place is that of the later statement."""
    yield from _two_weights(criteria)
    yield from _two_measures(criteria)
    yield from _too_many_within(criteria)
    yield from _two_numbers(criteria)


def _two_weights(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    """The same asked for as essential and as desirable."""
    alike: dict[tuple[object, ...], list[Criterion]] = {}
    for criterion in criteria:
        alike.setdefault(_what(criterion), []).append(criterion)
    for same in alike.values():
        for one, two in combinations(same, 2):
            if one.importance != two.importance and not (_is_trade(one) or _is_trade(two)):
                both = f"{one.id} and {two.id} ask for the same, once as {one.importance}, once as {two.importance}"
                yield _remark("contradiction", f"{both}; keep the one that decides", two)


def _what(criterion: Criterion) -> tuple[object, ...]:
    """What a criterion asks for; two with the same say the same."""
    names = _SAME.get(criterion.kind)
    return (
        criterion.kind,
        *(getattr(criterion, name, None) for name in names or ()),
        "" if names else plain_words(criterion.text),
    )


def _is_trade(criterion: Criterion) -> bool:
    """Whether it only says what may stand in for what."""
    return vocabulary.load("lint").pattern("trade").search(plain_words(criterion.text)) is not None


def _two_measures(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    """One thing asked for twice as essential at two measures: two levels of a language, two numbers of years in a field."""
    first: dict[tuple[object, ...], tuple[Criterion, str]] = {}
    for criterion in criteria:
        measured = _measured(criterion) if criterion.importance == "essential" else None
        if measured is None:
            continue
        matter, measure = measured
        before, other = first.setdefault((criterion.kind, matter), (criterion, measure))
        if other != measure and _is_stated(before) and _is_stated(criterion):
            both = f"{before.id} and {criterion.id} ask for the same at two measures"
            yield _remark("contradiction", f"{both}: {other} and {measure}; keep the one that decides", criterion)


def _measured(criterion: Criterion) -> tuple[str, str] | None:
    """What a criterion is about, and how much of it it asks for, in words; None where that cannot be compared."""
    if criterion.kind == "language":
        languages, levels = list(getattr(criterion, "languages", ())), list(getattr(criterion, "levels", ()))
        return (languages[0], f"level {levels[0]} of 6") if len(languages) == len(levels) == 1 else None
    if criterion.kind == "clearance":
        level = str(getattr(criterion, "level", None) or "")
        return (level.split()[0].replace("COSMIC", "NATO"), level) if level else None
    if criterion.kind == "experience":
        years, domain = getattr(criterion, "min_years", None), getattr(criterion, "domain", None)
        return (str(domain).lower(), f"{years:g} years") if years and domain else None
    return None


def _is_stated(criterion: Criterion) -> bool:
    """Whether the words state the measure itself, and not one of several roads to it, or none at all."""
    lower = plain_words(criterion.text)
    if criterion.kind == "language":
        return states_level(lower)
    return not vocabulary.load("experience").pattern("road").search(lower)


def _too_many_within(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    by_id = {c.id: c for c in criteria}
    for inner in criteria:
        if inner.kind != "management":
            continue
        outer = by_id.get(str(getattr(inner, "within", None)))
        least, most = getattr(inner, "min_years", None), getattr(outer, "min_years", None)
        if outer is not None and least is not None and most is not None and least > most:
            message = f"{inner.id} asks for {least:g} years within the {most:g} years of {outer.id}"
            yield _remark("contradiction", message, inner)


def _two_numbers(criteria: tuple[Criterion, ...]) -> Iterator[Remark]:
    """ "ten (5) years": the word and the figure differ."""
    pattern = vocabulary.load("numbers").pattern("years")
    for criterion in criteria:
        if criterion.kind not in ("experience", "management") or getattr(criterion, "min_years", None) is None:
            continue
        for found in pattern.finditer(plain_words(criterion.text)) if "(" in criterion.text else ():
            readings = numbers.readings(found.group("number"))
            if len(set(readings)) > 1:
                said = " and ".join(f"{value:g}" for value in readings)
                yield _remark("contradiction", f"{criterion.id} gives the years twice: {said}; the first is used", criterion)


def _remark(code: str, message: str, criterion: Criterion) -> Remark:
    return Remark(code=code, message=message, start=criterion.start, end=criterion.end)
