"""No pattern is slower than linear on hostile text: doubling the text must not nearly quadruple the time."""

from __future__ import annotations

import re
import time

import pytest

from fitscore import vocabulary
from fitscore.text import fold

PATTERNS = [pattern for name in vocabulary.names() for pattern in vocabulary.load(name).patterns]
BASE = 3000
FLOOR = 0.004  # seconds; below it the clock says nothing about growth


def hostile(pattern: vocabulary.Pattern, length: int) -> list[str]:
    """Texts made to send a backtracking engine astray: beginnings of what it looks for, again and again."""
    example = fold(pattern.examples[0]).lower
    words = example.split()
    seeds = [example + " ", " ".join(words[: max(1, len(words) // 2)]) + " ", words[0] + " ", "a ", "1 ", "(", ", ", "a"]
    return [(seed * (length // len(seed) + 1))[:length] for seed in seeds]


def seconds(regex: re.Pattern[str], text: str) -> float:
    """The least of three times to go through a text; of one where that is below the floor already."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for _ in regex.finditer(text):
            pass
        best = min(best, time.process_time() - start)
        if best < FLOOR:
            break
    return best


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_growth_is_linear(pattern: vocabulary.Pattern) -> None:
    for short, long in zip(hostile(pattern, BASE), hostile(pattern, BASE * 4), strict=True):
        slow = seconds(pattern.regex, long)
        if slow < FLOOR:
            continue
        assert slow / max(min(seconds(pattern.regex, short) for _ in range(3)), 1e-9) < 9, (
            f"grows faster than the text: {short[:60]!r}"
        )


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_repeats_are_bounded(pattern: vocabulary.Pattern) -> None:
    plain = re.sub(r"\\.|\[(?:\\.|[^\]])*\]", "x", pattern.expression)
    assert not re.search(r"[*+]", plain), "bound the repeat: {0,40} instead of * or +"
