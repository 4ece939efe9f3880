"""Numbers as notices write them: "5", "five", "five (5)", "ten (5)"."""

from __future__ import annotations

import re
from functools import cache

from fitscore.vocabulary import load

_PART = re.compile(r"\d{1,2}(?:[.,]\d)?|[a-z]+")


@cache
def _words() -> dict[str, int]:
    return dict(load("numbers").table("words"))


def readings(written: str) -> tuple[float, ...]:
    """Every number that ``written`` says, in order: ``"ten (5)"`` gives (10.0, 5.0); nothing readable gives ()."""
    out: list[float] = []
    for part in _PART.findall(written.lower()):
        if part[0].isdigit():
            out.append(float(part.replace(",", ".")))
        elif part in _words():
            out.append(float(_words()[part]))
    return tuple(out)


def number(written: str) -> float | None:
    """The first number that ``written`` says, or None."""
    found = readings(written)
    return found[0] if found else None
