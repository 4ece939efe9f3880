"""A sheet that takes whole rows and puts them straight on the disk, and that keeps of each link only where it leads.

XlsxWriter alone looks at every cell several times and keeps some hundred bytes of each link until the end. This sheet stands
on XlsxWriter's constant-memory mode; ``tests/reports/test_workbook.py`` holds its rows against those of XlsxWriter itself.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format


class Sheet:
    """A sheet of a workbook in constant-memory mode. ``laid_out`` is XlsxWriter's own: it takes the header, widths, filters.

    Under the header come whole rows, in order.
    """

    def __init__(self, book: Workbook, name: str) -> None:
        self.laid_out = book.add_worksheet(name)
        self.leads_to = array("L")
        """Of each row under the header, as far as rows have a link: the row that it leads to, in the count of `link`'s place."""

    def link(self, column: int, tip: str, place: Callable[[int], str]) -> None:
        """Make a link of this column's cell in each row of `leads_to`; ``place`` tells where such a row stands."""
        sheet, letter = self.laid_out, letters(column)

        def write_hyperlinks() -> None:  # XlsxWriter asks for them at the end
            if self.leads_to:
                sheet._xml_start_tag("hyperlinks")
                for number, row in enumerate(self.leads_to, 2):
                    attributes = [("ref", f"{letter}{number}"), ("location", place(row)), ("tooltip", tip)]
                    sheet._xml_empty_tag("hyperlink", attributes)
                sheet._xml_end_tag("hyperlinks")

        sheet._write_hyperlinks = write_hyperlinks

    def put_row(self, row: int, cells: Iterable[str], height: float | None) -> None:
        """Write a row, counted from 0, of cells, each as its element; it must come after all before it."""
        sheet = self.laid_out
        if row > sheet.previous_row:
            sheet._write_single_row(row)  # the header, if it still waits
        tall = "" if height is None else f' ht="{height:.16g}" customHeight="1"'
        sheet.fh.write(f'<row r="{row + 1}"{tall}>{"".join(cells)}</row>')
        sheet.previous_row = row + 1
        sheet.dim_rowmax = row


def letters(column: int) -> str:
    """The name of a column, counted from 0: A, B, … AA, …"""
    from xlsxwriter.utility import xl_col_to_name

    name: str = xl_col_to_name(column)
    return name


def look_of(style: Format | None) -> str:
    """What a cell in this style says of it."""
    return "" if style is None else f' s="{style._get_xf_index()}"'
