"""Scorecards as pandas frames, and frames read back from the files that fitscore wrote. Needs the extra ``frame``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fitscore.errors import InputError
from fitscore.extras import need
from fitscore.scoring import tables
from fitscore.scoring.columns import LONG, Column, Type
from fitscore.scoring.words import IMPORTANCE_FROM_LEAST, OUTCOMES_FROM_WORST, VERDICTS_FROM_WORST

if TYPE_CHECKING:
    import pandas as pd

    from fitscore.scoring.model import Scorecard, Vacancy

EXTRA = "frame"
ORDERS = {"verdict": VERDICTS_FROM_WORST, "outcome": OUTCOMES_FROM_WORST, "importance": IMPORTANCE_FROM_LEAST}
DTYPES = {"text": "string", "count": "Int64", "number": "Float64", "day": "datetime64[ms]"}
"""The pandas dtype of each type of column; those of `ORDERS` are ordered categories, worst or least first."""
_READ = {"text": str, "count": int, "number": float}
_GUARDED = re.compile(r"'+\s*[=+\-@＝＋－＠]")


def wide(cards: Iterable[Scorecard]) -> pd.DataFrame:
    """A row a pair, then a column a criterion with its verdict."""
    return to_frame(tables.wide(cards))


def long(cards: Iterable[Scorecard], vacancies: Iterable[Vacancy] = ()) -> pd.DataFrame:
    """A row a pair and criterion; the notice's words where its vacancy is given."""
    return to_frame(tables.long(cards, vacancies))


def evidence(cards: Iterable[Scorecard]) -> pd.DataFrame:
    """A row a quote."""
    return to_frame(tables.evidence(cards))


def to_frame(table: tables.Table) -> pd.DataFrame:
    """A table as a frame with the documented types."""
    pandas = need("pandas", EXTRA)
    values = zip(*table.rows, strict=True) if table.rows else iter([()] * len(table.columns))
    data = {column.name: _series(column, cells) for column, cells in zip(table.columns, values, strict=True)}
    return pandas.DataFrame(data)


def dtype_name(type: Type) -> str:
    """The pandas dtype of a type of column, in words."""
    return DTYPES.get(type) or f"category: {' < '.join(ORDERS[type])}"


def read_table(path: Path | str) -> pd.DataFrame:
    """The long table of a ``.csv`` or ``.parquet`` file that fitscore wrote: the same frame as `long` gave.

    The apostrophes that keep a spreadsheet from running a cell are taken off again.
    """
    path = Path(path)
    if path.suffix.lower() == ".parquet":
        frame: pd.DataFrame = need("pandas", EXTRA).read_parquet(path, engine="pyarrow")
        return frame
    with path.open(encoding="utf-8", newline="") as lines:
        header, *rows = [*csv.reader(lines)] or [[]]
    if header != [column.name for column in LONG] or any(len(row) != len(LONG) for row in rows):
        raise InputError.one(str(path), "these are not the columns of a CSV file that fitscore writes", line=1)
    return to_frame(tables.Table(LONG, [tuple(_cells(row)) for row in rows]))


def _series(column: Column, cells: Sequence[Any]) -> Any:
    pandas = need("pandas", EXTRA)
    if column.type in ORDERS:
        return pandas.Series(pandas.Categorical(list(cells), categories=list(ORDERS[column.type]), ordered=True))
    if column.type == "day":
        return pandas.Series(need("numpy", EXTRA).array([_day(cell) for cell in cells], dtype="datetime64[ms]"))
    return pandas.Series(list(cells), dtype=DTYPES[column.type])


def _day(cell: Any) -> str:
    return "NaT" if cell is None else str(cell)


def _cells(row: Sequence[str]) -> Iterator[Any]:
    for column, cell in zip(LONG, row, strict=True):
        cell = cell[1:] if _GUARDED.match(cell) else cell
        yield _READ.get(column.type, str)(cell) if cell else None
