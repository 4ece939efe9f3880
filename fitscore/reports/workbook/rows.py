"""What stands in the rows of the sheets: a candidate's line of the shortlist, gaps, evidence, criteria."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fitscore.reports.workbook.cells import one_line
from fitscore.reports.workbook.styles import MARKS, OUTCOME_MARKS
from fitscore.reports.workbook.table import Column, Value
from fitscore.scoring.overrides import is_reviewed
from fitscore.scoring.words import OUTCOMES, REVIEWED, VERDICTS
from fitscore.showing import cut

if TYPE_CHECKING:
    from fitscore.criteria.base import Assessment, Criterion, Evidence, Gap
    from fitscore.scoring.model import Scorecard, Vacancy

Row = tuple[list[Value], dict[int, str]]
"""The values of a row, and the styles of the cells that look otherwise than their column."""

_WORST = {"unmet": 0, "unknown": 1, "partial": 2}
_LABEL = 30

NOTICE = Column("Notice", 20)
CANDIDATE = Column("Candidate", 17, note="Id of the CV: its file's name without the ending.")
NAME = Column("Name", 18)
SHORTLIST = (
    Column("Rank", 6, "count", note="Order: outcome, then fit, then potential."),
    CANDIDATE,
    NAME,
    Column("Outcome", 13, note="What the essential criteria say together. A reading of the notice, for a person to confirm."),
    Column("Fit", 7, "figure", note="0 to 100: what the CV shows."),
    Column("Potential", 9, "figure", note="0 to 100: what fit would be if everything not shown were confirmed."),
    Column("Essentials met", 10, note="Essential criteria that are met, of how many."),
    Column("Desirable score", 9, "figure", note="0 to 100: mean score of the desirable criteria; empty where there are none."),
    Column("Worst gap", 28, note="Essential before desirable; not met, then not shown, then in part."),
    Column("Second gap", 28),
)
GAPS = (
    CANDIDATE,
    NAME,
    Column("Criterion", 9),
    Column("Requirement", 42),
    Column("Importance", 11),
    Column("Verdict", 13),
    Column("Finding", 38),
    Column("Short by", 13),
    Column("Met on", 11, note="The day on which it will be met if the present job goes on."),
    Column("What would close it", 40),
)
EVIDENCE = (
    CANDIDATE,
    NAME,
    Column("Criterion", 9),
    Column("Requirement", 32),
    Column("Kind", 11),
    Column("Importance", 11),
    Column("Verdict", 13, note="What fitscore says. It stays as it is when a reviewer says otherwise."),
    Column("Score", 7, "score", note="0 to 1: how far the criterion is satisfied, as fitscore reads the CV."),
    Column("Finding", 30),
    Column("Quote", 38, note="The CV's own words. Several are numbered; the same numbers stand under Path."),
    Column("Path", 20, note="Where the words stand in the CV."),
    Column("Reviewer's verdict", 17, "yours", "head:yours", "Choose from the list. Leave empty where you agree or did not look."),
    Column("Reason", 24, "yours", "head:yours", "Why you say so, in a sentence."),
    Column("Reviewer", 14, "yours", "head:yours", "Your name."),
)
CRITERIA = (
    Column("Criterion", 9),
    Column("Text", 70),
    Column("Kind", 12),
    Column("Importance", 12),
    Column("Weight", 8, "figure"),
    Column("Source", 40, note="The notice's file, and the first and last character of the words in it."),
    Column("Rule", 26, note="The rule or model that found it."),
)
MATRIX = (CANDIDATE, NAME)
NOTICES = (SHORTLIST[0], NOTICE, Column("Title", 40), *SHORTLIST[3:])


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice and its scorecards, best first; ``texts`` are the notice's words by criterion."""

    vacancy: Vacancy
    cards: tuple[Scorecard, ...]
    texts: dict[str, str]

    @property
    def criteria(self) -> list[Criterion]:
        """Essential criteria before desirable ones, each in the order of the notice."""
        return sorted(self.vacancy.criteria, key=lambda c: c.importance != "essential")

    @property
    def columns(self) -> list[Column]:
        """A narrow column a criterion: a short label, and the whole text as a note."""
        return [
            Column(
                f"{c.id} {cut(c.text, _LABEL)}", 5, "text", f"head:{c.importance}", f"{c.id} ({c.importance}): {one_line(c.text)}"
            )
            for c in self.criteria
        ]


def shortlist_row(notice: Notice, card: Scorecard, rank: int) -> Row:
    """A candidate's line: figures, the two worst gaps, and a mark a criterion."""
    worst = [_gap_in_short(gap, notice.texts) for gap in gaps(card)[:2]]
    verdicts = {a.criterion: a for a in card.assessments}
    marks = [verdicts.get(c.id) for c in notice.criteria]
    values: list[Value] = [
        rank,
        one_line(card.profile.id),
        one_line(card.profile.name),
        OUTCOMES[card.outcome][1],
        card.fit,
        card.potential,
        f"{card.essential.met} of {card.essential.total}",
        card.desirable.score,
        *[*worst, None, None][:2],
    ]
    shown = {len(values) + n: f"mark:{a.verdict}" for n, a in enumerate(marks) if a is not None}
    values += [None if a is None else MARKS[a.verdict] + (REVIEWED if is_reviewed(a) else "") for a in marks]
    return values, {3: f"outcome:{card.outcome}", **shown}


def notice_row(notice: Notice, card: Scorecard, rank: int) -> Row:
    """A notice's line in the ranking for one candidate."""
    values, shown = shortlist_row(notice, card, rank)
    values[1:3] = [one_line(card.vacancy.id), one_line(card.vacancy.title or "")]
    return values[: len(NOTICES)], {3: shown[3]}


def gaps(card: Scorecard) -> list[Assessment]:
    """What is not met, worst first: essential before desirable, then not met, not shown, in part, then by score."""
    missing = [a for a in card.assessments if a.verdict != "met"]
    return sorted(missing, key=lambda a: (a.importance != "essential", _WORST[a.verdict], a.score))


def gap_rows(notice: Notice, card: Scorecard) -> Iterator[Row]:
    """What this candidate lacks, a row each."""
    for a in gaps(card):
        gap = a.gap
        values: list[Value] = [
            one_line(card.profile.id),
            one_line(card.profile.name),
            a.criterion,
            one_line(notice.texts.get(a.criterion, "")),
            a.importance,
            VERDICTS[a.verdict][1],
            one_line(a.finding),
            one_line(gap.short_by) if gap and gap.short_by else None,
            str(gap.met_on) if gap and gap.met_on else None,
            one_line(gap.advice) if gap and gap.advice else None,
        ]
        yield values, {5: f"verdict:{a.verdict}"}


def evidence_rows(notice: Notice, card: Scorecard) -> Iterator[Row]:
    """Every criterion with what the program found, and what a reviewer said if one did."""
    for a in card.assessments:
        said = a.override
        verdict, score = (a.verdict, a.score) if said is None else (said.machine_verdict, said.machine_score)
        quotes, paths = _quotes(a.evidence)
        values: list[Value] = [
            one_line(card.profile.id),
            one_line(card.profile.name),
            a.criterion,
            one_line(notice.texts.get(a.criterion, "")),
            a.kind,
            a.importance,
            VERDICTS[verdict][1],
            score,
            one_line(a.finding),
            quotes,
            paths,
        ]
        if said is not None:
            values += [VERDICTS[said.verdict][1] if said.verdict else None, said.reason, said.reviewer]
        yield values, {6: f"verdict:{verdict}"}


def criteria_rows(notice: Notice) -> Iterator[Row]:
    """What the notice asks for, and where it says so."""
    weights = {a.criterion: a.weight for card in notice.cards[:1] for a in card.assessments}
    for c in notice.criteria:
        values: list[Value] = [
            c.id,
            one_line(c.text),
            c.kind,
            c.importance,
            weights.get(c.id),
            one_line(f"{notice.vacancy.source.file}, {c.start} to {c.end}"),
            one_line(c.pattern),
        ]
        yield values, {}


def matrix_row(cards: Sequence[Scorecard | None], id: str, name: str) -> Row:
    """A candidate against every notice: the outcome's sign and fit; empty where there is no scorecard."""
    cells = [None if card is None else _outcome_cell(card) for card in cards]
    shown = {2 + n: f"outcome:{card.outcome}" for n, card in enumerate(cards) if card is not None}
    return [one_line(id), one_line(name), *cells], shown


def _outcome_cell(card: Scorecard) -> str:
    star = REVIEWED if any(map(is_reviewed, card.assessments)) else ""
    return f"{OUTCOME_MARKS[card.outcome]} {card.fit:.1f}{star}"


def _gap_in_short(a: Assessment, texts: dict[str, str]) -> str:
    gap: Gap | None = a.gap
    short = f", short by {cut(gap.short_by, 60)}" if gap and gap.short_by else ""
    return f"{a.criterion} {VERDICTS[a.verdict][1]}{short}: {cut(texts.get(a.criterion, ''), 60)}"


def _quotes(evidence: Sequence[Evidence]) -> tuple[str | None, str | None]:
    """Quotes and their paths, as two cells; numbered alike where there are several."""
    if len(evidence) < 2:
        return (None, None) if not evidence else (_quote(evidence[0]), one_line(evidence[0].path))
    quotes = "\n".join(f"{number}. {_quote(item)}" for number, item in enumerate(evidence, 1))
    return quotes, "\n".join(f"{number}. {one_line(item.path)}" for number, item in enumerate(evidence, 1))


def _quote(item: Evidence) -> str:
    return f"“{one_line(item.quote)}”" + (f" ({one_line(item.detail)})" if item.detail else "")
