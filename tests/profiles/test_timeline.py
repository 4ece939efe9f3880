"""Years of work: days, both ends included, each once, at its highest weight."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.profiles.dates import read_date
from fitscore.profiles.jobs import Job, make_jobs
from fitscore.profiles.model import Position, Profile, WorkType
from fitscore.profiles.timeline import DAYS_IN_YEAR, Years, reached_on, years

ON = date(2025, 6, 30)
HALF = ("internship", "volunteer")


def jobs(*spans: tuple[object, ...], on: date = ON) -> tuple[Job, ...]:
    """Jobs of (start, end, workload, type), the last two optional."""
    work = tuple(position(index, *span) for index, span in enumerate(spans))
    profile = Profile(id="p", name="", file="p.yaml", sha256="", work=work)
    return make_jobs(profile, (), on=on, half_types=HALF)


def position(index: int, start: object, end: object = None, workload: float = 1.0, type: WorkType = "employment") -> Position:
    return Position(
        path=f"work[{index}]",
        start=None if start is None else read_date(start),
        end=None if end is None else read_date(end),
        workload=workload,
        type=type,
    )


def days(*spans: tuple[object, ...], since: date | None = None) -> tuple[float, float]:
    found = years(jobs(*spans), on=ON, since=since)
    return found.low * DAYS_IN_YEAR, found.high * DAYS_IN_YEAR


CASES = {
    "one day": ([("2020-01-01", "2020-01-01")], 1, 1),
    "both ends count": ([("2020-01-01", "2020-12-31")], 366, 366),
    "whole months": ([("2020-02", "2020-03")], 60, 60),
    "a single month": ([("2020-02", "2020-02")], 29, 29),
    "a single year may be nothing": ([("2020", "2020")], 0, 366),
    "years are ranges": ([("2018", "2020")], 367, 365 + 365 + 366),
    "running to the reference day": ([("2025-06-01",)], 30, 30),
    "end after the reference day": ([("2025-06-01", "2027")], 30, 30),
    "start after the reference day": ([("2025-07-01",)], 0, 0),
    "start in the year of the reference day": ([("2025",)], 1, 181),
    "no start": ([(None, "2020")], 0, 0),
    "overlap counts once": ([("2020-01-01", "2020-01-10"), ("2020-01-06", "2020-01-15")], 15, 15),
    "inside another": ([("2020-01-01", "2020-01-31"), ("2020-01-10", "2020-01-12")], 31, 31),
    "gap counts nothing": ([("2020-01-01", "2020-01-10"), ("2020-01-21", "2020-01-30")], 20, 20),
    "half time": ([("2020-01-01", "2020-01-10", 0.5)], 5, 5),
    "internship counts half": ([("2020-01-01", "2020-01-10", 1.0, "internship")], 5, 5),
    "half-time volunteering": ([("2020-01-01", "2020-01-10", 0.5, "volunteer")], 2.5, 2.5),
    "military counts whole": ([("2020-01-01", "2020-01-10", 1.0, "military")], 10, 10),
    "two half-time jobs are no full one": ([("2020-01-01", "2020-01-10", 0.5), ("2020-01-01", "2020-01-10", 0.5)], 5, 5),
    "the highest weight of a day": ([("2020-01-01", "2020-01-10", 0.5), ("2020-01-04", "2020-01-06", 0.8)], 5.9, 5.9),
    "jobs that meet in a year touch": ([("2018", "2020"), ("2020", "2022")], 1 + 365 + 366 + 365 + 1, 1826),
    "year end meets a known start": ([("2018-01-01", "2020"), ("2020-07", "2020-07-31")], 365 + 365 + 213, 365 + 365 + 366),
    "known end meets a year start": ([("2019-01-01", "2020-03-31"), ("2020", "2021-12-31")], 365 + 366 + 365, 1096),
    "known dates do not touch": ([("2020-01-01", "2020-03-31"), ("2020-10-01", "2020-12-31")], 91 + 92, 183),
    "other years do not touch": ([("2018-12-31", "2019"), ("2021-01-01", "2021-01-01")], 3, 367),
    "touching jobs count at the lower weight": (
        [("2019-12-31", "2020", 1.0), ("2020", "2021-01-01", 0.5)],
        2 + 183,
        2 + 365 + 0.5,
    ),
    "a job does not touch itself": ([("2020", "2020"), ("2010-01-01", "2010-01-01")], 1, 367),
    "a year between two touching years": ([("2019-12-31", "2020"), ("2020", "2020"), ("2020", "2021-01-01")], 368, 368),
    "the end may only be the start's year": ([("2020-06", "2020")], 1, 214),
}


@pytest.mark.parametrize(("spans", "low", "high"), CASES.values(), ids=CASES.keys())
def test_days_of_jobs(spans: list[tuple[object, ...]], low: float, high: float) -> None:
    assert days(*spans) == pytest.approx((low, high))


def test_only_days_since_a_day_count() -> None:
    assert days(("2020-01-01", "2020-01-10"), since=date(2020, 1, 10)) == pytest.approx((1, 1))
    assert days(("2020-01-01", "2020-01-10"), since=date(2020, 1, 11)) == (0, 0)


def test_jobs_without_start_are_named() -> None:
    assert years(jobs((None, "2020"), ("2020-01-01", "2020-01-01"), (None,)), on=ON).undated == (0, 2)


def test_no_jobs_no_years() -> None:
    assert years((), on=ON) == Years(0, 0)


def test_reached_on_the_day_the_running_job_makes_it() -> None:
    mine = jobs(("2025-06-21",))
    assert years(mine, on=ON).low * DAYS_IN_YEAR == pytest.approx(10)
    assert reached_on(mine, 15 / DAYS_IN_YEAR, on=ON) == ON + timedelta(days=5)
    assert reached_on(mine, 10 / DAYS_IN_YEAR, on=ON) == ON
    half = jobs(("2025-06-21", None, 0.5))
    assert reached_on(half, 10 / DAYS_IN_YEAR, on=ON) == ON + timedelta(days=10)


def test_reached_on_needs_a_running_job_that_counts() -> None:
    mine = jobs(("2010-01-01", "2010-12-31"), ("2024-01-01",))
    assert reached_on(mine, 5, on=ON, jobs_that_count=[0]) is None
    assert reached_on(mine, 5, on=ON, jobs_that_count=[1]) == date(2028, 12, 31)  # day 1827; 5 years are 1826.25 days
    assert reached_on(mine, 9000, on=ON) is None


def test_many_jobs_cost_little() -> None:
    spans = [("2020", "2020", 0.1 + index / 5000) for index in range(4000)]
    assert years(jobs(*spans), on=ON).high <= 366 / DAYS_IN_YEAR


DAY = st.dates(date(2000, 1, 1), date(2026, 12, 31))
WRITTEN = st.builds(lambda day, cut: day.isoformat()[:cut], DAY, st.sampled_from([4, 7, 10]))
KIND = st.sampled_from(["employment", "military", "internship", "volunteer"])
SPAN = st.tuples(WRITTEN, st.one_of(st.none(), WRITTEN), st.sampled_from([0.25, 0.5, 0.8, 1.0]), KIND).filter(
    lambda span: span[1] is None or read_date(span[0]).earliest <= read_date(span[1]).latest
)


@given(st.lists(SPAN, max_size=6), st.randoms())
def test_order_changes_nothing(spans: list[tuple[object, ...]], random: object) -> None:
    shuffled = list(spans)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert days(*spans) == days(*shuffled)


@given(st.lists(SPAN, max_size=6), SPAN)
def test_another_job_never_lowers_a_figure(spans: list[tuple[object, ...]], one: tuple[object, ...]) -> None:
    before, after = days(*spans), days(*spans, one)
    assert before[0] <= after[0]
    assert before[1] <= after[1]
    assert after[0] <= after[1] + 1e-9


@given(st.lists(SPAN, max_size=4), WRITTEN, WRITTEN, st.integers(0, 20_000), KIND)
def test_splitting_a_job_changes_nothing(others: list[tuple[object, ...]], one: str, two: str, offset: int, kind: str) -> None:
    start, end = sorted((one, two))
    first, last = read_date(start), read_date(end)
    from_day = first.earliest if len(start) != 4 else first.latest
    to_day = last.latest if len(end) != 4 else last.earliest
    length = (to_day - from_day).days
    if length < 1:
        return
    cut = from_day + timedelta(days=offset % length)
    parts = [(start, cut.isoformat(), 0.8, kind), ((cut + timedelta(days=1)).isoformat(), end, 0.8, kind)]
    assert days((start, end, 0.8, kind), *others) == days(*parts, *others)


@given(st.lists(SPAN, max_size=5))
def test_figures_agree_with_counting_day_by_day(spans: list[tuple[object, ...]]) -> None:
    listed = jobs(*spans)
    heaviest: dict[int, float] = {}
    for job in listed:
        if job.first and job.last:
            for day in range(job.first.earliest.toordinal(), min(job.last.latest, ON).toordinal() + 1):
                heaviest[day] = max(heaviest.get(day, 0.0), job.weight)
    assert years(listed, on=ON).high * DAYS_IN_YEAR == pytest.approx(sum(heaviest.values()))
