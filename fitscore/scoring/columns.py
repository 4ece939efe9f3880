"""The columns of the tables of results, each with what it means; ``docs/columns.md`` is made of these words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Literal

from fitscore.scoring.overrides import is_overridden

if TYPE_CHECKING:
    from fitscore.criteria.base import Assessment, Evidence, Gap, Override
    from fitscore.scoring.model import Scorecard, Tier

Type = Literal["text", "count", "number", "day", "verdict", "outcome", "importance"]
Value = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Row:
    """What one row is about: a pair with its rank; in the long table a criterion of it, in that of evidence a quote."""

    card: Scorecard
    rank: int
    requirements: Mapping[str, str]
    assessment: Assessment
    number: int = 0

    @property
    def gap(self) -> Gap | None:
        """What is missing, if anything."""
        return self.assessment.gap

    @property
    def override(self) -> Override | None:
        """What a reviewer said of it, if one did."""
        return self.assessment.override

    @property
    def evidence(self) -> Evidence | None:
        """The quote of this row: the first one in the long table."""
        found = self.assessment.evidence
        return found[self.number] if found else None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the type of its values, their unit (empty: none), what it means, and where it comes from."""

    name: str
    type: Type
    unit: str
    meaning: str
    value: Callable[[Row], Value]


def _tier(name: str, of: Literal["essential", "desirable"], meaning: str) -> Column:
    def value(row: Row) -> Value:
        tier: Tier = getattr(row.card, of)
        found: Value = getattr(tier, name)
        return found

    is_score = name == "score"
    return Column(f"{of}_{name}", "number" if is_score else "count", "0 to 100" if is_score else "criteria", meaning, value)


def _of(part: Literal["evidence", "gap", "override"], name: str) -> Callable[[Row], Value]:
    def value(row: Row) -> Value:
        there: Evidence | Gap | Override | None = getattr(row, part)
        return None if there is None else getattr(there, name)

    return value


PAIR = (
    Column("vacancy", "text", "", "Id of the vacancy: the file's name without its ending.", lambda row: row.card.vacancy.id),
    Column("title", "text", "", "Title of the post; empty where the notice has none.", lambda row: row.card.vacancy.title),
    Column("candidate", "text", "", "Id of the profile: the file's name without its ending.", lambda row: row.card.profile.id),
    Column("name", "text", "", "Name as the CV gives it. It enters no figure.", lambda row: row.card.profile.name),
    Column(
        "rank", "count", "place", "Place among the candidates of this table for this vacancy; 1 is first.", lambda row: row.rank
    ),
    Column(
        "outcome",
        "outcome",
        "",
        "What the essential criteria say together: not_eligible (one is unmet), verify (none is unmet, one is partial or "
        "unknown), eligible (all are met). A reading for a person to confirm.",
        lambda row: row.card.outcome,
    ),
    Column("fit", "number", "0 to 100", "What the profile shows. Not rounded.", lambda row: row.card.fit),
    Column(
        "potential",
        "number",
        "0 to 100",
        "What fit would be if everything unknown were confirmed. Not rounded; never below fit.",
        lambda row: row.card.potential,
    ),
)
TIERS = (
    _tier("met", "essential", "Essential criteria that are met."),
    _tier("partial", "essential", "Essential criteria that are met in part."),
    _tier("unmet", "essential", "Essential criteria that are not met."),
    _tier("unknown", "essential", "Essential criteria on which the profile says nothing."),
    _tier("total", "essential", "Essential criteria of the notice: the sum of the four before."),
    _tier("score", "essential", "Weighted mean score of the essential criteria; empty where there are none."),
    _tier("met", "desirable", "Desirable criteria that are met."),
    _tier("total", "desirable", "Desirable criteria of the notice."),
    _tier("score", "desirable", "Weighted mean score of the desirable criteria; empty where there are none."),
)
OVERRIDDEN = Column(
    "overridden",
    "count",
    "criteria",
    "Criteria on which a reviewer chose another verdict than fitscore's. Outcome and figures count the reviewer's.",
    lambda row: sum(is_overridden(assessment) for assessment in row.card.assessments),
)
DAY = Column("as_of", "day", "day", "The reference day: running jobs end on it.", lambda row: row.card.method.as_of)
CRITERION = (
    Column(
        "criterion", "text", "", "Id of the criterion: E1, E2, … essential; D1, … desirable.", lambda r: r.assessment.criterion
    ),
    Column("kind", "text", "", "Kind of the criterion: degree, experience, language, …", lambda row: row.assessment.kind),
    Column("importance", "importance", "", "essential or desirable.", lambda row: row.assessment.importance),
    Column(
        "requirement",
        "text",
        "",
        "The notice's words; empty where the table was made without its vacancies.",
        lambda row: row.requirements.get(row.assessment.criterion),
    ),
)
VERDICT = (
    Column(
        "verdict",
        "verdict",
        "",
        "unmet (the profile shows that it is not so), unknown (it says nothing), partial (it shows some of it), met (it "
        "shows it). A reviewer's where one chose; `machine_verdict` keeps fitscore's.",
        lambda row: row.assessment.verdict,
    ),
    Column(
        "score", "number", "0 to 1", "How far the criterion is satisfied. Unknown is 0 here.", lambda row: row.assessment.score
    ),
    Column(
        "weight", "number", "", "Its weight within its tier; 1 unless the settings say otherwise.", lambda r: r.assessment.weight
    ),
    Column("finding", "text", "", "One sentence that says what was found.", lambda row: row.assessment.finding),
)
REVIEW = (
    Column(
        "machine_verdict",
        "verdict",
        "",
        "What fitscore says, whatever a reviewer says; the same as `verdict` where none chose another.",
        lambda row: row.override.machine_verdict if row.override else row.assessment.verdict,
    ),
    Column(
        "machine_score",
        "number",
        "0 to 1",
        "The score that fitscore gives.",
        lambda row: row.override.machine_score if row.override else row.assessment.score,
    ),
    Column("reviewer_verdict", "verdict", "", "What a reviewer chose; empty where none did.", _of("override", "verdict")),
    Column("reason", "text", "", "Why, in the reviewer's words; or a remark that changes nothing.", _of("override", "reason")),
    Column("reviewer", "text", "", "Who said so.", _of("override", "reviewer")),
)
QUOTE = (
    Column("quote", "text", "", "Words of the profile that the verdict stands on.", _of("evidence", "quote")),
    Column("path", "text", "", "Where they stand in the profile, such as work[1].summary.", _of("evidence", "path")),
    Column("detail", "text", "", "What they amount to, such as 6.5 years.", _of("evidence", "detail")),
)
GAP = (
    Column(
        "evidence",
        "count",
        "quotes",
        "Quotes behind the verdict. The first is given here, all of them in the evidence table.",
        lambda row: len(row.assessment.evidence),
    ),
    Column("short_by", "text", "", "What is missing, such as 2.0 years; empty where nothing is.", _of("gap", "short_by")),
    Column("met_on", "day", "day", "Day on which it will be met if the present job goes on; else empty.", _of("gap", "met_on")),
    Column("advice", "text", "", "What would close the gap.", _of("gap", "advice")),
)
NUMBER = Column("number", "count", "place", "Which of the quotes of this criterion it is, from 1.", lambda row: row.number + 1)

WIDE = (*PAIR, *TIERS, OVERRIDDEN, DAY)
LONG = (*PAIR, *CRITERION, *VERDICT, *REVIEW, *QUOTE, *GAP, DAY)
EVIDENCE = (PAIR[0], PAIR[2], CRITERION[0], VERDICT[0], NUMBER, *QUOTE)
