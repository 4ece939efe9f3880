"""Splitting a CV's words into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from fitscore.vocabulary import load

_STOP = re.compile(r"[.!?][\"'”’)\]]{0,3}(?=\s)")
_BULLETS = "-*•–▪·‣◦"
_OPENING = "\"'“‘(["
_LAST_WORD = re.compile(r"(?:^|[\s(\[\"'“‘/])([^\s(\[\"'“‘/]{1,12})\.[\"'”’)\]]{0,3}\Z")
_INITIAL = re.compile(r"[^\W\d_](?:\.[^\W\d_])*\Z")


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, each as it stands there, without its bullet.

    A full stop ends a sentence where a capital letter or a figure follows, unless it closes an abbreviation ("approx.") or
    an initial; a blank line and a bullet end one too. A semicolon does not.
    """
    for paragraph in _paragraphs(text):
        start = 0
        for hit in _STOP.finditer(paragraph):
            if _ends_here(paragraph, hit.end()):
                yield from _clean(paragraph[start : hit.end()])
                start = hit.end()
        yield from _clean(paragraph[start:])


def _paragraphs(text: str) -> Iterator[str]:
    """Runs of lines; a blank line ends one, and a line with a bullet begins one."""
    start = place = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if not bare or (bare[0] in _BULLETS and bare[1:2].isspace()):
            yield text[start:place]
            start = place
        place += len(line)
    yield text[start:]


def _clean(piece: str) -> Iterator[str]:
    piece = piece.strip().lstrip(_BULLETS + " \t") if piece.strip()[:1] in _BULLETS else piece.strip()
    if any(char.isalnum() for char in piece):
        yield piece


def _ends_here(paragraph: str, end: int) -> bool:
    """Whether the stop before ``end`` closes a sentence, by the word before it and the sign after it."""
    following = paragraph[end : end + 40].lstrip().lstrip(_OPENING)[:1]
    if not following or following.islower() or not following.isalnum():
        return False
    before = _LAST_WORD.search(paragraph[max(0, end - 20) : end])
    word = before.group(1).lower() if before else ""
    return word not in _abbreviations() and not _INITIAL.match(word)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("profiles").table("abbreviations"))
