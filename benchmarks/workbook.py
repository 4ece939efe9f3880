"""The workbook of a long shortlist against XlsxWriter alone: time, memory, and every cell read back.

usage: python benchmarks/workbook.py [CANDIDATES [CRITERIA]]   (default: 10,000 candidates, 16 criteria)

XlsxWriter alone, in constant-memory mode, writes the very same cells (values, blanks and numbers as they stand in our
sheets), without formats, links, notes, heights or anything else. The two take turns, and the best of each counts: what else
the machine does only adds. Memory is what the writing itself adds to the scorecards, at a tenth of the candidates and at all
of them: a row leaves behind where its link leads (8 bytes), and the CVs are counted once more for the sheet Method.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import openpyxl
import xlsxwriter

from fitscore.criteria.base import Verdict
from fitscore.reports import workbook
from fitscore.reports.base import Result, in_order
from fitscore.reports.workbook import table
from fitscore.settings import default_settings

sys.path.append(str(Path(__file__).parents[1] / "tests"))
from scorecards import a_card, a_profile, a_vacancy

MOST_TIME, MOST_BYTES, PAIRS = 1.5, 100, 4
VERDICTS: tuple[Verdict, ...] = ("met", "partial", "unmet", "unknown")
Cells = dict[str, list[list[object]]]


def made(candidates: int, criteria: int) -> Result:
    """A shortlist of invented candidates: a quarter of each verdict, texts as long as those of the samples."""
    ids = [f"{'E' if n < criteria * 3 // 4 else 'D'}{n + 1}" for n in range(criteria)]
    asked = [f"Proven skill in matter number {n} of the post, shown in work of one's own" for n in range(criteria)]
    post = a_vacancy("post", asked, ids)
    people = [a_profile(f"cv-{n:06}", f"Person Number{n}") for n in range(candidates)]
    cards = []
    for number, person in enumerate(people):
        verdicts = [VERDICTS[(number * 7 + n * 3 + number * n) % 4] for n in range(criteria)]
        words = [f"Worked on matter number {n} for {number % 30} months with three colleagues." for n in range(criteria)]
        cards.append(a_card(person, post, verdicts, words))
    return in_order(cards, [post], people, settings=default_settings())


def recorded(result: Result, path: Path) -> Cells:
    """What our writer puts into its cells, sheet by sheet, as it hands them to XlsxWriter."""
    sheets: Cells = {}
    add = table.Table.add

    def watch(self: table.Table, values: list[object], shown: object, **more: object) -> None:
        rows = sheets.setdefault(self.names[0], [[column.header for column in self.columns]])
        rows.append([table.safe(v) if isinstance(v, str) else None if v is None else round(float(v), 6) for v in values])
        add(self, values, shown, **more)  # type: ignore[arg-type]

    table.Table.add = watch  # type: ignore[method-assign, assignment]
    try:
        workbook.write(result, path)
    finally:
        table.Table.add = add  # type: ignore[method-assign]
    return sheets


def alone(sheets: Cells, path: Path) -> None:
    """The same cells by XlsxWriter alone."""
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if isinstance(value, str):
                        sheet.write_string(number, column, value)
                    elif value is not None:
                        sheet.write_number(number, column, value)


def seconds(work: Callable[[], None]) -> float:
    """Processor time that this takes: others on the machine do not count."""
    start = time.process_time()
    work()
    return time.process_time() - start


def added_memory(result: Result, path: Path) -> int:
    """The most bytes that writing holds at a time, beside the scorecards."""
    tracemalloc.start()
    workbook.write(result, path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def unequal(sheets: Cells, path: Path) -> tuple[int, int]:
    """How many cells there are, and how many do not read back as they were written."""
    book = openpyxl.load_workbook(path, read_only=True)
    cells = wrong = 0
    for name, rows in sheets.items():
        for wanted, found in zip(rows, book[name].iter_rows(values_only=True), strict=True):
            row = [None if value == "" else value for value in wanted]
            cells += len(row)
            wrong += sum(a != b for a, b in zip(row, [*found, *[None] * len(row)], strict=False))
    return cells, wrong


def main() -> int:
    """Measure and print; exit status 1 if a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("candidates", metavar="CANDIDATES", type=int, nargs="?", default=10_000)
    parser.add_argument("criteria", metavar="CRITERIA", type=int, nargs="?", default=16)
    args = parser.parse_args()
    candidates, criteria = args.candidates, args.criteria
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder, "a.xlsx"), Path(folder, "b.xlsx")
        few, many = made(candidates // 10, criteria), made(candidates, criteria)
        workbook.write(few, path)  # so that what is imported and looked up only once does not count
        small, large = added_memory(few, path), added_memory(many, path)
        sheets = recorded(many, path)
        cells, wrong = unequal(sheets, path)
        pairs = [(seconds(lambda: workbook.write(many, path)), seconds(lambda: alone(sheets, other))) for _ in range(PAIRS)]
        size = path.stat().st_size
    mine, base = (min(times) for times in zip(*pairs, strict=True))
    ratio = mine / base
    print(f"{candidates:,} candidates x {criteria} criteria: {cells:,} cells, {size / 1e6:.1f} MB; read back unequal: {wrong}")
    print(f"time    {mine:7.1f} s   XlsxWriter alone {base:7.1f} s   ratio {ratio:5.2f}   limit {MOST_TIME}")
    each = (large - small) / (len(many.scorecards) - len(few.scorecards))
    grown = f"{each:.0f} bytes a candidate   limit {MOST_BYTES}"
    print(f"memory  {large / 1e6:7.1f} MB  at a tenth       {small / 1e6:7.1f} MB  {grown}")
    return 0 if ratio <= MOST_TIME and each <= MOST_BYTES and not wrong else 1


if __name__ == "__main__":
    sys.exit(main())
