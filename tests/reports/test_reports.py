"""Reports: 80 columns, no colour unless asked, the same content in each, and hostile words that stay words."""

from __future__ import annotations

import json
import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from fitscore.criteria.base import Assessment, Evidence, Gap
from fitscore.criteria.experience import Experience
from fitscore.errors import Problem
from fitscore.notices.model import Condition, Posting, Remark, Salary
from fitscore.profiles.model import Profile
from fitscore.reports.base import Result, by_ending, by_format, in_order, plain
from fitscore.reports.listing import profiles_text, vacancies_text
from fitscore.reports.markdown import escape
from fitscore.reports.markdown import render as markdown
from fitscore.reports.record import render as as_json
from fitscore.reports.record import vacancies_json
from fitscore.reports.terminal import render as text
from fitscore.scoring.aggregate import aggregate
from fitscore.scoring.model import Source, Vacancy
from fitscore.settings import default_settings

HOSTILE = (
    "\x1b[31mred\x1b[0m \x9b2J \x07 <script>alert(1)</script> <img src=x onerror=y> [here](javascript:alert(1)) ![i](http://e.vil/x.png)"
    " =cmd|' /C calc'!A0 `code` **bold** | cell | http://e.vil www.e.vil a@e.vil &lt;b&gt; \u202eturned $x^2$ ~~gone~~ <http://e.vil>"
)


def vacancy(id: str = "post", words: str = "At least ten years of work in planning.") -> Vacancy:
    criteria = [("E1", "essential"), ("E2", "essential"), ("D1", "desirable")]
    return Vacancy(
        id=id,
        source=Source(file=f"{id}.txt", sha256="1" * 64),
        posting=Posting(
            title=words,
            organisation=words,
            salary=Salary(amount=5000.5, currency="EUR", period="month"),
            deadline="2026-01-26T06:59:00",
        ),
        criteria=tuple(
            Experience(id=name, importance=importance, text=words, start=0, end=len(words), pattern="test", min_years=10)  # type: ignore[arg-type]
            for name, importance in criteria
        ),
        conditions=(
            Condition(kind="age", text=words, start=0, end=1, max=60),
            Condition(kind="medical", text=words, start=0, end=1),
        ),
        notices=(Remark(code="contradiction", message=words, start=0, end=1),),
    )


def profile(id: str = "ada", words: str = "Ada Example") -> Profile:
    return Profile(id=id, name=words, file=f"{id}.yaml", sha256="0" * 64, document={"basics": {"name": words, "summary": words}})


def result(
    people: int = 1, posts: int = 1, words: str = "Plain words of a notice, long enough to need a second line in a report."
) -> Result:
    profiles = [profile(f"person-{n}", words) for n in range(people)]
    vacancies = [vacancy(f"post-{n}", words) for n in range(posts)]
    evidence = (Evidence(path="work[0].summary", quote=words, detail="4.5 years"),)
    gap = Gap(short_by="5.5 years", met_on=date(2031, 7, 1), advice=words)

    def card(person: Profile, post: Vacancy) -> object:
        verdicts = [("unmet", 0.45, gap), ("unknown", 0.0, None), ("met", 1.0, None)]
        assessments = [
            Assessment(
                criterion=c.id, kind=c.kind, importance=c.importance, verdict=v, score=s, finding=words, evidence=evidence, gap=g
            )  # type: ignore[arg-type]
            for c, (v, s, g) in zip(post.criteria, verdicts, strict=True)
        ]
        return aggregate(person, post, assessments, settings=default_settings(), on=date(2026, 1, 26))

    cards = [card(person, post) for person in profiles for post in vacancies]
    return in_order(cards, vacancies, profiles, problems=[Problem("bad.txt", words, 3)])  # type: ignore[arg-type]


SHAPES = [(1, 1), (1, 4), (4, 1), (3, 12)]


@pytest.mark.parametrize(("people", "posts"), SHAPES)
@pytest.mark.parametrize("words", ["Short", HOSTILE, "x" * 300, "漢字と仮名 " * 20])
def test_text_keeps_to_80_columns_without_signs_that_steer(people: int, posts: int, words: str) -> None:
    for shown in (
        text(result(people, posts, words)),
        vacancies_text([vacancy(words=words)]),
        profiles_text([profile(words=words)]),
    ):
        assert max(map(cell_len, shown.splitlines())) <= 80
        assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"]
        assert "\u202e" not in shown


def test_colour_adds_only_colour() -> None:
    shown = result(1, 3)
    coloured = text(shown, colour=True)
    assert "\x1b[31m" in coloured
    assert re.sub(r" +$", "", re.sub(r"\x1b\[[0-9;]*m", "", coloured), flags=re.M) == text(shown)


@pytest.mark.parametrize("render", [text, markdown])
def test_a_gap_report_says_what_why_and_how_far(render: object) -> None:
    shown = " ".join(render(result()).replace("\\", "").split())  # type: ignore[operator]
    for words in (
        "✗ does not meet",
        "? not shown",
        "work[0].summary: “Plain words",
        "4.5 years",
        "short by 5.5 years",
        "met on 2031-07-01",
    ):
        assert words in shown
    for words in (
        "as of 2026-01-26",
        "fitscore 0.",
        "5,000.50 EUR a month",
        "contradiction",
        "age: Plain",
        "bad.txt:3:",
        "writes no application text",
    ):
        assert words in shown
    assert shown.index("Essential:") < shown.index("Desirable:")
    assert "reject" not in shown


def test_a_shortlist_ranks_profiles_and_a_matrix_shows_both() -> None:
    assert "person-0" not in text(result(1, 1))
    assert re.search(r"# +Profile +Verdict", text(result(4, 1)))
    assert re.search(r"# +Notice +Verdict", text(result(1, 4)))
    grid = text(result(3, 12))
    assert re.search(r"\[1\] +\[2\] +\[3\]", grid)
    assert "[12]" in grid


def test_hostile_words_stay_words_in_markdown() -> None:
    html = MarkdownIt("gfm-like", {"linkify": False, "html": True}).render(markdown(result(1, 2, HOSTILE)))
    shown = set(re.findall(r"<(/?[a-z0-9]+)", html))
    assert shown <= {
        f"{end}{tag}"
        for end in ("", "/")
        for tag in ("h1", "h2", "h3", "p", "ul", "li", "strong", "table", "thead", "tbody", "tr", "th", "td")
    }
    assert "<script" not in html
    assert "[here](javascript:alert(1))" in html


MARKS = st.text(st.sampled_from("ab1 \n\t*_`[]()<>!#|~\\&;:/.@+-=$\"'{}"), max_size=40)


@given(MARKS, st.sampled_from(["", "- ", "## ", "- **E1** meets: “"]))
def test_escaped_words_are_shown_as_they_are(words: str, lead: str) -> None:
    lead = lead or "x "
    tokens = MarkdownIt("commonmark").parse(lead + escape(words))
    inline = [child for token in tokens for child in token.children or []]
    assert {child.type for child in inline} <= {"text", "strong_open", "strong_close", "text_special"}
    shown = "".join(child.content for child in inline)
    plainly = plain(words).replace("@", "@\u2060")
    assert shown.strip().endswith(plainly.rstrip())


def test_json_is_one_array_that_no_sign_can_steer() -> None:
    shown = as_json(result(2, 2, HOSTILE))
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c != "\n"]
    cards = json.loads(shown)
    assert len(cards) == 4
    assert list(cards[0]) == [
        "profile",
        "vacancy",
        "outcome",
        "fit",
        "potential",
        "essential",
        "desirable",
        "assessments",
        "method",
    ]
    assert cards[0]["assessments"][0]["evidence"][0]["quote"] == HOSTILE
    assert cards[0]["assessments"][1]["gap"] is None
    assert cards[0]["fit"] == round(cards[0]["fit"], 1)


def test_a_vacancy_gives_age_limits_only_for_age() -> None:
    (data,) = json.loads(vacancies_json([vacancy()]))
    assert [sorted(condition) for condition in data["conditions"]] == [
        ["end", "kind", "max", "min", "start", "text"],
        ["end", "kind", "start", "text"],
    ]
    assert data["criteria"][0]["min_years"] == 10


def test_outputs_are_found_and_the_one_for_people_comes_first() -> None:
    assert next(iter(by_format())) == "text"
    assert {".json", ".md"} <= set(by_ending())


@given(st.text(max_size=60))
def test_plain_text_has_no_control_character(words: str) -> None:
    assert not [c for c in plain(words) if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert plain(plain(words)) == plain(words)
