"""The parts of a topic and what each weighs.

A topic is a set of units: concepts of the vocabulary and single words that no concept holds. Each unit weighs as much as
its rarest word is rare in vacancy notices (inverse document frequency, fixed in ``models/lexical``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from fitscore.nlp import model_folder, tokens
from fitscore.nlp.concepts import MAYBE_COUNTS, mentions
from fitscore.vocabulary import load
from fitscore.vocabulary.thesaurus import Facet, Layer, index

_REMARK = re.compile(r"\((?:[^()\s]{1,40}\s){4,40}[^()\s]{1,40}\)")  # a whole clause in brackets is a remark, not the matter
_OR = re.compile(r" (?:and/)?or (?=\S)", re.IGNORECASE)
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
_AROUND: frozenset[Facet] = frozenset({"setting", "people", "level"})
LOOSE = 0.25
"""What a word outside the vocabulary weighs beside a concept: it may be the matter or a mere turn of phrase."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One part of a topic: the concepts that its words may speak of, or, where they speak of none, the stem of its one word;
    of concepts also their words, as they stand in the topic.
    """

    concepts: tuple[int, ...]
    stem: str
    weight: float
    facet: Facet = "matter"
    words: str = ""


@dataclass(frozen=True, slots=True)
class Road:
    """A topic, or one of the alternatives that it names: its units, and the stems of all words that carry a matter."""

    units: tuple[Unit, ...]
    stems: tuple[str, ...]


@lru_cache(maxsize=1024)
def roads_of(topic: str, layer: Layer = "concepts") -> tuple[Road, ...]:
    """The topic taken apart into concepts (or broad fields); one road for each alternative it names with "or"."""
    parts = [part for part in _alternatives(topic, layer) if part]
    return tuple(Road(units, carrying(token.stem for token in tokens(part))) for part in parts if (units := _units(part, layer)))


def names_in(topic: str) -> frozenset[str]:
    """The broad fields that a topic names."""
    known = index("fields").names
    return frozenset(known[name] for road in roads_of(topic, "fields") for unit in road.units for name in unit.concepts)


def carrying(stems: Iterable[str]) -> tuple[str, ...]:
    """Those of the stems that carry a matter, each once."""
    return tuple(stem for stem in dict.fromkeys(stems) if stem[0].isalnum() and stem not in _plain() and len(stem) > 1)


def _alternatives(topic: str, layer: Layer) -> list[str]:
    """The topic, or the short alternatives it names ("policy, administration or finance"), each a matter of its own."""
    whole = _REMARK.sub(" ", topic)
    halves = _OR.split(whole)
    if len(halves) == 1:
        return [whole]
    parts = [part.strip() for half in halves for part in half.split(",")]
    parts = [part for part in parts if any(token.stem[0].isalnum() and token.stem not in _plain() for token in tokens(part))]
    short = all(len(part.split()) <= LONGEST_ALTERNATIVE and says_what(_units(part, layer)) for part in parts)
    return parts if parts and (short or len(parts) == 1) else [whole]


def _units(topic: str, layer: Layer) -> tuple[Unit, ...]:
    found = tokens(topic)
    stems = [token.stem for token in found]
    units: dict[tuple[int, ...], Unit] = {}
    taken: set[int] = set()
    for places, names in _widest_first(stems, layer):
        words = tuple(stems[place] for place in places)
        if taken.isdisjoint(places) and not (len(words) == 1 and words[0] in _plain()):
            taken.update(places)
            new = tuple(name for name in names if not any(name in named for named in units))
            if new:
                said = topic[found[places[0]].start : found[places[-1]].end]
                units[new] = Unit(new, "", max(CONCEPT_LEAST, *map(weight, words)), index(layer).facets[new[0]], said)
    loose = [
        Unit((), stem, weight(stem) * LOOSE)
        for stem in dict.fromkeys(stem for place, stem in enumerate(stems) if place not in taken)
        if stem not in _plain() and stem[0].isalnum() and len(stem) > 1 and weight(stem) > LIGHTEST
    ]
    if units or loose:
        return _places_lighter((*units.values(), *loose))
    return tuple(Unit((), stem, weight(stem)) for stem in dict.fromkeys(stems) if stem[0].isalnum())


def _places_lighter(units: tuple[Unit, ...]) -> tuple[Unit, ...]:
    """Beside a concept that says what, those that say only where or with whom count less."""
    if not says_what(units):
        return units
    return tuple(replace(unit, weight=unit.weight * PLACE) if unit.concepts and unit.facet in _AROUND else unit for unit in units)


def says_what(units: Sequence[Unit]) -> bool:
    """Whether any unit is a concept that says what, not only where, with whom or on which level."""
    return any(unit.concepts and unit.facet not in _AROUND for unit in units)


def _widest_first(stems: Sequence[str], layer: Layer) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The concepts of each group of words, those of the most words first, and of one group the surest concepts alone.

    A place may show a broad field ("Goma" a country in conflict), but who asks for the place does not ask for the field.
    """
    groups: dict[tuple[int, ...], dict[int, float]] = {}
    for mention in mentions(stems, layer):
        if layer == "fields" and mention.strength <= MAYBE_COUNTS:
            continue
        names = groups.setdefault(tuple(mention.places), {})
        names[mention.concept] = max(mention.strength, names.get(mention.concept, 0.0))
    surest = {words: tuple(n for n, sure in names.items() if sure == max(names.values())) for words, names in groups.items()}
    return sorted(surest.items(), key=lambda row: (-len(row[0]), row[0]))


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
