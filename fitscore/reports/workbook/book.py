"""The whole workbook: which sheets there are, in which order, and what goes into each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fitscore.extras import need
from fitscore.reports.workbook import EXTRA, rows
from fitscore.reports.workbook.cells import one_line, sheet_names
from fitscore.reports.workbook.method import METHOD, method_rows
from fitscore.reports.workbook.rows import Notice
from fitscore.reports.workbook.styles import LEGEND, OUTCOME_LEGEND, PLAIN, Styles, add_styles
from fitscore.reports.workbook.table import Column, Look, Table, sheets_needed
from fitscore.scoring.aggregate import rank_key
from fitscore.scoring.words import VERDICTS

if TYPE_CHECKING:
    from xlsxwriter import Workbook

    from fitscore.reports.base import Result
    from fitscore.scoring.model import Scorecard

MOST_NOTICE_SHEETS = 200
"""Notices that get a sheet of their own: each keeps a file open while the workbook is written."""

LINK_TIP = "to the evidence; if that sheet was sorted, filter it by Candidate instead"

_CREATED = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_OPTIONS = {
    "constant_memory": True,
    "default_format_properties": PLAIN,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_TALL = 190
_OWN_NAMES = {"matrix", "notices", "shortlist", "gaps", "evidence", "criteria", "method", "history"}


def write_book(result: Result, path: Path) -> None:
    """Write the workbook of a result. Nothing in it depends on the clock or the machine."""
    xlsxwriter = need("xlsxwriter", EXTRA)
    with xlsxwriter.Workbook(str(path), _OPTIONS) as book:
        book.set_properties({"title": "fitscore shortlist", "author": "fitscore", "created": _CREATED})
        _Book(book, add_styles(book), result).write()


class _Book:
    """A workbook under way: its sheets are made in the order of their tabs, then filled."""

    def __init__(self, book: Workbook, styles: Styles, result: Result) -> None:
        self._book, self._styles, self._result = book, styles, result
        self._notices = _by_notice(result)
        self._several = len(self._notices) > 1
        self._taken = set(_OWN_NAMES)
        self._without_column = 0

    def write(self) -> None:
        """Write every sheet."""
        notices, cards = self._notices, self._result.scorecards
        if self._several:
            self._overview()
        lists = [self._shortlist(notice) for notice in notices[: MOST_NOTICE_SHEETS if self._several else None]]
        gaps = self._long("Gaps", rows.GAPS, sum(a.verdict != "met" for card in cards for a in card.assessments))
        evidence = self._long("Evidence", rows.EVIDENCE, sum(len(card.assessments) for card in cards))
        for shortlist in lists:
            shortlist.link(1, LINK_TIP, evidence)
        criteria = self._long("Criteria", rows.CRITERIA, sum(len(notice.texts) for notice in notices), fixed=1, lines=1)
        evidence.choose(
            len(evidence.columns) - 3,
            [words for _, words in VERDICTS.values()],
            title="Not one of the verdicts",
            message="Choose a verdict from the list, or leave the cell empty.",
        )
        for number, notice in enumerate(notices):
            self._fill(notice, lists[number] if number < len(lists) else None, gaps, evidence)
            self._add(criteria, notice, rows.criteria_rows(notice))
        self._method(
            cut_links=sum(table.cut_links for table in lists),
            without_sheet=len(notices) - len(lists),
            without_column=self._without_column,
        )

    def _fill(self, notice: Notice, shortlist: Table | None, gaps: Table, evidence: Table) -> None:
        """Write a notice's candidates, best first, each with a link to the first row of its evidence."""
        for rank, card in enumerate(notice.cards, 1):
            if shortlist is not None:
                values, shown = rows.shortlist_row(notice, card, rank)
                shortlist.add(values, shown, leads_to=evidence.written)
            self._add(gaps, notice, rows.gap_rows(notice, card))
            self._add(evidence, notice, rows.evidence_rows(notice, card))

    def _add(self, table: Table, notice: Notice, lines: Iterable[rows.Row]) -> None:
        for values, shown in lines:
            if self._several:
                table.add([notice.vacancy.id, *values], {column + 1: style for column, style in shown.items()})
            else:
                table.add(values, shown)

    def _shortlist(self, notice: Notice) -> Table:
        vacancy = notice.vacancy
        title = one_line(vacancy.posting.title or vacancy.id)
        name = sheet_names([vacancy.id], self._taken)[0] if self._several else "Shortlist"
        columns = [*rows.SHORTLIST, *notice.columns]
        return self._table(name, columns, Look(fixed=3, tall=_TALL, lines=3, title=title, legend=LEGEND), len(notice.cards))

    def _long(self, name: str, columns: Sequence[Column], count: int, *, fixed: int = 3, lines: int = 2) -> Table:
        columns, fixed = ((rows.NOTICE, *columns), fixed + 1) if self._several else (columns, fixed)
        return self._table(name, columns, Look(fixed=fixed, lines=lines), count)

    def _table(self, name: str, columns: Sequence[Column], look: Look, count: int) -> Table:
        more = sheet_names([f"{name} {number}" for number in range(2, sheets_needed(count) + 1)], self._taken)
        return Table(self._book, self._styles, [name, *more], columns, look, rows=count)

    def _overview(self) -> None:
        """The first sheet of several notices: the notices ranked for one candidate, or the matrix."""
        if self._result.shape == "one profile":
            by_id = {notice.vacancy.id: notice for notice in self._notices}
            table = self._table("Notices", rows.NOTICES, Look(fixed=3, lines=3), len(self._result.scorecards))
            for rank, card in enumerate(self._result.scorecards, 1):
                table.add(*rows.notice_row(by_id[card.vacancy.id], card, rank))
            return
        heads = [
            Column(one_line(n.vacancy.id), 10, "text", "head:essential", one_line(n.vacancy.posting.title or n.vacancy.id))
            for n in self._notices
        ]
        people: dict[str, dict[str, Scorecard]] = {}
        for card in self._result.scorecards:
            people.setdefault(card.profile.id, {})[card.vacancy.id] = card
        table = self._table("Matrix", [*rows.MATRIX, *heads], Look(fixed=2, tall=_TALL, legend=OUTCOME_LEGEND), len(people))
        self._without_column = table.cut_columns
        for id, cards in people.items():
            name = next(iter(cards.values())).profile.name
            table.add(*rows.matrix_row([cards.get(notice.vacancy.id) for notice in self._notices], id, name))

    def _method(self, **limits: int) -> None:
        lines = partial(method_rows, self._result, **limits)
        table = self._table("Method", METHOD, Look(fixed=1), sum(1 for _ in lines()))
        for line in lines():
            table.add(line, {0: "strong"})


def _by_notice(result: Result) -> list[Notice]:
    """The notices in their order, each with its scorecards, best first."""
    cards: dict[str, list[Scorecard]] = {id: [] for id in result.vacancies}
    for card in result.scorecards:
        cards[card.vacancy.id].append(card)
    return [
        Notice(vacancy, tuple(sorted(cards[id], key=rank_key)), {c.id: c.text for c in vacancy.criteria})
        for id, vacancy in result.vacancies.items()
    ]
