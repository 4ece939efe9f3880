"""What speaks for and against a text showing a topic: figures between 0 and 1, each of them with a meaning.

They depend on the topic and that text alone. Each speaks in one direction only (`AGAINST` lists those that speak against),
so that several texts can be taken together without one of them ever doing harm (`together`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from fitscore.nlp.concepts import Reading, read
from fitscore.nlp.latent import likeness
from fitscore.nlp.topics import Road, Unit, weight
from fitscore.text import lower_same_length
from fitscore.vocabulary import load
from fitscore.vocabulary.thesaurus import Facet, index

NAMES = (
    "concepts",  # how much of the topic's concepts the text shows, by their weights
    "best",  # how far it shows the concept that it shows best
    "matter",  # how much of the matter asked
    "doing",  # how much of the doing asked
    "both",  # the lesser of matter and doing where both are asked; else the one that is
    "rarest",  # how far it shows the heaviest concept
    "loose",  # how much of the words that no concept holds
    "overlap",  # how much of all the topic's words, by stem
    "latent",  # how near the words are to the topic's by their company in notices
    "other",  # how much of what the text speaks of has nothing to do with the topic
    "elsewhere",  # how much of a setting that is asked does not show
    "others",  # the same of the people asked for, and of the level
    "watched",  # the text says that somebody watched, attended, bought or sold
    "helped",  # it says that somebody helped
)
AGAINST = frozenset({"other", "elsewhere", "others", "watched", "helped"})
RELATED = 0.25
"""Degree from which a concept of the text has to do with the topic."""
_OWN: tuple[Facet, ...] = ("matter", "doing")


@dataclass(frozen=True, slots=True)
class Signals:
    """The figures in the order of `NAMES`, and the words of the text that count."""

    values: tuple[float, ...]
    words: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def signals(road: Road, text: str) -> Signals:
    """What speaks for and against ``text`` showing a topic."""
    reading = read(text)
    shown = [_shown(unit, reading) for unit in road.units]
    pairs = [(unit, degree) for unit, (degree, _) in zip(road.units, shown, strict=True)]
    named = [pair for pair in pairs if pair[0].concepts]
    own = [(unit, degree) for unit, degree in named if unit.facet in _OWN] or named
    matter, doing = (_share([pair for pair in own if pair[0].facet == facet]) for facet in _OWN)
    asked = [share for share in (matter, doing) if share is not None]
    loose = [pair for pair in pairs if not pair[0].concepts]
    setting = _share([pair for pair in named if pair[0].facet == "setting"])
    others = _share([pair for pair in named if pair[0].facet in ("people", "level")])
    values = (
        _share(named) or 0.0,
        max((degree for _, degree in own), default=0.0),
        matter or 0.0,
        doing or 0.0,
        min(asked, default=0.0),
        max(own, key=lambda pair: (pair[0].weight, pair[1]))[1] if own else 0.0,
        _share(loose) or 0.0,
        _overlap(road.stems, reading),
        likeness(road.stems, reading.stems),
        _other(road.units, reading),
        0.0 if setting is None else 1 - setting,
        0.0 if others is None else 1 - others,
        float(_says("watched", text)),
        float(_says("helped", text)),
    )
    words = tuple(dict.fromkeys(word for degree, word in shown if degree >= RELATED and word))
    return Signals(values, words)


def together(found: Iterable[Signals]) -> Signals:
    """Several texts read as one: of each figure the one that speaks most for it, so that a further text never does harm."""
    rows = list(found)
    pick = [min if name in AGAINST else max for name in NAMES]
    values = tuple(best(column) for best, column in zip(pick, zip(*(row.values for row in rows), strict=True), strict=True))
    return Signals(values, tuple(dict.fromkeys(word for row in rows for word in row.words)))


def _shown(unit: Unit, reading: Reading) -> tuple[float, str]:
    """How far a text shows a unit (0..1), and its words that do."""
    if not unit.concepts:
        return (1.0, reading.stems[unit.stem]) if unit.stem in reading.stems else (0.0, "")
    best, word = 0.0, ""
    for asked in unit.concepts:
        for concept, degree in index().degrees[asked].items():
            mention = reading.concepts.get(concept)
            if mention is not None and degree * mention.strength > best:
                best, word = degree * mention.strength, reading.words[concept]
    return best, word


def _share(pairs: Sequence[tuple[Unit, float]]) -> float | None:
    """The mean degree, by the units' weights; None where there is no unit."""
    total = sum(unit.weight for unit, _ in pairs)
    return sum(unit.weight * degree for unit, degree in pairs) / total if total else None


def _overlap(stems: Sequence[str], reading: Reading) -> float:
    total = sum(map(weight, stems))
    return sum(weight(stem) for stem in stems if stem in reading.stems) / total if total else 0.0


def _other(units: Sequence[Unit], reading: Reading) -> float:
    """How much of what a text speaks of has nothing to do with the topic: by sureness, of its matters."""
    known = index()
    related = _related(tuple(name for unit in units for name in unit.concepts))
    matters = [m for m in reading.concepts.values() if known.facets[m.concept] == "matter"]
    total = sum(m.strength for m in matters)
    return sum(m.strength for m in matters if m.concept not in related) / total if total else 0.0


@lru_cache(maxsize=4096)
def _related(asked: tuple[int, ...]) -> frozenset[int]:
    return frozenset(name for concept in asked for name, degree in index().degrees[concept].items() if degree >= RELATED)


@lru_cache(maxsize=16384)
def _says(role: str, text: str) -> bool:
    lower = lower_same_length(" ".join(text.split()))
    return load("evidence").pattern(f"role.{role}").search(lower) is not None
