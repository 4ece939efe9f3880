"""A reviewed workbook read back: what people said, held against the inputs it is given with."""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from fitscore.errors import InputError, Problem
from fitscore.extras import need
from fitscore.reports.workbook import EXTRA
from fitscore.reports.workbook.cells import one_line, safe
from fitscore.reports.workbook.method import INPUT_CV, INPUT_NOTICE
from fitscore.scoring.review import Key, Review
from fitscore.scoring.words import VERDICTS

if TYPE_CHECKING:
    from fitscore.criteria.base import Verdict
    from fitscore.scoring.model import Scorecard, Vacancy

_ROW_HEADERS = ("candidate", "criterion", "reviewer's verdict")
_WORDS: dict[str, Verdict] = {word: name for name, (_, words) in VERDICTS.items() for word in (words, name)}  # type: ignore[misc]


@dataclass(frozen=True, slots=True)
class Said:
    """A row in which a person wrote something: where, of what, and the words as they stand."""

    place: str
    notice: str
    candidate: str
    criterion: str
    requirement: str | None
    machine: str
    verdict: str
    reason: str
    reviewer: str


@dataclass(slots=True)
class Reviews:
    """What was read: reviews that fit, what is wrong (``problems``: not used), and what to know (``notes``: used)."""

    found: dict[Key, Review] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read_reviews(path: Path, cards: Iterable[Scorecard], vacancies: Mapping[str, Vacancy]) -> Reviews:
    """The reviews of a workbook that fit these scorecards. Raises `InputError` where the file is no such workbook."""
    inputs, rows = _read(path)
    check = _Check(str(path), inputs, {(c.vacancy.id, c.profile.id): c for c in cards}, vacancies)
    for row in rows:
        check.take(row)
    return check.reviews


Inputs = dict[tuple[str, str], str]
"""From the sheet Method: the digest of each input, by its matter and id."""


class _Check:
    """Holds row after row against the inputs."""

    def __init__(
        self, file: str, inputs: Inputs, cards: Mapping[tuple[str, str], Scorecard], vacancies: Mapping[str, Vacancy]
    ) -> None:
        self.reviews = Reviews()
        self._file, self._inputs, self._cards, self._vacancies = file, inputs, cards, vacancies
        self._ids = (
            {_shown(c.vacancy.id): c.vacancy.id for c in cards.values()},
            {_shown(c.profile.id): c.profile.id for c in cards.values()},
        )
        self._places: dict[Key, str] = {}

    def take(self, row: Said) -> None:
        """Take a row, or say why it cannot be used."""
        vacancy = self._ids[0].get(row.notice or self._only_notice(), row.notice)
        profile = self._ids[1].get(row.candidate, row.candidate)
        key = vacancy, profile, row.criterion
        wrong = self._not_these_inputs(row, vacancy, profile) or self._not_this_row(row, key)
        if wrong is not None:
            self._say(self.reviews.problems, row, *wrong)
            return
        review = Review(_WORDS.get(row.verdict.lower()), row.reason or None, row.reviewer or None)
        self._places[key] = row.place
        self.reviews.found[key] = review
        for what, instead in self._worth_knowing(row, key):
            self._say(self.reviews.notes, row, what, instead)

    def _only_notice(self) -> str:
        names = [name for matter, name in self._inputs if matter == INPUT_NOTICE]
        return names[0] if len(names) == 1 else ""

    def _not_these_inputs(self, row: Said, vacancy: str, profile: str) -> tuple[str, str] | None:
        card = self._cards.get((vacancy, profile))
        if card is None:
            what = f"there is no result for the CV {row.candidate or '(none named)'} and the notice {vacancy or '(none named)'}"
            return what, "give the same CVs and notices as when the workbook was written, and leave both ids as they were"
        for matter, id, now in ((INPUT_NOTICE, vacancy, card.vacancy.sha256), (INPUT_CV, profile, card.profile.sha256)):
            then = self._inputs.get((matter, _shown(id)))
            if then != now:
                kind = "notice" if matter == INPUT_NOTICE else "CV"
                what = f"the {kind} {id} {'is not on the sheet Method' if then is None else 'has changed since'}"
                return f"{what}, so this verdict is not used", "write the workbook anew with --export and review this row again"
        return None

    def _not_this_row(self, row: Said, key: Key) -> tuple[str, str] | None:
        criteria = {c.id: c.text for c in self._vacancies[key[0]].criteria}
        if row.criterion not in criteria:
            return f"this notice has no criterion {row.criterion or '(none named)'}", f"write one of {', '.join(criteria)}"
        if row.requirement is not None and row.requirement != _shown(criteria[row.criterion]):
            what = f"{row.criterion} is another requirement now, so this verdict is not used"
            return what, "write the workbook anew with --export and review this row again"
        if row.verdict and row.verdict.lower() not in _WORDS:
            words = ", ".join(words for _, words in VERDICTS.values())
            return f"“{row.verdict}” is not a verdict", f"write one of: {words}"
        before = self.reviews.found.get(key)
        if before is not None and before.verdict != _WORDS.get(row.verdict.lower()):
            del self.reviews.found[key]
            return f"{row.criterion} has another verdict in {self._places[key]}; neither is used", "leave one of the two rows"
        if before is None and key in self._places:
            return f"{row.criterion} has another verdict in {self._places[key]}; neither is used", "leave one of the rows"
        return None

    def _worth_knowing(self, row: Said, key: Key) -> Iterator[tuple[str, str]]:
        if not row.verdict:
            yield "no verdict is chosen, so nothing changes; the words are kept", "choose a verdict if one was meant"
            return
        if not row.reason:
            yield "no reason is given", "write under Reason why you say so"
        if not row.reviewer:
            yield "no reviewer is named", "write your name under Reviewer"
        now = next(a.verdict for a in self._cards[key[:2]].assessments if a.criterion == key[2])
        then = _WORDS.get(row.machine.lower())
        if then is not None and then != now:
            what = f"fitscore said “{row.machine}” when this was reviewed and says “{VERDICTS[now][1]}” now"
            yield f"{what}; the reviewer's verdict is used", "see whether it still holds"

    def _say(self, where: list[Problem], row: Said, what: str, instead: str) -> None:
        where.append(Problem(self._file, what, path=row.place, instead=instead))


def _read(path: Path) -> tuple[Inputs, list[Said]]:
    """The inputs that the workbook names, and the rows in which a person wrote something."""
    openpyxl = need("openpyxl", EXTRA)
    try:
        with warnings.catch_warnings():  # of what other programs put into a workbook, such as their own kinds of lists
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
            try:
                sheets = [(sheet.title, list(_written(sheet))) for sheet in book.worksheets]
            finally:
                book.close()
    except OSError as error:
        raise InputError.one(str(path), f"cannot be read: {error.strerror or error}") from None
    except Exception as error:  # a broken file breaks the library in as many ways as there are
        what = f"this is not a workbook that can be read ({type(error).__name__})"
        raise InputError.one(str(path), what, instead="give the .xlsx that --export wrote, as saved after the review") from None
    inputs = {
        (row.get("matter", ""), row.get("name", "")): row.get("sha-256", "")
        for title, rows in sheets
        if title.lower().startswith("method")
        for _, row in rows
    }
    inputs = {key: digest for key, digest in inputs.items() if key[0] in (INPUT_NOTICE, INPUT_CV)}
    if not inputs:
        what = "the sheet Method, which names the inputs, is missing"
        raise InputError.one(str(path), what, instead="give the .xlsx that --export wrote, with all its sheets")
    return inputs, [_said(title, number, row) for title, rows in sheets for number, row in rows if "reviewer's verdict" in row]


def _written(sheet: Any) -> Iterator[tuple[int, dict[str, str]]]:
    """Rows that matter, by the words of the header in small letters: inputs, and those in which a person wrote."""
    if hasattr(sheet, "reset_dimensions"):
        sheet.reset_dimensions()
    header: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        if number == 1:
            header = [_as_read(cell).lower() for cell in cells]
            if "matter" not in header and not set(_ROW_HEADERS) <= set(header):
                return
            continue
        row: dict[str, str] = {}
        for name, cell in zip(header, cells, strict=False):
            row.setdefault(name, _as_read(cell))
        if row.get("matter") or any(row.get(name) for name in ("reviewer's verdict", "reason", "reviewer")):
            yield number, row


def _said(title: str, number: int, row: Mapping[str, str]) -> Said:
    return Said(
        place=f"sheet {title}, row {number}",
        notice=row.get("notice", ""),
        candidate=row.get("candidate", ""),
        criterion=row.get("criterion", ""),
        requirement=row.get("requirement"),
        machine=row.get("verdict", ""),
        verdict=" ".join(row.get("reviewer's verdict", "").split()),
        reason=row.get("reason", ""),
        reviewer=row.get("reviewer", ""),
    )


def _shown(text: str) -> str:
    """What a cell with this text reads as."""
    return _as_read(safe(one_line(text)))


def _as_read(cell: object) -> str:
    """The text of a cell, without blanks around it; a number or a day as its digits."""
    return "" if cell is None else str(cell).strip()
