"""Headings are known by their words."""

from pathlib import Path

import pytest

from fitscore.documents import load_yaml
from fitscore.notices.headings import find_heading, read_heading
from fitscore.text import fold

CASES = load_yaml((Path(__file__).parent / "headings.yaml").read_text(encoding="utf-8"), file="headings.yaml").data


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["words"])
def test_heading_announces_part_importance_and_topic(case: dict[str, str]) -> None:
    heading = read_heading(fold(case["words"]).text)
    assert heading is not None
    assert heading.part == case["part"]
    assert heading.importance == case.get("importance")
    if "topic" in case:
        assert heading.topic == case["topic"]


@pytest.mark.parametrize(
    "words",
    [
        "Knowledge of public finance",
        "Five years of audit",
        "Reports to the head of section",
        "Deputy Head of Translation",
        "Tallinn",
        "Able to travel",
        "Level of experience | Professional",
        "x" * 400,
    ],
)
def test_other_lines_are_no_headings(words: str) -> None:
    assert read_heading(words) is None


@pytest.mark.parametrize(
    ("line", "bullet", "words", "rest"),
    [
        ("Education: a diploma in law", "", "Education", "a diploma in law"),
        ("SUMMARY The bureau keeps the registers", "-", "SUMMARY", "The bureau keeps the registers"),
        ("Competencies Core: Courage: Speaks up", "5.", "Competencies", "Core: Courage: Speaks up"),
        ("QUALIFICATIONS AND EXPERIENCE", "-", "QUALIFICATIONS AND EXPERIENCE", ""),
    ],
)
def test_heading_is_told_from_what_follows_on_its_line(line: str, bullet: str, words: str, rest: str) -> None:
    found = find_heading(fold(line), bullet)
    assert found is not None
    assert found.words == words
    assert line[found.rest :].strip() == rest
