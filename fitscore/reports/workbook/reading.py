"""A workbook that comes back, as it stands: the inputs that it names, and the rows in which a person wrote something."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any

from fitscore.errors import InputError
from fitscore.extras import need
from fitscore.reports.workbook import EXTRA
from fitscore.reports.workbook.cells import one_line, safe
from fitscore.reports.workbook.method import INPUT_CV, INPUT_NOTICE, METHOD
from fitscore.reports.workbook.rows import EVIDENCE, NOTICE

Inputs = dict[tuple[str, str], str]
"""From the sheet Method: the digest of each input, by its matter and id."""

_HEADER_WITHIN = 20
"""The header is looked for in so many rows: people put words of their own above it."""


@dataclass(frozen=True, slots=True)
class Said:
    """A row in which a person wrote something: where, of what, and the words as they stand."""

    place: str
    notice: str
    candidate: str
    criterion: str
    requirement: str | None
    machine: str
    verdict: str
    reason: str
    reviewer: str


def read_rows(path: Path) -> tuple[Inputs, list[Said]]:
    """The inputs that the workbook names, and what people wrote. Raises `InputError` where it is no workbook of ours."""
    sheets = _sheets(path)
    inputs = {
        (row[_MATTER], row[_ID]): row.get(_DIGEST, "")
        for sheet in sheets
        for _, row in sheet.rows
        if sheet.names_inputs and row[_MATTER] in (INPUT_NOTICE, INPUT_CV)
    }
    if not inputs:
        what = "the sheet Method, which names the inputs, is missing"
        raise InputError.one(str(path), what, instead="give the .xlsx that --export wrote, with all its sheets")
    _hold_headers(path, sheets)
    return inputs, [_said(s.title, number, row) for s in sheets if s.has_reviews for number, row in s.rows]


def as_shown(text: str) -> str:
    """What a cell with this text reads as."""
    return _as_read(safe(one_line(text)))


def _head(header: str) -> str:
    """A header as it is looked for: in small letters, on one line, with a plain apostrophe."""
    return " ".join(header.replace("\u2019", "'").split()).lower()


_MATTER, _ID, _, _DIGEST = (_head(column.header) for column in METHOD)
_CANDIDATE, _, _CRITERION, _REQUIREMENT, _, _, _MACHINE = (_head(column.header) for column in EVIDENCE[:7])
_VERDICT, _REASON, _REVIEWER = _YOURS = tuple(_head(column.header) for column in EVIDENCE[-3:])
_NEEDED = {_head(column.header): column.header for column in (EVIDENCE[0], EVIDENCE[2], EVIDENCE[-3])}
"""Columns without which nobody knows what was said of what."""


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What matters of a sheet: its header, and by number the rows with words of a person, or those that name inputs."""

    title: str
    header: Sequence[str]
    rows: Sequence[tuple[int, dict[str, str]]]

    @property
    def names_inputs(self) -> bool:
        return {_MATTER, _ID, _DIGEST} <= set(self.header)

    @property
    def has_reviews(self) -> bool:
        return set(_NEEDED) <= set(self.header)


def _sheets(path: Path) -> list[_Sheet]:
    openpyxl = need("openpyxl", EXTRA)
    try:
        with warnings.catch_warnings():  # of what other programs put into a workbook, such as their own kinds of lists
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            try:
                return [_sheet(sheet) for sheet in book.worksheets]
            finally:
                book.close()
    except OSError as error:
        raise InputError.one(str(path), f"cannot be read: {error.strerror or error}") from None
    except Exception as error:  # a broken file breaks the library in as many ways as there are
        what = f"this is not a workbook that can be read ({type(error).__name__})"
        raise InputError.one(str(path), what, instead="give the .xlsx that --export wrote, as saved after the review") from None


def _sheet(sheet: Any) -> _Sheet:
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()
    lines = enumerate(sheet.iter_rows(values_only=True), 1)
    header: list[str] = []
    for number, cells in lines:
        names = [_head(_as_read(cell)) for cell in cells]
        if _MATTER in names or len({*_YOURS, *_NEEDED} & set(names)) > 2:
            header = names
        if header or number == _HEADER_WITHIN:
            break
    return _Sheet(sheet.title, header, list(_rows(header, lines)) if header else ())


def _rows(header: Sequence[str], lines: Iterator[tuple[int, Sequence[object]]]) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows that matter, by the words of the header; of two columns with one header the first counts."""
    for number, cells in lines:
        row: dict[str, str] = {}
        for name, cell in zip(header, cells, strict=False):
            row.setdefault(name, _as_read(cell))
        if row.get(_MATTER) or any(row.get(name) for name in _YOURS):
            yield number, row


def _hold_headers(path: Path, sheets: Sequence[_Sheet]) -> None:
    """Refuse a workbook whose reviews nobody could read: without the columns, or with one of their headers changed."""
    instead = f"give the columns the headers that --export wrote: {', '.join(_NEEDED.values())}"
    for sheet in sheets:
        lost = [words for name, words in _NEEDED.items() if name not in sheet.header]
        if lost and len({*_YOURS} & set(sheet.header)) > 1:
            what = f"there is no column {' and no column '.join(lost)}"
            raise InputError.one(str(path), what, path=f"sheet {sheet.title}", instead=instead)
    if not any(sheet.has_reviews for sheet in sheets):
        raise InputError.one(str(path), "no sheet has the columns of Evidence, in which people review", instead=instead)


def _said(title: str, number: int, row: dict[str, str]) -> Said:
    return Said(
        place=f"sheet {title}, row {number}",
        notice=row.get(_head(NOTICE.header), ""),
        candidate=row[_CANDIDATE],
        criterion=row[_CRITERION],
        requirement=row.get(_REQUIREMENT),
        machine=row.get(_MACHINE, ""),
        verdict=" ".join(row[_VERDICT].split()),
        reason=row.get(_REASON, ""),
        reviewer=row.get(_REVIEWER, ""),
    )


def _as_read(cell: object) -> str:
    """The text of a cell, without blanks around it; a number as its digits, a day as YYYY-MM-DD."""
    if isinstance(cell, datetime) and cell.time() == time():
        cell = cell.date()
    return "" if cell is None else str(cell).strip()
