"""Pay, closing date and length of the contract, as the notice words them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from fitscore.notices.fields import Field
from fitscore.notices.model import Clause, Salary
from fitscore.text import fold
from fitscore.vocabulary import load
from fitscore.vocabulary.numbers import number

_YEARS_OF = {
    "year": 1.0,
    "an": 1.0,
    "month": 1 / 12,
    "mois": 1 / 12,
    "week": 7 / 365.25,
    "semaine": 7 / 365.25,
    "day": 1 / 365.25,
    "jour": 1 / 365.25,
}
_MONTHS_FRENCH = {
    "janvier": "january",
    "février": "february",
    "mars": "march",
    "avril": "april",
    "mai": "may",
    "juin": "june",
    "juillet": "july",
    "août": "august",
    "septembre": "september",
    "octobre": "october",
    "novembre": "november",
    "décembre": "december",
}
_MONTHS = (*_MONTHS_FRENCH.values(), "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY, _YEAR = r"(?P<day>0?[1-9]|[12]\d|3[01])", r"(?P<year>(?:19|20)\d\d)"
_WRITTEN_DAYS = (
    re.compile(rf"{_DAY}[ -](?P<month>[a-z]{{3,9}})[ -]{_YEAR}"),
    re.compile(rf"(?P<month>[a-z]{{3,9}}) {_DAY},? {_YEAR}"),
)
"""The usual ways to write a day with its month in words, which need no further library."""
_EMPLOYMENT = frozenset({"contract", "application", "masthead", "summary", "other", "duties"})


def read_deadline(fields: Iterable[Field], clauses: Iterable[Clause]) -> str | None:
    """The closing date, ISO 8601, with the time where one is stated (the place's own time; zones are not converted)."""
    words = load("masthead")
    for field in fields:
        if field.name == "deadline":
            told = words.pattern("deadline.text").search(field.value.lower)
            if stamp := read_stamp(told.group("stamp") if told else field.value.lower, field.label.lower()):
                return stamp
    for clause in clauses:
        for name in ("deadline.text", "deadline.left"):
            found = words.pattern(name).search(clause.lower)
            if found and (stamp := read_stamp(found.group("stamp"))):
                return stamp
    return None


def read_stamp(text: str, label: str = "") -> str | None:
    """A date with its time as ISO 8601, or None: "26-jan-2027, 6:59:00 am" is 2027-01-26T06:59:00."""
    words = load("masthead")
    dates = list(words.pattern("date").finditer(text))
    if not dates:
        return None
    found = dates[-1] if "period" in label or "dates" in label else dates[0]
    day = _day(found.group(), text)
    if day is None:
        return None
    clock = next(
        (hit for part in (text[found.end() :], text[: found.start()]) if (hit := words.pattern("time").search(part))), None
    )
    return f"{day:%Y-%m-%d}{_clock(clock)}"


def _day(written: str, around: str) -> datetime | None:
    if (usual := _usual_day(written)) is not None:
        return usual
    from dateutil import parser

    written = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b", " ", written)
    for french, english in _MONTHS_FRENCH.items():
        written = written.replace(french, english)
    european = any(re.search(rf"\b{place}\b", around) for place in load("masthead").table("day_first"))
    day_first = european or not ("mm/dd" in around or re.match(r"\d{1,2}/\d{1,2}/\d{4}", written))
    try:
        return parser.parse(written, dayfirst=day_first and not written[:4].isdigit(), default=datetime(2000, 1, 1))  # noqa: DTZ001
    except (ValueError, OverflowError):
        return None


def _usual_day(written: str) -> datetime | None:
    """A day written in one of the usual ways; None where it is not, or there is no such day."""
    for form in _WRITTEN_DAYS:
        if found := form.fullmatch(written):
            if found["month"] not in _MONTHS:
                return None
            try:
                return datetime(int(found["year"]), _MONTHS.index(found["month"]) % 12 + 1, int(found["day"]))  # noqa: DTZ001
            except ValueError:
                return None
    return None


def _clock(found: re.Match[str] | None) -> str:
    if found is None:
        return ""
    hour, minute, half = int(found.group("hour")), int(found.group("minute") or 0), (found.group("half") or "").replace(".", "")
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"T{hour:02d}:{minute:02d}:00" if hour < 24 and minute < 60 else ""


def read_salary(fields: Iterable[Field], clauses: Iterable[Clause], dollar: str = "USD") -> Salary | None:
    """The pay stated for the post; a range gives its lower end. ``dollar``: the currency that a bare "$" stands for."""
    words = load("masthead")
    for field in fields:
        if field.name == "salary" and (found := words.pattern("amount").search(field.value.lower)):
            return _salary(found, f"{field.label.lower()} {field.value.lower[: found.start()]}", dollar)
    for clause in clauses:
        if clause.part in _EMPLOYMENT and (found := words.pattern("salary.text").search(clause.lower)):
            return _salary(found, clause.lower[: found.end()], dollar)
    for clause in clauses:
        if clause.part == "masthead" and (found := words.pattern("salary.alone").search(clause.lower)):
            return _salary(found, clause.lower, dollar)
    return None


def _salary(found: re.Match[str], around: str, dollar: str) -> Salary | None:
    amount = read_amount(found.group("amount"))
    if amount is None or amount < 100:
        return None
    sign = (found.group("before") or found.group("after") or "").strip()
    period = next((p.value for p in load("masthead").group("period") if p.search(f"{around} {found.group('rest')}")), None)
    currency = dollar if sign == "$" else load("masthead").table("currencies").get(sign)
    return Salary(amount=amount, currency=currency, period=period)


def dollar_of(texts: Iterable[str]) -> str:
    """The currency of a bare "$" in a notice, by the country that the texts of its head name."""
    head = " ".join(texts).lower()
    homes = load("masthead").table("dollars").items()
    return next((str(code) for code, names in homes if any(re.search(rf"\b{name}\b", head) for name in names)), "USD")


def read_amount(written: str) -> float | None:
    """A sum of money: "13,206.07" and "13.206,07" are 13206.07; "14.606" is 14606."""
    plain = re.sub(r"[' ]", "", written)
    cents = re.search(r"[.,](\d{1,2})$", plain)
    whole = re.sub(r"[.,]", "", plain[: cents.start()] if cents else plain)
    return float(f"{whole}.{cents.group(1)}" if cents else whole) if whole.isdigit() else None


def read_duration(fields: Iterable[Field], clauses: Sequence[Clause], heads: Iterable[str]) -> float | None:
    """The length of the first contract in years; "11.5 months" is 0.96."""
    for field in fields:
        in_months = "month" in field.label.lower() and field.value.text.strip().isdigit()
        if field.name == "duration" and (years := read_length(field.value.lower + " months" * in_months)):
            return years
    pattern = load("masthead").pattern("duration.contract")
    for clause in sorted(clauses, key=lambda clause: (clause.part != "contract", clause.number)):
        found = pattern.search(clause.lower) if _may_tell_the_contract(clause) else None
        if found and "probation" not in clause.lower and (years := read_length(clause.lower[found.start() :])):
            return years
    return next((years for head in heads if (years := read_length(fold(head).lower))), None)


def _may_tell_the_contract(clause: Clause) -> bool:
    """Any clause but one among the requirements that speaks of experience."""
    return clause.part in _EMPLOYMENT or ("experience" not in clause.lower and not clause.listed)


def read_length(text: str) -> float | None:
    """The first length of time in a text, in years to two decimals, or None."""
    found = load("masthead").pattern("length").search(text)
    if not found:
        return None
    count = _in_digits(found.group("number")) or number(found.group("number"))
    if count is None:
        return None
    years = count * _YEARS_OF[found.group("unit")] + int(found.group("more") or 0) / 12
    return round(years, 2) if 0 < years <= 12 else None


def _in_digits(written: str) -> float | None:
    digits = re.match(r"\d{1,3}(?:[.,]\d{1,2})?", written)
    return float(digits.group().replace(",", ".")) if digits else None


def read_renewable(fields: Iterable[Field], clauses: Iterable[Clause]) -> bool | None:
    """Whether the contract may be renewed or extended; None where nothing is said."""
    words = load("masthead")
    texts = [f.value.lower for f in fields if f.name in ("duration", "contract")]
    texts += [clause.lower for clause in clauses if _may_tell_the_contract(clause)]
    for text in texts:
        if words.pattern("renewable.not_this").search(text):
            continue
        for pattern in (words.pattern("renewable.no"), words.pattern("renewable.yes")):
            if pattern.search(text):
                return bool(pattern.value)
    return None
