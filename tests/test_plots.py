"""Pictures: they show what the scorecards say, without colour too, and give the same bytes each time."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
import pytest
from matplotlib.colors import to_rgb
from scorecards import a_profile, a_result, a_vacancy

from fitscore import Profile, Shortlist, Vacancy, plots, read_profiles, read_vacancies, shortlist
from fitscore.extras import MissingExtraError
from fitscore.pipeline import fit
from fitscore.plots.course import courses
from fitscore.plots.style import LOOKS
from fitscore.scoring.review import Review, reviewed
from fitscore.scoring.words import VERDICTS
from fitscore.settings import default_settings

DATA = Path(__file__).parent.parent / "data"
ON = date(2026, 6, 30)


@pytest.fixture(scope="module")
def people() -> list[Profile]:
    return read_profiles(DATA / "profiles")


@pytest.fixture(scope="module")
def notices() -> list[Vacancy]:
    return read_vacancies(
        [DATA / "vacancies/nspa-fuels-officer.txt", DATA / "vacancies/development-bank-transport-economist.txt"]
    )


@pytest.fixture(scope="module")
def short(people: list[Profile], notices: list[Vacancy]) -> Shortlist:
    return shortlist(people, notices[0], on=ON)


@pytest.fixture(scope="module")
def few(people: list[Profile], notices: list[Vacancy]) -> Shortlist:
    """Four candidates: enough to draw."""
    return shortlist(people[:4], notices[0], on=ON)


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    plt.close("all")


def pictures(short: Shortlist, person: Profile) -> dict[str, Callable[..., Any]]:
    return {
        "heat": lambda **ax: plots.heat_map(short, **ax),
        "thresholds": lambda **ax: plots.thresholds(short[0], short.vacancy, **ax),
        "years": lambda **ax: plots.years_over_time(person, short.vacancy, on=ON, **ax),
        "weights": lambda **ax: plots.rank_by_weight(short, "language", **ax),
        "potential": lambda **ax: plots.fit_to_potential(short, **ax),
    }


NAMES = ["heat", "thresholds", "years", "weights", "potential"]


def words(ax: Any) -> list[str]:
    ax.figure.canvas.draw()
    return [text.get_text() for text in ax.findobj(mpl.text.Text) if text.get_text()]


@pytest.mark.parametrize("name", NAMES)
def test_a_picture_is_drawn_where_one_wants_it(name: str, few: Shortlist, people: list[Profile]) -> None:
    draw = pictures(few, people[0])[name]
    given = plt.subplots()[1]
    assert draw(ax=given) is given
    assert draw().figure is not given.figure


@pytest.mark.parametrize("name", NAMES)
def test_the_same_picture_gives_the_same_bytes_without_a_date(
    name: str, few: Shortlist, people: list[Profile], tmp_path: Path
) -> None:
    draw = pictures(few, people[0])[name]
    takes = {take: draw() for take in "ab"}
    for ending in ("svg", "png"):
        for take, picture in takes.items():
            plots.save(picture, tmp_path / f"{take}.{ending}")
        first = (tmp_path / f"a.{ending}").read_bytes()
        assert first == (tmp_path / f"b.{ending}").read_bytes()
        assert len(first) > 5000
        assert not re.search(rb"<dc:date>|[Mm]atplotlib v", first)


def test_every_verdict_stands_in_its_cell(short: Shortlist) -> None:
    ax = plots.heat_map(short)
    cells = {(round(t.get_position()[0]), round(t.get_position()[1])): t.get_text() for t in ax.texts if len(t.get_text()) == 1}
    columns = [tick.get_text() for tick in ax.get_xticklabels()]
    assert len(cells) == len(short) * len(columns)
    for y, card in enumerate(short):
        for assessment in card.assessments:
            assert cells[columns.index(assessment.criterion), y] == VERDICTS[assessment.verdict][0]
    assert columns == sorted(columns, key=lambda id: (id[0] == "D", int(id[1:])))
    assert len(plots.heat_map(short, top=3).get_yticklabels()) == 3


def test_a_star_tells_a_reviewers_verdict(short: Shortlist) -> None:
    first = short[0]
    said = {(first.vacancy.id, first.profile.id, "E1"): Review("partial", "why", "R. Viewer")}
    after = reviewed(short.cards, said, short.settings)
    assert [word for word in words(plots.heat_map(after)) if word.endswith("*")] == ["~*"]
    assert [word for word in words(plots.thresholds(after[0])) if word.endswith("*")] == ["~*"]


def test_verdicts_differ_without_colour() -> None:
    def grey(colour: str) -> float:
        red, green, blue = to_rgb(colour)
        return 0.299 * red + 0.587 * green + 0.114 * blue

    looks = [*LOOKS.values()]
    shades = sorted(grey(look.fill) for look in looks)
    assert min(second - first for first, second in pairwise(shades)) > 0.1
    assert all(abs(grey(look.fill) - grey(look.ink)) > 0.45 for look in looks)
    assert len({sign for sign, _ in VERDICTS.values()}) == len(looks)


def test_bars_end_at_the_score_and_the_unknown_is_told(short: Shortlist) -> None:
    card = next(card for card in short if card.desirable.unknown and any(0 < a.score < 1 for a in card.assessments))
    ax = plots.thresholds(card, short.vacancy)
    rows = sorted(card.assessments, key=lambda a: a.importance != "essential")
    ends = {round(p.get_y() + p.get_height() / 2): (p.get_width(), p.get_linestyle()) for p in ax.patches}
    for y, assessment in enumerate(rows):
        if assessment.verdict == "unknown":
            assert ends[y] == (1, "--")
        elif assessment.score:
            assert ends[y] == (pytest.approx(assessment.score), "solid")
        else:
            assert y not in ends
    assert any(rows[0].finding[:30] in text for text in words(ax))


def test_the_course_of_years_agrees_with_the_finding(people: list[Profile], notices: list[Vacancy]) -> None:
    compared = 0
    for notice in notices:
        for person in people:
            card = fit(person, notice, on=ON)
            findings = {assessment.criterion: assessment.finding for assessment in card.assessments}
            for course in courses(person, notice, on=ON):
                said = re.match(
                    r"([0-9.]+) of ([0-9.]+) years?(?: clearly \(([0-9.]+) possibly\))?", findings[course.criterion.id]
                )
                if said:
                    low, high = course.on(ON)
                    assert f"{low:.1f}" == said[1]
                    assert f"{course.asked:g}" == said[2]
                    assert said[3] is None or f"{high:.1f}" == said[3]
                    compared += 1
                for before, after in pairwise(course.points):
                    assert before[0] < after[0]
                    assert getattr(course.criterion, "recent", False) or before[1] <= after[1] <= after[2]
    assert compared > 30


def test_years_are_drawn_against_what_is_asked(people: list[Profile], notices: list[Vacancy]) -> None:
    ax = plots.years_over_time(people[2], notices[0], on=ON)
    found = courses(people[2], notices[0], on=ON)
    assert {f"{c.criterion.id} asks {c.asked:g}" for c in found} <= set(words(ax))
    assert len(found) == 2
    only = plots.years_over_time(people[2], notices[0], on=ON, criteria=["D3"])
    assert not [text for text in words(only) if text.startswith("E3")]
    assert "this notice asks for no number of years" in words(plots.years_over_time(a_profile(), a_vacancy(), on=ON))


def test_ranks_are_those_of_the_reweighed_shortlist(short: Shortlist) -> None:
    weights = (0, 1, 3)
    ax = plots.rank_by_weight(short, "language", weights=weights, top=4)
    for line, card in zip(ax.lines, short.cards[:4], strict=True):
        expected = [[c.profile.id for c in short.reweigh({"language": w})].index(card.profile.id) + 1 for w in weights]
        assert list(line.get_ydata()) == expected


def test_hostile_words_are_drawn_as_words() -> None:
    hostile = r"$x^2$ \frac{1} $$ \u202e<b> $\bad{"
    result = a_result([["met", "unmet", "unknown"], ["partial", "met", "met"]], words=hostile)
    short = Shortlist(result.vacancies["post-0"], result.scorecards, default_settings())
    person = a_profile(name=hostile)
    for draw in pictures(short, person).values():
        assert words(draw())


def test_without_matplotlib_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch, short: Shortlist) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(MissingExtraError, match=r"matplotlib.*fitscore\[plots\]"):
        plots.heat_map(short)
