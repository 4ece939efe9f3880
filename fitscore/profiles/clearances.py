"""Personnel security clearances of any scheme, read on NATO's ranks (sources: `vocabulary/clearances.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from fitscore.vocabulary import load
from fitscore.vocabulary.countries import countries_in, country_code, plain

RANKS = {0: "no clearance", 1: "RESTRICTED", 2: "CONFIDENTIAL", 3: "SECRET", 4: "COSMIC TOP SECRET"}
"""NATO's words for the ranks; 0 is a check that is no clearance."""


@dataclass(frozen=True, slots=True)
class ClearanceReading:
    """A marking read: ``scheme`` is ``NATO``, ``EU`` or the issuer's alpha-2 code (None: not told).

    ``rank`` is 1 RESTRICTED to 4 TOP SECRET, 0 for a check that is no clearance, None where the marking means nothing
    without its issuer, is interim or is not known; ``possible`` then holds the ranks it may have, lowest first.
    """

    scheme: str | None
    rank: int | None
    possible: tuple[int, ...]


def read_clearance(text: str, issuer: str | None = None) -> ClearanceReading:
    """What a clearance's words mean when ``issuer`` (a country's code or name, "NATO", "EU") gave it."""
    words = _words(text)
    scheme = _scheme(words, issuer)
    ranks = _ranks(words, scheme)
    if len(ranks) == 1 and not re.search(r"\b(?:interim|provisional|pending|applied)\b", words):
        return ClearanceReading(scheme, ranks[0], ranks)
    return ClearanceReading(scheme, None, ranks)


def is_verified(scheme: str | None) -> bool:
    """Whether the reading of this scheme's markings rests on an official text that was seen."""
    return scheme not in load("clearances").table("unverified")


def _words(text: str) -> str:
    return " ".join(re.sub(r"[._/()\-–—']", " ", plain(text)).split())


def _scheme(words: str, issuer: str | None) -> str | None:
    """Whose scheme the words themselves name, else the issuer's."""
    if re.search(r"\b(?:nato|otan|cosmic)\b", words) or words in load("clearances").table("abbreviations"):
        return "NATO"
    if re.search(r"\b(?:eu|ue|european union)\b", words):
        return "EU"
    if issuer is not None and issuer.strip():
        return _issuer(issuer)
    return _named_state(words)


def _issuer(issuer: str) -> str | None:
    name = issuer.strip().upper()
    if name in ("NATO", "EU"):
        return name
    if (code := country_code(issuer)) is not None:
        return code
    named = countries_in(issuer.lower())  # "Belgian National Security Authority"
    return named[0] if len(named) == 1 else None


def _named_state(words: str) -> str | None:
    for state, products in load("clearances").table("products").items():
        if _longest(words, products):
            return str(state)
    first = words.split(" ", 1)[0] if words else ""
    if first in ("us", "uk"):
        return country_code(first)
    named = countries_in(words)
    return named[0] if len(named) == 1 else None


def _ranks(words: str, scheme: str | None) -> tuple[int, ...]:
    if scheme in ("NATO", "EU"):
        short = load("clearances").table("abbreviations").get(words)
        return (short,) if short else _ranks_in(words, _common()) or _widest(words, _national())
    national = _national()
    if scheme is not None:
        own = national.get(scheme, {})
        return _ranks_in(words, own) or _doubtful(words, scheme) or _ranks_in(words, _common())
    return _widest(words, national)


def _widest(words: str, national: Mapping[str, Mapping[int, list[str]]]) -> tuple[int, ...]:
    """The ranks that the longest marking in the words has in any state: without its issuer each of them is possible."""
    hits = [
        (len(marking), rank)
        for table in [*national.values(), _common()]
        for rank, markings in table.items()
        for marking in markings
        if len(marking) > 3 and _stands(words, marking)
    ]
    longest = max((length for length, _ in hits), default=0)
    return tuple(sorted({rank for length, rank in hits if length == longest}))


def _doubtful(words: str, scheme: str) -> tuple[int, ...]:
    table = load("clearances").table("ambiguous").get(scheme, {})
    return next((tuple(ranks) for word, ranks in table.items() if _stands(words, word) and "top" not in words), ())


def _ranks_in(words: str, table: Mapping[int, list[str]]) -> tuple[int, ...]:
    """The rank whose marking is the longest of those that stand in the words; none: ()."""
    hits = [(len(marking), rank) for rank, markings in table.items() if (marking := _longest(words, markings))]
    return (max(hits)[1],) if hits else ()


def _longest(words: str, markings: Iterable[str]) -> str:
    return max((m for m in markings if _stands(words, m)), key=len, default="")


def _stands(words: str, marking: str) -> bool:
    return f" {marking} " in f" {words} "


@cache
def _common() -> Mapping[int, list[str]]:
    return _by_rank(load("clearances").table("common"))


@cache
def _national() -> Mapping[str, Mapping[int, list[str]]]:
    return {state: _by_rank(table) for state, table in load("clearances").table("national").items()}


def _by_rank(table: Mapping[str, list[str]]) -> Mapping[int, list[str]]:
    return {int(rank): markings for rank, markings in table.items()}
