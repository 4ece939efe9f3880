"""Results for tests of the page: every place that may hold words of a CV or a notice holds the next word given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import html5lib

from fitscore.criteria.base import Assessment, Evidence, Gap
from fitscore.criteria.capability import Capability
from fitscore.errors import Problem
from fitscore.notices.model import Condition, Posting, Remark
from fitscore.profiles.model import Profile
from fitscore.reports.base import Result, in_order
from fitscore.scoring.aggregate import aggregate
from fitscore.scoring.model import Scorecard, Source, Vacancy
from fitscore.scoring.review import Review, reviewed
from fitscore.settings import default_settings
from fitscore.text import Span

VERDICTS = {"E1": ("unmet", 0.4), "E2": ("unknown", 0.0), "D1": ("partial", 0.5), "D2": ("met", 1.0)}


def parse(page: str) -> object:
    """The page as a browser's parser builds it."""
    return html5lib.parse(page, namespaceHTMLElements=False)


def text_of(element: object) -> str:
    return "".join(element.itertext())  # type: ignore[attr-defined]


def squeezed(words: str) -> str:
    return " ".join(words.split())


def a_vacancy(id: str, words: Iterator[str]) -> Vacancy:
    """A notice of three lines: D1 in its first, E2 and E1 (within E2) in the second; E1 again, and D2, in the third."""
    lines = [next(words) for _ in range(3)]
    text = "\r\n".join(lines)
    second, third = len(lines[0]) + 2, len(lines[0]) + len(lines[1]) + 4
    spans = {"D1": (0, 1), "E2": (second, third - 2), "E1": (second, second + 1), "D2": (third, third + 1)}
    criteria = [
        Capability(
            id=name,
            importance="essential" if name[0] == "E" else "desirable",
            text=next(words),
            start=start,
            end=end,
            repeats=(Span(start=third + 1, end=third + 2),) if name == "E1" else (),
            pattern="test",
            topic="matter",
        )
        for name, (start, end) in spans.items()
    ]
    return Vacancy(
        id=id,
        source=Source(file=next(words), sha256="1" * 64),
        posting=Posting(title=next(words), organisation=next(words), location=next(words), grade=next(words)),
        criteria=tuple(criteria),
        conditions=(Condition(kind="other", text=next(words), start=0, end=1),),
        notices=(Remark(code="contradiction", message=next(words), start=0, end=1),),
    ).with_source_text(text)


def a_card(profile: Profile, vacancy: Vacancy, words: Iterator[str]) -> Scorecard:
    assessments = [
        Assessment(
            criterion=criterion.id,
            kind=criterion.kind,
            importance=criterion.importance,
            verdict=VERDICTS[criterion.id][0],  # type: ignore[arg-type]
            score=VERDICTS[criterion.id][1],
            finding=next(words),
            evidence=(Evidence(path=next(words), quote=next(words), detail=next(words)),),
            gap=Gap(short_by=next(words), met_on=date(2031, 7, 1), advice=next(words)),
        )
        for criterion in vacancy.criteria
    ]
    return aggregate(profile, vacancy, assessments, settings=default_settings(), on=date(2026, 1, 26))


def a_result(words: Iterator[str], *, people: int = 1, posts: int = 1, read_by_people: bool = False) -> Result:
    profiles = [Profile(id=f"person-{n}", name=next(words), file=next(words), sha256="0" * 64) for n in range(people)]
    vacancies = [a_vacancy(f"post-{n}", words) for n in range(posts)]
    cards = [a_card(person, post, words) for person in profiles for post in vacancies]
    if read_by_people:
        keys = [(card.vacancy.id, card.profile.id) for card in cards]
        said = {(*key, "E2"): Review("partial", next(words), next(words)) for key in keys}
        said |= {(*key, "D2"): Review(None, next(words), next(words)) for key in keys}
        cards = reviewed(cards, said, default_settings())
    return in_order(cards, vacancies, profiles, problems=[Problem(next(words), next(words), 3)])
