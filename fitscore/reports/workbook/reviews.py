"""What people said in a workbook, held against the inputs it is given with: what fits, what does not, what to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from fitscore.errors import Problem
from fitscore.reports.workbook.method import INPUT_CV, INPUT_NOTICE
from fitscore.reports.workbook.reading import Inputs, Said, as_shown, read_rows
from fitscore.scoring.review import Key, Review
from fitscore.scoring.words import VERDICTS

if TYPE_CHECKING:
    from fitscore.criteria.base import Verdict
    from fitscore.scoring.model import Scorecard, Vacancy

_WORDS: dict[str, Verdict] = {word: name for name, (_, words) in VERDICTS.items() for word in (words, name)}  # type: ignore[misc]


@dataclass(slots=True)
class Reviews:
    """What was read: reviews that fit, what is wrong (``problems``: not used), and what to know (``notes``: used)."""

    found: dict[Key, Review] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)


def read_reviews(path: Path, cards: Iterable[Scorecard], vacancies: Mapping[str, Vacancy]) -> Reviews:
    """The reviews of a workbook that fit these scorecards. Raises `InputError` where the file is no such workbook."""
    inputs, rows = read_rows(path)
    check = _Check(str(path), inputs, {(c.vacancy.id, c.profile.id): c for c in cards}, vacancies)
    for row in rows:
        check.take(row)
    return check.reviews


class _Check:
    """Holds row after row against the inputs."""

    def __init__(
        self, file: str, inputs: Inputs, cards: Mapping[tuple[str, str], Scorecard], vacancies: Mapping[str, Vacancy]
    ) -> None:
        self.reviews = Reviews()
        self._file, self._inputs, self._cards, self._vacancies = file, inputs, cards, vacancies
        self._ids = _by_looks(notice for notice, _ in cards), _by_looks(profile for _, profile in cards)
        self._places: dict[Key, str] = {}

    def take(self, row: Said) -> None:
        """Take a row, or say why it cannot be used."""
        notices, profiles = (ids.get(name, ()) for ids, name in zip(self._ids, self._names(row), strict=True))
        wrong = self._no_such_pair(row, notices, profiles)
        if wrong is None:
            key = notices[0], profiles[0], row.criterion
            wrong = self._changed_since(*key[:2]) or self._not_this_row(row, key) or self._contradicts(row, key)
        if wrong is not None:
            self._say(self.reviews.problems, row, *wrong)
            return
        before = self.reviews.found.get(key)
        self._places[key] = row.place
        self.reviews.found[key] = _review(row) if before is None else _joined(before, _review(row))
        for what, instead in self._worth_knowing(row, key):
            self._say(self.reviews.notes, row, what, instead)

    def _names(self, row: Said) -> tuple[str, str]:
        """The ids of the notice and the CV as the workbook shows them; one of a single notice does not repeat its id."""
        notices = [name for matter, name in self._inputs if matter == INPUT_NOTICE]
        return row.notice or (notices[0] if len(notices) == 1 else ""), row.candidate

    def _no_such_pair(self, row: Said, notices: tuple[str, ...], profiles: tuple[str, ...]) -> tuple[str, str] | None:
        alike = next((ids for ids in (notices, profiles) if len(ids) > 1), None)
        if alike is not None:
            what = f"{' and '.join(map(repr, alike))} look alike in a workbook, so nobody knows which of them is meant"
            return what, "give the files names that differ in letters or digits, and write the workbook anew"
        if not notices or not profiles or (notices[0], profiles[0]) not in self._cards:
            notice, candidate = (name or "(none named)" for name in self._names(row))
            what = f"there is no result for the CV {candidate} and the notice {notice}"
            return what, "give the same CVs and notices as when the workbook was written, and leave both ids as they were"
        return None

    def _changed_since(self, vacancy: str, profile: str) -> tuple[str, str] | None:
        card = self._cards[vacancy, profile]
        for matter, id, now in ((INPUT_NOTICE, vacancy, card.vacancy.sha256), (INPUT_CV, profile, card.profile.sha256)):
            then = self._inputs.get((matter, as_shown(id)))
            if then != now:
                kind = "notice" if matter == INPUT_NOTICE else "CV"
                what = f"the {kind} {id} {'is not on the sheet Method' if then is None else 'has changed since'}"
                return f"{what}, so this verdict is not used", "write the workbook anew with --export and review this row again"
        return None

    def _not_this_row(self, row: Said, key: Key) -> tuple[str, str] | None:
        criteria = {c.id: c.text for c in self._vacancies[key[0]].criteria}
        if row.criterion not in criteria:
            return f"this notice has no criterion {row.criterion or '(none named)'}", f"write one of {', '.join(criteria)}"
        if row.requirement is not None and row.requirement != as_shown(criteria[row.criterion]):
            what = f"{row.criterion} is another requirement now, so this verdict is not used"
            return what, "write the workbook anew with --export and review this row again"
        if row.verdict and row.verdict.lower() not in _WORDS:
            words = ", ".join(words for _, words in VERDICTS.values())
            return f"“{row.verdict}” is not a verdict", f"write one of: {words}"
        return None

    def _contradicts(self, row: Said, key: Key) -> tuple[str, str] | None:
        """Why this row and one before it cannot both hold; then neither does."""
        if key not in self._places:
            return None
        before, now = self.reviews.found.get(key), _review(row)
        if before is not None and (None in (before.verdict, now.verdict) or before.verdict == now.verdict):
            return None
        self.reviews.found.pop(key, None)
        return f"{row.criterion} has another verdict in {self._places[key]}; neither is used", "leave one of these rows"

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


def _review(row: Said) -> Review:
    return Review(_WORDS.get(row.verdict.lower()), row.reason or None, row.reviewer or None)


def _joined(one: Review, other: Review) -> Review:
    """Two rows on one criterion that do not contradict each other: the words of both."""
    return Review(one.verdict or other.verdict, _both(one.reason, other.reason), _both(one.reviewer, other.reviewer))


def _both(one: str | None, other: str | None) -> str | None:
    return "; ".join(dict.fromkeys(filter(None, (one, other)))) or None


def _by_looks(ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The ids by what a cell shows of them: mostly one each."""
    shown: dict[str, tuple[str, ...]] = {}
    for id in dict.fromkeys(ids):
        shown[as_shown(id)] = (*shown.get(as_shown(id), ()), id)
    return shown
