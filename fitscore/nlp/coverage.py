"""How much of a topic's broad fields and words a text names: the share of the topic's weight that it covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from fitscore.nlp.concepts import MAYBE_COUNTS, Mention, read
from fitscore.nlp.topics import Road, roads_of
from fitscore.vocabulary.thesaurus import index


@lru_cache(maxsize=65536)
def coverage(topic: str, texts: tuple[str, ...]) -> float:
    """The share (0..1) that the texts together cover; of alternatives in the topic the best counts.

    The same field or word covers a unit wholly, a field that is near in part, and one that the words only may speak of by half.
    A further text never covers less.
    """
    return max((_of_road(road, texts) for road in roads_of(topic, "fields")), default=0.0)


def _of_road(road: Road, texts: Sequence[str]) -> float:
    readings = [read(text, "fields") for text in texts]
    named = [(name, _as_far(mention)) for reading in readings for name, mention in reading.concepts.items()]
    covered = total = 0.0
    for heavy, degrees, stem in _layout(road):
        total += heavy
        if degrees:
            near = [far * degrees[name] for name, far in named if name in degrees]
            covered += heavy * max(near, default=0.0)
        elif any(stem in reading.stems for reading in readings):
            covered += heavy
    return min(1.0, covered / total) if total else 0.0


def _as_far(mention: Mention) -> float:
    """What a field counts by these words: the whole, or half where they only may speak of it."""
    return 1.0 if mention.strength > MAYBE_COUNTS else MAYBE_COUNTS


@lru_cache(maxsize=2048)
def _layout(road: Road) -> tuple[tuple[float, Mapping[int, float], str], ...]:
    """The units of a road: their weights, for each field how far it covers them, and the stems of those that are no fields."""
    known = index("fields").degrees
    out = []
    for unit in road.units:
        degrees: dict[int, float] = {}
        for asked in unit.concepts:
            for shown, degree in known[asked].items():
                degrees[shown] = max(degree, degrees.get(shown, 0.0))
        out.append((unit.weight, degrees, unit.stem))
    return tuple(out)
