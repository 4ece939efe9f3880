"""Lines that no vocabulary knows: headings by how they are set, and words that only join two items."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fitscore.notices.lines import Line
from fitscore.notices.model import Part
from fitscore.vocabulary import load

_LONG = 100
_FEW = 3  # words of a title
_ASKING: frozenset[Part] = frozenset({"qualifications", "competencies"})
_LONGEST_CONJUNCTION = 12
_CONJUNCTION = re.compile(r"\W{0,3}(?:and/or|and|or|et|ou)\W{0,3}")


def conjunctions(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that hold nothing but "or" or "and" between two items."""
    short = [(index, lower) for index, line in enumerate(lines) if len(lower := line.folded.lower) <= _LONGEST_CONJUNCTION]
    return frozenset(index for index, lower in short if _CONJUNCTION.fullmatch(lower))


def is_unknown_heading(lines: Sequence[Line], index: int, here: Part) -> bool:
    """Whether a line is set like a heading though its words tell nothing."""
    line = lines[index]
    text = line.text
    loud = text.isupper() and len(text) > 6
    numbered = line.bullet[:1].isdigit() and (text.endswith(":") or _is_title(lines, index))  # "7. Other posts:"
    if (line.bullet and not loud and not numbered) or len(text) > 70 or len(text.split()) > 8 or not text[:1].isupper():
        return False
    if load("capability").pattern("graded").search(line.folded.lower):
        return False
    if text.endswith((".", ";", ",", "!", "?")) or any(map(str.isdigit, text)):
        return False
    if here in ("masthead", "security", "other") or index + 1 >= len(lines):
        return False  # under "Security clearance" a line in capitals is the level
    return text.endswith(":") or loud or numbered or bool(lines[index + 1].bullet) or opens_text(lines, index, here)


def _is_title(lines: Sequence[Line], index: int) -> bool:
    """Whether a numbered line of a few words that ask for nothing stands over a paragraph ("1. Screening")."""
    text, following = lines[index].text, lines[index + 1] if index + 1 < len(lines) else None
    if following is None or following.bullet or len(following.text) < _LONG or len(text.split()) > _FEW:
        return False
    return not load("sections").pattern("evidence.requirement").search(text.lower())


def opens_text(lines: Sequence[Line], index: int, here: Part) -> bool:
    """Whether a short line after a list opens a paragraph that asks for nothing ("How we work")."""
    following = lines[index + 1]
    if here not in _ASKING or following.bullet or len(following.text) < _LONG or index == 0:
        return False
    evidence = load("sections").pattern("evidence.requirement")
    return not evidence.search(following.folded.lower) and not evidence.search(lines[index].folded.lower)
