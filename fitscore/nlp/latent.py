"""Likeness of texts by the words that stand near theirs in vacancy notices (``models/latent``)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from fitscore.nlp import model_folder
from fitscore.nlp.topics import weight


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """The cosine between the weighed means of the stems' places (0..1; what points away counts 0)."""
    first, second = place(tuple(one)), place(tuple(other))
    return 0.0 if first is None or second is None else max(0.0, float(first @ second))


@lru_cache(maxsize=8192)
def place(stems: tuple[str, ...]) -> Any:
    """The weighed mean of the stems' places, as long as 1; None where no stem has one."""
    import numpy as np

    rows, known = _vectors()
    found = [(known[stem], weight(stem)) for stem in stems if stem in known]
    if not found:
        return None
    places, weights = zip(*found, strict=True)
    mean = np.asarray(weights, dtype=np.float32) @ rows[list(places)].astype(np.float32)
    length = float(np.sqrt(mean @ mean))
    return mean / length if length else None


@cache
def _vectors() -> tuple[Any, dict[str, int]]:
    import numpy as np

    folder = model_folder("latent")
    about = json.loads((folder / "stems.json").read_text(encoding="utf-8"))
    rows = np.frombuffer((folder / "vectors.bin").read_bytes(), dtype=np.int8).reshape(-1, about["dimensions"])
    return rows, {str(stem): number for number, stem in enumerate(about["stems"])}
