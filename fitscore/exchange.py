"""Files that go out to people and come back: exports checked and written, reviews merged into the scorecards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from fitscore.errors import Problem
from fitscore.extras import first_missing, why_missing
from fitscore.files import why_not_writable, written_whole
from fitscore.reports.base import by_ending

if TYPE_CHECKING:
    from fitscore.reports.base import Result
    from fitscore.scoring.model import Scorecard, Vacancy
    from fitscore.settings import Settings


def why_not_exportable(path: Path, *, inputs: Iterable[Path]) -> str | None:
    """Why a result cannot be written to this file, or None; known before any work is done."""
    output = by_ending().get(path.suffix.lower())
    if output is None:
        return f"this version cannot write {path.suffix or 'such'} files; it writes {', '.join(by_ending())}"
    return output.why_not() or why_not_writable(path, inputs=inputs)


def export(result: Result, paths: Iterable[Path]) -> None:
    """Write a result to files, each in the form of its ending, and never by halves."""
    for path in paths:
        with written_whole(path) as beside:
            by_ending()[path.suffix.lower()].save(result, beside)


def why_not_readable(reviewed: Path) -> str | None:
    """Why a reviewed workbook cannot be read here at all, or None; known before any work is done."""
    from fitscore.reports.workbook import EXTRA, READS

    if reviewed.suffix.lower() != ".xlsx":
        return "a reviewed workbook ends in .xlsx"
    if not reviewed.is_file():
        return "is no file" if reviewed.exists() else "is not there"
    missing = first_missing(READS)
    return why_missing(missing, EXTRA) if missing else None


def with_reviews(
    path: Path, cards: Sequence[Scorecard], vacancies: Mapping[str, Vacancy], settings: Settings
) -> tuple[list[Scorecard], list[Problem], list[Problem]]:
    """The scorecards with what people said in a workbook; the rows that could not be used; and what is worth knowing.

    Raises `InputError` where the file is not a workbook of ours.
    """
    from fitscore.reports.workbook.reviews import read_reviews
    from fitscore.scoring.review import reviewed

    reviews = read_reviews(path, cards, vacancies)
    return reviewed(cards, reviews.found, settings), reviews.problems, reviews.notes
