"""What looks wrong in notices of our own: each code where it must stand, and where it must not."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from fitscore.cli import program
from fitscore.criteria.assemble import extract_criteria
from fitscore.notices.reading import notice_of
from fitscore.text import fold_blanks

PLAIN = "- A diving licence\n- Good knowledge of buoys\n- Sound skills in knots\n"
HEAD = "Harbour surveyor\n\nDUTIES\n- Measures the depth of basins\n{duty}\n\nQUALIFICATIONS\n\nEssential\n{items}\n" + PLAIN


def noted(*items: str, duty: str = "- Draws charts", code: str = "") -> list[tuple[str, str]]:
    """Code and quoted words of every remark on a notice with these essentials."""
    source = HEAD.format(duty=duty, items="\n".join(f"- {item}" for item in items))
    notice = notice_of(source, file="own.txt", sha256="")
    _, remarks = extract_criteria(notice)
    found = [(r.code, fold_blanks(source[r.start : r.end])) for r in remarks]
    return [pair for pair in found if not code or pair[0] == code]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        ("Several years of experience in dredging", "Several years"),
        ("Broad experience in dredging", "Broad experience"),
        ("Extensive and proven experience in dredging", "Extensive and proven experience"),
        ("A considerable track record in dredging", "considerable track record"),
    ],
)
def test_an_amount_without_a_number_is_vague(item: str, words: str) -> None:
    assert noted(item) == [("vague_threshold", words)]


@pytest.mark.parametrize(
    "item",
    [
        "At least four years of extensive experience in dredging",
        "Experience in dredging with a broad range of contractors",
        "Broad knowledge of tides",
        "Extensive experience in dredging would be an asset",
    ],
)
def test_a_number_or_a_wish_is_not_vague(item: str) -> None:
    assert noted(item) == []


def test_more_than_fifteen_essentials_are_too_many() -> None:
    items = [f"Good knowledge of harbour {name * 3}" for name in "abcdefghijklmnop"]
    assert noted(*items[:13]) == []
    assert [code for code, _ in noted(*items[:14])] == ["many_essentials"]


def test_an_essential_said_twice_is_remarked() -> None:
    again = "Good knowledge of harbour reports and sea charts"
    assert noted("Good knowledge of sea charts and harbour reports", "Knowledge of tides", again) == [
        ("repeated_essential", again)
    ]
    assert noted("Good knowledge of sea charts and harbour reports", "Knowledge of tides", "Excellent skills in welding") == []


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (("Fluency in Dutch", "Basic knowledge of Dutch"), ["Basic knowledge of Dutch"]),
        (("At least 3 years of experience in dredging", "At least 5 years of experience in dredging"), 1),
        (("Knowledge of tides", "Knowledge of tides would be an asset"), 0),
        (("Fluency in Dutch", "Dutch is required"), 0),
        (("At least 3 years of experience in dredging", "At least 5 years of experience in piloting"), 0),
        (
            (
                "At least 6 years of experience in dredging",
                "The degree may be accepted in lieu of 2 years of experience in dredging",
            ),
            0,
        ),
    ],
)
def test_two_measures_of_one_thing_contradict(items: tuple[str, ...], words: list[str] | int) -> None:
    found = [quote for _, quote in noted(*items, code="contradiction")]
    assert len(found) == words if isinstance(words, int) else found == words


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("At least ___ years of experience in dredging", "unreadable_years"),
        ("Dutch at level VII is required", "unreadable_level"),
        ("Knowledge of the Dutch language, level: TBD", "unreadable_level"),
        ("Must hold a current personnel security clearance", "unreadable_clearance"),
    ],
)
def test_what_nobody_can_read_is_remarked(item: str, code: str) -> None:
    assert [found for found, _ in noted(item)] == [code]


@pytest.mark.parametrize(
    "item",
    [
        "Dutch at level IV is required",
        "Fluent Dutch (CEFR C1)",
        "At least [3] years of experience in dredging",
        "Must hold a current NATO SECRET security clearance",
        "Experience at level 8 of the pay scale of ports",
    ],
)
def test_what_can_be_read_is_not(item: str) -> None:
    assert noted(item) == []


@pytest.mark.parametrize(
    ("value", "wrong"), [("NATO ULTRA", True), ("XX", True), ("NATO SECRET", False), ("Not required", False)]
)
def test_a_labelled_clearance_is_read_or_remarked(value: str, wrong: bool) -> None:
    source = f"Harbour surveyor\nSecurity clearance: {value}\n\nQUALIFICATIONS\n- Knowledge of tides\n- Knowledge of locks\n"
    _, remarks = extract_criteria(notice_of(source, file="own.txt", sha256=""))
    assert [r.code for r in remarks] == ["unreadable_clearance"] * wrong


def test_a_clearance_that_a_field_repeats_is_read() -> None:
    item = "Must hold a current NATO SECRET security clearance"
    source = f"Harbour surveyor\nClearance level: NATO SECRET\n\nQUALIFICATIONS\n- {item}\n- Knowledge of locks\n"
    criteria, remarks = extract_criteria(notice_of(source, file="own.txt", sha256=""))
    assert [len(c.repeats) for c in criteria] == [1, 0]
    assert remarks == ()


@pytest.mark.parametrize(
    "duty",
    [
        "- Candidates must have at least six years of experience in piloting.",
        "- Applicants must hold a university degree in hydrography.",
        "- Fluency in Dutch is mandatory.",
    ],
)
def test_a_threshold_among_the_duties_is_remarked_and_counts_for_nothing(duty: str) -> None:
    assert noted("Knowledge of tides", duty=duty) == [("requirement_elsewhere", duty.strip("- ."))]
    source = HEAD.format(duty=duty, items="- Knowledge of tides")
    criteria, _ = extract_criteria(notice_of(source, file="own.txt", sha256=""))
    assert next(c.text for c in criteria) == "Knowledge of tides"
    assert {c.kind for c in criteria} == {"capability"}


@pytest.mark.parametrize(
    "duty",
    [
        "- Trains pilots who must have at least six years of experience.",
        "- Writes at least three reports in fluent Dutch a year.",
        "- Applicants with a degree are not required to have work experience.",
        "- Candidates must have at least four years of experience in dredging.",
    ],
)
def test_duties_and_thresholds_known_already_are_not(duty: str) -> None:
    assert noted("At least four years of experience in dredging", duty=duty) == []


def test_years_out_of_years_restate_the_whole() -> None:
    item = "At least nine years of experience in piloting, of which at least 2 of the 9 years should be abroad"
    source = HEAD.format(duty="- Draws charts", items=f"- {item}")
    criteria, remarks = extract_criteria(notice_of(source, file="own.txt", sha256=""))
    assert [c.model_dump()["min_years"] for c in criteria if c.kind == "experience"] == [9.0, 2.0]
    assert remarks == ()


def test_every_code_is_explained() -> None:
    root = Path(__file__).parents[2]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "fitscore").rglob("*.py")))
    codes = set(re.findall(r'code="([a-z_]+)"|_remark\("([a-z_]+)"|"(unreadable_[a-z]+)"', sources))
    told = set(re.findall(r"^\| `([a-z_]+)` \|", (root / "docs" / "lint.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert {name for found in codes for name in found if name} == told


@pytest.mark.parametrize("form", ["text", "json", "yaml"])
def test_extract_shows_the_remarks(tmp_path: Path, form: str) -> None:
    file = tmp_path / "surveyor.txt"
    file.write_text(HEAD.format(duty="- Draws charts", items="- Broad experience in dredging"), encoding="utf-8")
    shown = CliRunner().invoke(program, ["extract", str(file), "--format", form])
    assert shown.exit_code == 0
    assert "vague_threshold" in shown.stdout
    if form == "json":
        (remark,) = json.loads(shown.stdout)[0]["notices"]
        source = file.read_text(encoding="utf-8")
        assert source[remark["start"] : remark["end"]] == "Broad experience"
