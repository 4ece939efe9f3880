"""Tables flattened into lines: rows of languages with their levels, rows under the titles of their columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fitscore.notices.labelled import labelled
from fitscore.notices.lines import Line
from fitscore.text import end_of_sign, fold
from fitscore.vocabulary import load
from fitscore.vocabulary.languages import language_name

_LEVEL = re.compile(
    r"(?:un )?level [ivx1-6a-c]{1,3}|[abc][12]\+?|(?:nato )?[ivx]{1,3}|(?:slp )?\d{4}"
    r"|(?:un )?(?:fluent|confident|basic|intermediate|advanced|expert)"
)

_GAP = re.compile(r"[ \xa0]*\t[ \t\xa0]*| {2,}")
_LONGEST_NAME = 60


def title_rows(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that only name the columns of a table ("Name", "Definition")."""
    return frozenset(index for index, line in enumerate(lines) if _columns(line))


def names_behaviours(line: Line) -> bool:
    """Whether a line names the columns of a table of behaviours ("Competency", "Indicators")."""
    cells = [cell.strip(" :").lower() for cell in _cells(line)]
    words = load("sections")
    return len(cells) == 2 and cells[0] in words.table("behaviour_columns") and cells[1] in words.table("shown_columns")


def with_names(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; under the titles of two columns each row is its first cell, a colon and its second cell."""
    under = False
    for line in lines:
        if _columns(line) == 2 or not under:
            under = _columns(line) == 2
            yield line
            continue
        cells = _cells(line)
        under = len(cells) == 2 and len(cells[0]) <= _LONGEST_NAME
        at = len(line.text) - len(" ".join(cells[1].split())) if under else 0
        if at <= 0:
            yield line
            continue
        yield replace(line, folded=labelled(line.folded.cut(0, at), line.folded.cut(at, len(line.text))), inner=True)


def _cells(line: Line) -> list[str]:
    """The cells of a line in the source, told apart by tabs or several blanks."""
    folded = line.folded
    words = folded.source[folded.offsets[0] : folded.offsets[-1] + 1]
    return [cell for cell in _GAP.split(words) if cell.strip()] if "\t" in words or "  " in words else [words]


def _columns(line: Line) -> int:
    """How many columns a line names; 0 where it holds anything else."""
    if line.bullet or len(line.text) > _LONGEST_NAME:
        return 0
    cells = _cells(line)
    names = load("sections").table("columns")
    return len(cells) if len(cells) > 1 and all(cell.strip(" :").lower() in names for cell in cells) else 0


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
