"""What speaks for and against a text showing a topic: figures between 0 and 1, each of them with a meaning.

They depend on the topic and that text alone. Each speaks in one direction only (`AGAINST` lists those that speak against),
so that several texts can be taken together without one of them ever doing harm (`together`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
class Signals:
    """The figures in the order of `NAMES`, the words of the text that count, and those of the topic that it says nothing of."""

    values: tuple[float, ...]
    words: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def signals(road: Road, texts: Sequence[str]) -> list[Signals]:
    """What speaks for and against each of the texts showing a topic."""
    readings = [read(text) for text in texts]
    near = company(road.stems, [tuple(reading.stems) for reading in readings])
    asked = _asked(road)
    return [_signals(road, asked, *row) for row in zip(texts, readings, near, strict=True)]


def _signals(road: Road, asked: _Asked, text: str, reading: Reading, near: Company) -> Signals:
    shown = _shown(road, asked, reading)
    pairs = [(unit, one.degree) for unit, one in zip(road.units, shown, strict=True) if unit.concepts]
    mine = [row for row in zip(road.units, shown, strict=True) if row[0].concepts and row[0].facet in _OWN]
    mine = mine or [row for row in zip(road.units, shown, strict=True) if row[0].concepts]
    own = [(unit, one.degree) for unit, one in mine]
    matter, doing = (_share([pair for pair in own if pair[0].facet == facet]) for facet in ("matter", "doing"))
    setting = _share([pair for pair in pairs if pair[0].facet == "setting"])
    others = _share([pair for pair in pairs if pair[0].facet in ("people", "level")])
    values = (
        _share(pairs) or 0.0,
        matter or 0.0,
        doing or 0.0,
        min((share for share in (matter, doing) if share is not None), default=_share(own) or 0.0),
        max(own, key=lambda pair: (pair[0].weight, pair[1]))[1] if own else 0.0,
        _share([(unit, float(one.degree >= DIRECT)) for unit, one in mine]) or 0.0,
        _share([(unit, one.reworded) for unit, one in mine]) or 0.0,
        _overlap(road.stems, reading),
        _phrase(road.stems, reading.sequence),
        near.whole,
        near.nearest,
        0.0 if setting is None else 1 - setting,
        0.0 if others is None else 1 - others,
        _everyday(asked, reading),
        float(_says("watched", text)),
        float(_says("helped", text)),
    )
    words = dict.fromkeys(one.words for one in shown if one.degree >= RELATED and one.words)
    missing = dict.fromkeys(
        unit.words for unit, one in zip(road.units, shown, strict=True) if unit.concepts and one.degree < RELATED
    )
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
def _asked(road: Road) -> _Asked:
    """For each concept that shows something of a topic: of which units, and how far."""
    out: dict[int, dict[int, float]] = {}
    for number, unit in enumerate(road.units):
        for asked in unit.concepts:
            for concept, degree in index().degrees[asked].items():
                units = out.setdefault(concept, {})
                units[number] = max(degree, units.get(number, 0.0))
    return {concept: tuple(units.items()) for concept, units in out.items()}


def _share(pairs: Sequence[tuple[Unit, float]]) -> float | None:
    """The mean degree, by the units' weights; None where there is no unit."""
    total = sum(unit.weight for unit, _ in pairs)
    return sum(unit.weight * degree for unit, degree in pairs) / total if total else None


def _everyday(asked: _Asked, reading: Reading) -> float:
    facets = index().facets
    strengths = [(m.strength, facets[name] == "everyday" and name not in asked) for name, m in reading.concepts.items()]
    other = sum(strength for strength, everyday in strengths if everyday)
    return other / sum(strength for strength, _ in strengths) if other else 0.0


def _overlap(stems: Sequence[str], reading: Reading) -> float:
    total = sum(map(weight, stems))
    return sum(weight(stem) for stem in stems if stem in reading.stems) / total if total else 0.0


def _phrase(stems: Sequence[str], sequence: Sequence[str]) -> float:
    if len(stems) < 2:
        return float(bool(stems) and stems[0] in sequence)
    beside = {pair for gap in (1, 2) for pair in zip(sequence, sequence[gap:], strict=False)}
    pairs = [(weight(one) + weight(other), (one, other) in beside) for one, other in pairwise(stems)]
    return sum(heavy for heavy, found in pairs if found) / sum(heavy for heavy, _ in pairs)


@lru_cache(maxsize=16384)
def _says(role: str, text: str) -> bool:
    lower = lower_same_length(" ".join(text.split()))
    return load("evidence").pattern(f"role.{role}").search(lower) is not None
