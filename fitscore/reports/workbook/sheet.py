"""A sheet that takes whole rows and puts them straight on the disk, and that keeps of each link only where it leads.

XlsxWriter alone looks at every cell several times and keeps some hundred bytes of each link until the end. This sheet stands
on XlsxWriter's constant-memory mode; ``tests/reports/test_workbook.py`` holds its rows against those of XlsxWriter itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format


class Sheet(Worksheet):  # type: ignore[misc]
    """A worksheet in constant-memory mode. Its header is written as usual; then come whole rows, in order."""

    previous_row: int
    dim_rowmax: int | None

    def __init__(self) -> None:
        super().__init__()
        self.leads_to = array("L")
        """Of each row under the header, as far as rows have a link: the row that it leads to, in the count of `place`."""
        self._link: tuple[str, str, Callable[[int], str]] | None = None

    def link(self, column: int, tip: str, place: Callable[[int], str]) -> None:
        """Make a link of this column's cell in each row of `leads_to`; ``place`` tells where such a row stands."""
        self._link = xl_col_to_name(column), tip, place

    def put_row(self, row: int, cells: Iterable[str], height: float | None) -> None:
        """Write a row, counted from 0, of cells, each as its element; it must come after all before it."""
        if row > self.previous_row:
            self._write_single_row(row)  # the header, if it still waits
        tall = "" if height is None else f' ht="{height:.16g}" customHeight="1"'
        self.fh.write(f'<row r="{row + 1}"{tall}>{"".join(cells)}</row>')
        self.previous_row = row + 1
        self.dim_rowmax = row

    def _write_hyperlinks(self) -> None:
        """The links, as XlsxWriter asks for them at the end."""
        if self._link is None or not self.leads_to:
            return
        column, tip, place = self._link
        self._xml_start_tag("hyperlinks")
        for number, target in enumerate(self.leads_to, 2):
            self._xml_empty_tag("hyperlink", [("ref", f"{column}{number}"), ("location", place(target)), ("tooltip", tip)])
        self._xml_end_tag("hyperlinks")


def letters(column: int) -> str:
    """The name of a column, counted from 0: A, B, … AA, …"""
    name: str = xl_col_to_name(column)
    return name


def look_of(style: Format | None) -> str:
    """What a cell in this style says of it."""
    return "" if style is None else f' s="{style._get_xf_index()}"'
