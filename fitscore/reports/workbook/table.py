"""A table on sheets: a header that stays in sight, filters, widths, a page's width in print; rows written as they come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from fitscore.reports.workbook.cells import number_body, safe, text_body
from fitscore.reports.workbook.sheet import Sheet, letters, look_of

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from fitscore.reports.workbook.styles import Styles

MOST_ROWS = 1_048_575
"""Rows that a sheet holds under its header."""
MOST_COLUMNS = 16_384
MOST_LINKS = 65_530
"""Links that a sheet holds; what comes after is plain text."""

LINE = 14.6
"""Points that a line of text takes; a row takes at most `TALLEST`."""
TALLEST = 400

Value = str | float | None
_Measured = tuple[str, int, str]
"""What a cell of text holds, the lines it takes, and its look where its column has none. A text that begins with no letter
is marked as text in the sheet, so that not even a person who edits it makes a formula, a number or a day of it by accident;
one that no row is high enough for begins at the top."""
_KEPT, _SHORT = 300, 500


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, how wide it is (in digits), the style of its cells and of its header, a note on the header."""

    header: str
    width: float
    style: str = "text"
    head: str = "head"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is laid out: columns that stay in sight, the header's height, words atop and below a printed page.

    ``lines`` is the height of a row unless its texts need more.
    """

    fixed: int
    tall: int = 30
    lines: int = 1
    title: str = ""
    legend: str = ""


class Table:
    """Rows of a table, on as many sheets as they need; a second sheet is made ready beforehand, so that links know it.

    A cell is text or a number; text is made `safe`, and never becomes a formula, a link or a number.
    """

    def __init__(
        self, book: Workbook, styles: Styles, names: Sequence[str], columns: Sequence[Column], look: Look, *, rows: int
    ) -> None:
        self.names = names
        self.columns = tuple(columns)[:MOST_COLUMNS]
        self.cut_columns = len(columns) - len(self.columns)
        self.per_sheet = -(-rows // len(names)) or 1
        self.written = 0
        self.cut_links = 0
        self._lines = look.lines
        self._looks = {name: look_of(style) for name, style in styles.items()} | {"text": ""}
        self._usual = [self._looks[column.style] for column in self.columns]
        self._places = [*map(letters, range(len(self.columns)))]
        self._known: list[dict[Value, _Measured]] = [{} for _ in self.columns]
        self._linked: int | None = None
        self._sheets = [_laid_out(book, name, styles, self.columns, look) for name in names]
        for number, sheet in enumerate(self._sheets):
            last = min(rows - number * self.per_sheet, self.per_sheet)
            sheet.laid_out.autofilter(0, 0, max(last, 1), len(self.columns) - 1)

    def link(self, column: int, tip: str, other: Table) -> None:
        """Let the cells of a column lead to rows of another table."""
        self._linked = column
        for sheet in self._sheets:
            sheet.link(column, tip, other.place)

    def add(self, values: Sequence[Value], shown: Mapping[int, str], *, leads_to: int | None = None) -> None:
        """Write a row. ``shown`` gives the styles that differ from their column's; ``leads_to``: the row that its link means."""
        number, row = divmod(self.written, self.per_sheet)
        sheet, row = self._sheets[number], row + 1
        self.written += 1
        looks = self._usual.copy()
        for column, style in shown.items():
            if column < len(looks):
                looks[column] = self._looks[style]
        if leads_to is not None:
            self._lead(sheet, leads_to, looks)
        self._put(sheet, row, values, looks)

    def _lead(self, sheet: Sheet, row: int, looks: list[str]) -> None:
        if self._linked is None or len(sheet.leads_to) >= MOST_LINKS:
            self.cut_links += 1
            return
        sheet.leads_to.append(row)
        looks[self._linked] = self._looks["link"]

    def _put(self, sheet: Sheet, row: int, values: Sequence[Value], looks: Sequence[str]) -> None:
        lines, cells = self._lines, []
        place = str(row + 1)
        for column, (value, look, known, letter) in enumerate(zip(values, looks, self._known, self._places, strict=False)):
            if value == "" or value is None:
                continue
            if value.__class__ is str:
                body, needed, own = known.get(value) or self._measured(column, str(value))
                if needed > lines:
                    lines = needed
                look = look or own
            else:
                body = number_body(round(float(value), 6))
            cells.append(f'<c r="{letter}{place}"{look}{body}')
        # not every program makes a row as high as its longest text by itself
        sheet.put_row(row, cells, min(lines * LINE + 2, TALLEST) if lines > 1 else None)

    def place(self, row: int) -> str:
        """Where the row of this number (from 0) stands, as the target of a link."""
        number, row = divmod(row, self.per_sheet)
        return f"'{self.names[number].replace(chr(39), chr(39) * 2)}'!A{row + 2}"

    def choose(self, column: int, words: Sequence[str], *, title: str, message: str) -> None:
        """Offer these words in a column, and no others."""
        offer = {"validate": "list", "source": list(words), "error_title": title, "error_message": message}
        for sheet in self._sheets:
            sheet.laid_out.data_validation(1, column, self.per_sheet, column, offer)

    def _measured(self, column: int, value: str) -> _Measured:
        """A cell's text, made safe; kept for a while, since ids, names and requirements come row after row."""
        text = safe(value)
        lines = lines_needed(text, self.columns[column].width)
        own = "long" if lines * LINE > TALLEST else "text" if text[:1].isalpha() else "guarded"
        found = text_body(text), lines, self._looks[own]
        known = self._known[column]
        if len(value) < _SHORT:
            if len(known) >= _KEPT:
                known.clear()
            known[value] = found
        return found


def lines_needed(text: str, width: float) -> int:
    """How many lines a text takes in a column so many digits wide: a guess, rather too many than too few."""
    fit = int(width * 1.07)
    if text.isascii() and "\n" not in text:
        return -(-len(text) // fit) or 1
    return sum(-(-_length(line) // fit) for line in text.split("\n"))


def _length(line: str) -> int:
    """Signs of a line, at least 1; those of Chinese, Japanese and Korean are two wide."""
    if line.isascii() or max(line) < "\u1100":
        return len(line) or 1
    return len(line) + sum(1 for sign in line if east_asian_width(sign) in "WF")


def sheets_needed(rows: int) -> int:
    """How many sheets this many rows need."""
    return max(1, -(-rows // MOST_ROWS))


def _laid_out(book: Workbook, name: str, styles: Styles, columns: Sequence[Column], look: Look) -> Sheet:
    made = Sheet(book, name)
    sheet = made.laid_out
    sheet.set_row(0, look.tall)
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width, styles["yours"] if column.style == "yours" else None)
        sheet.write_string(0, number, safe(column.header), styles[column.head])
        if column.note:
            note = safe(column.note)
            height = 36 + 17 * (len(note) // 48 + note.count("\n"))
            sheet.write_comment(0, number, note, {"author": "fitscore", "width": 320, "height": min(height, 400)})
    sheet.freeze_panes(1, look.fixed)
    sheet.hide_gridlines(0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    title = safe(look.title.replace("&", "&&"))[:120].rstrip("&")
    sheet.set_header(f"&L{title}&R&A" if title else "&R&A")
    sheet.set_footer(f"&Lfitscore: a reading of the notice, for a person to confirm&C{look.legend}&RPage &P of &N")
    return made
