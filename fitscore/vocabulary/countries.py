"""Countries in any common writing, and groups of states, as ISO 3166-1 alpha-2 codes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from fitscore.vocabulary import Pattern, any_of, finder, load


def plain(text: str) -> str:
    """Lower case without accents, with single blanks: the form in which names are compared."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ı", "i").replace("’", "'"))
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).lower().split())


def country_code(text: str) -> str | None:
    """The alpha-2 code of a country given by code, English name, own name or demonym; None if it is none of these."""
    wanted = plain(text).strip(" .,;:()")
    if not wanted:
        return None
    return _all_names().get(wanted) or _all_names().get(wanted.removeprefix("the ")) or _by_code(wanted.upper())


def countries_in(lower: str) -> tuple[str, ...]:
    """The countries that folded lower-case text names, by name or demonym, each once, from left to right."""
    found: dict[str, None] = {}
    for hit in _names_finder().finditer(plain(lower)):
        name = hit.group(1)
        found.setdefault(_all_names()[name], None)
    return tuple(found)


def group_members(group: str) -> tuple[str, ...]:
    """The states of a group ("NATO", "EU", …), in alphabetical order; none for an unknown group."""
    return tuple(sorted(load("countries").table("groups").get(group, ())))


def groups_in(lower: str) -> tuple[str, ...]:
    """The groups of states that folded lower-case text names, each once, from left to right."""
    hits = sorted((hit.start(), group) for group, names in _group_finders().items() if (hit := names.search(lower)))
    return tuple(group for _, group in hits)


def country_name(code: str) -> str:
    """The everyday English name of an alpha-2 code; the code itself where there is none."""
    import pycountry

    found = pycountry.countries.get(alpha_2=code)
    return str(getattr(found, "common_name", found.name)) if found else code


@cache
def _all_names() -> Mapping[str, str]:
    """Every known name in its plain form, with its code; the own table wins over the library."""
    import pycountry

    names: dict[str, str] = {}
    for country in pycountry.countries:
        for key in ("name", "common_name", "official_name"):
            if (value := getattr(country, key, None)) is not None:
                names.setdefault(plain(value), country.alpha_2)
    for code, words in load("countries").table("names").items():
        for word in words:
            names[plain(word)] = code.upper()
            names.setdefault(plain(word) + "s", code.upper())
    return names


def _by_code(wanted: str) -> str | None:
    import pycountry

    if wanted in ("UK", "EL"):  # the two codes that the EU uses beside ISO's
        return {"UK": "GB", "EL": "GR"}[wanted]
    if not re.fullmatch(r"[A-Z]{2,3}", wanted):
        return None
    found = pycountry.countries.get(alpha_2=wanted) if len(wanted) == 2 else pycountry.countries.get(alpha_3=wanted)
    return str(found.alpha_2) if found else ("XK" if wanted == "XK" else None)


@cache
def _names_finder() -> Pattern:
    skipped = set(load("countries").table("field_only"))
    words = sorted((name for name in _all_names() if name not in skipped), key=lambda name: (-len(name), name))
    return finder("countries.names", rf"(?<![\w-])({any_of(words)})(?![\w])", words)


@cache
def _group_finders() -> Mapping[str, Pattern]:
    return {
        group: finder(
            f"countries.groups.{group}",
            r"(?<![\w-])(?:" + "|".join(map(re.escape, sorted(words, key=len, reverse=True))) + r")(?!\w)",
            words,
        )
        for group, words in load("countries").table("group_names").items()
    }
