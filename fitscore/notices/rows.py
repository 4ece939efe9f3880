"""Rows of a table of requirements flattened into a line: the content of each row, without the label cells around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fitscore.notices.headings import find_heading
from fitscore.notices.lines import Line
from fitscore.vocabulary import load
from fitscore.vocabulary.languages import language_name

_MOST_WORDS = 3  # of a label cell
_BREAK = re.compile(r"[\n\r]")
_TIER = re.compile(r"(?:essential|desirable|required|desired|preferred|mandatory|an? asset)")
_LAST_TIER = re.compile(r" ?\| ?(?P<tier>\w[\w ]{4,12})\Z")


def contents_of_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; of a row with one requirement that requirement, and before it the cell that says how much it weighs."""
    if not any(line.bullet == "|" or "|" in line.folded.text for line in lines):
        yield from lines
        return
    rows = list(_rows([piece for line in lines for piece in _without_last_tier(line)]))
    for row, below in zip(rows, [*rows[1:], []], strict=False):
        content = _content(row)
        if content is None:
            yield from [] if _is_head(row, below) else row
            continue
        labels = [line for line in row if line is not content]
        yield from (line for line in labels if _TIER.fullmatch(line.folded.lower))
        yield from (line for line in row if line is content or _is_kept(line))


def _content(row: Sequence[Line]) -> Line | None:
    """The cell of a row that alone states a requirement."""
    content = [line for line in row if _asks(line)] if len(row) > 1 else []
    return content[0] if len(content) == 1 else None


def _is_head(row: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a row only names the columns of the requirements below it."""
    short = all(len(line.text.split()) <= _MOST_WORDS for line in row)
    return len(row) > 1 and len(row) == len(below) and short and _content(below) is not None


def _rows(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The cells of each row together; a line outside a table alone."""
    row: list[Line] = []
    for line in lines:
        if row and not _same_row(row[-1], line):
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _same_row(left: Line, right: Line) -> bool:
    between = left.folded.source[left.folded.offsets[-1] : right.folded.offsets[0]]
    return left.bullet == right.bullet == "|" and _BREAK.search(between) is None


def _without_last_tier(line: Line) -> Iterator[Line]:
    """A row of two cells that ends with its weight ("Knowledge of tides | Essential") as two cells."""
    last = _LAST_TIER.search(line.folded.lower)
    if last is None or line.bullet == "|" or not _TIER.fullmatch(last["tier"]):
        yield line
        return
    edges = [0, last.start(), last.start("tier"), len(line.text)]
    for (start, end), gap in zip(list(pairwise(edges))[::2], (line.gap, False), strict=True):
        yield replace(line, folded=line.folded.cut(start, end), bullet="|", gap=gap, inner=True)


def _asks(line: Line) -> bool:
    words = load("capability")
    return len(line.text.split()) > _MOST_WORDS and any(
        words.pattern(name).search(line.folded.lower) for name in ("head", "skill_lead", "skill_tail")
    )


def _is_kept(line: Line) -> bool:
    """Whether a cell beside the content says something itself: more than a label, a heading, a language."""
    if _TIER.fullmatch(line.folded.lower):
        return False
    short = len(line.text.split()) <= _MOST_WORDS
    return not short or find_heading(line.folded, line.bullet) is not None or language_name(line.text) is not None
