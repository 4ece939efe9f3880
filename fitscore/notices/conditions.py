"""Conditions of appointment and of application: age, health, papers to send, clearance without a level, contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from fitscore.notices.model import Clause, Condition
from fitscore.vocabulary import Group, Pattern, load

_LONGEST = 300
_AROUND = 120


def read_conditions(clauses: Sequence[Clause]) -> tuple[Condition, ...]:
    """The conditions in the order of the notice, each kind once a clause; duties hold none, nor does what the work is about."""
    found: list[Condition] = []
    addressed = load("conditions").pattern("addressed")
    for clause in clauses:
        if clause.part == "duties" or (clause.part == "summary" and not addressed.search(clause.lower)):
            continue
        if possible := _patterns().possible(clause.lower):
            found.extend(_in_clause(clause, possible))
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.kind)))


def _in_clause(clause: Clause, possible: Sequence[Pattern]) -> Iterator[Condition]:
    seen: set[str] = set()
    for pattern in possible:
        if pattern.value in seen or not (hit := pattern.search(clause.lower)):
            continue
        if pattern.value == "clearance" and load("conditions").pattern("levels").search(clause.lower):
            continue
        seen.add(pattern.value)
        low, high = _ages(hit) if pattern.value == "age" else (None, None)
        yield Condition(kind=pattern.value, min=low, max=high, **_around(clause, hit))


@cache
def _patterns() -> Group:
    return Group(pattern for pattern in load("conditions").patterns if pattern.value)


def _around(clause: Clause, hit: re.Match[str]) -> dict[str, Any]:
    """The clause; of a long one, the words around what was found."""
    if len(clause.text) <= _LONGEST:
        return clause.words_at()
    start = clause.text.rfind(" ", 0, max(1, hit.start() - _AROUND)) + 1
    end = clause.text.find(" ", min(len(clause.text), hit.end() + _AROUND))
    return clause.words_at(start, end if end >= 0 else len(clause.text))


def _ages(hit: re.Match[str]) -> tuple[int | None, int | None]:
    """The least and the greatest age, in years."""
    groups = {name.rstrip("23"): value for name, value in hit.groupdict().items() if value}
    low, high = groups.get("min"), groups.get("max")
    return (int(low) if low else None), (int(high) if high else None)
