"""Completed study held against a degree (contract §4.1, *degree*)."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.criteria.degree import Alternative, Degree
from fitscore.criteria.experience import Experience
from fitscore.profiles.model import DEGREE_LEVELS

EIGHT_YEARS = {"title": "Clerk", "employer": "Post", "start": "2010-01-01", "end": "2018-06-30"}
SHORT_JOB = {"title": "Clerk", "employer": "Post", "start": "2020-01-01", "end": "2022-06-30"}


def asked(level: str = "bachelor", **fields: Any) -> Degree:
    words = {"importance": "essential", "text": "x", "start": 0, "end": 1, "pattern": "degree.stated", "id": "E1"}
    return Degree(level=level, **{**words, **fields})


def years(number: float) -> Experience:
    return Experience(
        id="E2", importance="essential", text="x", start=2, end=3, pattern="experience.years", min_years=number, domain=None
    )


def study(title: str, level: str | None, **fields: Any) -> dict[str, Any]:
    return {"title": title, "level": level, **fields}


BSC, MSC, A_LEVELS = study("BSc", "bachelor"), study("MSc", "master"), study("A-levels", "secondary")
HND, STAFF = study("HND", "vocational"), study("Staff college", None, staff_college=True)
SHORT, BROKEN = study("Two-day course", None, short=True), study("BSc", "bachelor", completed=False)


@pytest.mark.parametrize(
    ("criterion", "education", "jobs", "want"),
    [
        (asked(), (BSC,), (), ("met", 1.0)),
        (asked(), (MSC,), (), ("met", 1.0)),
        (asked("master"), (BSC,), (), ("unmet", 0.5)),
        (asked("doctorate"), (BSC,), (), ("unmet", 0.0)),
        (asked("doctorate"), (MSC,), (), ("unmet", 0.5)),
        (asked("master"), (A_LEVELS,), (), ("unmet", 0.0)),
        (asked("secondary"), (A_LEVELS,), (), ("met", 1.0)),
        (asked(), (), (), ("unknown", 0.0)),
        (asked(), (BROKEN,), (), ("unknown", 0.0)),
        (asked(), (BROKEN, A_LEVELS), (), ("unmet", 0.0)),
        (asked(equivalent_accepted=True), (A_LEVELS, HND), (), ("partial", 0.5)),
        (asked(equivalent_accepted=True), (A_LEVELS, STAFF), (), ("partial", 0.5)),
        (asked(equivalent_accepted=True), (A_LEVELS,), (EIGHT_YEARS,), ("partial", 0.5)),
        (asked(equivalent_accepted=True), (A_LEVELS,), (SHORT_JOB,), ("unmet", 0.0)),
        (asked(equivalent_accepted=True), (A_LEVELS, SHORT), (), ("unmet", 0.0)),
        (asked(), (A_LEVELS,), (EIGHT_YEARS,), ("unmet", 0.0)),
        (asked("master", equivalent_accepted=True), (A_LEVELS,), (EIGHT_YEARS,), ("unmet", 0.0)),
    ],
)
def test_level_and_equivalents(make, assess, criterion, education, jobs, want) -> None:
    result = assess(criterion, make(*jobs, education=education))
    assert (result.verdict, result.score) == want


@pytest.mark.parametrize(
    ("fields", "area", "verdict"),
    [
        (("law",), "Droit", "met"),
        (("law",), "Political science", "partial"),
        (("political science", "international relations"), "Stosunki międzynarodowe", "met"),
        (("mechanical engineering",), "Elektrotechnik", "met"),
        (("business administration",), "History", "partial"),
        (("law",), "", "partial"),
    ],
)
def test_fields(make, assess, fields, area, verdict) -> None:
    result = assess(asked(fields=fields), make(education=(study("Bachelor", "bachelor", area=area),)))
    assert result.verdict == verdict
    assert result.score == (1.0 if verdict == "met" else 0.5)


def test_a_lower_degree_in_the_field_does_not_help_the_level(make, assess) -> None:
    candidate = make(education=(study("BA", "bachelor", area="Law"), study("MA", "master", area="Music")))
    assert assess(asked("master", fields=("law",)), candidate).verdict == "partial"
    assert assess(asked("bachelor", fields=("law",)), candidate).verdict == "met"


@pytest.mark.parametrize(
    ("road", "verdict"),
    [
        ({"level": "bachelor", "min_years": 8}, "met"),
        ({"level": "bachelor", "min_years": 9}, "unmet"),
        ({"level": "bachelor", "extra_years": 3}, "met"),
        ({"level": "bachelor", "extra_years": 4}, "unmet"),
        ({"level": "bachelor", "min_years": 0}, "met"),
    ],
)
def test_roads_need_their_years(make, assess, road, verdict) -> None:
    criterion = asked("master", alternatives=(Alternative(**road),))
    result = assess(criterion, make(EIGHT_YEARS, education=(BSC,)), years(5))
    assert result.verdict == verdict


def test_evidence_quotes_the_profile(make, assess) -> None:
    result = assess(asked(), make(education=(A_LEVELS, study("BA", "bachelor", area="Law"))))
    assert [(e.path, e.quote) for e in result.evidence] == [("education[1].studyType", "BA")]


def test_the_gap_says_what_would_close_it(make, assess) -> None:
    gap = assess(asked("master"), make(education=(BSC,))).gap
    assert gap is not None
    assert gap.short_by == "one level"
    assert "master" in (gap.advice or "")


LEVELS = st.sampled_from(DEGREE_LEVELS)
STUDIES = st.lists(
    st.builds(
        lambda level, area, done: study(level, level, area=area, completed=done),
        LEVELS,
        st.sampled_from(["Law", "Music", ""]),
        st.booleans(),
    ),
    max_size=4,
)
CRITERIA = st.builds(
    lambda level, fields, equivalent: asked(level, fields=fields, equivalent_accepted=equivalent),
    LEVELS,
    st.sampled_from([(), ("law",)]),
    st.booleans(),
)


@given(criterion=CRITERIA, studies=STUDIES, more=LEVELS)
def test_another_degree_never_lowers_the_score(make, assess, criterion, studies, more) -> None:
    before = assess(criterion, make(SHORT_JOB, education=tuple(studies)))
    after = assess(criterion, make(SHORT_JOB, education=(*studies, study(more, more, area="Music"))))
    assert after.score >= before.score


@given(criterion=CRITERIA, studies=STUDIES, unfinished=LEVELS)
def test_an_unfinished_degree_changes_nothing(make, assess, criterion, studies, unfinished) -> None:
    before = assess(criterion, make(SHORT_JOB, education=tuple(studies)))
    after = assess(criterion, make(SHORT_JOB, education=(*studies, study(unfinished, unfinished, completed=False))))
    assert (after.verdict, after.score) == (before.verdict, before.score)
