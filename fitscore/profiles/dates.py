"""Dates as CVs give them: a year, a month or a day, each a range of days."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from fitscore.profiles.model import DateSpan
from fitscore.vocabulary import load

FIRST_YEAR, LAST_YEAR = 1900, 2100
INSTEAD = "write YYYY, YYYY-MM or YYYY-MM-DD"
_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ][\d:.+Z-]{4,30})?)?)?\Z", re.ASCII)


class NotADateError(ValueError):
    """A value that is no date; the message says which part of it is wrong."""


def is_open_end(value: object) -> bool:
    """Whether a value stands for "still today": nothing, or a word such as "present"."""
    return value is None or (isinstance(value, str) and value.strip().lower() in _open_ends())


def read_date(value: object) -> DateSpan:
    """The days that "2019", "2019-03" or "2019-03-14" (also 2019-3, and a time of day behind it) may mean.

    Raises `NotADateError`. Years run from 1900 to 2100; a YAML number is a year.
    """
    written = str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""
    found = _DATE.match(written)
    if found is None:
        raise NotADateError(f"{_shown(value)} is not a date")
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotADateError(f"{written} is not a year from {FIRST_YEAR} to {LAST_YEAR}")
    if month is None:
        return DateSpan(text=f"{year}", earliest=date(year, 1, 1), latest=date(year, 12, 31))
    if not 1 <= month <= 12:
        raise NotADateError(f"{written} is not a month")
    last = monthrange(year, month)[1]
    if day is None:
        return DateSpan(text=f"{year}-{month:02}", earliest=date(year, month, 1), latest=date(year, month, last))
    if not 1 <= day <= last:
        raise NotADateError(f"{written} is not a day of the calendar")
    exact = date(year, month, day)
    return DateSpan(text=exact.isoformat(), earliest=exact, latest=exact)


def _shown(value: object) -> str:
    written = str(value)
    return written if len(written) <= 40 else f"{written[:40]}…"


@cache
def _open_ends() -> frozenset[str]:
    return frozenset(load("profiles").table("open_end"))
