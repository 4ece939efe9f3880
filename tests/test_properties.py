"""What must hold of every candidate and every notice, tried on the samples (contract: "More never hurts" and what follows it)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import DATA, NOTICES, ON, PEOPLE, card, vacancy

from fitscore.documents import Document, load_json, load_yaml
from fitscore.pipeline import fit
from fitscore.profiles.jobs import make_jobs
from fitscore.profiles.model import Profile
from fitscore.profiles.reading import make_profile
from fitscore.scoring.model import Scorecard

HERE = Path(__file__).parent
ADDITIONS = [
    (part, entry)
    for part, entries in load_yaml(
        (HERE / "corpus" / "additions.yaml").read_text(encoding="utf-8"), file="additions.yaml"
    ).data.items()
    for entry in entries
]
LISTS = ("work", "volunteer", "education", "languages", "clearances", "skills", "certificates", "projects", "publications")
JUDGED = {"experience", "management", "capability"}

Cv = dict[str, Any]
few = settings(max_examples=60)
people, notices = st.sampled_from(PEOPLE), st.sampled_from(NOTICES)


@cache
def _stored(name: str) -> Cv:
    path = DATA / "profiles" / name
    load = load_json if path.suffix == ".json" else load_yaml
    document: Cv = load(path.read_text(encoding="utf-8"), file=name).data
    return document


def cv(name: str) -> Cv:
    """A sample CV as plain data, to be changed."""
    return deepcopy(_stored(name))


def profile(document: Cv) -> Profile:
    """The profile in plain data."""
    return make_profile(Document(document, {}), id="somebody", file="somebody.yaml", sha256="0" * 64)


def held(document: Cv, notice: str) -> Scorecard:
    """A CV held against a sample notice."""
    return fit(profile(document), vacancy(notice), on=ON)


def figures(of: Scorecard) -> object:
    """All that is counted and judged, without the words."""
    return of.outcome, of.fit, of.potential, [(a.criterion, a.verdict, a.score) for a in of.assessments]


def lowered(before: Scorecard, after: Scorecard) -> list[str]:
    """The figures that are lower afterwards."""
    pairs = zip(before.assessments, after.assessments, strict=True)
    found = [f"{b.criterion} {b.kind}: {b.verdict} {b.score} to {a.score}: {a.finding}" for b, a in pairs if a.score < b.score]
    return [*found, *([f"fit: {before.fit} to {after.fit}"] if after.fit < before.fit else [])]


def add(document: Cv, part: str, entry: Any) -> None:
    """Add an entry: to a list of the CV, or (``highlights``) to its latest job, or (``levels``) to each language."""
    if part == "highlights":
        for job in document.get("work", [])[:1]:
            job["highlights"] = [*job.get("highlights", []), entry]
    elif part == "levels":
        for language in document.get("languages", []):
            language.pop("fluency", None)
            language["level"] = entry
    else:
        document[part] = [*document.get(part, []), entry]


@few
@given(people, notices, st.lists(st.sampled_from(ADDITIONS), min_size=1, max_size=3, unique_by=repr))
def test_more_never_hurts(person: str, notice: str, additions: list[tuple[str, Any]]) -> None:
    document = cv(person)
    for part, entry in additions:
        add(document, part, entry)
    assert not lowered(card(person, notice), held(document, notice))


@pytest.mark.parametrize(
    "addition", ADDITIONS, ids=lambda a: f"{a[0]}-{next(iter(a[1].values())) if isinstance(a[1], dict) else a[1]}"
)
def test_nothing_added_ever_hurts_the_widest_profile(addition: tuple[str, Any]) -> None:
    for notice in NOTICES[::3]:
        document = cv("okafor_lind_maria.yaml")
        add(document, *addition)
        assert not lowered(card("okafor_lind_maria.yaml", notice), held(document, notice))


def certain_days(document: Cv) -> list[tuple[int, date, date]]:
    """Of each job of more than a day: its place, and the days on which it can be split so that both parts are certain."""
    jobs = make_jobs(profile(document), (), on=ON, half_types=())[: len(document.get("work", []))]
    spans = [(job.index, job.first.latest, job.last.earliest) for job in jobs if job.first and job.last]
    return [(place, first, last - timedelta(days=1)) for place, first, last in spans if first < last]


@few
@given(people, notices, st.data())
def test_splitting_a_job_changes_no_figure(person: str, notice: str, data: st.DataObject) -> None:
    document = cv(person)
    place, first, last = data.draw(st.sampled_from(certain_days(document)))
    day = data.draw(st.dates(first, last))
    whole = document["work"][place]
    earlier = {**whole, "endDate": day.isoformat()}
    later = {**whole, "startDate": (day + timedelta(days=1)).isoformat()}
    document["work"][place : place + 1] = [later, earlier]
    assert figures(held(document, notice)) == figures(card(person, notice))


@few
@given(people, notices, st.randoms(use_true_random=False))
def test_the_order_of_entries_changes_nothing(person: str, notice: str, chance: Any) -> None:
    document = cv(person)
    for part in LISTS:
        chance.shuffle(document.get(part, []))
    for job in document.get("work", []):
        chance.shuffle(job.get("highlights", []))
    assert figures(held(document, notice)) == figures(card(person, notice))


IDENTITY: Mapping[str, Any] = {
    "name": "Director Secret Master",
    "image": "https://example.org/photo.png",
    "email": "colonel@example.org",
    "phone": "+32 555 0100",
    "url": "https://example.org/french",
    "location": {"address": "1 NATO Square", "city": "Brussels", "countryCode": "BE"},
    "sex": "female",
    "gender": "male",
    "birthDate": "1961-02-03",
    "age": 64,
    "maritalStatus": "married",
}


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("keys", [[key] for key in IDENTITY] + [list(IDENTITY)], ids="+".join)
def test_who_somebody_is_changes_nothing(person: str, keys: list[str]) -> None:
    document = cv(person)
    document.setdefault("basics", {}).update({key: IDENTITY[key] for key in keys})
    document.update({key: IDENTITY[key] for key in keys if key in {"sex", "gender", "birthDate", "age", "maritalStatus"}})
    for notice in NOTICES[PEOPLE.index(person) % 6 :: 6]:
        assert held(document, notice).assessments == card(person, notice).assessments


def without(*parts: str) -> Callable[[Cv], None]:
    """Takes parts out of a CV."""

    def take(document: Cv) -> None:
        for part in parts:
            document.pop(part, None)
            document.get("basics", {}).pop(part, None)

    return take


GONE = {
    "language": without("languages"),
    "degree": without("education"),
    "clearance": without("clearances"),
    "nationality": without("nationalities"),
    "work": without("work", "volunteer", "projects"),
}
OF_WORK = {"experience", "management"}


def may_be_unmet(gone: str, criterion: Any) -> bool:
    """Whether other parts of the CV may show that a criterion is not met, now that one part is gone.

    Whether a clearance could be granted is told by nationality; a degree below the one asked stands for itself where the
    work that would have made up for it is gone.
    """
    if criterion.kind == "clearance":
        return gone == "clearance" and not criterion.held
    return bool(criterion.kind == "degree") and gone == "work"


def must_be_unknown(gone: str, criterion: Any) -> bool:
    """Whether a criterion hangs on the part that is gone and on nothing else."""
    if gone == "work":
        return criterion.kind in OF_WORK and criterion.min_years is not None
    if criterion.kind != gone:
        return False
    if gone == "clearance":
        return bool(criterion.held)
    if gone == "degree":
        return not criterion.equivalent_accepted
    return True


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("gone", GONE)
def test_a_part_that_is_missing_is_unknown_not_unmet(gone: str, person: str) -> None:
    document = cv(person)
    GONE[gone](document)
    for notice in NOTICES[PEOPLE.index(person) % 3 :: 3]:
        before, after = card(person, notice).assessments, held(document, notice).assessments
        for criterion, was, now in zip(vacancy(notice).criteria, before, after, strict=True):
            what = f"{notice} {criterion.id} {criterion.kind}: {was.verdict} to {now.verdict}: {now.finding}"
            assert now.verdict == "unknown" or not must_be_unknown(gone, criterion), what
            assert now.verdict != "unmet" or was.verdict == "unmet" or may_be_unmet(gone, criterion), what


@pytest.mark.parametrize("notice", NOTICES)
def test_the_notice_pasted_into_a_cv_meets_nothing(notice: str) -> None:
    lines = [line.strip() for line in (DATA / "vacancies" / notice).read_text(encoding="utf-8").splitlines() if line.strip()]
    for person in PEOPLE[NOTICES.index(notice) % 3 :: 3]:
        document = cv(person)
        document["skills"] = [*document.get("skills", []), *({"name": line} for line in lines)]
        document.setdefault("basics", {})["summary"] = "\n\n".join([document["basics"].get("summary", ""), *lines])
        pairs = zip(card(person, notice).assessments, held(document, notice).assessments, strict=True)
        assert not [(a.criterion, a.kind, a.finding) for b, a in pairs if a.kind in JUDGED and a.verdict == "met" != b.verdict]
