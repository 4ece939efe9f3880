"""CSV: the long table, a row a pair and criterion (docs/columns.md). UTF-8, commas, plain line ends, a header line.

A spreadsheet takes a cell that begins with ``=``, ``+``, ``-`` or ``@`` for a formula; such a cell gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fitscore.reports.base import Result

FORMAT = None
ENDING = ".csv"


def render(result: Result) -> str:
    """The long table as CSV."""
    from fitscore.scoring import tables

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    table = tables.long(result.scorecards, result.vacancies.values())
    writer.writerow(column.name for column in table.columns)
    writer.writerows([tables.as_cell(value) for value in row] for row in table.rows)
    return out.getvalue()
