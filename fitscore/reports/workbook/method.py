"""The sheet *Method*: what went in, how it was read, what the letters mean, and what the program does not decide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from fitscore import __version__
from fitscore.reports import view
from fitscore.reports.workbook.cells import one_line
from fitscore.reports.workbook.styles import MARKS, OUTCOME_MARKS
from fitscore.reports.workbook.table import MOST_LINKS, Column
from fitscore.scoring.overrides import override_words
from fitscore.scoring.words import MEANINGS, OUTCOMES, REVIEWED, VERDICTS

if TYPE_CHECKING:
    from fitscore.reports.base import Result
    from fitscore.scoring.model import Scorecard

METHOD = (
    Column("Matter", 19),
    Column("Name", 34, note="Of an input: its id, the file's name without the ending."),
    Column("Value", 74),
    Column("SHA-256", 68, note="A digest of the file's bytes (of the settings: of their values). It changes when they change."),
)
INPUT_NOTICE, INPUT_CV = "input: notice", "input: CV"

_OUTCOME_MEANINGS = {
    "eligible": "every essential criterion is met",
    "verify": "no essential criterion is not met, but one is in part or not shown",
    "not_eligible": "an essential criterion is not met",
}
_NOT_DECIDED = (
    "Whom to invite, appoint or turn down: a person decides, who has read the CV.",
    "Whether diplomas, dates, levels and clearances are true: they are taken as the CV gives them.",
    "Conditions of appointment (age, health, right to work, documents): they are listed, never scored.",
    "Name, sex, age, photo, address and marital status enter no figure. Nationality counts only where the notice asks for one, "
    "or for a clearance.",
)
_FIGURES = (
    ("Fit", "0 to 100: what the CV shows. It is a sum of the verdicts, no probability; two points apart mean nothing."),
    ("Potential", "0 to 100: what fit would be if everything not shown were confirmed."),
    ("Order", "By outcome, then fit, then potential, then the id of the CV."),
    (
        "Review",
        "On the sheet Evidence choose a Reviewer's verdict, write a Reason and your name under Reviewer, save, and give the "
        "file to --reviewed with the same CVs and notices. A verdict of meets scores 1, does not meet and not shown 0, in part "
        "as the program scored it if it said in part too, else 0.5. The program's verdict is kept beside it.",
    ),
)
Line = tuple[str, str, str, str]


def method_rows(result: Result, *, cut_links: int, without_sheet: int, without_column: int) -> Iterator[Line]:
    """The lines of the sheet; the figures are of candidates and notices that a limit of the file format left out somewhere."""
    yield "program", "fitscore", one_line(__version__), ""
    for digest in dict.fromkeys(card.method.config_sha256 for card in result.scorecards):
        yield "settings", "values in use", "as below" if result.settings else "`fitscore config` shows them", digest
    if result.settings is not None:
        yield from (("setting", name, value, "") for name, value in _flat(result.settings.model_dump(mode="json")))
    yield from _inputs(result)
    yield from _legend()
    yield from (("not decided here", "", words, "") for words in _NOT_DECIDED)
    if cut_links:
        words = f"{cut_links:,} candidates have no link to their evidence: a sheet holds {MOST_LINKS:,} links. Filter Evidence."
        yield "limit", "links", words, ""
    if without_sheet:
        yield "limit", "sheets", f"{without_sheet:,} notices have no sheet of their own. Filter Evidence by Notice.", ""
    if without_column:
        yield "limit", "columns", f"{without_column:,} notices have no column on Matrix. Filter Evidence by Notice.", ""
    yield from _reviewed(result.scorecards)
    for vacancy in result.vacancies.values():
        yield from (("condition, not scored", one_line(vacancy.id), words, "") for words in view.conditions(vacancy))
        yield from (("looks wrong in it", one_line(vacancy.id), words, "") for words in view.remarks(vacancy))
    yield from (("not read or scored", "", words, "") for words in view.problems(result))


def _inputs(result: Result) -> Iterator[Line]:
    days = {card.vacancy.id: card.method.as_of for card in result.scorecards}
    for id, day in days.items():
        yield "reference day", one_line(id), f"{day}: running jobs end on it, expiry dates are held against it", ""
    for vacancy in result.vacancies.values():
        yield INPUT_NOTICE, one_line(vacancy.id), one_line(vacancy.source.file), vacancy.source.sha256
    profiles = {card.profile.id: card.profile for card in result.scorecards}
    for profile in profiles.values():
        yield INPUT_CV, one_line(profile.id), one_line(profile.file), profile.sha256


def _legend() -> Iterator[Line]:
    for name, (_, words) in VERDICTS.items():
        yield "verdict", MARKS[name], f"{words}: {MEANINGS[name]}", ""
    yield "verdict", REVIEWED, "after a letter: a reviewer's verdict", ""
    for name, (_, words) in OUTCOMES.items():
        yield "outcome", OUTCOME_MARKS[name], f"{words}: {_OUTCOME_MEANINGS[name]}", ""
    yield from (("meaning", name, words, "") for name, words in _FIGURES)


def _reviewed(cards: Iterable[Scorecard]) -> Iterator[Line]:
    """Who overrode what, and why."""
    for card in cards:
        for a in card.assessments:
            if a.override is not None:
                name = f"{card.vacancy.id}, {card.profile.id}, {a.criterion}"
                yield "review", one_line(name), override_words(a.override), ""


def _flat(data: Mapping[str, Any], lead: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{lead}{key}.")
        else:
            yield f"{lead}{key}", ", ".join(map(str, value)) if isinstance(value, list) else str(value)
