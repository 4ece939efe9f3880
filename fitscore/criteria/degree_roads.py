"""Roads to the post that a notice states away from its degree, tied to that degree.

"A first-level degree with two additional years may be accepted in lieu" and "5 years (with a school certificate) or 2 years
(with a bachelor's degree)" are no degrees of their own. A ladder of years and degrees in a notice that names no other
degree is its degree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fitscore.criteria import degree_lieu
from fitscore.criteria import degree_reading as reading
from fitscore.criteria.degree import Degree, alternative, naming
from fitscore.criteria.experience import Experience
from fitscore.criteria.importance import stated_importance
from fitscore.criteria.repeats import Found
from fitscore.criteria.splitting import sentences, trimmed
from fitscore.notices.model import Clause, Notice
from fitscore.profiles.degrees import rank
from fitscore.vocabulary.numbers import number

_NEAR = 3  # clauses within which years for another level stand behind those for the first
_ASKING = ("qualifications", "competencies")


@dataclass(frozen=True, slots=True)
class _Stated:
    """Roads that one sentence of a clause states, ``text[start:end]``; ``ladder``: years and degrees, not "in lieu of".

    ``open``: it leaves open what may stand for the degree ("long practice may compensate for it"). ``beside``: its roads
    stand in a bracket beside years that are asked of all others ("4 years (6 for holders of a diploma)").
    """

    clause: Clause
    start: int
    end: int
    roads: tuple[reading.Road, ...]
    ladder: bool
    open: bool = False
    beside: bool = False

    @property
    def place(self) -> int:
        """Where it stands in the source."""
        return self.clause.quote(self.start, self.end).start


def join_roads(found: Sequence[Found], notice: Notice) -> list[Found]:
    """What was found, with the roads of the notice tied to the essential degree before them (or, if there is none, after)."""
    out = list(found)
    for stated in _all_stated(notice):
        place = _target(out, stated)
        if place is not None:
            out[place] = _tied(out[place], stated, _years_asked(out))
        elif stated.ladder and not stated.beside:
            out.append(Found(_degree_of(stated), stated.clause))
    return _without_further_years(out)


def _without_further_years(found: Sequence[Found]) -> list[Found]:
    """What was found, without the years that a line asks of the holders of another level than the years before it."""
    kept: list[Found] = []
    before = -_NEAR
    for item in sorted(found, key=lambda f: f.criterion.start):
        years = isinstance(item.criterion, Experience) and item.criterion.min_years is not None
        if years and item.clause.number - before < _NEAR and _of_holders(item.criterion.text.lower()):
            continue
        before = item.clause.number if years else before
        kept.append(item)
    return kept


def _of_holders(lower: str) -> bool:
    return bool(reading.words().pattern("ladder.holders").search(lower)) and bool(reading.mentions(lower))


def _all_stated(notice: Notice) -> Iterator[_Stated]:
    for clause in notice.clauses:
        if clause.part not in _ASKING and not clause.label:
            continue
        if not naming().possible(clause.lower):
            continue
        for start, end in sentences(clause):
            stated = _in_sentence(clause, start, end)
            if stated is not None:
                yield stated


def _in_sentence(clause: Clause, start: int, end: int) -> _Stated | None:
    lower = clause.lower[start:end]
    found = reading.named(lower)
    if not found or reading.is_studying(lower):
        return None
    fewer = reading.words().pattern("lieu.fewer").search(lower)
    if fewer:
        road = reading.Road(found[0].level, found[0].start, found[0].end, -(number(fewer.group("number")) or 0.0), True)
        return _Stated(clause, start, end, (road,), False)
    if not degree_lieu.is_road_only(lower, found):
        return None
    if degree_lieu.is_replaced(lower, found[0]):
        return _Stated(clause, start, end, (), False, open=True)
    ladder = () if reading.stands_for_something(lower) or _is_wish(clause, lower) else degree_lieu.ladder(lower)
    roads = ladder or degree_lieu.lieu(lower)
    return _Stated(clause, start, end, roads, bool(ladder), beside=_is_beside(lower, roads[0])) if roads else None


def _is_beside(lower: str, road: reading.Road) -> bool:
    """Whether a road has years of its own in its bracket, and other years stand before the bracket."""
    bracket = lower.rfind("(", 0, road.start)
    stated = [found.start() for found in reading.years_in(lower) if found.start() < road.start]
    return bool(stated) and ")" not in lower[bracket : road.start] and stated[0] < bracket < stated[-1]


def _is_wish(clause: Clause, lower: str) -> bool:
    """Whether years are only desirable; what is asked of the degree does not hang on them."""
    return (stated_importance(lower) or clause.importance) == "desirable"


def _target(found: Sequence[Found], stated: _Stated) -> int | None:
    """The index of the essential degree that the roads belong to."""
    degrees = [
        (f.criterion.start, i)
        for i, f in enumerate(found)
        if isinstance(f.criterion, Degree) and f.criterion.importance == "essential"
    ]
    before = [item for item in degrees if item[0] <= stated.place]
    return max(before)[1] if before else min(degrees, default=(0, None))[1]


def _years_asked(found: Sequence[Found]) -> float | None:
    """The years of the first essential experience that asks for any."""
    experience = (f.criterion for f in found if isinstance(f.criterion, Experience) and f.criterion.importance == "essential")
    return next((c.min_years for c in sorted(experience, key=lambda c: c.start) if c.min_years), None)


def _counted(road: reading.Road, asked: float | None) -> reading.Road | None:
    """A road of fewer years than those asked, with its own years; None where the notice asks for none."""
    if not road.extra or road.years is None or road.years >= 0:
        return road
    return replace(road, years=max(0.0, asked + road.years), extra=False) if asked is not None else None


def _tied(kept: Found, stated: _Stated, asked: float | None) -> Found:
    degree = kept.criterion
    assert isinstance(degree, Degree)
    known = {degree.level, *(road.level for road in degree.alternatives)}
    counted = (_counted(road, asked) for road in stated.roads if road.level not in known)
    new = tuple(alternative(road) for road in counted if road is not None and not _asks_more_of_higher(road, degree))
    change = {"alternatives": (*degree.alternatives, *new), "equivalent_accepted": degree.equivalent_accepted or stated.open}
    return replace(kept, criterion=degree.model_copy(update=change))


def _asks_more_of_higher(road: reading.Road, degree: Degree) -> bool:
    """Whether a road reads as if a higher degree asked for more years; it says that the degree counts as so many."""
    return road.extra and rank(road.level) > rank(degree.level)


def _degree_of(stated: _Stated) -> Degree:
    """The degree of a notice that states its degrees only beside its years."""
    first, *others = stated.roads
    lower = stated.clause.lower[stated.start : stated.end]
    start, end = trimmed(stated.clause.text, stated.start + first.start, stated.end)
    return Degree(
        importance="essential",
        level=first.level,
        equivalent_accepted=reading.equivalent_accepted(lower),
        alternatives=tuple(alternative(road) for road in others if road.level != first.level),
        pattern="degree.ladder",
        **stated.clause.words_at(start, end),
    )
