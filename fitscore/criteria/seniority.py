"""Who leads people, and who holds a senior post: by the figures of the CV, the title, and what the text says.

Senior posts: contract §4.1, after the European Commission (directors and above), the UN (D-1 and above) and NATO (A5 and
above); heads of unit, section, branch or team may be taken for senior, volunteers never.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from fitscore import vocabulary
from fitscore.criteria.evidence import counts
from fitscore.criteria.years import Counted
from fitscore.profiles.candidate import Candidate, Job, Statement
from fitscore.settings import Settings
from fitscore.text import fold
from fitscore.vocabulary.numbers import number

Certainty = Literal["clear", "possible", "no"]


@dataclass(frozen=True, slots=True)
class Leadership:
    """What one job leads. ``people`` is the greatest number named anywhere (None: none named); ``statement`` says so."""

    team: Certainty
    senior: Certainty
    people: int | None
    statement: Statement | None


def leadership(job: Job, candidate: Candidate, settings: Settings) -> Leadership:
    """Whether a job leads people, and whether the post is a senior one."""
    said = [candidate.statements[index] for index in job.statements]
    numbers = [n for n in (job.direct_reports, job.team_size) if n is not None]
    title = _title(job.title)
    texts = [(s, led) for s in said if s.text != job.title and (led := _led(s.text)) is not None]
    people = max([*numbers, *(led for _, led in texts)], default=0)
    if numbers and not max(numbers) and not texts:
        return Leadership("no", "no", 0, None)
    team: Certainty = "clear" if people or texts or title in ("senior", "leads") else "possible" if title == "maybe" else "no"
    statement = next(iter(_witnesses(job, said, texts, title)), None)
    return Leadership(team, _senior(job, title, people, team, settings), people or None, statement)


def _senior(job: Job, title: str, people: int, team: Certainty, settings: Settings) -> Certainty:
    if job.type == "volunteer" or team == "no":
        return "no"
    if people >= settings.management.senior_people:
        return "clear"
    if title == "senior":
        return "possible" if job.type in ("freelance", "internship") and not people else "clear"
    return "possible" if title == "leads" or job.direct_reports or job.team_size else "no"


def _witnesses(job: Job, said: list[Statement], texts: list[tuple[Statement, int]], title: str) -> Iterator[Statement]:
    """The statements that show it: those with most people first, else the title."""
    yield from (s for s, _ in sorted(texts, key=lambda entry: (-entry[1], entry[0].path, entry[0].text)))
    if title or job.direct_reports or job.team_size:
        yield from (s for s in said if s.path.endswith((".position", ".name", ".organization")))


@lru_cache(maxsize=4096)
def _title(title: str) -> str:
    """``senior``, ``leads``, ``maybe`` or nothing."""
    words, lower = vocabulary.load("seniority"), fold(title).lower
    for other in words.pattern("title.not_people").finditer(lower):
        lower = lower.replace(other.group(), " ")
    for name in ("senior", "maybe", "leads"):
        if words.pattern(f"title.{name}").search(lower):
            return name
    return ""


@lru_cache(maxsize=16384)
def _led(text: str) -> int | None:
    """How many people a sentence says were led: 0 where it names no number, None where it says nothing of the kind."""
    lower = fold(text).lower
    words = vocabulary.load("seniority")
    found = [m for name in ("number", "count_first") for m in words.pattern(f"text.{name}").finditer(lower)]
    numbers = [n for m in found for group in m.groupdict().values() if group and (n := number(group)) is not None]
    if numbers:
        return int(max(numbers)) if counts(text) else None
    return 0 if words.pattern("text.led").search(lower) and counts(text) else None


def asks_for_many(topic: str) -> bool:
    """Whether the words ask for leading many people."""
    return vocabulary.load("seniority").pattern("topic.large").search(fold(topic).lower) is not None


def leading_jobs(level: Literal["team", "senior"], words: str, candidate: Candidate, settings: Settings) -> tuple[Counted, ...]:
    """The jobs that lead people on the level asked, clearly or possibly; where the notice's words ask for many, many people."""
    many = asks_for_many(words)
    out = []
    for job in candidate.jobs:
        found = leadership(job, candidate, settings)
        certainty = found.senior if level == "senior" else found.team
        if many:
            certainty = _enough_people(found, settings.management.senior_people)
        if certainty != "no":
            out.append(Counted(job, certainty == "clear", found.statement))
    return tuple(out)


def _enough_people(found: Leadership, wanted: int) -> Certainty:
    """Whether a job leads many: so many are named, or half as many, or a senior post names no number."""
    if found.people is None:
        return "possible" if found.senior == "clear" else "no"
    return "clear" if found.people >= wanted else "possible" if 2 * found.people >= wanted else "no"


def has_texts(candidate: Candidate) -> bool:
    """Whether the jobs say more than title and employer."""
    told = (candidate.statements[index].path for job in candidate.jobs for index in job.statements)
    return any(not path.endswith((".position", ".name", ".organization")) for path in told)
