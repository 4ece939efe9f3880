"""Glossaries that a portal puts between the lines of a notice; they end no section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fitscore.notices.lines import Line
from fitscore.vocabulary import load

_SIGNS = re.compile(r"^[^a-z]{1,12}")
_LONGEST_TITLE = 80
_LONGEST_TERM = 45


def glossary_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that are a glossary's title, its terms and their meanings."""
    titles = tuple(map(str, load("sections").table("glossary")))
    found: set[int] = set()
    for index, line in enumerate(lines):
        lower = line.folded.lower
        if not lower.endswith(titles) or len(lower) > _LONGEST_TITLE:
            continue
        title = _SIGNS.sub("", lower)
        if title in titles:
            pairs = 1 if not title.endswith("s") else 6
            found.update(range(index, _end(lines, index + 1, pairs)))
    return frozenset(found)


def _end(lines: Sequence[Line], start: int, pairs: int) -> int:
    """Where the pairs of term and meaning end: a term is short, unbulleted, and ends with no sign."""
    for _ in range(pairs):
        if start + 1 >= len(lines) or not _is_term(lines[start], lines[start + 1]):
            return start
        start += 2
    return start


def _is_term(line: Line, meaning: Line) -> bool:
    text = line.text
    if line.bullet or meaning.bullet or len(text) > _LONGEST_TERM or text[-1:] in ".:;,":
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z][\w-]*", meaning.text)).lower()
    letters = re.sub(r"[^a-z]", "", text.lower())
    return text.lower() in meaning.text.lower() or (2 <= len(letters) <= 10 and text[:2].isupper() and letters[0] in initials)
