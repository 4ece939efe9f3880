"""Scorecards as rows: the wide, the long and the evidence table. No library needed.

A frame, a CSV or a Parquet file is one of these tables written down.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fitscore.scoring.aggregate import rank_key
from fitscore.scoring.columns import EVIDENCE, LONG, WIDE, Column, Row, Value
from fitscore.showing import harmless

if TYPE_CHECKING:
    from fitscore.scoring.model import Scorecard, Vacancy


_SIGN = r"[=+\-@＝＋－＠]"
_FORMULA = re.compile(rf"'*\s*{_SIGN}")
"""With the signs' wide forms, blanks that a program may strip, and apostrophes, so that what was put before can be taken off."""
_GUARDED = re.compile(rf"'+\s*{_SIGN}")


@dataclass(frozen=True, slots=True)
class Table:
    """Columns and rows; text is harmless and never empty (None: not said)."""

    columns: tuple[Column, ...]
    rows: list[tuple[Value, ...]]


def wide(cards: Iterable[Scorecard]) -> Table:
    """A row a pair; after the columns of `WIDE` one a criterion, named by its id, with its verdict."""
    cards = tuple(cards)
    ids = sorted({a.criterion for card in cards for a in card.assessments}, key=_place)
    columns = (*WIDE, *map(_criterion_column, ids))
    return Table(columns, [_values(columns, Row(card, rank, {}, card.assessments[0])) for card, rank in _ranked(cards)])


def long(cards: Iterable[Scorecard], vacancies: Iterable[Vacancy] = ()) -> Table:
    """A row a pair and criterion, with its first quote."""
    return Table(LONG, [_values(LONG, row) for row in _each(tuple(cards), vacancies)])


def evidence(cards: Iterable[Scorecard]) -> Table:
    """A row a quote of the profile that a verdict stands on."""
    rows = _each(tuple(cards), ())
    quotes = (Row(r.card, r.rank, {}, r.assessment, n) for r in rows for n in range(len(r.assessment.evidence)))
    return Table(EVIDENCE, [_values(EVIDENCE, row) for row in quotes])


def as_cell(value: Value) -> str:
    """A value as a cell of plain text; where a spreadsheet would take it for a formula, with an apostrophe before it."""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return "" if value is None else str(value)


def unguarded(cell: str) -> str:
    """The text that `as_cell` made this cell of."""
    return cell[1:] if _GUARDED.match(cell) else cell


def _each(cards: Sequence[Scorecard], vacancies: Iterable[Vacancy]) -> Iterator[Row]:
    texts = {vacancy.id: {c.id: c.text for c in vacancy.criteria} for vacancy in vacancies}
    for card, rank in _ranked(cards):
        requirements = texts.get(card.vacancy.id, {})
        yield from (Row(card, rank, requirements, assessment) for assessment in card.assessments)


def _ranked(cards: Sequence[Scorecard]) -> list[tuple[Scorecard, int]]:
    """The cards in their order, each with its place among those of its vacancy."""
    ranks = [0] * len(cards)
    last: dict[str, int] = {}
    for index in sorted(range(len(cards)), key=lambda index: rank_key(cards[index])):
        vacancy = cards[index].vacancy.id
        ranks[index] = last[vacancy] = last.get(vacancy, 0) + 1
    return list(zip(cards, ranks, strict=True))


def _criterion_column(id: str) -> Column:
    return Column(
        id,
        "verdict",
        "",
        "The verdict on this criterion.",
        lambda row: next((a.verdict for a in row.card.assessments if a.criterion == id), None),
    )


def _place(id: str) -> tuple[bool, int, str]:
    """Essential criteria first, each by its number."""
    number = id[1:]
    return not id.startswith("E"), int(number) if number.isdecimal() else 0, id


def _values(columns: Iterable[Column], row: Row) -> tuple[Value, ...]:
    return tuple(_clean(column.value(row)) for column in columns)


def _clean(value: Value) -> Value:
    if not isinstance(value, str):
        return value
    return value if value.isascii() and value.isprintable() and value else harmless(value) or None
