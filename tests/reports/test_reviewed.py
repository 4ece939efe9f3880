"""A workbook goes out, a person writes in it, it comes back: nothing is lost, and what does not fit is named."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from fitscore.cli import run
from fitscore.criteria.base import Assessment, Verdict
from fitscore.scoring.review import Review, merged

NOTICE = """Position: Planning Officer

ESSENTIAL
- Master's degree in law
- At least 5 years of experience in planning
- Fluent English

DESIRABLE
- Knowledge of budget rules
"""
CVS = {
    "ada": {
        "basics": {"name": "Ada Example"},
        "work": [{"name": "Office", "position": "Planning officer", "startDate": "2010-01", "summary": "Planning."}],
        "education": [{"studyType": "Master", "area": "Law", "startDate": "2004", "endDate": "2009"}],
        "languages": [{"language": "English", "level": "C2"}],
    },
    "bo": {
        "basics": {"name": "Bo Example"},
        "education": [{"studyType": "Bachelor", "area": "Law", "startDate": "2004", "endDate": "2009"}],
    },
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a notice and two CVs, and the workbook of their shortlist."""
    monkeypatch.chdir(tmp_path)
    Path("notice.txt").write_text(NOTICE)
    Path("cvs").mkdir()
    for name, cv in CVS.items():
        Path("cvs", f"{name}.yaml").write_text(yaml.safe_dump(cv))
    assert run([*CALL, "--export", "a.xlsx"]) == 0
    return tmp_path


CALL = ["cvs", "--vacancy", "notice.txt", "--as-of", "2026-01-15"]
HEAD = ("Candidate", "Criterion", "Reviewer's verdict", "Reason", "Reviewer")


def write_in(path: str, *said: tuple[str, str, str | None, str | None, str | None]) -> None:
    """Fill in the reviewer's columns of rows, named by candidate and criterion, as a person would."""
    book = openpyxl.load_workbook(path)
    sheet = book["Evidence"]
    at = {cell.value: cell.column for cell in sheet[1]}
    for candidate, criterion, *words in said:
        for row in range(2, sheet.max_row + 1):
            if [sheet.cell(row, at[name]).value for name in HEAD[:2]] == [candidate, criterion]:
                for name, word in zip(HEAD[2:], words, strict=True):
                    sheet.cell(row, at[name]).value = word
    book.save(path)


def cards(capsys: pytest.CaptureFixture[str], *more: str, status: int = 0) -> tuple[list[dict[str, object]], str]:
    capsys.readouterr()
    assert run([*CALL, "--format", "json", *more]) == status
    said = capsys.readouterr()
    return json.loads(said.out), said.err


def of(card: dict[str, object], criterion: str) -> dict[str, object]:
    return next(a for a in card["assessments"] if a["criterion"] == criterion)  # type: ignore[attr-defined]


ALL_MET = [("bo", id, "meets", f"shown on paper {id}", "R. Viewer") for id in ("E1", "E2", "E3", "D1")]


@pytest.mark.usefixtures("desk")
def test_a_reviewers_verdicts_change_figures_and_order_and_keep_the_programs(capsys: pytest.CaptureFixture[str]) -> None:
    before, _ = cards(capsys)
    assert [card["profile"]["id"] for card in before] == ["ada", "bo"]  # type: ignore[index]
    write_in("a.xlsx", *ALL_MET, ("ada", "E2", "does not meet", "other matter", "R. Viewer"))
    after, err = cards(capsys, "--reviewed", "a.xlsx")
    assert not err
    bo, ada = after
    assert (bo["profile"]["id"], bo["outcome"], bo["fit"], bo["potential"]) == ("bo", "eligible", 100.0, 100.0)  # type: ignore[index]
    assert ada["outcome"] == "not_eligible"
    assert ada["essential"]["unmet"] == 1  # type: ignore[index]
    was = of(before[1], "E1")
    now = of(bo, "E1")
    assert now["override"] == {
        "verdict": "met",
        "reason": "shown on paper E1",
        "reviewer": "R. Viewer",
        "machine_verdict": was["verdict"],
        "machine_score": was["score"],
    }
    assert (now["verdict"], now["score"], now["gap"]) == ("met", 1.0, None)
    assert now["finding"] == was["finding"]
    assert "override" not in of(ada, "E1")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_every_output_says_who_overrode_what_and_why(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", ("bo", "E1", "meets", "diploma seen", "R. Viewer"), ("ada", "E1", "meets", "agreed", "R. Viewer"))
    capsys.readouterr()
    assert run([*CALL, "--format", form, "--reviewed", "a.xlsx"]) == 0
    shown = " ".join(capsys.readouterr().out.replace("\\", "").split())
    assert "meets, says R. Viewer: “diploma seen”; fitscore said: does not meet" in shown
    assert "meets, confirmed by R. Viewer: “agreed”" in shown
    assert run([*CALL, "--reviewed", "a.xlsx", "--export", "a.html"]) == 0
    assert "meets, says R. Viewer: “diploma seen”; fitscore said: does not meet" in Path("a.html").read_text("utf-8")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_matrix_says_so_too(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.txt").write_text(NOTICE.replace("law", "economics"))
    write_in("a.xlsx", ("bo", "E1", "meets", "diploma seen", "R. Viewer"))
    capsys.readouterr()
    assert run([*CALL, "--vacancy", "other.txt", "--format", form, "--reviewed", "a.xlsx"]) == 0
    shown = " ".join(capsys.readouterr().out.replace("\\", "").split())
    assert "- notice, bo, E1: meets, says R. Viewer: “diploma seen”" in shown


@pytest.mark.usefixtures("desk")
def test_the_round_trip_loses_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    said = [*ALL_MET, ("ada", "E1", "in part", "two\nlines", "Ö. =1+1"), ("ada", "E2", None, "to ask at the interview", "Ö.")]
    write_in("a.xlsx", *said)
    once, _ = cards(capsys, "--reviewed", "a.xlsx", "--export", "b.xlsx")
    twice, err = cards(capsys, "--reviewed", "b.xlsx", "--export", "c.xlsx")
    assert once == twice
    assert Path("b.xlsx").read_bytes() == Path("c.xlsx").read_bytes()
    assert err.count("note: ") == 1
    assert "no verdict is chosen" in err
    book = openpyxl.load_workbook("b.xlsx")
    marks = {row[1]: row[10:] for row in book["Shortlist"].iter_rows(min_row=2, values_only=True)}
    assert marks["bo"] == ("✓ M*",) * 4
    assert marks["ada"][0] == "~ P*"
    assert marks["ada"][1] == "✓ M"
    rows = {row[0]: row for row in book["Evidence"].iter_rows(min_row=2, values_only=True) if row[2] == "E1"}
    assert rows["bo"][6] == "does not meet"
    assert rows["ada"][11:] == ("in part", "two\nlines", "Ö. =1+1")
    reviews = [row for row in book["Method"].iter_rows(values_only=True) if row[0] == "review"]
    assert len(reviews) == len(said)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            [("bo", "E1", "perhaps", "why", "R.")],
            ["sheet Evidence, row", "“perhaps” is not a verdict", "write one of: meets, in"],
        ),
        ([("bo", "E1", "=1+1", "why", "R.")], ["sheet Evidence, row"]),
    ],
)
def test_words_that_are_no_verdict_are_named_with_sheet_and_row(
    said: list[tuple[str, str, str, str, str]], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before, _ = cards(capsys)
    write_in("a.xlsx", *said)
    if said[0][2] == "=1+1":
        after, err = cards(capsys, "--reviewed", "a.xlsx")
        assert "no verdict is chosen" in err
    else:
        after, err = cards(capsys, "--reviewed", "a.xlsx", status=1)
        assert after == before
    for word in words:
        assert word in err


@pytest.mark.usefixtures("desk")
def test_what_is_missing_is_noted_and_other_words_for_verdicts_are_taken(capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", ("bo", "E1", " MET ", None, None))
    after, err = cards(capsys, "--reviewed", "a.xlsx")
    assert of(after[1], "E1")["override"]["verdict"] == "met"  # type: ignore[index]
    assert "no reason is given" in err
    assert "no reviewer is named" in err


@pytest.mark.usefixtures("desk")
def test_a_verdict_on_another_cv_or_notice_is_not_used(capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", ("bo", "E1", "meets", "why", "R."))
    Path("cvs/bo.yaml").write_text(yaml.safe_dump(CVS["bo"]) + "# changed\n")
    after, err = cards(capsys, "--reviewed", "a.xlsx", status=1)
    assert "the CV bo has changed since" in err
    assert "write the workbook anew" in err
    assert "override" not in of(after[1], "E1")
    Path("cvs/bo.yaml").rename("cvs/cy.yaml")
    assert "no result for the CV bo" in cards(capsys, "--reviewed", "a.xlsx", status=1)[1]
    Path("cvs/cy.yaml").rename("cvs/bo.yaml")
    Path("cvs/bo.yaml").write_text(yaml.safe_dump(CVS["bo"]))
    Path("notice.txt").write_text(NOTICE + "\n")
    assert "the notice notice has changed since" in cards(capsys, "--reviewed", "a.xlsx", status=1)[1]


@pytest.mark.usefixtures("desk")
def test_rows_that_contradict_each_other_are_both_left_out(capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", ("bo", "E1", "meets", "why", "R."))
    book = openpyxl.load_workbook("a.xlsx")
    sheet = book["Evidence"]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "bo" and row[2].value == "E1")
    for verdict in ("meets", "in part", "meets"):
        sheet.append([cell.value if cell.column != 12 else verdict for cell in row])
    book.save("a.xlsx")
    after, err = cards(capsys, "--reviewed", "a.xlsx", status=1)
    assert err.count("neither is used") == 2
    assert "override" not in of(after[1], "E1")


@pytest.mark.usefixtures("desk")
def test_a_row_moved_to_another_criterion_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", ("bo", "E1", "meets", "why", "R."))
    book = openpyxl.load_workbook("a.xlsx")
    for row in book["Evidence"].iter_rows(min_row=2):
        if row[0].value == "bo" and row[2].value == "E1":
            row[2].value = "E2"
        elif row[0].value == "bo" and row[2].value == "E2":
            row[2].value, row[11].value = "E77", "meets"
    book.save("a.xlsx")
    _, err = cards(capsys, "--reviewed", "a.xlsx", status=1)
    assert "E2 is another requirement now" in err
    assert "no criterion E77 — write one of E1, E2" in err


@pytest.mark.usefixtures("desk")
def test_sorted_rows_and_moved_columns_are_still_read(capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", *ALL_MET)
    straight, _ = cards(capsys, "--reviewed", "a.xlsx")
    book = openpyxl.load_workbook("a.xlsx")
    old = [list(row) for row in book["Evidence"].iter_rows(values_only=True)]
    del book["Evidence"]
    sheet = book.create_sheet("My evidence")
    for row in [old[0], *reversed(old[1:])]:
        sheet.append(["own note", *reversed(row)])
    book.save("a.xlsx")
    assert cards(capsys, "--reviewed", "a.xlsx") == (straight, "")


@pytest.mark.usefixtures("desk")
def test_several_notices_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    Path("other.txt").write_text(NOTICE.replace("law", "economics"))
    assert run([*CALL, "--vacancy", "other.txt", "--export", "m.xlsx"]) == 0
    book = openpyxl.load_workbook("m.xlsx")
    for row in book["Evidence"].iter_rows(min_row=2):
        if [cell.value for cell in row[:4:3]] == ["other", "E1"] and row[1].value == "bo":
            row[12].value, row[13].value, row[14].value = "meets", "why", "R."
    book.save("m.xlsx")
    after, err = cards(capsys, "--vacancy", "other.txt", "--reviewed", "m.xlsx", "--export", "n.xlsx")
    matrix = {row[0]: row[2:] for row in openpyxl.load_workbook("n.xlsx")["Matrix"].iter_rows(values_only=True)}
    assert [str(cell).endswith("*") for cell in matrix["bo"]] == [name == "other" for name in matrix["Candidate"]]
    assert not err
    reviewed = [(c["vacancy"]["id"], c["profile"]["id"]) for c in after if "override" in of(c, "E1")]  # type: ignore[index]
    assert reviewed == [("other", "bo")]


@pytest.mark.usefixtures("desk")
def test_a_file_that_is_no_such_workbook_is_said_before_or_after(capsys: pytest.CaptureFixture[str]) -> None:
    Path("no.xlsx").write_bytes(b"no workbook")
    book = openpyxl.load_workbook("a.xlsx")
    del book["Method"]
    book.save("bare.xlsx")
    for call, words in (
        (["--reviewed", "gone.xlsx"], "is not there"),
        (["--reviewed", "notice.txt"], "ends in .xlsx"),
        (["--reviewed", "no.xlsx"], "not a workbook that can be read"),
        (["--reviewed", "bare.xlsx"], "the sheet Method, which names the inputs, is missing"),
        (["--reviewed", "a.xlsx", "--export", "a.xlsx"], "is one of the inputs"),
    ):
        capsys.readouterr()
        assert run([*CALL, *call]) == 2
        assert words in capsys.readouterr().err


@pytest.mark.parametrize(
    ("machine", "score", "said", "expected"),
    [
        ("unknown", 0.0, "met", 1.0),
        ("met", 1.0, "unmet", 0.0),
        ("partial", 0.3, "partial", 0.3),
        ("unmet", 0.8, "partial", 0.5),
        ("met", 1.0, "unknown", 0.0),
        ("unmet", 0.5, "unmet", 0.5),
        ("unmet", 0.5, None, 0.5),
    ],
)
def test_the_score_of_a_reviewers_verdict(machine: Verdict, score: float, said: Verdict | None, expected: float) -> None:
    assessment = Assessment(criterion="E1", kind="degree", importance="essential", verdict=machine, score=score, finding="found")
    after = merged(assessment, Review(said, "why", "R."))
    assert after.score == expected
    assert after.verdict == (said or machine)
    assert after.override is not None
    assert (after.override.machine_verdict, after.override.machine_score) == (machine, score)


def changed(path: str, change: Callable[[Any], None]) -> str:
    """The workbook after a person did something to it."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


@pytest.mark.usefixtures("desk")
def test_words_put_above_the_header_hide_no_review(capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", *ALL_MET)
    straight, _ = cards(capsys, "--reviewed", "a.xlsx")

    def put_above(book: Any) -> None:
        for name in ("Evidence", "Method"):
            book[name].insert_rows(1, 2)
            book[name]["A1"] = "Board of 3 March"
        head = next(cell for cell in book["Evidence"][3] if cell.value == "Reviewer's verdict")
        head.value = "Reviewer\u2019s\nverdict"

    assert cards(capsys, "--reviewed", changed("a.xlsx", put_above)) == (straight, "")


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda book: book["Evidence"].__setitem__("L1", "Opinion"), "sheet Evidence: there is no column Reviewer's verdict"),
        (lambda book: book["Evidence"].__setitem__("A1", "Who"), "sheet Evidence: there is no column Candidate"),
        (lambda book: book["Evidence"].delete_cols(12, 3), "no sheet has the columns of Evidence"),
        (lambda book: book.remove(book["Evidence"]), "no sheet has the columns of Evidence"),
    ],
)
def test_a_workbook_without_the_columns_to_review_in_is_refused(
    change: Callable[[Any], None], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_in("a.xlsx", *ALL_MET)
    assert run([*CALL, "--reviewed", changed("a.xlsx", change)]) == 2
    err = capsys.readouterr().err
    assert f"a.xlsx: {words}" in err
    assert "give the columns the headers that --export wrote: Candidate, Criterion, Reviewer's verdict" in err


@pytest.mark.usefixtures("desk")
def test_two_rows_that_agree_keep_the_words_of_both(capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", ("bo", "E1", "meets", "diploma seen", "R. Viewer"), ("bo", "E2", "meets", "asked", "R. Viewer"))

    def again(book: Any) -> None:
        sheet = book["Evidence"]
        for row in [row for row in sheet.iter_rows(min_row=2) if row[0].value == "bo" and row[11].value]:
            words = ("meets", "register looked at", "S. Econd") if row[2].value == "E1" else (None, "a remark", "R. Viewer")
            sheet.append([cell.value for cell in row[:11]] + list(words))

    after, err = cards(capsys, "--reviewed", changed("a.xlsx", again))
    bo = next(card for card in after if card["profile"]["id"] == "bo")  # type: ignore[index]
    first, second = (of(bo, id)["override"] for id in ("E1", "E2"))
    assert (first["reason"], first["reviewer"]) == ("diploma seen; register looked at", "R. Viewer; S. Econd")  # type: ignore[index]
    assert (second["verdict"], second["reason"], second["reviewer"]) == ("met", "asked; a remark", "R. Viewer")  # type: ignore[index]
    assert "neither is used" not in err


def test_cvs_whose_names_look_alike_in_a_cell_are_not_mistaken_for_each_other(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("bo  b", "bo b"):
        (desk / "cvs" / f"{name}.yaml").write_text(yaml.safe_dump(CVS["bo"]))
    assert run([*CALL, "--export", "two.xlsx"]) == 0
    write_in("two.xlsx", ("bo b", "E1", "meets", "why", "R."))
    after, err = cards(capsys, "--reviewed", "two.xlsx", status=1)
    assert not any("override" in of(card, "E1") for card in after)
    assert "'bo  b' and 'bo b' look alike" in err


@pytest.mark.usefixtures("desk")
def test_days_numbers_and_the_longest_words_that_a_cell_holds_come_back_as_they_were(
    capsys: pytest.CaptureFixture[str],
) -> None:
    long = "é" * 32_767
    said = [
        ("bo", "E1", "meets", date(2026, 3, 1), 17),
        ("bo", "E2", "in part", long, "R."),
        ("bo", "E3", "meets", 2.5, "R."),
    ]
    write_in("a.xlsx", *said)  # type: ignore[arg-type]
    once, _ = cards(capsys, "--reviewed", "a.xlsx", "--export", "b.xlsx")
    bo = next(card for card in once if card["profile"]["id"] == "bo")  # type: ignore[index]
    overrides = [of(bo, id)["override"] for id in ("E1", "E2", "E3")]
    assert [o["reason"] for o in overrides] == ["2026-03-01", long, "2.5"]  # type: ignore[index]
    assert overrides[0]["reviewer"] == "17"  # type: ignore[index]
    assert cards(capsys, "--reviewed", "b.xlsx")[0] == once


@pytest.mark.usefixtures("desk")
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_workbook_saved_by_libreoffice_is_read_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_in("a.xlsx", *ALL_MET, ("ada", "E1", "in part", "two\nlines", "Ö. =1+1"), ("ada", "E2", None, "ask", "Ö."))
    straight = cards(capsys, "--reviewed", "a.xlsx")
    call = [
        "soffice",
        f"-env:UserInstallation={tmp_path.as_uri()}/office",
        "--headless",
        "--convert-to",
        "xlsx",
        "--outdir",
        "saved",
    ]
    subprocess.run([*call, "a.xlsx"], check=True, capture_output=True, timeout=120)
    once, err = cards(capsys, "--reviewed", "saved/a.xlsx")
    assert (once, err.replace("saved/", "")) == straight
