"""List items that "or" ties together: a degree, "or" another road to the post, each on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from fitscore.criteria import degree_reading as reading
from fitscore.criteria.base import Criterion
from fitscore.criteria.degree import Alternative, Degree
from fitscore.criteria.experience import Experience
from fitscore.criteria.repeats import Found
from fitscore.notices.model import Clause, Notice

_OR = re.compile(r"\W{0,12}\bor\b\W{0,12}", re.IGNORECASE)
_LEVEL = ("a level of education", "level of education", "have a level of education")
_MOST_BETWEEN = 40  # characters between two items that may hold the "or", a bullet and line ends


def join_choices(found: Sequence[Found], notice: Notice) -> list[Found]:
    """What was found, with every item that "or" ties to a degree before it as a road of that degree."""
    chains = _chains(notice, {id(f.clause): f for f in found if isinstance(f.criterion, Degree)})
    out = list(found)
    for first, others in chains:
        out = _joined(out, first, others)
    return out


def _chains(notice: Notice, degrees: dict[int, Found]) -> list[tuple[Clause, list[Clause]]]:
    """Each clause with a degree, and the clauses that "or" ties to it in turn."""
    clauses = [c for c in notice.clauses if c.part == "qualifications" and not _OR.fullmatch(c.text)]
    chains: list[tuple[Clause, list[Clause]]] = []
    for before, clause in pairwise(clauses):
        if not _tied(notice.source, before, clause):
            continue
        if chains and (chains[-1][1] or [chains[-1][0]])[-1] is before:
            chains[-1][1].append(clause)
        elif id(before) in degrees:
            chains.append((before, [clause]))
    return chains


def _tied(source: str, before: Clause, clause: Clause) -> bool:
    """Whether "or" stands between two items, at the end of the first or at the begin of the second."""
    between = source[before.place()[1] : clause.place()[0]]
    if len(between) > _MOST_BETWEEN or ("\n" not in between and "\r" not in between):
        return False
    said = bool(_OR.fullmatch(between)) or before.lower.endswith((" or", ";or")) or clause.lower.startswith("or ")
    return said or (_level_of_study(before.lower) and _level_of_study(clause.lower) and _has_years_inside(clause.lower))


def _level_of_study(lower: str) -> bool:
    return lower.startswith(_LEVEL)


def _has_years_inside(lower: str) -> bool:
    """Whether an item names shorter studies with the years of work that go with them; the item before it is the other road."""
    return any(reading.years_inside(lower[m.start : m.end]) for m in reading.mentions(lower))


def _joined(found: list[Found], first: Clause, others: list[Clause]) -> list[Found]:
    place = next(i for i, f in enumerate(found) if f.clause is first and isinstance(f.criterion, Degree))
    degree = found[place].criterion
    assert isinstance(degree, Degree)
    roads, equivalent = list(degree.alternatives), degree.equivalent_accepted
    known = {degree.level, *(road.level for road in roads)}
    gone: set[int] = set()
    for clause in others:
        here = _of_road([f.criterion for f in found if f.clause is clause and f.criterion.importance == "essential"])
        gone.update(map(id, here))
        road = _road(here, clause)
        equivalent = equivalent or road is None or any(isinstance(c, Degree) and c.equivalent_accepted for c in here)
        if road is not None and road.level not in known:
            known.add(road.level)
            roads.append(road)
    change = {"alternatives": tuple(roads), "equivalent_accepted": equivalent}
    found[place] = replace(found[place], criterion=degree.model_copy(update=change))
    return [f for f in found if id(f.criterion) not in gone]


def _of_road(criteria: Sequence[Criterion]) -> list[Criterion]:
    """What of an item belongs to the road: its degree and years; without a degree the statement that stands for it.

    A language or a nationality in the same item is asked of everybody.
    """
    studied: list[Criterion] = [
        c for c in criteria if isinstance(c, Degree) or (isinstance(c, Experience) and c.min_years is not None)
    ]
    if any(isinstance(c, Degree) for c in studied):
        return studied
    return [*studied, *(c for c in criteria if c not in studied and c.kind in ("capability", "experience"))]


def _road(criteria: Sequence[Criterion], clause: Clause) -> Alternative | None:
    """The road that an item states: its degree with the years beside it; None where it names no degree."""
    degree = next((c for c in criteria if isinstance(c, Degree)), None)
    if degree is None:
        return None
    years = next((c.min_years for c in criteria if isinstance(c, Experience) and c.min_years is not None), 0.0)
    inside = max(
        (reading.years_inside(clause.lower[m.start : m.end]) or 0.0 for m in reading.mentions(clause.lower)), default=0.0
    )
    if inside:
        return Alternative(level=degree.level, extra_years=inside)
    if reading.words().pattern("lieu.years").search(clause.lower):  # "two additional years"
        return Alternative(level=degree.level, extra_years=years)
    return Alternative(level=degree.level, min_years=years)
