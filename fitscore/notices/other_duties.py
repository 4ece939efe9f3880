"""Lists of tasks under a heading of requirements: they end with "any other duties", as only lists of tasks do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from fitscore.notices.model import Clause
from fitscore.vocabulary import load

_FEWEST = 3  # clauses of a list


def tasks_apart(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses; lists of tasks among the qualifications are duties."""
    out: list[Clause] = []
    for _, group in groupby(clauses, key=lambda clause: (clause.block, clause.part, clause.heading)):
        block = list(group)
        out += [replace(clause, part="duties", importance=None) for clause in block] if _are_tasks(block) else block
    return out


def _are_tasks(block: Sequence[Clause]) -> bool:
    """Whether a block of the qualifications closes with other duties, and no more than a few of its clauses ask for anything."""
    words = load("sections")
    if block[0].part != "qualifications" or len(block) < _FEWEST:
        return False
    other = words.pattern("duties.other")
    if not any(other.search(clause.lower) for clause in block[-2:]):
        return False
    return 4 * sum(words.pattern("asks.item").search(clause.lower) is not None for clause in block) <= len(block)
