"""Lists that no sign marks, and what a portal repeats among the requirements."""

from __future__ import annotations

import pytest

from fitscore.notices.lines import read_lines
from fitscore.notices.reading import notice_of
from fitscore.notices.unmarked import unmarked_items


def asked(text: str) -> list[str]:
    notice = notice_of(text, file="n.txt", sha256="0" * 64)
    return [clause.text for clause in notice.clauses if clause.part == "qualifications"]


def test_three_lines_under_another_are_a_list() -> None:
    lines = read_lines("Required skills\n\nPatient with young plants\nOpen to work at dawn\nKeen to teach others\n\nWe plant.")
    assert unmarked_items(lines) == {1, 2, 3}


@pytest.mark.parametrize(
    "text",
    [
        "Patient with young plants\nOpen to work at dawn",
        "Patient with young plants\n\nOpen to work at dawn\n\nKeen to teach others",
        "We plant trees.\nWe water them.\nWe cut them.",
        "Other first words\nLearning - further remarks\nLast words of all",
        "Some few\nMore words\nLast words",
    ],
)
def test_few_lines_lines_apart_sentences_and_titles_are_none(text: str) -> None:
    assert not unmarked_items(read_lines(text))


def test_fields_of_the_head_behind_the_requirements_ask_for_nothing() -> None:
    text = "Gardener\n\nRequirements\n- Skill in pruning\n- Vacancy ID: 22\n- **Location**: Nairobi\n- **Posted**: today\n"
    assert asked(text) == ["Skill in pruning"]


def test_profile_alone_is_a_heading_where_requirements_follow() -> None:
    assert asked("Gardener\n\nDuties\n- Waters the beds\n\nProfile\n- At least two years of pruning\n")
    assert not asked("Gardener\n\nDuties\n- Waters the beds\n\nProfile\nThe garden lies by the sea and is old.\n")


def test_eligibility_asks_over_a_list_only() -> None:
    assert asked("Gardener\n\nDuties\n- Waters the beds\n\nEligibility\n- A degree in botany\n- Green fingers\n")
    assert not asked("Gardener\n\nDuties\n- Waters the beds\n\nEligibility\nMembers must be told of the post. Staff may apply.\n")
