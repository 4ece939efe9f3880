"""Whether words ask for leading people or organisations, and on which level."""

from __future__ import annotations

import re
from typing import Literal

from fitscore import vocabulary

_SOON = 75  # characters after the years within which leading is the field itself and not one duty among many
_SHARED = re.compile(r"\b[a-z-]{3,20}(?:ing|ion|ment),?(?: and)? \Z")  # "coordinating and " managing a team: one object for both


def leads_people(lower: str, unit: int) -> bool:
    """Whether the years that end at ``unit`` in these words are years of leading people, not of a field with some of it."""
    begin = _first(lower)
    return begin is not None and begin - unit <= _SOON and not _other_field_first(lower, unit, begin)


def speaks_of_leading(lower: str) -> bool:
    """Whether the words speak of leading people or organisations at all."""
    return _first(lower) is not None


def level_of(lower: str) -> Literal["team", "senior"]:
    """``senior`` where the words ask for senior posts."""
    return "senior" if vocabulary.load("management").pattern("senior").search(lower) else "team"


def _first(lower: str) -> int | None:
    words = vocabulary.load("management")
    masked = lower
    for other in words.pattern("not_people").finditer(lower):
        masked = masked[: other.start()] + " " * len(other.group()) + masked[other.end() :]
    found = [m.start() for name in ("people", "role", "organisation") if (m := words.pattern(name).search(masked))]
    return min(found) if found else None


def _other_field_first(lower: str, unit: int, begin: int) -> bool:
    """Whether a comma, or "and" with another field, stands between the years and the leading ("in law, and managing staff")."""
    between = lower[unit:begin] if begin > unit else ""
    between = _SHARED.sub("", between)
    after = between.partition("experience")[2] if "experience" in between else between
    return "," in after or " and " in after or ";" in after or " including" in after
