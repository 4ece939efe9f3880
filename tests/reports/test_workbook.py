"""The workbook: every sheet says what it should, and no word of a CV or a notice ever becomes anything but text."""

from __future__ import annotations

import random
import re
import tracemalloc
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from scorecards import a_card, a_profile, a_result, a_vacancy

from fitscore.reports.base import by_ending, in_order
from fitscore.reports.workbook import table, write
from fitscore.reports.workbook.cells import LONGEST, number_body, one_line, safe, sheet_names, text_body
from fitscore.reports.workbook.reviews import read_reviews
from fitscore.reports.workbook.sheet import Sheet, look_of
from fitscore.reports.workbook.styles import add_styles
from fitscore.reports.workbook.table import lines_needed
from fitscore.scoring.model import Vacancy
from fitscore.scoring.review import Review, reviewed
from fitscore.settings import default_settings

ROWS = [("met", "partial", "unmet"), ("met", "met", "unknown"), ("unmet", "unknown", "met")]
FIXED = [
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    '=HYPERLINK("http://e.vil")',
    "http://e.vil",
    "https://e.vil/x",
    "mailto:a@e.vil",
    "internal:Method!A1",
    "external:c:\\x.xlsx",
    "file:///etc/passwd",
    "#DIV/0!",
    "#N/A",
    "TRUE",
    "1e999",
    "NaN",
    "007",
    "{=A1}",
    "<r><t>x</t></r>",
    "<r></is><f>1+1</f></r>",
    "]]></t><f>1</f>",
    "_x0041_",
    "_x000D__x0000_",
    "\x00\x01\x1f\x7f\x9b",
    "\ud800 lone \udfff",
    "\ufffe\uffff",
    "\u202eturned\u2066",
    "\u200b=1+1\u200d\ufeff",
    "\t=1+1",
    "\r\n=1+1",
    "'=1+1",
    " lead and trail ",
    "&amp;&#0;&lt;",
    "漢字 = 仮名",
    "שלום =1",
    "😀" * 5,
    "x" * 40_000,
    "\n" * 400 + "=1",
]


def hostile_values(count: int) -> list[str]:
    """Fixed ones first, then others put together from their pieces, always the same."""
    pick = random.Random(20260115)
    pieces = [*FIXED[:-2], "=", "+", "-", "@", "a", " ", '"', "'", "&", "<", ">", "\\", "\u2028", "\x85", "\x0b", "0", "%", "|"]
    made = {"".join(pick.choices(pieces, k=pick.randint(1, 5))): None for _ in range(count)}
    return [*FIXED, *made]


def xml_of(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist()}


def cells(path: Path, sheet: str) -> list[list[object]]:
    return [list(row) for row in openpyxl.load_workbook(path)[sheet].iter_rows(values_only=True)]


def written(tmp_path: Path, **kind: object) -> Path:
    path = tmp_path / "out.xlsx"
    write(a_result(ROWS, **kind), path)  # type: ignore[arg-type]
    return path


def asking_one_thing(vacancy: Vacancy) -> Vacancy:
    """A vacancy with its first criterion alone."""
    return vacancy.model_copy(update={"criteria": vacancy.criteria[:1]})


def test_hostile_values_stay_text_in_every_sheet(tmp_path: Path) -> None:
    values = hostile_values(2_700)
    assert len(values) >= 2_000
    posts = [asking_one_thing(a_vacancy(f"post-{n}", words)) for n, words in enumerate(FIXED[:-2])]
    people = [a_profile(f"{n}{words[:60]}", words) for n, words in enumerate(values)]
    cards = [
        a_card(person, posts[n % len(posts)], ["partial" if n % 2 else "unmet"], values[-n]) for n, person in enumerate(people)
    ]
    assert all(a.evidence and a.gap for card in cards for a in card.assessments)
    said = {
        (card.vacancy.id, card.profile.id, "E1"): Review("partial", values[n] or None, values[-n] or None)
        for n, card in enumerate(cards)
    }
    path = tmp_path / "hostile.xlsx"
    write(in_order(reviewed(cards, said, default_settings()), posts, people), path)

    for name, xml in xml_of(path).items():
        assert "<f>" not in xml, name
        assert "<f " not in xml, name
        assert "External" not in xml, name
        if "/worksheets/sheet" in name:
            assert set(re.findall(r'<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?(?: t="([a-zA-Z]+)")?/?>', xml)) <= {"", "inlineStr"}, name
            assert all("location=" in link and "r:id" not in link for link in re.findall("<hyperlink [^>]*>", xml)), name
    book = openpyxl.load_workbook(path, read_only=True)
    assert len(book.sheetnames) == len(posts) + 5
    rows = list(book["Evidence"].iter_rows(min_row=2, values_only=True))
    assert {str(row[9] or "") for row in rows} == {safe(one_line(a.finding)) for card in cards for a in card.assessments}
    assert {str(row[2] or "") for row in rows} == {safe(one_line(person.name)) for person in people}

    back = read_reviews(path, cards, {post.id: post for post in posts})
    assert back.problems == []
    assert back.found == {key: Review("partial", as_a_cell(r.reason), as_a_cell(r.reviewer)) for key, r in said.items()}


def as_a_cell(words: str | None) -> str | None:
    """What can come back of a text that went into a cell."""
    return safe(words or "").strip() or None


@given(st.text(max_size=80))
def test_a_cell_holds_only_what_xml_may_hold_and_says_what_it_hides(words: str) -> None:
    shown = safe(words)
    assert not re.search("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]", shown)
    assert not shown.startswith("<r>")
    assert not re.search("_x[0-9A-Fa-f]{4}_", shown)
    if words.isprintable() and "_x" not in words and "<" not in words:
        assert shown == words


def test_what_is_too_long_is_cut_with_a_mark_and_halves_no_sign() -> None:
    for words in ("x" * 40_000, "😀" * 20_000, "a" + "😀" * 20_000):
        shown = safe(words)
        assert len(shown.encode("utf-16-le")) // 2 <= 32_767
        kept, _, mark = shown.partition(" […cut here: ")
        number = int(mark.split()[0].replace(",", ""))
        assert words.startswith(kept)
        assert len(kept) + number == len(words)
    assert safe("x" * LONGEST) == "x" * LONGEST


@given(st.lists(st.text(st.sampled_from("aB'[]:*?/\\ é😀\x00"), max_size=40), max_size=12))
def test_names_of_sheets_are_allowed_and_differ(wanted: list[str]) -> None:
    names = sheet_names([*wanted, "history"], {"history"})
    assert len({name.lower() for name in [*names, "history"]}) == len(wanted) + 2
    for name in names:
        assert 1 <= len(name.encode("utf-16-le")) // 2 <= 31
        assert not set("[]:*?/\\\x00") & set(name)
        assert name.strip("' ") == name


def test_a_shortlist_has_its_sheets_and_says_each_thing(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert openpyxl.load_workbook(path).sheetnames == ["Shortlist", "Gaps", "Evidence", "Criteria", "Method"]
    head, first, second, third = cells(path, "Shortlist")
    assert head[:8] == ["Rank", "Candidate", "Name", "Outcome", "Fit", "Potential", "Essentials met", "Desirable score"]
    assert head[8:10] == ["Worst gap", "Second gap"]
    assert head[10:] == ["E1 Plain words", "E2 Plain words", "D1 Plain words"]
    assert first[:4] == [1, "person-1", "Plain words", "meets"]
    assert first[6:] == ["2 of 2", 0, "D1 not shown, short by Plain words: Plain words", None, "✓ M", "✓ M", "? U"]
    assert second[3] == "to verify"
    assert third[3] == "does not meet"
    assert third[8].startswith("E1 does not meet")  # type: ignore[union-attr]
    assert third[10:] == ["✗ N", "? U", "✓ M"]
    gaps = cells(path, "Gaps")
    assert [row[:3] for row in gaps[1:3]] == [["person-1", "Plain words", "D1"], ["person-0", "Plain words", "E2"]]
    assert gaps[1][7:] == ["Plain words", "2999-12-31", "Plain words"]
    evidence = cells(path, "Evidence")
    assert len(evidence) == 10
    assert evidence[1][6:] == [
        "meets", 1, "Plain words", "1. “Plain words”\n2. “two”", "1. work[0].summary\n2. b", None, None, None,
    ]  # fmt: skip
    assert cells(path, "Criteria")[1][:5] == ["E1", "Plain words", "capability", "essential", 1]
    method = {(row[0], row[1]): row for row in cells(path, "Method")}
    assert method["input: CV", "person-0"][2:] == ["person-0.yaml", "0" * 64]
    assert method["input: notice", "post-0"][3] == "1" * 64
    assert ("not decided here", None) in method


def test_a_sheet_is_made_to_work_in_and_to_print(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(tmp_path))
    for sheet in book:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == "$1:$1"
    assert "essential" in str(book["Shortlist"]["K1"].comment)
    link = book["Shortlist"]["B3"].hyperlink
    assert (link.location, link.target) == ("'Evidence'!A5", None)
    assert book["Evidence"]["A5"].value == book["Shortlist"]["B3"].value
    (offer,) = book["Evidence"].data_validations.dataValidation
    assert offer.formula1 == '"meets,in part,does not meet,not shown"'
    assert str(offer.sqref) == "L2:L10"


def test_several_notices_begin_with_a_matrix_and_have_a_sheet_each(tmp_path: Path) -> None:
    path = written(tmp_path, posts=3)
    names = openpyxl.load_workbook(path).sheetnames
    assert names == ["Matrix", "post-0", "post-1", "post-2", "Gaps", "Evidence", "Criteria", "Method"]
    matrix = cells(path, "Matrix")
    assert matrix[0] == ["Candidate", "Name", "post-0", "post-1", "post-2"]
    assert matrix[1][2:] == ["? V 57.0"] * 3
    assert [row[0] for row in cells(path, "Evidence")[1::9]] == ["post-0", "post-1", "post-2"]
    link = openpyxl.load_workbook(path)["post-2"]["B2"].hyperlink.location
    assert link == "'Evidence'!A20"


def test_one_candidate_sees_the_notices_ranked(tmp_path: Path) -> None:
    path = tmp_path / "one.xlsx"
    write(a_result(ROWS[:1], posts=2), path)
    rows = cells(path, "Notices")
    assert [row[1] for row in rows] == ["Notice", "post-0", "post-1"]


def test_the_same_result_gives_the_same_bytes(tmp_path: Path) -> None:
    write(a_result(ROWS, posts=2), tmp_path / "a.xlsx")
    write(a_result(ROWS, posts=2), tmp_path / "b.xlsx")
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_result_with_nothing_in_it_is_still_a_workbook(tmp_path: Path) -> None:
    write(a_result([]), tmp_path / "a.xlsx")
    assert len(cells(tmp_path / "a.xlsx", "Shortlist")) == 1


def test_rows_that_one_sheet_does_not_hold_go_on_on_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 4)
    path = written(tmp_path)
    book = openpyxl.load_workbook(path)
    parts = [name for name in book.sheetnames if name.startswith("Evidence")]
    assert parts == ["Evidence", "Evidence 2", "Evidence 3"]
    assert [book[name].max_row for name in parts] == [4, 4, 4]
    assert book["Shortlist"]["B4"].hyperlink.location == "'Evidence 3'!A2"
    assert [row[0] for row in cells(path, "Evidence 3")[1:]] == ["person-2"] * 3


def test_links_that_a_sheet_does_not_hold_are_plain_text_and_the_method_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "MOST_LINKS", 2)
    path = written(tmp_path)
    book = openpyxl.load_workbook(path)
    assert [bool(book["Shortlist"].cell(row, 2).hyperlink) for row in (2, 3, 4)] == [True, True, False]
    assert book["Shortlist"]["B4"].value == "person-2"
    assert any(row[:2] == ["limit", "links"] and "1 candidates" in str(row[2]) for row in cells(path, "Method"))


def test_notices_that_have_no_column_on_the_matrix_are_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST_COLUMNS", 16)
    path = written(tmp_path, posts=17)
    assert cells(path, "Matrix")[0] == ["Candidate", "Name", *(f"post-{n}" for n in range(14))]
    assert ["limit", "columns", "3 notices have no column on Matrix. Filter Evidence by Notice.", None] in cells(path, "Method")


def test_rows_are_those_that_xlsxwriter_writes_cell_by_cell(tmp_path: Path) -> None:
    texts = [text for value in hostile_values(300) if (text := safe(value)) and not text.startswith("<r>")]
    numbers = [0, 1, -1, 0.1, 1 / 3, 1e-7, 123456.789, 1e15, 2.5e20, 100.0]
    paths = {kind: tmp_path / f"{kind}.xlsx" for kind in ("whole", "cells")}
    for kind, path in paths.items():
        with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
            bold = book.add_format({"bold": True})
            whole = Sheet(book, "One")
            sheet = whole.laid_out
            sheet.write_string(0, 0, "head")
            sheet.write_comment(0, 0, "note")
            sheet.write_string(0, 30, "last")
            for row, text in enumerate(texts, 1):
                number = round(numbers[row % len(numbers)], 6)
                if kind == "whole":
                    ends = (f"AB{row + 1}", look_of(None), text_body(text)), (f"AC{row + 1}", look_of(bold), number_body(number))
                    whole.put_row(row, [f'<c r="{place}"{look}{body}' for place, look, body in ends], None)
                else:
                    sheet.write_string(row, 27, text)
                    sheet.write_number(row, 28, number, bold)
    assert xml_of(paths["whole"]) == xml_of(paths["cells"])


def test_a_sheet_holds_as_many_links_as_spreadsheet_programs_take_and_no_more(tmp_path: Path) -> None:
    many = table.MOST_LINKS + 20
    path = tmp_path / "links.xlsx"
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        styles = add_styles(book)
        column = table.Column("Candidate", 10)
        first, second = (table.Table(book, styles, [name], [column], table.Look(fixed=1), rows=many) for name in ("A", "B"))
        first.link(0, "there", second)
        for number in range(many):
            first.add([f"cv {number}"], {}, leads_to=number)
    assert first.cut_links == 20
    links = re.findall('<hyperlink ref="(.*?)" location="(.*?)"', xml_of(path)["xl/worksheets/sheet1.xml"])
    assert len(links) == 65_530
    assert (links[0], links[-1]) == (("A2", "'B'!A2"), ("A65531", "'B'!A65531"))


def test_a_row_leaves_nothing_behind_but_where_its_link_leads(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx"), {"constant_memory": True}) as book:
        styles = add_styles(book)
        made = table.Table(book, styles, ["A"], [table.Column("One", 9)] * 9, table.Look(fixed=1, lines=3), rows=9_000)
        made.link(0, "there", made)
        words = [f"{n} " + "words " * 90 for n in range(9)]
        tracemalloc.start()
        try:
            for number in range(9_000):
                if number == 1_000:
                    before = tracemalloc.get_traced_memory()[0]
                made.add(words, {}, leads_to=number)
            grown = tracemalloc.get_traced_memory()[0] - before
        finally:
            tracemalloc.stop()
    assert grown <= 8_000 * 16


def test_a_row_is_as_high_as_its_longest_text() -> None:
    assert lines_needed("short", 20) == 1
    assert lines_needed("x" * 100, 20) >= 4
    assert lines_needed("a\nb\nc", 20) == 3
    assert lines_needed("漢" * 20, 20) == 2


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fitscore.extras.find_spec", lambda name: None)
    assert by_ending()[".xlsx"].why_not() == "this needs xlsxwriter, which is not installed — pip install 'fitscore[xlsx]'"
