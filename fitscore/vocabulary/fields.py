"""Fields of study: the broad fields of ISCED-F that a text names, and which fields are related (``fields.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from fitscore import vocabulary
from fitscore.vocabulary.plain import plain

_WHOLE = 3  # names of so few letters are whole words
_STEM = 6  # letters that two words share if they are one word in two forms
_LEAST = 4  # letters of a word that can tell a field by itself


def broad_fields(text: str) -> frozenset[str]:
    """The codes of the broad fields (``03``, ``041``, …) that a text names; empty where it names none that is known."""
    words = plain(text)
    strong = _found(words, "names")
    return strong or _found(words, "weak")


def is_related(wanted: Iterable[str], studied: str) -> bool:
    """Whether what was studied is in one of the wanted fields or in a related one (same broad field, or stated so)."""
    have = broad_fields(studied)
    return any(broad_fields(field) & have or _same_words(field, studied) or _stated(field, studied) for field in wanted)


def _same_words(field: str, studied: str) -> bool:
    """Whether both name the same matter in words that no table knows."""
    mine = _content(field)
    return bool(mine) and mine <= _content(studied)


@cache
def _empty() -> frozenset[str]:
    return frozenset(vocabulary.load("fields").table("empty"))


def _content(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in plain(text).split() if len(word) >= _LEAST and word not in _empty())


def _stated(field: str, studied: str) -> bool:
    """Whether the vocabulary calls them related."""
    one, two = plain(field), plain(studied)
    pairs = vocabulary.load("fields").table("related")
    return any((a in one and b in two) or (b in one and a in two) for a, b in pairs)


@lru_cache(maxsize=4096)
def _found(words: str, table: str) -> frozenset[str]:
    codes, pattern = _lexicon(table)
    return frozenset(code for match in pattern.finditer(words) if match.lastindex for code in codes[match.lastindex - 1])


@cache
def _lexicon(table: str) -> tuple[tuple[tuple[str, ...], ...], re.Pattern[str]]:
    """The codes of every name, and one expression with a group a name, longest first."""
    by_name: dict[str, list[str]] = {}
    fields: Mapping[str, list[str]] = vocabulary.load("fields").table(table)
    for code, names in fields.items():
        for name in names:
            by_name.setdefault(str(name), []).append(code)
    longest_first = sorted(by_name, key=lambda name: (-len(name), name))
    expression = "|".join(f"({_expression(name)})" for name in longest_first)
    return tuple(tuple(by_name[name]) for name in longest_first), re.compile(rf"(?<![a-z0-9])(?:{expression})")


def _expression(name: str) -> str:
    """Each word begins a word of the text; a short name is a whole word."""
    if len(name) <= _WHOLE:
        return rf"{name}(?![a-z0-9])"
    return "[a-z]{0,16} ".join(map(re.escape, name.split()))
