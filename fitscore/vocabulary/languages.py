"""Languages by one English name each, and finding them in text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from fitscore.records import working
from fitscore.vocabulary import Pattern, any_of, finder, load
from fitscore.vocabulary.countries import plain


@working
class LanguageMention:
    """A language named in text: its English name and where it stands."""

    name: str
    start: int
    end: int


def language_name(text: str) -> str | None:
    """The one English name of a language given by any of its names or its ISO 639 code; None if it is none.

    A bracket or a dialect behind the name is passed over: "Chinese (Mandarin)", "Portuguese - Brazil", "English (UK)".
    """
    wanted = plain(text).strip(" .,;:()")
    head = re.split(r" ?[(/,;:]| - ", wanted, maxsplit=1)[0].removesuffix(" language").removeprefix("langue ")
    for candidate in (wanted, head):
        if candidate in _names():
            return _names()[candidate]
    return _by_library(head)


def names_language(lower: str) -> bool:
    """Whether folded lower-case text may name a language at all."""
    return not lower.isascii() or names_finder().may_match(lower)


def languages_in(lower: str) -> tuple[LanguageMention, ...]:
    """Every language that folded lower-case text names, from left to right, with offsets into that text.

    Text with accents is compared sign by sign without them, so that offsets stay right.
    """
    bare = _bare(lower)
    return tuple(LanguageMention(_names()[m.group(1)], m.start(1), m.end(1)) for m in names_finder().finditer(bare))


def language_group(group: str) -> tuple[str, ...]:
    """The languages of a set ("UN", "NATO", "EU", …) in the order of the vocabulary; none for an unknown set."""
    return tuple(load("languages").table("groups").get(group, ()))


def _bare(lower: str) -> str:
    """The text without accents, character for character."""
    return lower if lower.isascii() else "".join(low if len(low := plain(char)) == 1 else char for char in lower)


@cache
def _names() -> Mapping[str, str]:
    names: dict[str, str] = {}
    for name, others in load("languages").table("names").items():
        for word in (name, *others):
            names[plain(word)] = str(name)
    return names


@cache
def names_finder() -> Pattern:
    """Any name of a language, in folded lower-case text without accents."""
    skipped = set(load("languages").table("field_only"))
    words = sorted((word for word in _names() if word not in skipped), key=lambda word: (-len(word), word))
    return finder("languages.names", rf"(?<![\w-])({any_of(words)})(?!\w)", words)


def _by_library(wanted: str) -> str | None:
    import pycountry

    if not wanted:
        return None
    if re.fullmatch(r"[a-z]{2,3}", wanted):
        key = "alpha_2" if len(wanted) == 2 else "alpha_3"
        found = pycountry.languages.get(**{key: wanted})
    else:
        found = pycountry.languages.get(name=wanted.title())
    if found is None:
        return None
    name = re.sub(r" \(.*\)$", "", str(found.name))
    return _names().get(plain(name), name)
