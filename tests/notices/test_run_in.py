"""Headings that run into the requirement behind them."""

from __future__ import annotations

import pytest

from fitscore.notices.lines import read_lines
from fitscore.notices.run_in import apart_run_in


def cut(text: str) -> list[str]:
    return [line.text for line in apart_run_in(read_lines(text))]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Education Master's degree in limnology or a related field.", "Education"),
        ("Work Experience At least four years of experience in the upkeep of lakes.", "Work Experience"),
        ("Languages Excellent knowledge of Danish. Knowledge of Greek is an asset.", "Languages"),
        ("Other requirements Familiarity with the ways of the council and its boards.", "Other requirements"),
        ("Education Degree in law, or in public policy, or a related field.", "Education"),
    ],
)
def test_a_heading_that_runs_in_is_a_line_of_its_own(text: str, heading: str) -> None:
    assert cut(text) == [heading, text[len(heading) + 1 :]]


def test_also_in_the_middle_of_a_line() -> None:
    text = "Education Degree in law or a related field. Languages Fluency in Danish and in one more language."
    assert cut(text) == [
        "Education",
        "Degree in law or a related field.",
        "Languages",
        "Fluency in Danish and in one more language.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Language Training Specialist",
        "Computer Skills - Skills in spreadsheets and the like are essential.",
        "Experience in the upkeep of lakes, of at least four years.",
        "Education: Master's degree in limnology or a related field.",
        "Essential Knowledge, Skills and Abilities in the field of lakes:",
        "Education Officers visit the schools of the lake and its islands.",
    ],
)
def test_other_lines_stay_whole(text: str) -> None:
    assert cut(text) == [text]
