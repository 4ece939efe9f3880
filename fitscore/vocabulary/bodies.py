"""Names of real bodies and places (``bodies.yaml``): of which concepts and broad fields each speaks, surely or perhaps."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from fitscore.documents import load_yaml
from fitscore.errors import InputError

SOURCE = "bodies.yaml"
_KEYS = ("concepts", "maybe_concepts", "fields", "names", "maybe_names")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})
_LETTERS = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "ı": "i", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "Ae", "œ": "oe"}
)


@dataclass(frozen=True, slots=True)
class Bodies:
    """Bodies of one sort: the ``concepts`` and broad ``fields`` that ``names`` speak of surely and ``maybe_names`` perhaps;
    of the ``maybe_concepts`` both speak only perhaps.
    """

    concepts: tuple[str, ...] = ()
    maybe_concepts: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    maybe_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """Names that speak of one concept or field, surely (``said``) or perhaps (``maybe``), in all their spellings."""

    said: tuple[str, ...]
    maybe: tuple[str, ...]


@cache
def groups() -> tuple[Bodies, ...]:
    """The groups in the order of the file. Raises `InputError` where one is not written as it should be."""
    document = load_yaml(files(__package__).joinpath(SOURCE).read_text(encoding="utf-8"), file=SOURCE)
    return tuple(_bodies(entry, document.line(f"bodies[{number}]")) for number, entry in enumerate(document.data["bodies"]))


def _bodies(entry: Mapping[str, Any], line: int | None) -> Bodies:
    unknown = sorted(set(entry) - set(_KEYS))
    if unknown:
        raise InputError.one(SOURCE, f"unknown key {unknown[0]!r}", line=line, instead=f"write one of {', '.join(_KEYS)}")
    for key, words in entry.items():
        if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
            raise InputError.one(
                SOURCE, f"{key} is not a list of words", line=line, instead="put what is read as a figure into quotes"
            )
    return Bodies(**{key: tuple(words) for key, words in entry.items()})


@cache
def named(layer: Literal["concepts", "fields"], known: frozenset[str]) -> Mapping[str, Named]:
    """The names of each concept or field. Raises `InputError` for a group of one that is not ``known``."""
    said: dict[str, list[str]] = {}
    maybe: dict[str, list[str]] = {}
    for group in groups():
        sure, unsure = (group.concepts, group.maybe_concepts) if layer == "concepts" else (group.fields, ())
        strange = [name for name in (*sure, *unsure) if name not in known]
        if strange:
            raise InputError.one(SOURCE, f"there is no {layer.removesuffix('s')} called {strange[0]}")
        names, maybe_names = ([s for name in part for s in spellings(name)] for part in (group.names, group.maybe_names))
        for name in sure:
            said.setdefault(name, []).extend(names)
            maybe.setdefault(name, []).extend(maybe_names)
        for name in unsure:
            maybe.setdefault(name, []).extend([*names, *maybe_names])
    every = dict.fromkeys([*said, *maybe])
    return {name: Named(tuple(dict.fromkeys(said.get(name, ()))), tuple(dict.fromkeys(maybe.get(name, ())))) for name in every}


def spellings(name: str) -> tuple[str, ...]:
    """A name as it is written, without accents, with "ae" for "ä", and each with the other apostrophe."""
    forms = dict.fromkeys([name, _bare(name), _bare(name.translate(_UMLAUTS))])
    return tuple(dict.fromkeys([*forms, *(form.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") for form in forms)]))


def _bare(name: str) -> str:
    parts = unicodedata.normalize("NFD", name.translate(_LETTERS))
    return "".join(sign for sign in parts if not unicodedata.combining(sign))
