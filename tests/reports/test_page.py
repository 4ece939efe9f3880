"""The page: what it says and where, that it holds together, and that words of a CV or notice stay words."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from itertools import count, pairwise
from pathlib import Path
from random import Random

import html5lib
import pytest
from pages import a_result, parse, squeezed, text_of

from fitscore.cli import run
from fitscore.pipeline import read_vacancies, read_vacancy
from fitscore.reports import page_view
from fitscore.reports.base import Result, plain
from fitscore.reports.page import render, shown
from fitscore.reports.record import vacancies_json

ROOT = Path(__file__).parent.parent.parent
NOTICE = ROOT / "data/vacancies/nspa-fuels-officer.txt"
SHAPES = [(1, 1), (1, 3), (3, 1), (2, 3)]


def numbered() -> Iterator[str]:
    return (f"words {number}" for number in count())


def page_of(people: int = 1, posts: int = 1, *, read_by_people: bool = False) -> object:
    return parse(render(a_result(numbered(), people=people, posts=posts, read_by_people=read_by_people)))


def of_class(page: object, name: str) -> list:  # type: ignore[type-arg]
    return [element for element in page.iter() if name in element.get("class", "").split()]  # type: ignore[attr-defined]


def notice_text(report: object) -> str:
    """The text of the notice as the page shows it, without the tags put before each criterion."""
    (box,) = of_class(report, "text")
    parts = [box.text or ""]
    for child in box:
        parts += [text_of(child) if child.tag == "mark" else "", child.tail or ""]
    return "".join(parts)


@pytest.mark.parametrize(("people", "posts"), SHAPES)
def test_every_link_leads_to_a_place_in_the_page_and_nowhere_else(people: int, posts: int) -> None:
    page = page_of(people, posts, read_by_people=True)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    links = [element.get("href") for element in page.iter("a")]
    assert {link[0] for link in links} == {"#"}
    assert {link[1:] for link in links} <= set(ids)
    named = {id for element in page.iter() for id in element.get("aria-labelledby", "").split()}
    assert named <= set(ids)
    allowed = {"href", "id", "class", "lang", "charset", "http-equiv", "content", "name", "tabindex", "role", "scope", "data-c"}
    assert {name for element in page.iter() for name in dict(element.items())} <= allowed | {"aria-labelledby", "aria-label"}


@pytest.mark.parametrize(("people", "posts"), SHAPES)
def test_a_parser_finds_no_mistake_in_the_page(people: int, posts: int) -> None:
    for read_by_people in (False, True):
        parser = html5lib.HTMLParser()
        parser.parse(render(a_result(numbered(), people=people, posts=posts, read_by_people=read_by_people)))
        assert parser.errors == []


def test_the_policy_lets_only_the_pages_own_style_and_script_run() -> None:
    page = page_of()
    (policy,) = [meta.get("content") for meta in page.iter("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    hashes = {kind: b64encode(sha256(text_of(next(page.iter(kind))).encode()).digest()).decode() for kind in ("style", "script")}
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not {"link", "img", "iframe", "object", "form", "base"} & {element.tag for element in page.iter()}


def test_each_criterion_is_marked_where_it_stands_and_linked_both_ways() -> None:
    page = page_of()
    ids = {element.get("id"): element for element in page.iter() if element.get("id")}
    entries = of_class(page, "entry")
    assert len(entries) == 4
    for entry in entries:
        for link in entry.iter("a"):
            tag = ids[link.get("href")[1:]]
            assert tag.get("href") == f"#{entry.get('id')}"
            assert tag.get("data-c") == entry.get("data-c")
    again = [link for entry in entries for link in entry.iter("a") if "again" in text_of(link)]
    assert [link.get("href") for link in again] == ["#r1-t3-1"]
    inner, outer = [mark for mark in page.iter("mark") if "2" in mark.get("data-c").split()]
    assert (inner.get("data-c"), inner.get("class")) == ("3 2", "unmet several")
    assert (outer.get("data-c"), outer.get("class")) == ("2", "unknown")
    assert notice_text(page) == "words 2\nwords 3\nwords 4"


def test_a_report_says_outcome_verdict_finding_evidence_gap_and_method_in_words() -> None:
    words = squeezed(text_of(next(page_of().iter("main"))))
    for said in ("✗ does not meet fit", "E1 ✗ does not meet", "E2 ? not shown", "D1 ~ in part", "D2 ✓ meets", "score 0.40"):
        assert said in words
    for said in ("Short by", "2031-07-01, if the present work goes on", "What would close it", "Conditions, not scored"):
        assert said in words
    for said in ("SHA-256 " + "0" * 64, "SHA-256 " + "1" * 64, "2026-01-26", "fitscore 0.", "Could not be read or scored"):
        assert said in words
    assert words.index("Essential:") < words.index("Desirable:") < words.index("The notice’s text")


def test_what_reviewers_said_stands_with_the_assessment_over_the_report_and_in_the_list() -> None:
    one = page_of(read_by_people=True)
    (shown,) = [entry for entry in of_class(one, "entry") if entry.get("id") == "r1-a2"]
    (words,) = [squeezed(text_of(line)) for line in of_class(shown, "review")]
    assert re.fullmatch("Review: in part, says words [0-9]+: “words [0-9]+”; fitscore said: not shown", words)
    (listed,) = of_class(one, "reviews")
    lines = [squeezed(text_of(line)) for line in listed.iter("li")]
    assert lines[0] == words.replace("Review", "E2")
    assert re.fullmatch("D2: remark by words [0-9]+: “words [0-9]+”", lines[1])
    assert [link.get("href") for link in listed.iter("a")] == ["#r1-a2", "#r1-a4"]
    assert of_class(page_of(), "review") + of_class(page_of(), "reviews") == []


def test_a_shortlist_tells_reviewers_verdicts_from_the_programs() -> None:
    page = page_of(2, 1, read_by_people=True)
    first, *_ = of_class(page, "reviews")
    assert [link.get("href") for link in first.iter("a")] == ["#r1-a2", "#r1-a4", "#r2-a2", "#r2-a4"]
    assert squeezed(text_of(next(first.iter("a")))).endswith(": E2")
    ranking, grid = list(page.iter("table"))[:2]  # type: ignore[attr-defined]
    assert "reviewed: E2" in text_of(ranking)
    cells = [text_of(link) for row in list(grid.iter("tr"))[1:] for link in row.iter("a")]
    assert cells == ["~* in part, reviewed", "✗ does not meet", "~ in part", "✓ meets"] * 2
    matrix = next(page_of(2, 2, read_by_people=True).iter("table"))  # type: ignore[attr-defined]
    assert all(re.fullmatch(r"✗ [0-9.]+\* does not meet, reviewed", text_of(link)) for link in matrix.iter("a"))
    assert "*" not in text_of(next(page_of(2, 1).iter("main")))


@pytest.mark.parametrize(("people", "posts"), SHAPES)
def test_headings_go_down_step_by_step_and_the_landmarks_are_there(people: int, posts: int) -> None:
    page = page_of(people, posts, read_by_people=True)
    levels = [int(element.tag[1]) for element in page.iter() if re.fullmatch("h[1-6]", str(element.tag))]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for landmark in ("header", "main", "footer"):
        assert len(list(page.iter(landmark))) == 1
    assert next(page.iter("html")).get("lang") == "en"
    for table in page.iter("table"):
        assert {cell.get("scope") for cell in table.iter("th")} == {"col", "row"}


def test_several_reports_stand_under_a_list_that_leads_to_each() -> None:
    page = page_of(3, 1)
    tables = list(page.iter("table"))
    assert [link.get("href") for link in tables[0].iter("a")] == ["#r1", "#r2", "#r3"]
    assert len(list(tables[1].iter("a"))) == 3 * 4
    assert len(of_class(page, "report")) == 3
    grid = next(page_of(2, 3).iter("table"))
    assert [link.get("href") for link in grid.iter("a")] == [f"#r{number}" for number in (1, 2, 3, 4, 5, 6)]


def test_of_very_many_reports_the_first_of_a_notice_holds_its_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_view, "TEXTS", 2)
    page = page_of(3, 1)
    assert len(of_class(page, "text")) == 1
    last = of_class(page, "report")[-1]
    assert "report 1" in squeezed(text_of(last))
    assert {"#r1-t1", "#r1-text"} <= {link.get("href") for link in last.iter("a")}


def test_a_vacancy_without_its_text_still_gives_a_report() -> None:
    given = a_result(numbered())
    bare = {id: vacancy.with_source_text("") for id, vacancy in given.vacancies.items()}
    page = parse(render(Result(given.scorecards, bare)))
    assert "not at hand" in text_of(page)
    assert len(of_class(page, "entry")) == 4


def test_nothing_scored_is_said() -> None:
    assert "Nothing could be scored" in text_of(parse(render(Result((), {}))))


def test_the_notices_text_goes_along_between_processes_but_not_into_the_record() -> None:
    here = read_vacancy(NOTICE)
    assert here.source_text == NOTICE.read_text(encoding="utf-8")
    (there,) = read_vacancies([(NOTICE.stem, NOTICE)], workers=2)
    assert there == here
    assert "as an air base" not in vacancies_json([here])
    assert "source_text" not in vacancies_json([here])


def test_the_command_writes_the_page_and_the_same_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    call = [
        "data/profiles/demir_kerem.yaml",
        "data/profiles/moreau_lea.yaml",
        "--vacancy",
        "data/vacancies/nspa-fuels-officer.txt",
    ]
    for name in ("a.html", "b.html"):
        assert run([*call, "--export", str(tmp_path / name)]) == 0
    capsys.readouterr()
    first = (tmp_path / "a.html").read_bytes()
    assert first == (tmp_path / "b.html").read_bytes()
    reports = of_class(parse(first.decode()), "report")
    assert [notice_text(report) for report in reports] == [NOTICE.read_text(encoding="utf-8")] * 2


HOSTILE = (
    "<script>alert(1)</script>", "</style>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "&lt;b&gt;",
    "&#x3c;i&#x3e;", "&amp", '"', "'", "`", " onload=alert(1) ", "</bdi></p></li></article>", "</mark>",
    "<svg/onload=alert(1)>", "\x00", "\x1b[31m", "\x9b", "\u202e", "\u2066", "\u200f", "\ud800", "\udc80", "\ufeff",
    "{{ 7 * 7 }}", "{% raw %}", "{#", "<a href=//evil.example>", "javascript:alert(1)",
    "http://evil.example/?a=1&b=2", "\u2028", "\x0c", "\x0b", "<base href=//evil.example>",
    "<meta http-equiv=refresh content=0>", "<img src=x onerror=alert(1)>", "=cmd()", "\U0001f469", "\u05d0\u05d1",
    "\r\n", "\r", "\n", "\t", "<title>", "<plaintext>", "<textarea>", "<table><tr><td>", "<math><mi>",
    "<style>*{display:none}</style>", "</title>", "<p style=color:red>", "\ufffe", "y" * 300,
)  # fmt: skip


def hostile(seed: int, given: list[str]) -> Iterator[str]:
    """Words made of one to six hostile parts; each has a beginning that is harmless, and its own number."""
    random = Random(seed)
    for number in count():
        given.append(
            f"ab{number}" + "".join(random.choices(HOSTILE, k=random.randint(1, 6))) + random.choice(["", "<", "&", "z"])
        )
        yield given[-1]


def skeleton(page: object) -> list[tuple[str, dict[str, str]]]:
    return [(element.tag, dict(element.items())) for element in page.iter()]  # type: ignore[attr-defined]


@pytest.mark.filterwarnings("default")  # html5lib tells of characters that no page should hold
def test_hostile_words_stay_words() -> None:
    told = 0
    for seed, (people, posts) in enumerate([*SHAPES, *[(1, 1)] * 16]):
        given: list[str] = []
        page = parse(render(a_result(hostile(seed, given), people=people, posts=posts, read_by_people=True)))
        assert skeleton(page) == skeleton(page_of(people, posts, read_by_people=True))
        words = squeezed(" ".join([text_of(page), *map(notice_text, of_class(page, "report"))]))
        assert [value for value in given if plain(value) not in words] == []
        for report in of_class(page, "report"):
            assert notice_text(report) in [shown("\r\n".join(given[at : at + 3])) for at in range(len(given))]
        assert not re.search(
            "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\ud800-\udfff]", words
        )
        told += len(given)
    assert told >= 1000


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_are_far_enough_apart(scheme: str) -> None:
    css = text_of(next(page_of().iter("style")))
    roots = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", roots[["light", "dark"].index(scheme)]))
    verdicts = ("met", "partial", "unknown", "unmet")
    pairs = [("ink", ground) for ground in ("paper", "shade", "lit", *(f"{name}-bg" for name in verdicts))]
    pairs += [(name, ground) for name in ("soft", "link") for ground in ("paper", "shade")]
    pairs += [(name, f"{name}-bg") for name in verdicts]
    for ink, ground in pairs:
        dark, light = sorted((luminance(colours[ink]), luminance(colours[ground])))
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)
