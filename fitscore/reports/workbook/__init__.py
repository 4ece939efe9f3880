"""Workbook (``.xlsx``): the shortlist with its gaps and evidence, for a person to work in. Needs the extra ``xlsx``.

Every sheet and column is told in ``docs/workbook.md``. Rows go to the disk as they are written, so that memory hardly
grows with them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fitscore.reports.base import Result

FORMAT = None
ENDING = ".xlsx"
EXTRA = "xlsx"
NEEDS = ("xlsxwriter",)
READS = ("openpyxl",)
"""What reading a reviewed workbook back needs."""


def write(result: Result, path: Path) -> None:
    """Write the result as a workbook; the same result gives the same bytes."""
    from fitscore.reports.workbook.book import write_book

    write_book(result, path)
