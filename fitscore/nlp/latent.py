"""Words by the company they keep in vacancy notices and in the vocabulary's wordings (``models/latent``).

Places and weights are whole numbers, and so are all sums of them that are formed here, far below 2**53: they are exact in
floating point in whatever order they are added, and a text's figures depend on nothing but the text and the topic.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from fitscore.nlp import model_folder
from fitscore.nlp.topics import carrying, weight

_WEIGHT = 16
"""Weights are counted in sixteenths."""
_SCALE = 127
"""The length of a place."""


@dataclass(frozen=True, slots=True)
class Company:
    """How near a text's words are to a topic's, the words that they share left out (0..1).

    ``whole`` compares the weighed means of both; ``nearest`` takes for each word of the topic the nearest of the text.
    """

    whole: float
    nearest: float


@dataclass(frozen=True, slots=True)
class _Words:
    """The known words of some texts, text after text: which they are, their places (a row each), their weights, which text each
    belongs to, where each text begins, and the weighed sum of the places of each text.

    Each text begins with a word without a place, so that none is without words.
    """

    numbers: Any
    rows: Any
    weights: Any
    owners: Any
    starts: Any
    totals: Any


def company(topic: tuple[str, ...], texts: Sequence[tuple[str, ...]]) -> list[Company]:
    """How near each text, given as its stems, is to a topic, given as its stems."""
    import numpy as np

    asked = _words((topic,))
    if len(asked.rows) == 1 or not texts:
        return [Company(0.0, 0.0)] * len(texts)
    known = _words(tuple(texts))
    shared = (known.numbers[:, None] == asked.numbers[1:]).any(axis=1)
    rests = known.totals.copy()
    np.subtract.at(rests, known.owners[shared], known.weights[shared, None] * known.rows[shared])
    likes = known.rows @ asked.rows[1:].T
    likes[shared] = 0
    best = np.maximum.reduceat(likes, known.starts, axis=0)
    heavy = asked.weights[1:]
    nearest = np.minimum((best @ heavy) / (heavy.sum() * _SCALE**2), 1.0)
    return list(map(Company, _cosines(rests, asked.totals[0]).tolist(), nearest.tolist()))


def _cosines(rows: Any, other: Any) -> Any:
    import numpy as np

    lengths = np.sqrt((rows * rows).sum(axis=1) * (other * other).sum())
    return np.clip((rows @ other) / np.maximum(lengths, 1.0), 0.0, 1.0)


@lru_cache(maxsize=2048)
def _words(texts: tuple[tuple[str, ...], ...]) -> _Words:
    import numpy as np

    rows, _ = _vectors()
    known = [_known(text) for text in texts]
    lengths = [len(numbers) for numbers, _ in known]
    numbers = np.array([number for numbers, _ in known for number in numbers], dtype=np.int64)
    weights = np.array([heavy for _, weights in known for heavy in weights], dtype=np.float64)
    own = rows[numbers].astype(np.float64)
    own[numbers < 0] = 0
    starts = np.cumsum([0, *lengths[:-1]])
    totals = np.add.reduceat(weights[:, None] * own, starts, axis=0)
    return _Words(numbers, own, weights, np.repeat(np.arange(len(known)), lengths), starts, totals)


@lru_cache(maxsize=16384)
def _known(stems: tuple[str, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of the known words of a text and their weights, after one word without a place (-1)."""
    _, places = _vectors()
    words = [stem for stem in carrying(stems) if stem in places]
    return (-1, *(places[stem] for stem in words)), (0, *(round(weight(stem) * _WEIGHT) for stem in words))


@cache
def _vectors() -> tuple[Any, dict[str, int]]:
    import numpy as np

    folder = model_folder("latent")
    about = json.loads((folder / "stems.json").read_text(encoding="utf-8"))
    rows = np.frombuffer((folder / "vectors.bin").read_bytes(), dtype=np.int8).reshape(-1, about["dimensions"])
    return rows, {str(stem): number for number, stem in enumerate(about["stems"])}
