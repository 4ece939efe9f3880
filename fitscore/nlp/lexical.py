"""How texts relate to a topic, by words and concepts.

A text relates to a topic by the share of its weight which it covers: the same word or concept covers a unit wholly, a
neighbouring concept in part. So a relation depends on the topic and that text alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from fitscore.nlp import Relation
from fitscore.nlp.concepts import Reading, neighbours, read
from fitscore.nlp.topics import Unit, says_what, topic_units

NEAR_COVERS = 0.3
"""How much of a concept its neighbour covers."""


class LexicalLikeness:
    """Likeness by words and concepts; the same for the same topic and text, whatever else is asked."""

    def relate(self, topic: str, texts: Sequence[str]) -> list[Relation]:
        """One relation a text; of alternatives in the topic ("policy or finance") the best counts."""
        roads = topic_units(topic)
        return [
            max((_cover(road, read(text)) for road in roads), key=lambda r: r.strength, default=Relation(0.0)) for text in texts
        ]

    def can_tell(self, topic: str) -> bool:
        """Whether the vocabulary holds a concept that says what the topic is about."""
        return any(says_what(road) for road in topic_units(topic))


def _cover(units: Sequence[Unit], reading: Reading) -> Relation:
    total = sum(unit.weight for unit in units)
    if not total:
        return Relation(0.0)
    covered, words = 0.0, []
    for unit in units:
        share, word = _share(unit, reading)
        covered += unit.weight * share
        if share:
            words.append(word)
    return Relation(min(1.0, covered / total), tuple(dict.fromkeys(words)))


def _share(unit: Unit, reading: Reading) -> tuple[float, str]:
    """How much of a unit a text covers, and the text's word that does."""
    if not unit.concepts:
        return (1.0, reading.stems[unit.stem]) if unit.stem in reading.stems else (0.0, "")
    for name in unit.concepts:
        if name in reading.concepts:
            return 1.0, reading.concepts[name]
    near = (other for name in unit.concepts for other in neighbours().get(name, ()) if other in reading.concepts)
    found = next(near, None)
    return (NEAR_COVERS, reading.concepts[found]) if found else (0.0, "")
