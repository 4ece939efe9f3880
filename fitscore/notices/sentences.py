"""Running text cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fitscore.text import Folded
from fitscore.vocabulary import load

_END = re.compile(r"[.!?](?:[\"')\]]{0,2} (?=[\"'(\[]{0,2}[^\W_a-z])|(?=[A-Z][a-z]))")
_CLOSING = ("; and", "; or", ", and", ";", ",", "; et", "|")
_LAST_WORD = re.compile(r"([^\s(\[]{1,12})\Z")


def sentences(folded: Folded) -> Iterator[Folded]:
    """The sentences of a passage, in order; together they are the whole passage."""
    start = 0
    for end in _ends(folded.text):
        yield folded.cut(start, end)
        start = end
    if folded.text[start:].strip():
        yield folded.cut(start, len(folded.text))


def without_closing(folded: Folded) -> Folded:
    """A list item without its closing sign."""
    if not folded.lower.endswith(_CLOSING):
        return folded
    for closing in _CLOSING:
        if folded.lower.endswith(closing):
            return folded.cut(0, len(folded.text) - len(closing))
    return folded


def _ends(text: str) -> Iterator[int]:
    depth_from = 0
    for found in _END.finditer(text):
        stop = found.start()
        if text[stop] == "." and _shortened(text, stop):
            continue
        if text.count("(", depth_from, stop) > text.count(")", depth_from, found.end()):
            continue
        depth_from = found.end()
        yield found.end()


def _shortened(text: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to a shortened word ("e.g.", "Ph.D.", "St.", an initial)."""
    found = _LAST_WORD.search(text, max(0, stop - 12), stop)
    if not found:
        return False
    word = found.group(1).lower()
    return word in _short_words() or (len(word) == 1 and word.isalpha()) or (stop + 1 < len(text) and word in ("www", "http"))


@cache
def _short_words() -> frozenset[str]:
    return frozenset(load("sections").table("short_words"))
