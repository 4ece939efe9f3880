"""The judge of likeness: how much of a topic a text covers, held against how probable it is that it shows it.

Two logistic models over the signals, learned from labelled pairs and cases (``models/evidence``), tell how probable it is that
a text shows the topic at least in part (``possible``), and that it shows all of it (``sure``). No weight has the wrong sign, so
that whatever speaks for a topic never speaks against it. What follows from the three figures, `fitscore.criteria.evidence` says.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul

from fitscore.nlp import Relation, model_folder
from fitscore.nlp.coverage import coverage
from fitscore.nlp.signals import NAMES, Signals, signals, together
from fitscore.nlp.topics import roads_of, says_what

_MOST_KEPT = 50_000
NOTHING = Relation(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """One logistic model: a weight for each of `NAMES`, and the bias."""

    weights: tuple[float, ...]
    bias: float

    def probability(self, found: Signals) -> float:
        """The probability, 0..1."""
        score = self.bias + sum(map(mul, self.weights, found.values))
        return 1 / (1 + math.exp(-score))


class LearnedLikeness:
    """Likeness by concepts, words and their company, weighed by the learned models."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[Signals, ...]] = {}

    def relate(self, topic: str, texts: Sequence[str]) -> list[Relation]:
        """One relation a text; of alternatives in the topic ("policy or finance") the best counts."""
        rows = self._signals(topic, texts)
        return [Relation(coverage(topic, (text,)), *chances(row)) for text, row in zip(texts, rows, strict=True)]

    def together(self, topic: str, texts: Sequence[str]) -> Relation:
        """The relation of several texts read as one: never less than that of fewer of them."""
        rows = self._signals(topic, texts)
        if not rows:
            return NOTHING
        return Relation(coverage(topic, tuple(sorted(texts))), *chances([together(column) for column in zip(*rows, strict=True)]))

    def can_tell(self, topic: str) -> bool:
        """Whether the vocabulary holds a concept that says what the topic is about."""
        return any(says_what(road.units) for road in roads_of(topic, "fields"))

    def _signals(self, topic: str, texts: Sequence[str]) -> list[tuple[Signals, ...]]:
        """For each text the signals of each road of the topic."""
        new = list(dict.fromkeys(text for text in texts if (topic, text) not in self._kept))
        if new:
            if len(self._kept) + len(new) > _MOST_KEPT:
                self._kept.clear()
                new = list(dict.fromkeys(texts))
            columns = [signals(road, new) for road in roads_of(topic)]
            for number, text in enumerate(new):
                self._kept[topic, text] = tuple(column[number] for column in columns)
        return [self._kept[topic, text] for text in texts]


def chances(roads: Sequence[Signals]) -> tuple[float, float, tuple[str, ...], tuple[str, ...]]:
    """How probably a text shows a topic at least in part, and wholly, by the best of its roads; the words that tell, and those
    of the topic that it says nothing of.
    """
    possible, sure = weights()["possible"], weights()["sure"]
    rows = [(possible.probability(found), sure.probability(found), found.words, found.missing) for found in roads]
    return max(rows, key=lambda row: row[:2], default=(0.0, 0.0, (), ()))


@cache
def weights() -> Mapping[str, Weights]:
    """The two models, by name."""
    model = json.loads((model_folder("evidence") / "weights.json").read_text(encoding="utf-8"))
    return {
        name: Weights(tuple(float(entry["weights"].get(signal, 0.0)) for signal in NAMES), float(entry["bias"]))
        for name, entry in model["models"].items()
    }
