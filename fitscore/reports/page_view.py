"""What the page says and where it stands: reports numbered from 1, their criteria numbered as the notice has them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from fitscore.reports import view
from fitscore.reports.base import Result, plain
from fitscore.reports.page_marks import Piece, Place, pieces, places
from fitscore.scoring.overrides import is_reviewed

if TYPE_CHECKING:
    from fitscore.criteria.base import Assessment, Gap
    from fitscore.scoring.model import Scorecard, Vacancy

TEXTS = 100
"""Up to so many reports, each holds its notice's marked text. Of more, the first of each notice does; the others link to it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One criterion with its assessment; ``places`` are those that the text shows, ``gap`` a label and words for each part."""

    number: int
    kind: str
    verdict: str
    score: str
    line: view.Line
    places: tuple[Place, ...]
    evidence: tuple[tuple[str, str, str], ...]
    gap: tuple[tuple[str, str], ...]
    reviewed: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The criteria of one importance, under a heading that counts them."""

    heading: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One profile against one notice. ``text_at`` is the report that shows the notice's text (0: the text is not at hand).

    ``again``: another report before this one shows it too.
    """

    number: int
    outcome: str
    card: view.Card
    parts: tuple[Part, ...]
    entries: Mapping[int, Entry]
    pieces: tuple[Piece, ...]
    text_at: int
    again: bool
    reviews: tuple[Review, ...]
    method: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A verdict or an outcome in a grid, with the anchor of what it stands for; ``reviewed``: a reviewer's verdict is in it."""

    anchor: str
    verdict: str
    sign: str
    word: str
    reviewed: bool
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Signs in rows and columns: profiles against the criteria of one notice, or against several notices (``of_notices``)."""

    of_notices: bool
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]

    @property
    def reviewed(self) -> bool:
        """Whether a reviewer's verdict is in any cell."""
        return any(cell is not None and cell.reviewed for _, cells in self.rows for cell in cells)


@dataclass(frozen=True, slots=True)
class Review:
    """What a person said: the anchor of the assessment, its name (in a list of several reports also whose it is), the words."""

    anchor: str
    name: str
    words: str


def reports(result: Result) -> list[Report]:
    """The reports of a result, in its order."""
    shown: dict[str, int] = {}
    made: list[Report] = []
    for number, card in enumerate(result.scorecards, 1):
        vacancy = result.vacancies[card.vacancy.id]
        first = shown.setdefault(vacancy.id, number) if vacancy.source_text else 0
        text_at = number if first and len(result.scorecards) <= TEXTS else first
        made.append(_report(number, card, vacancy, text_at, again=0 < first < number))
    return made


def ranking(result: Result) -> list[view.Row]:
    """The lines of the list that stands before several reports."""
    rows = [view.row(card, of="profiles" if result.shape == "shortlist" else "notices") for card in result.scorecards]
    if result.shape != "matrix":
        return rows
    names = [f"{view.profile_name(card)}: {row.name}" for card, row in zip(result.scorecards, rows, strict=True)]
    return [replace(row, name=name) for row, name in zip(rows, names, strict=True)]


def reviews(result: Result, made: Iterable[Report]) -> list[Review]:
    """What people said of several reports, in their order; each names its report as the list does."""
    names = {report.number: row.name for report, row in zip(made, ranking(result), strict=True)}
    return [replace(said, name=f"{names[report.number]}: {said.name}") for report in made for said in report.reviews]


def grid(result: Result, made: Sequence[Report]) -> Grid | None:
    """Criteria by profile for a shortlist, notices by profile for a matrix; nothing for one profile."""
    if result.shape == "shortlist" and made:
        columns = tuple((entry.line.id, entry.kind) for entry in made[0].entries.values())
        rows = [(report.card.profile, tuple(map(_verdict_cell, [report] * len(columns), report.entries))) for report in made]
        return Grid(False, columns, tuple(rows))
    if result.shape == "matrix":
        return _matrix(result, made)
    return None


def _verdict_cell(report: Report, number: int) -> Cell:
    entry = report.entries[number]
    return Cell(f"r{report.number}-a{number}", entry.verdict, entry.line.sign, entry.line.word, entry.reviewed)


def _matrix(result: Result, made: Sequence[Report]) -> Grid:
    notices = sorted({card.vacancy.id: view.notice_name(card) for card in result.scorecards}.items())
    rows = []
    for _, group in groupby(zip(result.scorecards, made, strict=True), key=lambda pair: pair[0].profile.id):
        own = {card.vacancy.id: report for card, report in group}
        name = next(iter(own.values())).card.profile
        rows.append((name, tuple(_outcome_cell(own.get(id)) for id, _ in notices)))
    return Grid(True, tuple((name, f"id {plain(id)}") for id, name in notices), tuple(rows))


def _outcome_cell(report: Report | None) -> Cell | None:
    if report is None:
        return None
    card = report.card
    reviewed = any(entry.reviewed for entry in report.entries.values())
    return Cell(f"r{report.number}", report.outcome, card.sign, card.word, reviewed, card.fit)


def _report(number: int, card: Scorecard, vacancy: Vacancy, text_at: int, *, again: bool) -> Report:
    shown = view.card_view(card, vacancy)
    numbers = {criterion.id: place for place, criterion in enumerate(vacancy.criteria, 1)}
    assessments = {assessment.criterion: assessment for assessment in card.assessments}
    where = places(vacancy.criteria)
    cut = pieces(vacancy.source_text, where) if text_at else ()
    marked = {place for piece in cut for place in piece.opens}
    parts = []
    for group in shown.groups:
        entries = [
            _entry(
                line, assessments[line.id], numbers[line.id], [p for p in where if p in marked and p.number == numbers[line.id]]
            )
            for line in group.lines
        ]
        parts.append(Part(group.heading, tuple(entries)))
    return Report(
        number=number,
        outcome=card.outcome,
        card=shown,
        parts=tuple(parts),
        entries={entry.number: entry for part in parts for entry in part.entries},
        pieces=cut if text_at == number else (),
        text_at=text_at,
        again=again,
        reviews=tuple(
            Review(f"r{number}-a{entry.number}", entry.line.id, entry.line.review)
            for part in parts
            for entry in part.entries
            if entry.line.review
        ),
        method=_method(card),
    )


def _entry(line: view.Line, assessment: Assessment, number: int, where: Sequence[Place]) -> Entry:
    return Entry(
        number=number,
        kind=assessment.kind,
        verdict=assessment.verdict,
        score=f"{assessment.score:.2f}",
        line=line,
        places=tuple(where),
        evidence=tuple((plain(item.path), plain(item.quote), plain(item.detail or "")) for item in assessment.evidence),
        gap=_gap(assessment.gap),
        reviewed=is_reviewed(assessment),
    )


def _gap(gap: Gap | None) -> tuple[tuple[str, str], ...]:
    if gap is None:
        return ()
    said = [
        ("Short by", plain(gap.short_by or "")),
        ("Met on", f"{gap.met_on}, if the present work goes on" if gap.met_on else ""),
        ("What would close it", plain(gap.advice or "")),
    ]
    return tuple((label, words) for label, words in said if words)


def _method(card: Scorecard) -> tuple[tuple[str, str], ...]:
    return (
        ("CV", f"{plain(card.profile.file)}, SHA-256 {plain(card.profile.sha256)}"),
        ("Notice", f"{plain(card.vacancy.file)}, SHA-256 {plain(card.vacancy.sha256)}"),
        ("Reference day", f"{card.method.as_of}: running jobs end on it, and expiry dates are held against it"),
        ("Program", f"fitscore {card.method.version}"),
        ("Settings", f"SHA-256 {card.method.config_sha256}"),
    )
