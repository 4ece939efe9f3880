"""Frames, CSV and Parquet: the same columns, the same values, nothing lost on the way back, no cell that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
import sys
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scorecards import IDS, a_result

from fitscore.cli import run
from fitscore.errors import InputError
from fitscore.extras import MissingExtraError
from fitscore.reports import table_csv, table_parquet
from fitscore.reports.base import Result, by_ending, harmless
from fitscore.scoring import frame
from fitscore.scoring.columns import EVIDENCE, LONG, WIDE, Column
from fitscore.scoring.review import Review, reviewed
from fitscore.settings import default_settings

VERDICTS = st.sampled_from(["met", "partial", "unmet", "unknown"])
ROWS = st.lists(st.lists(VERDICTS, min_size=3, max_size=3), min_size=1, max_size=5)
SIGNS = st.text(st.sampled_from("=+-@\t\r\n '\"’,;|ab1\x00\x1b\u202e\ud800é漢＝＋"), max_size=12)
WORDS = st.one_of(
    SIGNS, st.text(max_size=30), st.sampled_from(["NA", "nan", "None", "", "1e5", "'=1", "''@x", " =cmd|' /C calc'!A0"])
)
MIXED: list[list[str]] = [["met", "unmet", "partial"], ["met", "met", "unknown"], ["partial", "unknown", "met"]]


def long_of(result: Result) -> pd.DataFrame:
    return frame.long(result.scorecards, result.vacancies.values())


def fits(column: Column, dtype: object) -> bool:
    if column.type in frame.ORDERS:
        return isinstance(dtype, pd.CategoricalDtype) and dtype.ordered and tuple(dtype.categories) == frame.ORDERS[column.type]
    return str(dtype) == frame.DTYPES[column.type]


@pytest.mark.parametrize("rows", [MIXED, MIXED[:1], []], ids=["three", "one", "none"])
def test_every_column_has_its_documented_name_and_type(rows: list[list[str]]) -> None:
    result = a_result(rows)
    wide = frame.wide(result.scorecards)
    criteria = [Column(name, "verdict", "", "", lambda _: None) for name in IDS] if rows else []
    tables = [((*WIDE, *criteria), wide), (LONG, long_of(result)), (EVIDENCE, frame.evidence(result.scorecards))]
    for columns, found in tables:
        assert list(found.columns) == [column.name for column in columns]
        assert [column.name for column in columns if not fits(column, found.dtypes[column.name])] == []


def test_verdicts_and_outcomes_are_ordered_from_worst_to_best() -> None:
    wide = frame.wide(a_result(MIXED).scorecards)
    assert wide["outcome"].max() == "eligible"
    assert wide["E2"].min() == "unmet"
    assert (long_of(a_result(MIXED))["verdict"] >= "partial").sum() == 6


@settings(max_examples=30)
@given(ROWS, st.integers(1, 3))
def test_long_and_wide_say_the_same(rows: list[list[str]], posts: int) -> None:
    result = a_result(rows, posts=posts)
    wide, long = frame.wide(result.scorecards), long_of(result)
    assert len(wide) == len(rows) * posts
    assert len(long) == 3 * len(wide)
    keys = ["vacancy", "candidate"]
    verdicts = long.astype({"verdict": "string"}).pivot(index=keys, columns="criterion", values="verdict")
    beside = wide.set_index(keys).loc[verdicts.index]
    for name in IDS:
        assert list(beside[name].astype("string")) == list(verdicts[name])
    essential = long[long["importance"] == "essential"].assign(met=lambda f: f["verdict"] == "met").groupby(keys)
    assert list(beside["essential_met"]) == list(essential["met"].sum())
    assert list(beside["essential_total"]) == list(essential.size())
    assert list(beside["essential_score"]) == pytest.approx(list(100 * essential["score"].mean()))
    for name in ("rank", "outcome", "fit", "potential", "name"):
        assert list(beside[name]) == list(long.groupby(keys)[name].first())


def test_rank_is_counted_for_each_vacancy() -> None:
    wide = frame.wide(a_result(MIXED, posts=2).scorecards)
    assert sorted(zip(wide["vacancy"], wide["rank"], wide["candidate"], strict=True)) == [
        (post, rank, candidate)
        for post in ("post-0", "post-1")
        for rank, candidate in ((1, "person-1"), (2, "person-2"), (3, "person-0"))
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where one example after the other is written."""
    return tmp_path_factory.mktemp("written")


@settings(max_examples=60)
@given(rows=ROWS, words=WORDS)
def test_what_is_written_reads_back_the_same(folder: Path, rows: list[list[str]], words: str) -> None:
    result = a_result(rows, words=words)
    (folder / "out.csv").write_bytes(table_csv.render(result).encode("utf-8"))
    (folder / "out.parquet").write_bytes(table_parquet.render(result))
    expected = long_of(result)
    pd.testing.assert_frame_equal(frame.read_table(folder / "out.csv"), expected)
    pd.testing.assert_frame_equal(frame.read_table(folder / "out.parquet"), expected)
    pd.testing.assert_frame_equal(pd.read_parquet(folder / "out.parquet"), expected)


@given(WORDS)
def test_no_cell_of_the_csv_is_a_formula(words: str) -> None:
    shown = table_csv.render(a_result(MIXED, words=words))
    assert "\r" not in shown
    header, *rows = csv.reader(io.StringIO(shown, newline=""))
    assert header == [column.name for column in LONG]
    assert len(rows) == 9
    assert not [cell for row in rows for cell in row if cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))]
    assert not [cell for row in rows for cell in row if "\t" in cell or "\r" in cell or "\x00" in cell]


def test_the_same_result_gives_the_same_bytes() -> None:
    assert table_csv.render(a_result(MIXED)) == table_csv.render(a_result(MIXED))
    assert table_parquet.render(a_result(MIXED)) == table_parquet.render(a_result(MIXED))


@settings(max_examples=30)
@given(reason=WORDS, name=WORDS)
def test_what_a_reviewer_said_stands_beside_what_the_program_said(folder: Path, reason: str, name: str) -> None:
    given = a_result(MIXED, words="Ability to plan")
    first, second, third = (("post-0", f"person-{n}", "E2") for n in range(3))
    said = {first: Review("met", reason, name), second: Review("met", "seen", "R."), third: Review(None, "to ask", "R.")}
    result = replace(given, scorecards=tuple(reviewed(given.scorecards, said, default_settings())))
    long = long_of(result)
    rows = long[long["criterion"] == "E2"].set_index("candidate").sort_index()
    assert list(rows["verdict"]) == ["met", "met", "unknown"]
    assert list(rows["machine_verdict"]) == ["unmet", "met", "unknown"]
    assert list(rows["machine_score"]) == [0.25, 1.0, 0.0]
    assert list(rows["reviewer_verdict"].astype("string").fillna("")) == ["met", "met", ""]
    assert list(rows["reason"].fillna("")) == [harmless(reason), "seen", "to ask"]
    assert list(rows["reviewer"].fillna("")) == [harmless(name), "R.", "R."]
    others = long[long["criterion"] != "E2"]
    assert list(others["verdict"]) == list(others["machine_verdict"])
    assert others[["reviewer_verdict", "reason", "reviewer"]].isna().all(axis=None)
    wide = frame.wide(result.scorecards).set_index("candidate").sort_index()
    assert list(wide["overridden"]) == [1, 0, 0]
    (folder / "out.csv").write_bytes(table_csv.render(result).encode("utf-8"))
    (folder / "out.parquet").write_bytes(table_parquet.render(result))
    pd.testing.assert_frame_equal(frame.read_table(folder / "out.csv"), long)
    pd.testing.assert_frame_equal(frame.read_table(folder / "out.parquet"), long)


def test_each_quote_stands_in_the_evidence_table() -> None:
    cards = a_result(MIXED).scorecards
    quotes = frame.evidence(cards)
    assert len(quotes) == sum(len(a.evidence) for card in cards for a in card.assessments) == 14
    long = frame.long(cards)
    assert long["evidence"].sum() == len(quotes)
    first = quotes[quotes["number"] == 1]
    assert list(first["quote"]) == list(long["quote"].dropna())


def test_the_requirement_stands_there_where_the_vacancy_is_given() -> None:
    result = a_result(MIXED, words="Ability to plan")
    assert set(long_of(result)["requirement"]) == {"Ability to plan"}
    assert frame.long(result.scorecards)["requirement"].isna().all()


def test_a_foreign_csv_is_not_taken_for_one_of_ours(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.csv"):
        frame.read_table(tmp_path / "other.csv")
    (tmp_path / "empty.csv").write_bytes(b"")
    with pytest.raises(InputError, match=r"empty\.csv"):
        frame.read_table(tmp_path / "empty.csv")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",unmet,", ",perhaps,", "'perhaps' does not fit (category: unmet < unknown < partial < met)"),
        (",2026-01-26", ",26.01.2026", "as_of: '26.01.2026' does not fit"),
        (",0.25,", ",zero,", "score: 'zero' does not fit (Float64)"),
        (",2026-01-26", "", f"there are {len(LONG) - 1} cells, not {len(LONG)}"),
    ],
)
def test_a_cell_that_was_changed_is_named_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    lines = table_csv.render(a_result([["met", "unmet", "met"]])).splitlines(keepends=True)
    assert old in lines[2]
    lines[2] = lines[2].replace(old, new, 1)
    (tmp_path / "a.csv").write_text("".join(lines), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        frame.read_table(tmp_path / "a.csv")
    assert "a.csv:3:" in str(raised.value)
    assert said in str(raised.value)
    assert "give the file as --export wrote it" in str(raised.value)


def test_files_that_are_no_table_are_refused_and_a_byte_order_mark_is_not(tmp_path: Path) -> None:
    wanted = long_of(a_result(MIXED))
    (tmp_path / "mark.csv").write_bytes(b"\xef\xbb\xbf" + table_csv.render(a_result(MIXED)).encode("utf-8"))
    pd.testing.assert_frame_equal(frame.read_table(tmp_path / "mark.csv"), wanted)
    (tmp_path / "latin.csv").write_bytes("vacancy,é\n".encode("latin-1"))
    (tmp_path / "no.parquet").write_bytes(b"no such file")
    pd.DataFrame({"a": [1]}).to_parquet(tmp_path / "other.parquet")
    for name in ("latin.csv", "no.parquet", "other.parquet", "gone.csv", "gone.parquet"):
        with pytest.raises(InputError, match=name.replace(".", r"\.")):
            frame.read_table(tmp_path / name)


def test_a_missing_library_is_said_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(MissingExtraError, match=r"pandas.*pip install 'fitscore\[frame\]'"):
        frame.wide([])


def test_an_export_whose_library_is_missing_is_refused_before_any_work(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr("fitscore.extras.find_spec", lambda _: None)
    assert by_ending()[".csv"].why_not() is None
    assert run(["data/profiles", "--vacancy", "data/vacancies", "--export", str(tmp_path / "out.parquet")]) == 2
    assert "pip install 'fitscore[frame]'" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("columns", [LONG, WIDE, EVIDENCE], ids=["long", "wide", "evidence"])
def test_the_page_on_columns_says_what_the_code_says(columns: tuple[Column, ...]) -> None:
    page = (Path(__file__).parents[2] / "docs/columns.md").read_text(encoding="utf-8")
    lines = [f"| `{c.name}` | {frame.dtype_name(c.type)} | {c.unit} | {c.meaning} |" for c in columns]
    assert "\n".join(lines) + "\n\n" in page


def test_the_command_line_writes_both_and_they_hold_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = Path(__file__).parents[2] / "data"
    call = [str(data / "profiles/demir_kerem.yaml"), "--vacancy", str(data / "vacancies/nspa-fuels-officer.txt")]
    assert run([*call, "--export", str(tmp_path / "a.csv"), "--export", str(tmp_path / "a.PARQUET")]) == 0
    read = frame.read_table(tmp_path / "a.csv")
    pd.testing.assert_frame_equal(read, frame.read_table(tmp_path / "a.PARQUET"))
    assert set(read["candidate"]) == {"demir_kerem"}
    assert read["requirement"].notna().all()
