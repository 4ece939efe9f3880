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


@dataclass(frozen=True, slots=True)
class Company:
    """How near a text's words are to a topic's, the words that they share left out (0..1).

    ``whole`` compares the weighed means of both; ``nearest`` takes for each word of the topic the nearest of the text.
    """

    whole: float
    nearest: float


@dataclass(frozen=True, slots=True)
class _Words:
    """The known words of a text: their stems, their places (a row each), their weights, and the weighed sum of the places."""

    stems: tuple[str, ...]
    rows: Any
    weights: Any
    total: Any


def company(topic: tuple[str, ...], texts: Sequence[tuple[str, ...]]) -> list[Company]:
    """How near each text, given as its stems, is to a topic, given as its stems."""
    import numpy as np

    asked = _words(topic)
    if not len(asked.stems) or not texts:
        return [Company(0.0, 0.0)] * len(texts)
    known = [_words(text) for text in texts]
    shared = frozenset(topic)
    keep = [np.array([stem not in shared for stem in words.stems], dtype=bool) for words in known]
    rests = np.stack([words.total - _sum(words, ~mask) for words, mask in zip(known, keep, strict=True)])
    whole = _cosines(rests, asked.total)
    likes = np.concatenate([words.rows for words in known]) @ asked.rows.T
    out, begin = [], 0
    for number, (words, mask) in enumerate(zip(known, keep, strict=True)):
        block = likes[begin : begin + len(words.stems)][mask]
        begin += len(words.stems)
        if len(block):
            best = np.maximum(block.max(axis=0), 0) / (_scale() ** 2)
            nearest = min(1.0, float((best * asked.weights).sum() / asked.weights.sum()))
        else:
            nearest = 0.0
        out.append(Company(float(whole[number]), nearest))
    return out


def _sum(words: _Words, mask: Any) -> Any:
    return words.weights[mask] @ words.rows[mask]


def _cosines(rows: Any, other: Any) -> Any:
    import numpy as np

    lengths = np.sqrt((rows * rows).sum(axis=1) * (other * other).sum())
    return np.clip((rows @ other) / np.maximum(lengths, 1.0), 0.0, 1.0)


@lru_cache(maxsize=16384)
def _words(stems: tuple[str, ...]) -> _Words:
    import numpy as np

    rows, places = _vectors()
    known = tuple(stem for stem in carrying(stems) if stem in places)
    own = rows[[places[stem] for stem in known]].astype(np.float64)
    weights = np.array([round(weight(stem) * _WEIGHT) for stem in known], dtype=np.float64)
    return _Words(known, own, weights, weights @ own)


def _scale() -> int:
    return 127


@cache
def _vectors() -> tuple[Any, dict[str, int]]:
    import numpy as np

    folder = model_folder("latent")
    about = json.loads((folder / "stems.json").read_text(encoding="utf-8"))
    rows = np.frombuffer((folder / "vectors.bin").read_bytes(), dtype=np.int8).reshape(-1, about["dimensions"])
    return rows, {str(stem): number for number, stem in enumerate(about["stems"])}
