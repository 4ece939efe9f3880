"""Years of work against the years that a notice asks for, as time goes on."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fitscore.criteria.roads import years_asked
from fitscore.criteria.years import years_before
from fitscore.pipeline import fit
from fitscore.plots import style
from fitscore.profiles.candidate import Candidate, Job, make_candidate
from fitscore.profiles.timeline import years
from fitscore.settings import Settings, default_settings

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from fitscore.criteria.base import Assessment, Criterion
    from fitscore.profiles.model import Profile
    from fitscore.scoring.model import Vacancy

_JOB = re.compile(r"(?:work|volunteer)\[\d+\]")
_LINES = ("-", "--", "-.", ":")
_MARKS = "osD^vP"
_LOOKS_BACK_YEARS, _LOOKS_AHEAD_YEARS = 40, 4


@dataclass(frozen=True, slots=True)
class Course:
    """The years that count for one criterion as time goes on: the day, the low end, the high end; and what is asked."""

    criterion: Criterion
    asked: float
    points: tuple[tuple[date, float, float], ...]

    def on(self, day: date) -> tuple[float, float]:
        """Low and high end on one of its days."""
        return next((low, high) for point, low, high in self.points if point == day)


def years_over_time(
    profile: Profile,
    vacancy: Vacancy,
    *,
    on: date,
    criteria: Collection[str] | None = None,
    settings: Settings | None = None,
    ax: Axes | None = None,
) -> Axes:
    """How the years that count grow towards the years asked (the level line of the same kind), up to ``on`` and four years on.

    The line counts what is clearly related, the shade over it what possibly is; right of ``on`` the present work is
    supposed to go on. Only ``criteria``, by their ids, if given.
    """
    found = courses(profile, vacancy, on=on, settings=settings)
    shown = [course for course in found if criteria is None or course.criterion.id in criteria]
    ax = style.axes(ax, width=9, height=4.6)
    for number, course in enumerate(shown):
        _draw(ax, course, number)
    end = max((course.points[-1][0] for course in shown), default=on)
    ax.axvspan(on, end, color=style.PALE, alpha=0.35, linewidth=0, zorder=0)
    ax.axvline(on, color=style.GREY, linewidth=1)
    ax.annotate(
        f" as of {on}; right of it\n the present work goes on",
        (on, 1),
        xycoords=("data", "axes fraction"),
        va="top",
        fontsize=9,
        color=style.GREY,
    )
    ax.set_ylim(bottom=0)
    ax.set_ylabel("years that count")
    ax.set_title(style.label(f"{profile.name or profile.id}: {vacancy.posting.title or vacancy.id}", 80), loc="left", fontsize=11)
    for side in ("top", "right"):
        ax.spines[side].set_visible(False)
    if shown:
        ax.legend(loc="upper center", bbox_to_anchor=(0.5, -0.1), frameon=False, fontsize=9)
    else:
        ax.text(0.5, 0.5, "this notice asks for no number of years", transform=ax.transAxes, ha="center")
    return ax


def courses(profile: Profile, vacancy: Vacancy, *, on: date, settings: Settings | None = None) -> tuple[Course, ...]:
    """The course of each criterion that asks for years, from the first day of work that counts to some years after ``on``.

    Which jobs count is what the assessment on the day ``on`` says.
    """
    settings = settings or default_settings()
    card = fit(profile, vacancy, on=on, settings=settings)
    today = make_candidate(profile, on, settings)
    later = make_candidate(profile, date(min(on.year + _LOOKS_AHEAD_YEARS, date.max.year), 12, 31), settings)
    pairs = zip(vacancy.criteria, card.assessments, strict=True)
    return tuple(
        _course(criterion, assessment, today, later, vacancy, settings)
        for criterion, assessment in pairs
        if getattr(criterion, "min_years", None) is not None
    )


def _course(
    criterion: Criterion, assessment: Assessment, today: Candidate, later: Candidate, vacancy: Vacancy, settings: Settings
) -> Course:
    clear, all_jobs = _jobs(assessment, later)
    asked = years_asked(criterion, today, vacancy.criteria)
    window = asked + settings.experience.recent_slack_years if getattr(criterion, "recent", False) else None
    points = []
    for day in _days(all_jobs, today.on, later.on):
        since = None if window is None else years_before(day, window)
        low, high = years(clear, on=day, since=since).low, years(all_jobs, on=day, since=since).high
        points.append((day, low, high))
    return Course(criterion, asked, tuple(points))


def _jobs(assessment: Assessment, candidate: Candidate) -> tuple[list[Job], list[Job]]:
    """The jobs that the evidence names: those that clearly count, and all."""
    said: dict[str, bool] = {}
    for evidence in assessment.evidence:
        if (job := _JOB.match(evidence.path)) is not None:
            said[job[0]] = not (evidence.detail or "").startswith("possibly")
    all_jobs = [job for job in candidate.jobs if job.path in said]
    return [job for job in all_jobs if said[job.path]], all_jobs


def _days(jobs: Sequence[Job], on: date, end: date) -> list[date]:
    """The first day of each quarter from the first job on, the day ``on``, and the end."""
    first = min((job.first.earliest for job in jobs if job.first), default=on)
    start = max(first.year, on.year - _LOOKS_BACK_YEARS)
    quarters = [date(year, month, 1) for year in range(start, end.year + 1) for month in (1, 4, 7, 10)]
    return sorted({*quarters, on, end})


def _draw(ax: Axes, course: Course, number: int) -> None:
    days, low, high = zip(*course.points, strict=True)
    line, mark = _LINES[number % len(_LINES)], _MARKS[number % len(_MARKS)]
    shade = str(0.1 + 0.18 * (number % 4))
    name = style.label(f"{course.criterion.id}: {course.asked:g} years asked, {course.criterion.text}", 80)
    ax.fill_between(days, low, high, color=shade, alpha=0.15, linewidth=0)
    marks = {"marker": mark, "markevery": 8, "markerfacecolor": "white", "clip_on": False}
    ax.plot(days, low, color=shade, linestyle=line, linewidth=1.8, label=name, zorder=3, **marks)
    ax.axhline(course.asked, color=shade, linestyle=line, linewidth=1)
    ax.annotate(
        f"{course.criterion.id} asks {course.asked:g}",
        (1.005, course.asked),
        xycoords=("axes fraction", "data"),
        va="center",
        fontsize=9,
    )
