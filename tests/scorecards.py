"""Scorecards for tests and measurements of what is made from them: any words, every verdict.

``words`` stand wherever a CV or a notice speaks: the same everywhere, or one text a criterion.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from fitscore.criteria.base import Assessment, Evidence, Gap, Verdict
from fitscore.criteria.capability import Capability
from fitscore.notices.model import Posting
from fitscore.profiles.model import Profile
from fitscore.reports.base import Result, in_order
from fitscore.scoring.aggregate import aggregate
from fitscore.scoring.model import Scorecard, Source, Vacancy
from fitscore.settings import default_settings

Words = str | Sequence[str]
DAY = date(2026, 1, 26)
IDS = ("E1", "E2", "D1")


def a_vacancy(id: str = "post", words: Words = "Plain words", ids: Sequence[str] = IDS) -> Vacancy:
    criteria = tuple(
        Capability(
            id=name,
            importance="essential" if name[0] == "E" else "desirable",
            text=text,
            start=0,
            end=1,
            pattern="t",
            topic=text,
        )
        for name, text in zip(ids, each(words, len(ids)), strict=True)
    )
    posting = Posting(title=each(words, 1)[0], deadline="2026-01-26")
    return Vacancy(id=id, source=Source(file=f"{id}.txt", sha256="1" * 64), posting=posting, criteria=criteria)


def each(words: Words, count: int) -> Sequence[str]:
    """So many texts."""
    return [words] * count if isinstance(words, str) else words[:count]


def a_profile(id: str = "ada", name: str = "Ada Example") -> Profile:
    return Profile(id=id, name=name, file=f"{id}.yaml", sha256="0" * 64)


def a_card(profile: Profile, vacancy: Vacancy, verdicts: Sequence[Verdict], words: Words = "Plain words") -> Scorecard:
    """The scorecard of these verdicts, one a criterion; what is not met has a gap, what is not unknown two quotes."""
    scores = {"met": 1.0, "partial": 0.3, "unmet": 0.25, "unknown": 0.0}
    assessments = [
        Assessment(
            criterion=c.id,
            kind=c.kind,
            importance=c.importance,
            verdict=verdict,
            score=scores[verdict],
            finding=text,
            evidence=()
            if verdict == "unknown"
            else (Evidence(path="work[0].summary", quote=text), Evidence(path="b", quote="two")),
            gap=None if verdict == "met" else Gap(short_by=text, met_on=date(2999, 12, 31), advice=text),
        )
        for c, verdict, text in zip(vacancy.criteria, verdicts, each(words, len(verdicts)), strict=True)
    ]
    return aggregate(profile, vacancy, assessments, settings=default_settings(), on=DAY)


def a_result(rows: Sequence[Sequence[Verdict]], *, words: str = "Plain words", posts: int = 1) -> Result:
    """A result of one candidate a row of verdicts, against each of some vacancies."""
    vacancies = [a_vacancy(f"post-{n}", words) for n in range(posts)]
    people = [a_profile(f"person-{n}", words) for n in range(len(rows))]
    cards = [a_card(person, post, row, words) for person, row in zip(people, rows, strict=True) for post in vacancies]
    return in_order(cards, vacancies, people)
