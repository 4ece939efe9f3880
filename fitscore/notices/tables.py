"""Tables of languages flattened into lines: a language, then its level for each skill, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fitscore.notices.lines import Line
from fitscore.text import end_of_sign, fold
from fitscore.vocabulary.languages import language_name

_LEVEL = re.compile(
    r"(?:un )?level [ivx1-6a-c]{1,3}|[abc][12]\+?|(?:nato )?[ivx]{1,3}|(?:slp )?\d{4}"
    r"|(?:un )?(?:fluent|confident|basic|intermediate|advanced|expert)"
)


def join_language_rows(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each row of a language table in one line ("French", "UN Level II", … is "French UN Level II …")."""
    index = 0
    while index < len(lines):
        stop = _row_end(lines, index)
        if stop == index + 1:
            yield lines[index]
        else:
            first, last = lines[index].folded, lines[stop - 1].folded
            yield replace(
                lines[index], folded=fold(first.source, first.offsets[0], end_of_sign(last.source, last.offsets[-1])), inner=True
            )
        index = stop


def _row_end(lines: Sequence[Line], start: int) -> int:
    """The line after a row that begins at ``start``; the next line where none begins."""
    stop = start + 1
    if len(lines[start].text) > 25 or stop >= len(lines) or not _LEVEL.fullmatch(lines[stop].folded.lower):
        return start + 1
    if language_name(lines[start].text) is None:
        return start + 1
    while stop < len(lines) and _LEVEL.fullmatch(lines[stop].folded.lower):
        stop += 1
    return stop
