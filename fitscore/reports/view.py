"""What a report says, whatever it is written in: the words, the order and the lines, as plain text without any markup."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fitscore.reports.base import Result, plain
from fitscore.scoring.overrides import is_reviewed, override_words
from fitscore.scoring.words import OUTCOMES, VERDICTS
from fitscore.showing import count

if TYPE_CHECKING:
    from fitscore.criteria.base import Assessment, Evidence, Gap
    from fitscore.notices.model import Importance, Posting
    from fitscore.scoring.model import Scorecard, Tier, Vacancy

CLOSING = (
    "A reading of the notice, for a person to confirm: ✓ meets, ~ in part, ? not shown, ✗ does not meet. Fit is what the CV "
    "shows; if confirmed, what it would be if everything not shown were confirmed. fitscore writes no application text."
)


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion with its assessment; ``evidence``, ``gap`` and ``review`` (what a person said) are ready sentences."""

    id: str
    sign: str
    word: str
    text: str
    finding: str
    evidence: tuple[str, ...]
    gap: str
    review: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The criteria of one importance, in the order of the notice, with a heading that counts them."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A gap report: one profile against one notice."""

    profile: str
    notice: str
    facts: str
    sign: str
    word: str
    fit: str
    potential: str
    method: str
    groups: tuple[Group, ...]
    conditions: tuple[str, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a ranking; ``open`` names what is not met, what is to be verified, and what a reviewer judged."""

    name: str
    sign: str
    word: str
    fit: str
    potential: str
    as_of: str
    open: str


def row(card: Scorecard, *, of: str) -> Row:
    """The line of a scorecard in a ranking ``of`` notices or of profiles."""
    sign, word = OUTCOMES[card.outcome]
    name = notice_name(card) if of == "notices" else profile_name(card)
    return Row(name, sign, word, f"{card.fit:.1f}", f"{card.potential:.1f}", str(card.method.as_of), _open(card))


def card_view(card: Scorecard, vacancy: Vacancy) -> Card:
    """The gap report of a scorecard."""
    sign, word = OUTCOMES[card.outcome]
    texts = {criterion.id: criterion.text for criterion in vacancy.criteria}
    return Card(
        profile=profile_name(card),
        notice=notice_name(card),
        facts=facts(vacancy.posting, vacancy.id),
        sign=sign,
        word=word,
        fit=f"{card.fit:.1f}",
        potential=f"{card.potential:.1f}",
        method=f"as of {card.method.as_of}, fitscore {card.method.version}, settings {card.method.config_sha256[:8]}",
        groups=(_group(card, card.essential, "essential", texts), _group(card, card.desirable, "desirable", texts)),
        conditions=conditions(vacancy),
        remarks=remarks(vacancy),
    )


def profile_name(card: Scorecard) -> str:
    """Whom a scorecard is about: the name, and the id where it says more."""
    return plain(card.profile.name) or plain(card.profile.id)


def notice_name(card: Scorecard) -> str:
    """Which post a scorecard is about: the title, or the id where the notice has none."""
    return plain(card.vacancy.title or card.vacancy.id)


def facts(posting: Posting, id: str) -> str:
    """What the notice says of the post itself, on one line."""
    deadline = f"closes {posting.deadline.replace('T', ' ')}" if posting.deadline else None
    years = count(posting.duration_years, "year") if posting.duration_years else None
    pay = posting.salary and " ".join(
        filter(
            None,
            [
                "pay",
                f"{posting.salary.amount:,.2f}",
                posting.salary.currency,
                posting.salary.period and f"a {posting.salary.period}",
            ],
        )
    )
    parts = [posting.organisation, posting.location, posting.grade, pay, years, deadline, f"id {id}"]
    return " · ".join(plain(part) for part in parts if part)


def conditions(vacancy: Vacancy) -> tuple[str, ...]:
    """The conditions of appointment, which are never scored."""
    return tuple(f"{condition.kind.replace('_', ' ')}: {plain(condition.text)}" for condition in vacancy.conditions)


def remarks(vacancy: Vacancy) -> tuple[str, ...]:
    """What looks wrong in the notice itself."""
    return tuple(f"{plain(remark.message)} ({remark.code}, at {remark.start})" for remark in vacancy.notices)


def problems(result: Result) -> tuple[str, ...]:
    """What could not be read or scored."""
    return tuple(plain(str(problem)) for problem in result.problems)


def reviews(result: Result) -> tuple[str, ...]:
    """Every word of a reviewer, with the notice, the profile and the criterion that it is about."""
    return tuple(
        f"{plain(card.vacancy.id)}, {plain(card.profile.id)}, {a.criterion}: {override_words(a.override)}"
        for card in result.scorecards
        for a in card.assessments
        if a.override is not None
    )


def title(result: Result) -> str:
    """The heading of the whole report."""
    people = {card.profile.id for card in result.scorecards}
    if not result.scorecards:
        return "Nothing could be scored"
    if result.shape == "one profile":
        return f"{profile_name(result.scorecards[0])}: {count(len(result.vacancies), 'notice')}"
    if result.shape == "shortlist":
        return f"{notice_name(result.scorecards[0])}: {count(len(people), 'profile')}"
    return f"{count(len(people), 'profile')}, {count(len(result.vacancies), 'notice')}"


def _open(card: Scorecard) -> str:
    essential = [a for a in card.assessments if a.importance == "essential"]
    unmet = [a.criterion for a in essential if a.verdict == "unmet"]
    unclear = [a.criterion for a in essential if a.verdict in ("partial", "unknown")]
    reviewed = [a.criterion for a in card.assessments if is_reviewed(a)]
    said = [("does not meet", unmet), ("to verify", unclear), ("reviewed", reviewed)]
    return "; ".join(f"{words}: {', '.join(ids)}" for words, ids in said if ids)


def _group(card: Scorecard, tier: Tier, importance: Importance, texts: dict[str, str]) -> Group:
    members = [a for a in card.assessments if a.importance == importance]
    counts = [(tier.met, "met"), (tier.partial, "in part"), (tier.unknown, "not shown"), (tier.unmet, "not met")]
    score = "not weighed" if tier.score is None else f"{tier.score:.1f}"
    said = ", ".join(f"{number} {word}" for number, word in counts if number)
    heading = f"{importance.capitalize()}: {score} ({said})" if members else f"{importance.capitalize()}: none stated"
    return Group(heading, tuple(_line(a, texts.get(a.criterion, "")) for a in members))


def _line(assessment: Assessment, text: str) -> Line:
    sign, word = VERDICTS[assessment.verdict]
    weight = f" (weight {assessment.weight:g})" if assessment.weight != 1 else ""
    return Line(
        id=assessment.criterion,
        sign=sign,
        word=word + weight,
        text=plain(text),
        finding=plain(assessment.finding),
        evidence=tuple(_evidence(assessment.evidence)),
        gap=_gap(assessment.gap),
        review="" if assessment.override is None else override_words(assessment.override),
    )


def _evidence(evidence: Iterable[Evidence]) -> Iterable[str]:
    for item in evidence:
        detail = f" ({plain(item.detail)})" if item.detail else ""
        yield f"{plain(item.path)}: “{plain(item.quote)}”{detail}"


def _gap(gap: Gap | None) -> str:
    if gap is None:
        return ""
    said = [
        gap.short_by and f"short by {plain(gap.short_by)}",
        gap.met_on and f"met on {gap.met_on} if the present work goes on",
        gap.advice and plain(gap.advice),
    ]
    return "; ".join(part for part in said if part)
