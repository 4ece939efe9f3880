"""The kinds with a structure of their own, each asked only of a clause whose words may state it."""

from __future__ import annotations

from functools import cache

from fitscore.criteria.base import Criterion, kinds
from fitscore.criteria.capability import Capability
from fitscore.criteria.experience import Experience
from fitscore.criteria.management import Management
from fitscore.notices.model import Clause
from fitscore.vocabulary import Group, Pattern

FREE: tuple[type[Criterion], ...] = (Management, Experience, Capability)
"""The kinds that read what the structured ones leave."""


def structured(clause: Clause, *, anywhere: bool) -> list[Criterion]:
    """What the structured kinds find; ``anywhere``: only those that are looked for in every part."""
    told = bool(clause.label) or clause.topic is not None or not clause.lower.isascii()
    if anywhere and not told and not _anywhere_cues().possible(clause.lower):
        return []
    out: list[Criterion] = []
    for kind, cues in _with_cues():
        if (kind.anywhere or not anywhere) and (told or cues is None or cues.possible(clause.lower)):
            out += kind.extract(clause)
    return out


@cache
def _with_cues() -> tuple[tuple[type[Criterion], Group | None], ...]:
    """The structured kinds, each with its cues."""
    return tuple((kind, kind.cues()) for kind in kinds() if kind not in FREE)


@cache
def _anywhere_cues() -> Group:
    """The cues of all kinds that are looked for in every part; one without cues is always possible."""
    return Group(cue for kind, cues in _with_cues() if kind.anywhere for cue in cues or (Pattern("any", ""),))
