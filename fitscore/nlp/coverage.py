"""How much of a topic's broad fields and words a text names: the share of the topic's weight that it covers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from fitscore.nlp.concepts import MAYBE_COUNTS, read
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
    stems = frozenset(stem for reading in readings for stem in reading.stems)
    fields: dict[int, float] = {}
    for reading in readings:
        for name, mention in reading.concepts.items():
            fields[name] = max(1.0 if mention.strength > MAYBE_COUNTS else MAYBE_COUNTS, fields.get(name, 0.0))
    known = index("fields").degrees
    total = covered = 0.0
    for unit in road.units:
        near = (degree * fields.get(shown, 0.0) for asked in unit.concepts for shown, degree in known[asked].items())
        covered += unit.weight * (max(near, default=0.0) if unit.concepts else float(unit.stem in stems))
        total += unit.weight
    return min(1.0, covered / total) if total else 0.0
