"""A learned reading of a notice's passages, for where no heading and no lead-in says what they are.

A linear model over hashed words; its weights are whole numbers in a plain file (``models/clauses``). All passages of a
notice are read in one go, because what stands beside a passage says much of it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby, pairwise
from math import exp, log, sqrt
from operator import itemgetter
from pathlib import Path
from zlib import crc32

from fitscore.nlp import model_folder
from fitscore.records import working

LABELS = ("essential", "desirable", "competency", "condition", "duty", "heading", "none")
BITS = 16
"""The weights of each label are a table of 2 to the power of this."""

_WORD = re.compile(r"[^\W\d_]+(?:'[a-z]+)?|\d+|[:;?!%$€£]")
_MOST_WORDS = 60
_MOST_BESIDE = 25
_NEVER = -50.0
_SHORT = 9  # words that a passage which may be a heading has at most


@working
class Passage:
    """A line, list item or sentence: its words, and whether it is a list item."""

    text: str
    listed: bool = False


def features(passages: Sequence[Passage], told: Sequence[str | None] = ()) -> Iterator[list[str]]:
    """What the model sees of each passage: its words and shape, those of its neighbours, the last short line before it.

    Nothing of a passage that is ``told``.
    """
    seen = _Seen(passages)
    for i in range(len(passages)):
        if told and told[i] is not None:
            yield []
        else:
            yield sorted(_own(seen.words(i), seen.shape(i), seen.above(i)) | _beside(seen, i))


class _Seen:
    """The words and shapes of passages, each read when first asked for."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self._words: dict[int, list[str]] = {}

    def words(self, i: int) -> list[str]:
        """The first words of a passage."""
        if i not in self._words:
            self._words[i] = _WORD.findall(self.passages[i].text.lower())[:_MOST_WORDS]
        return self._words[i]

    def shape(self, i: int) -> list[str]:
        """How a passage is set."""
        return _shape(self.passages[i], self.words(i))

    def above(self, i: int) -> list[str]:
        """The words of the last short line before a passage."""
        for at in range(i - 1, -1, -1):
            passage = self.passages[at]
            if not passage.listed and not passage.text.endswith((".", ";")) and len(self.words(at)) < _SHORT:
                return self.words(at)
        return []


def _own(own: Sequence[str], shape: Sequence[str], above: Sequence[str]) -> set[str]:
    """The words and shape of a passage, and the words of the short line above it."""
    seen = {f"w {word}" for word in own}
    seen.update(f"b {a} {b}" for a, b in pairwise(own))
    seen.update(f"s {mark}" for mark in shape)
    seen.update(f"a {word}" for word in above)
    seen.update((f"f {' '.join(own[:1])}", f"f {' '.join(own[:2])}", f"l {' '.join(own[-1:])}"))
    return seen


def _beside(passages: _Seen, i: int) -> set[str]:
    """The words and shapes of the neighbours of a passage, and how far down the notice it stands."""
    count = len(passages.passages)
    seen = {f"at {10 * i // count}"}
    for mark, at in (("p", i - 1), ("n", i + 1)):
        if 0 <= at < count:
            seen.update(f"{mark} {word}" for word in passages.words(at)[:_MOST_BESIDE])
            seen.update(f"{mark}s {shape}" for shape in passages.shape(at))
        else:
            seen.add(f"{mark} end")
    return seen


def _shape(passage: Passage, words: Sequence[str]) -> list[str]:
    text = passage.text
    first = text[:1]
    capitals = sum(word[0].isupper() for word in text.split())
    return [
        f"size {min(len(words), 40).bit_length()}",
        f"listed {passage.listed}",
        f"ends {text[-1:] if text[-1:] in '.:;?!' else ''}",
        f"begins {'upper' if first.isupper() else 'lower' if first.islower() else 'other'}",
        f"digits {any(map(str.isdigit, text))}",
        f"loud {text.isupper()}",
        f"title {bool(words) and 2 * capitals > len(text.split())}",
    ]


def slots(marks: Sequence[str]) -> list[int]:
    """The places of features in the table of weights."""
    return [crc32(mark.encode()) & ((1 << BITS) - 1) for mark in marks]


@dataclass(frozen=True, slots=True)
class ClauseModel:
    """Weights a label (whole numbers, times ``scale``), a bias a label, and how likely a label follows another (logarithm)."""

    weights: Sequence[Sequence[int]]
    scale: float
    bias: Sequence[float]
    follows: Sequence[Sequence[float]]

    def chances(self, passages: Sequence[Passage], told: Sequence[str | None] = ()) -> list[list[float]]:
        """For each passage the logarithm of each label's chance, by what it and its neighbours say; all for a told label."""
        rows = []
        for i, marks in enumerate(features(passages, told)):
            if told and (label := told[i]) is not None:
                rows.append([0.0 if name == label else _NEVER for name in LABELS])
            else:
                rows.append(self._chances(slots(marks)))
        return rows

    def _chances(self, places: Sequence[int]) -> list[float]:
        norm, pick = self.scale / sqrt(len(places)), itemgetter(*places)
        scores = [b + norm * sum(pick(row)) for row, b in zip(self.weights, self.bias, strict=True)]
        top = max(scores)
        total = top + log(sum(exp(s - top) for s in scores))
        return [s - total for s in scores]

    def read(self, passages: Sequence[Passage], told: Sequence[str | None] = ()) -> list[str]:
        """The likeliest row of labels; ``told`` are the labels that are certain (none, or one or None a passage).

        Past a certain label nothing tells of the labels on its other side: each run of open ones is read with the two beside it.
        """
        chances = self.chances(passages, told)
        labels = [label or "" for label in told or [None] * len(passages)]
        for start, end in _open_runs(told or [None] * len(passages)):
            first = max(0, start - 1)
            row = likeliest(chances[first : end + 1], self.follows)
            labels[start:end] = [LABELS[i] for i in row[start - first : end - first]]
        return labels


def _open_runs(told: Sequence[str | None]) -> Iterator[tuple[int, int]]:
    """Where runs of passages without a certain label begin and end."""
    place = 0
    for is_open, run in groupby(told, key=lambda label: label is None):
        start, place = place, place + len(list(run))
        if is_open:
            yield start, place


def likeliest(chances: Sequence[Sequence[float]], follows: Sequence[Sequence[float]]) -> list[int]:
    """The likeliest row of labels (Viterbi), by each passage's own chances and by what follows what."""
    if not chances:
        return []
    into = list(zip(*follows, strict=True))
    best, back = list(chances[0]), []
    for row in chances[1:]:
        ways = [[have + step for have, step in zip(best, steps, strict=True)] for steps in into]
        tops = [max(way) for way in ways]
        back.append([way.index(top) for way, top in zip(ways, tops, strict=True)])
        best = [top + own for top, own in zip(tops, row, strict=True)]
    path = [best.index(max(best))]
    for step in reversed(back):
        path.append(step[path[-1]])
    return path[::-1]


@cache
def default_model() -> ClauseModel:
    """The model of ``models/clauses``."""
    return read_model(model_folder("clauses"))


def read_model(folder: Path) -> ClauseModel:
    """A model from its two files."""
    card = json.loads((folder / "clauses.json").read_text(encoding="utf-8"))
    return unpack(card, (folder / "weights.bin").read_bytes())


def unpack(card: dict[str, object], data: bytes) -> ClauseModel:
    """A model from its two files: one signed byte a weight, label by label. Raises `ValueError` if they do not fit."""
    if len(data) != len(LABELS) << BITS or card["labels"] != list(LABELS):
        raise ValueError("models/clauses: these weights are of another model: train it again")
    table = memoryview(data).cast("b")
    size = 1 << BITS
    rows = [table[i * size : (i + 1) * size] for i in range(len(LABELS))]
    return ClauseModel(rows, card["scale"], card["bias"], card["follows"])  # type: ignore[arg-type]
