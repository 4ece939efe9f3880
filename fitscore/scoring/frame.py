"""Scorecards as pandas frames, and frames read back from the files that fitscore wrote. Needs the extra ``frame``."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import date
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
_READ: dict[str, Callable[[str], Any]] = {"count": int, "number": float, "day": date.fromisoformat}
_AS_WRITTEN = "give the file as --export wrote it; spreadsheet programs change it when they save it"


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

    The apostrophes that keep a spreadsheet from running a cell are taken off again. Raises `InputError` where it is no such file.
    """
    path = Path(path)
    return _read_parquet(path) if path.suffix.lower() == ".parquet" else _read_csv(path)


def _read_parquet(path: Path) -> pd.DataFrame:
    pandas = need("pandas", EXTRA)
    try:
        frame: pd.DataFrame = pandas.read_parquet(path, engine="pyarrow")
    except OSError as error:
        raise InputError.one(str(path), f"cannot be read: {error.strerror or error}") from None
    except ValueError as error:  # pyarrow's own mistakes are such
        raise InputError.one(str(path), f"this is no Parquet file: {error}", instead=_AS_WRITTEN) from None
    if list(frame.columns) != [column.name for column in LONG]:
        raise InputError.one(str(path), "these are not the columns of a Parquet file that fitscore writes", instead=_AS_WRITTEN)
    return frame


def _read_csv(path: Path) -> pd.DataFrame:
    try:
        header, *rows = [*csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))] or [[]]
    except OSError as error:
        raise InputError.one(str(path), f"cannot be read: {error.strerror}") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError.one(str(path), f"this is no CSV file in UTF-8: {error}", instead=_AS_WRITTEN) from None
    if header != [column.name for column in LONG]:
        what = "these are not the columns of a CSV file that fitscore writes"
        raise InputError.one(str(path), what, line=1, instead=_AS_WRITTEN)
    return to_frame(tables.Table(LONG, [_row(cells, number, str(path)) for number, cells in enumerate(rows, 2)]))


def _row(cells: Sequence[str], number: int, file: str) -> tuple[Any, ...]:
    """A line of a CSV file; a text that fitscore writes holds no line break, so that rows and lines are counted alike."""
    if len(cells) != len(LONG):
        raise InputError.one(file, f"there are {len(cells)} cells, not {len(LONG)}", line=number, instead=_AS_WRITTEN)
    row = []
    for column, cell in zip(LONG, cells, strict=True):
        try:
            row.append(_value(column.type, tables.unguarded(cell)) if cell else None)
        except ValueError:
            what = f"{cell!r} does not fit ({dtype_name(column.type)})"
            raise InputError.one(file, what, line=number, path=column.name, instead=_AS_WRITTEN) from None
    return tuple(row)


def _value(type: Type, cell: str) -> Any:
    if type in ORDERS and cell not in ORDERS[type]:
        raise ValueError(cell)
    return _READ.get(type, str)(cell)


def _series(column: Column, cells: Sequence[Any]) -> Any:
    pandas = need("pandas", EXTRA)
    if column.type in ORDERS:
        return pandas.Series(pandas.Categorical(list(cells), categories=list(ORDERS[column.type]), ordered=True))
    if column.type == "day":
        return pandas.Series(need("numpy", EXTRA).array([_day(cell) for cell in cells], dtype="datetime64[ms]"))
    return pandas.Series(list(cells), dtype=DTYPES[column.type])


def _day(cell: Any) -> str:
    return "NaT" if cell is None else str(cell)
