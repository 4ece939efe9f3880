"""Lists in which a star tells what is essential ("Skills marked with an asterisk* are essential"): all else is desirable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fitscore.notices.model import Clause
from fitscore.vocabulary import load


def tell_by_stars(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses, those of a starred list with the importance that their star, or its absence, gives them."""
    told = list(clauses)
    pattern = load("sections").pattern("starred")
    for index, note in enumerate(clauses):
        if not pattern.search(note.lower):
            continue
        at = index - 1
        while at >= 0 and clauses[at].heading == note.heading:
            if clauses[at].part == "qualifications":
                told[at] = replace(clauses[at], importance="essential" if _is_starred(clauses[at]) else "desirable")
            at -= 1
    return told


def _is_starred(clause: Clause) -> bool:
    """A star in the clause, or straight before it (where it was read as a bullet)."""
    start = clause.folded.offsets[0]
    return "*" in clause.text or "*" in clause.folded.source[max(0, start - 2) : start]
