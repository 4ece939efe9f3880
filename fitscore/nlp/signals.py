"""What speaks for and against a text showing a topic: figures between 0 and 1, each of them with a meaning.

They depend on the topic and that text alone. Each speaks in one direction only (`AGAINST` lists those that speak against),
so that several texts can be taken together without one of them ever doing harm (`together`).
"""

from __future__ import annotations

from collections.abc import Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from fitscore.nlp.concepts import Reading, read
from fitscore.nlp.latent import Company, company
from fitscore.nlp.topics import Road, Unit, weight
from fitscore.text import lower_same_length
from fitscore.vocabulary import load
from fitscore.vocabulary.thesaurus import Facet, index

NAMES = (
    "concepts",  # how much of the topic's concepts the text shows, by their weights
    "matter",  # how much of the matter asked
    "doing",  # how much of the doing asked
    "both",  # the lesser of the two where both are asked; else the one that is
    "rarest",  # how far it shows the heaviest concept
    "direct",  # how much of them it names outright, or by a kind or part of them
    "reworded",  # how much of the concepts it shows in words that the topic has not
    "overlap",  # how much of the topic's words, by stem
    "phrase",  # how much of them beside the same neighbour as in the topic
    "company",  # how near its other words are to the topic's by the company they keep in notices
    "nearest",  # how near the nearest of them are
    "elsewhere",  # how much of a setting that is asked does not show
    "others",  # the same of the people asked for, and of the level
    "everyday",  # how much of what the text speaks of belongs to everyday life or to another trade than is asked
    "watched",  # the text says that somebody watched, attended, bought or sold
    "helped",  # it says that somebody helped
)
AGAINST = frozenset({"elsewhere", "others", "everyday", "watched", "helped"})
RELATED = 0.25
"""Degree from which a concept of the text has to do with the topic."""
DIRECT = 0.8
"""Degree from which a concept of the text is the one asked for, or a kind or part of it."""
_OWN: tuple[Facet, ...] = ("matter", "doing", "everyday")


_Asked = Mapping[int, tuple[tuple[int, float], ...]]
"""For each concept that shows something of a topic: of which of its units, and how far."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Some units of a road: their numbers and weights, and the sum of these."""

    units: tuple[tuple[int, float], ...]
    total: float


@dataclass(frozen=True, slots=True)
class _Layout:
    """What is the same of a road for every text: its units of concepts in groups, its words with their weights, and which
    concept shows what. ``own`` are those that say what is asked, or, where none does, all.
    """

    asked: _Asked
    every: _Group
    own: _Group
    facets: Mapping[str, _Group]
    stems: tuple[tuple[str, float], ...]
    neighbours: tuple[tuple[tuple[str, str], float], ...]


@dataclass(frozen=True, slots=True)
class Signals:
    """The figures in the order of `NAMES`, the words of the text that count, and those of the topic that it says nothing of."""

    values: tuple[float, ...]
    words: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def signals(road: Road, texts: Sequence[str]) -> list[Signals]:
    """What speaks for and against each of the texts showing a topic."""
    readings = [read(text) for text in texts]
    near = company(road.stems, [tuple(reading.stems) for reading in readings])
    layout = _layout(road)
    return [_signals(road, layout, *row) for row in zip(texts, readings, near, strict=True)]


def _signals(road: Road, layout: _Layout, text: str, reading: Reading, near: Company) -> Signals:
    shown = _shown(road, layout.asked, reading)
    degrees = [one.degree for one in shown]
    matter, doing, setting, others = (_share(layout.facets[name], degrees) for name in ("matter", "doing", "setting", "others"))
    own = layout.own
    values = (
        _share(layout.every, degrees) or 0.0,
        matter or 0.0,
        doing or 0.0,
        min((share for share in (matter, doing) if share is not None), default=_share(own, degrees) or 0.0),
        max([(heavy, degrees[number]) for number, heavy in own.units], default=(0.0, 0.0))[1],
        _share(own, [float(degree >= DIRECT) for degree in degrees]) or 0.0,
        _share(own, [one.reworded for one in shown]) or 0.0,
        _part(layout.stems, reading.stems),
        _part(layout.neighbours, reading.neighbours),
        near.whole,
        near.nearest,
        0.0 if setting is None else 1 - setting,
        0.0 if others is None else 1 - others,
        _everyday(layout.asked, reading),
        float(_says("watched", text)),
        float(_says("helped", text)),
    )
    words = dict.fromkeys(one.words for one in shown if one.degree >= RELATED and one.words)
    missing = dict.fromkeys(road.units[number].words for number, _ in layout.every.units if degrees[number] < RELATED)
    return Signals(values, tuple(words), tuple(missing))


def together(found: Iterable[Signals]) -> Signals:
    """Several texts read as one: of each figure the one that speaks most for it, so that a further text never does harm."""
    rows = list(found)
    pick = [min if name in AGAINST else max for name in NAMES]
    values = tuple(best(column) for best, column in zip(pick, zip(*(row.values for row in rows), strict=True), strict=True))
    missing = [word for word in rows[0].missing if all(word in row.missing for row in rows)]
    return Signals(values, tuple(sorted({word for row in rows for word in row.words})), tuple(missing))


@dataclass(slots=True)
class _Shown:
    """How far a text shows a unit (0..1), with which words, and how far in words that the topic has not."""

    degree: float = 0.0
    words: str = ""
    reworded: float = 0.0


def _shown(road: Road, asked: _Asked, reading: Reading) -> list[_Shown]:
    out = [_Shown() for _ in road.units]
    for number, unit in enumerate(road.units):
        if unit.stem in reading.stems:
            out[number] = _Shown(1.0, reading.stems[unit.stem], 0.0)
    own = frozenset(road.stems)
    for concept, mention in reading.concepts.items():
        for number, degree in asked.get(concept, ()):
            one, shown = out[number], degree * mention.strength
            if shown > one.degree:
                one.degree, one.words = shown, reading.words[concept]
            if shown > one.reworded and not own.issuperset(reading.sequence[mention.first : mention.last]):
                one.reworded = shown
    return out


@lru_cache(maxsize=2048)
def _layout(road: Road) -> _Layout:
    units = [(number, unit) for number, unit in enumerate(road.units) if unit.concepts]
    own = [pair for pair in units if pair[1].facet in _OWN] or units
    facets = {
        "matter": [pair for pair in own if pair[1].facet == "matter"],
        "doing": [pair for pair in own if pair[1].facet == "doing"],
        "setting": [pair for pair in units if pair[1].facet == "setting"],
        "others": [pair for pair in units if pair[1].facet in ("people", "level")],
    }
    stems = tuple((stem, weight(stem)) for stem in road.stems)
    neighbours = tuple(((one, other), heavy + more) for (one, heavy), (other, more) in pairwise(stems))
    if len(stems) == 1:
        neighbours = (((stems[0][0], stems[0][0]), stems[0][1]),)
    groups = {name: _group(pairs) for name, pairs in facets.items()}
    return _Layout(_asked(road), _group(units), _group(own), groups, stems, neighbours)


def _group(units: Sequence[tuple[int, Unit]]) -> _Group:
    return _Group(tuple((number, unit.weight) for number, unit in units), sum(unit.weight for _, unit in units))


def _asked(road: Road) -> _Asked:
    """For each concept that shows something of a topic: of which units, and how far."""
    out: dict[int, dict[int, float]] = {}
    for number, unit in enumerate(road.units):
        for asked in unit.concepts:
            for concept, degree in index().degrees[asked].items():
                units = out.setdefault(concept, {})
                units[number] = max(degree, units.get(number, 0.0))
    return {concept: tuple(units.items()) for concept, units in out.items()}


def _share(group: _Group, degrees: Sequence[float]) -> float | None:
    """The mean degree of some units, by their weights; None where there is no unit."""
    if not group.total:
        return None
    total = 0.0
    for number, heavy in group.units:
        total += heavy * degrees[number]
    return total / group.total


def _part(weighed: Sequence[tuple[Hashable, float]], found: Container[Hashable]) -> float:
    """The share of some words, or of pairs of them, that a text has, by their weights."""
    total = kept = 0.0
    for word, heavy in weighed:
        total += heavy
        if word in found:
            kept += heavy
    return kept / total if total else 0.0


def _everyday(asked: _Asked, reading: Reading) -> float:
    other = sum(strength for name, strength in reading.everyday if name not in asked)
    return other / sum(m.strength for m in reading.concepts.values()) if other else 0.0


@lru_cache(maxsize=16384)
def _says(role: str, text: str) -> bool:
    lower = lower_same_length(" ".join(text.split()))
    return load("evidence").pattern(f"role.{role}").search(lower) is not None
