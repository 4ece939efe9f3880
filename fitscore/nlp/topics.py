"""The parts of a topic and what each weighs.

A topic is a set of units: concepts of the vocabulary and single words that no concept holds. Each unit weighs as much as
its rarest word is rare in vacancy notices (inverse document frequency, fixed in ``models/lexical``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from fitscore.nlp import Token, model_folder, tokens
from fitscore.nlp.concepts import concepts_in
from fitscore.text import lower_same_length
from fitscore.vocabulary import load

_REMARK = re.compile(r"\((?:[^()\s]{1,40}\s){4,40}[^()\s]{1,40}\)")  # a whole clause in brackets is a remark, not the matter
HEAVIEST = 4.5
"""Weight of the rarest words: a word seen once says no more of the matter than one seen in a handful of notices."""
LIGHTEST = 2.2
"""Words commoner than this in notices ("team", "development") carry a topic only where nothing rarer does."""
PLACE = 0.4
"""What a concept that says where ("NATO") weighs beside one that says what."""
CONCEPT_LEAST = 3.0
"""Least weight of a concept: the vocabulary knows it as a matter, however common its words are."""
LONGEST_ALTERNATIVE = 4
"""Most words of an alternative that is a matter of its own."""
LOOSE = 0.25
"""What a word outside the vocabulary weighs beside a concept: it may be the matter or a mere turn of phrase."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a topic: the concepts that its words speak of, or, where none does, the stem of its one word."""

    concepts: tuple[str, ...]
    stem: str
    weight: float


@lru_cache(maxsize=1024)
def topic_units(topic: str) -> tuple[tuple[Unit, ...], ...]:
    """The units of a topic; one tuple for each alternative it names with "or"."""
    parts = [part for part in _alternatives(topic) if part]
    roads = [road for part in parts if (road := _units(part))]
    return tuple(roads)


def _alternatives(topic: str) -> list[str]:
    """The topic, or the short alternatives it names ("policy, administration or finance"), each a matter of its own."""
    lowered = _REMARK.sub(" ", lower_same_length(topic))
    if " or " not in lowered and "and/or" not in lowered:
        return [lowered]
    parts = [part.strip() for half in lowered.replace("and/or", "or").split(" or ") for part in half.split(",")]
    parts = [part for part in parts if any(token.stem[0].isalnum() and token.stem not in _plain() for token in tokens(part))]
    short = all(len(part.split()) <= LONGEST_ALTERNATIVE and says_what(_units(part)) for part in parts)
    return parts if parts and (short or len(parts) == 1) else [lowered]


def _units(topic: str) -> tuple[Unit, ...]:
    found = tokens(topic)
    stems = [token.stem for token in found]
    units: dict[tuple[str, ...], Unit] = {}
    taken: set[int] = set()
    for (first, last), names in _widest_first(found):
        words = tuple(stems[first:last])
        if taken.isdisjoint(range(first, last)) and not (len(words) == 1 and words[0] in _plain()):
            taken.update(range(first, last))
            named = tuple(name for name in names if _name_stems(name) == words) or names
            new = tuple(name for name in named if not any(name in unit.concepts for unit in units.values()))
            if new:
                units[new] = Unit(new, "", max(CONCEPT_LEAST, *map(weight, words)))
    for place, stem in enumerate(stems):
        if place not in taken and stem not in _plain() and stem[0].isalnum() and len(stem) > 1 and weight(stem) > LIGHTEST:
            units.setdefault((stem,), Unit((), stem, weight(stem) * LOOSE))
    if units:
        return _places_lighter(tuple(units.values()))
    return tuple(Unit((), stem, weight(stem)) for stem in dict.fromkeys(stems) if stem[0].isalnum())


def _places_lighter(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Beside a concept that says what, those that say only where count less."""
    places = frozenset(load("relations").table("places"))
    if not says_what(units):
        return units
    return tuple(
        Unit(unit.concepts, unit.stem, CONCEPT_LEAST * PLACE) if unit.concepts and places.issuperset(unit.concepts) else unit
        for unit in units
    )


def says_what(units: Sequence[Unit]) -> bool:
    """Whether any unit is a concept that says what, not only where."""
    places = frozenset(load("relations").table("places"))
    return any(unit.concepts and not places.issuperset(unit.concepts) for unit in units)


def _widest_first(found: Sequence[Token]) -> list[tuple[tuple[int, int], tuple[str, ...]]]:
    spans: dict[tuple[int, int], list[str]] = {}
    for name, first, last in concepts_in(found):
        spans.setdefault((first, last), []).append(name)
    return sorted(((span, tuple(names)) for span, names in spans.items()), key=lambda s: (s[0][0] - s[0][1], s[0][0]))


@cache
def _name_stems(concept: str) -> tuple[str, ...]:
    return tuple(token.stem for token in tokens(concept))


@cache
def _plain() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    words = (*sorted(STOP_WORDS), *load("relations").table("plain"))
    return frozenset(token.stem for word in words for token in tokens(word))


def weight(stem: str) -> float:
    """How much a word says of the matter: its inverse document frequency in notices, at most `HEAVIEST`."""
    return min(HEAVIEST, _frequencies().get(stem, HEAVIEST))


@cache
def _frequencies() -> Mapping[str, float]:
    model = json.loads((model_folder("lexical") / "idf.json").read_text(encoding="utf-8"))
    return {str(stem): float(value) for stem, value in model["idf"].items()}
