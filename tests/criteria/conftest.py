"""Candidates made of a few words, for tests of assessing."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from fitscore.criteria.base import Assessment, Context, Criterion
from fitscore.nlp import default_likeness
from fitscore.profiles.candidate import Candidate, make_candidate
from fitscore.profiles.model import DateSpan, Education, Item, Position, Profile
from fitscore.settings import default_settings

ON = date(2026, 2, 1)


def day(text: str) -> DateSpan:
    """A date as a profile holds it: "2019", "2019-03", or "2019-03-07"."""
    parts = [int(part) for part in text.split("-")]
    earliest = date(*[*parts, 1, 1][:3])
    if len(parts) == 3:
        return DateSpan(text=text, earliest=earliest, latest=earliest)
    if len(parts) == 1:
        return DateSpan(text=text, earliest=earliest, latest=date(parts[0], 12, 31))
    following = date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    return DateSpan(text=text, earliest=earliest, latest=date.fromordinal(following.toordinal() - 1))


def make(
    *jobs: dict[str, Any],
    skills: tuple[str, ...] = (),
    certificates: tuple[str, ...] = (),
    education: tuple[dict[str, Any], ...] = (),
    summary: str = "",
) -> Candidate:
    """A candidate on 1 February 2026; ``jobs`` are fields of `Position` with dates as text, the latest first."""

    def items(kind: str, words: tuple[str, ...]) -> tuple[Item, ...]:
        return tuple(Item(path=f"{kind}[{i}]", texts=((f"{kind}[{i}].name", text),)) for i, text in enumerate(words))

    work = [
        Position(**{"path": f"work[{i}]", **job, **{key: day(job[key]) for key in ("start", "end") if job.get(key)}})
        for i, job in enumerate(jobs)
    ]
    courses = [Education(**{"path": f"education[{i}]", "completed": True, **course}) for i, course in enumerate(education)]
    profile = Profile(
        id="somebody",
        name="Some Body",
        file="somebody.yaml",
        sha256="0" * 64,
        summary=summary,
        work=tuple(work),
        education=tuple(courses),
        skills=items("skills", skills),
        certificates=items("certificates", certificates),
    )
    return make_candidate(profile, ON, default_settings())


def assess(criterion: Criterion, candidate: Candidate, *others: Criterion) -> Assessment:
    """The assessment with the default settings, in a notice of this and other criteria."""
    context = Context(settings=default_settings(), criteria=(criterion, *others), likeness=default_likeness())
    return criterion.assess(candidate, context=context)


@pytest.fixture(name="make", scope="session")
def _make() -> Callable[..., Candidate]:
    return make


@pytest.fixture(name="assess", scope="session")
def _assess() -> Callable[..., Assessment]:
    return assess
