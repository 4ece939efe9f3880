"""Years of experience and of leading people: borderline cases, and what must never change a figure."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.criteria.experience import Experience
from fitscore.criteria.management import Management
from fitscore.criteria.years import Tally, judge, years_before

BASE = {"id": "E1", "importance": "essential", "start": 0, "end": 1, "pattern": "test"}
PROCUREMENT = {
    "title": "Procurement officer",
    "employer": "City of Ghent",
    "summary": "Tenders and contracts for school buildings.",
}
BAKER = {"title": "Baker", "employer": "Two Brothers", "summary": "Bread and rolls."}
FORMER = {"title": "Buyer", "employer": "Harbour works", "summary": "Purchasing of cranes after public tenders."}


def experience(years, domain="procurement", **more):
    return Experience(
        text=f"at least {years} years of experience in {domain}", min_years=years, domain=domain, **{**BASE, **more}
    )


def management(years, level="team", text="experience in leading teams"):
    return Management(text=text, min_years=years, level=level, **BASE)


@pytest.mark.parametrize(
    ("years", "start", "end", "verdict"),
    [
        (5, "2021-02-01", "2026-01-31", "met"),  # five calendar years to the day
        (5, "2021-02-02", "2026-01-31", "unmet"),  # and one day less
        (5, "2021-02", "2026-01", "met"),
        (1, "2025-02-01", "2026-01-31", "met"),
        (5, "2020", None, "met"),
        (6, "2020", None, "partial"),  # known to the year only: 5.1 to 6.1
        (7, "2020", None, "unmet"),
        (3, "2021", "2023", "partial"),
        (5, "2021-02-01", "2030-01-01", "met"),  # what lies after the reference day does not count
        (2, "2027-01-01", None, "unmet"),
    ],
)
def test_years_in_a_domain(make, assess, years, start, end, verdict):
    found = assess(experience(years), make({**PROCUREMENT, "start": start, "end": end}))
    assert found.verdict == verdict
    assert (found.gap is None) == (verdict == "met")


def test_other_work_counts_for_nothing_in_a_domain_and_wholly_without_one(make, assess):
    candidate = make({**BAKER, "start": "2010-01-01"})
    assert (assess(experience(5), candidate).verdict, assess(experience(5), candidate).score) == ("unmet", 0)
    assert assess(experience(5, domain=None), candidate).verdict == "met"


def test_no_work_is_unknown(make, assess):
    assert assess(experience(5), make()).verdict == "unknown"
    assert assess(management(5), make()).verdict == "unknown"


def test_a_job_without_dates_may_hold_the_missing_years(make, assess):
    found = assess(experience(5), make(PROCUREMENT))
    assert (found.verdict, found.score) == ("partial", 0.1)


def test_recent_years_fall_short_but_never_to_unmet(make, assess):
    old = make({**BAKER, "start": "2008-01-01"}, {**PROCUREMENT, "start": "1990-01-01", "end": "2007-12-31"})
    assert assess(experience(10, recent=True), old).verdict == "partial"
    assert assess(experience(10), old).verdict == "met"
    assert assess(experience(20, recent=True), old).verdict == "unmet"


def test_the_gap_says_how_much_and_when(make, assess):
    gap = assess(experience(5), make({**PROCUREMENT, "start": "2023-02-01"})).gap
    assert gap.short_by == "2.0 years"
    assert gap.met_on == date(2028, 1, 31)


def test_evidence_quotes_words_of_the_profile_with_their_years(make, assess):
    candidate = make({**PROCUREMENT, "start": "2020-02-01"}, {**FORMER, "start": "2015-01-01", "end": "2020-01-31"})
    evidence = assess(experience(5), candidate).evidence
    assert [e.detail for e in evidence] == ["6.0 years, by “Procurement officer”", "5.1 years, by “Purchasing”"]
    said = {(s.path, s.text) for s in candidate.statements}
    assert all((e.path, e.quote) in said for e in evidence)


@pytest.mark.parametrize(
    ("job", "team", "senior"),
    [
        ({"title": "Director of Finance"}, "met", "met"),
        ({"title": "Deputy Head of Division, Water"}, "met", "met"),
        ({"title": "Directrice adjointe"}, "met", "met"),
        ({"title": "Head of Unit, Payments"}, "met", "partial"),
        ({"title": "Teamleiterin Einkauf"}, "met", "partial"),
        ({"title": "Account Manager", "summary": "Sold carpets to hotels."}, "unmet", "unmet"),
        ({"title": "Adviser to the Director", "summary": "Notes and speeches."}, "unmet", "unmet"),
        ({"title": "Analyst", "summary": "Reports on grain prices."}, "unmet", "unmet"),
        ({"title": "Project manager", "summary": "A bridge over the Lys."}, "partial", "unmet"),
        ({"title": "Analyst", "direct_reports": 3}, "met", "partial"),
        ({"title": "Analyst", "direct_reports": 2, "team_size": 20}, "met", "met"),
        ({"title": "Manager", "direct_reports": 0, "summary": "One-woman shop."}, "unmet", "unmet"),
        ({"title": "Analyst", "summary": "Led a team of five clerks."}, "met", "unmet"),
        ({"title": "Engineer", "summary": "Supervised about thirty technicians on two sites."}, "met", "met"),
        ({"title": "Engineer", "summary": "Worked under a leader of thirty technicians."}, "unmet", "unmet"),
        ({"title": "Director", "type": "volunteer", "direct_reports": 40, "summary": "Blankets."}, "met", "unmet"),
        ({"title": "Director", "type": "freelance", "summary": "Advice to small firms."}, "met", "partial"),
    ],
)
def test_who_leads_people(make, assess, job, team, senior):
    candidate = make({"employer": "Somewhere", "start": "2005-01-01", **job})
    assert assess(management(5), candidate).verdict == team
    assert assess(management(5, "senior"), candidate).verdict == senior


def test_a_large_group_is_many_people(make, assess):
    asked = management(None, text="experience in managing a large group of people")
    assert assess(asked, make({"title": "Head", "direct_reports": 25, "start": "2020-01-01"})).verdict == "met"
    assert assess(asked, make({"title": "Head", "direct_reports": 14, "start": "2020-01-01"})).verdict == "partial"
    assert assess(asked, make({"title": "Head", "direct_reports": 4, "start": "2020-01-01"})).verdict != "met"


def test_two_years_are_enough_where_none_are_named(make, assess):
    asked = Experience(text="experience in procurement", domain="procurement", **BASE)
    assert assess(asked, make({**PROCUREMENT, "start": "2023-06-01"})).verdict == "met"
    assert assess(asked, make({**PROCUREMENT, "start": "2025-02-01"})).verdict == "partial"
    assert assess(asked, make({**BAKER, "start": "2010-02-01"})).verdict == "unknown"
    claimed = assess(asked, make({**BAKER, "start": "2010-02-01"}, skills=("procurement",)))
    assert (claimed.verdict, claimed.score <= 0.3) == ("partial", True)
    assert "claimed, not shown" in claimed.finding


@given(st.floats(0, 30), st.floats(0, 30), st.floats(0.1, 20))
def test_judging_is_monotone_and_within_bounds(low, more, wanted):
    verdict, score = judge(Tally(low, low + more), wanted)
    assert 0 <= score <= 1
    assert (verdict == "met") == (score == 1.0 and low >= wanted - 0.01)
    assert judge(Tally(low + 1, low + more + 1), wanted)[1] >= score


def test_a_window_of_years_has_so_many_years():
    assert years_before(date(2026, 1, 31), 5) == date(2021, 2, 1)


POOL = [
    {**PROCUREMENT, "start": "2018-03-01", "end": "2024-06-30"},
    {**FORMER, "start": "2012", "end": "2017", "direct_reports": 4},
    {**BAKER, "start": "2001-01", "end": "2016-05", "workload": 0.5},
    {"title": "Head of Department", "employer": "Port", "summary": "Led eight buyers.", "start": "2024-07-01"},
    {"title": "Intern", "employer": "Bank", "summary": "Loans.", "type": "internship", "start": "2009-01", "end": "2009-12"},
]
ASKED = [
    experience(5),
    experience(12, domain=None),
    experience(8, recent=True),
    Experience(text="experience in procurement or logistics", domain="procurement or logistics", **BASE),
    management(4),
    management(2, "senior"),
    Management(text="experience in supervising staff", **BASE),
]


@pytest.mark.parametrize("asked", ASKED, ids=lambda c: c.text)
@pytest.mark.parametrize("jobs", list(itertools.combinations(range(len(POOL)), 2)), ids=str)
def test_one_job_more_never_hurts_and_order_changes_nothing(make, assess, asked, jobs):
    first, second = (POOL[i] for i in jobs)
    both = assess(asked, make(first, second))
    assert both.score >= max(assess(asked, make(first)).score, assess(asked, make(second)).score)
    turned = assess(asked, make(second, first))
    assert (turned.verdict, turned.score, turned.finding) == (both.verdict, both.score, both.finding)


@pytest.mark.parametrize("asked", ASKED, ids=lambda c: c.text)
@given(days=st.integers(1, 2300))
def test_splitting_a_job_changes_no_figure(make, assess, asked, days):
    cut = date(2018, 3, 1) + timedelta(days=days)
    whole = {**PROCUREMENT, "start": "2018-03-01", "end": "2024-06-30", "direct_reports": 3}
    parts = {**whole, "start": cut.isoformat()}, {**whole, "end": (cut - timedelta(days=1)).isoformat()}
    one, two = assess(asked, make(whole)), assess(asked, make(*parts))
    assert (one.verdict, one.score, one.finding) == (two.verdict, two.score, two.finding)
