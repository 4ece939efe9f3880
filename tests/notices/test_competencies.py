"""Named behaviours, and what is none."""

import pytest

from fitscore.notices.reading import notice_of


def names(source: str) -> list[str]:
    return [c.name for c in notice_of(source, file="x", sha256="").competencies]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "COMPETENCIES\nThe incumbent must demonstrate:\n- Candour: Says what is so;\n- Self-Control: Stays calm.\n",
            ["Candour", "Self-Control"],
        ),
        (
            "Core Values\n- Courage\n- Care for Others\n\nFunctional Competencies\n- Good knowledge of law\n- Ability to swim\n",
            ["Courage", "Care for Others"],
        ),
        (
            "Core competencies\n- Assessed are: Candour and Care (Level 2); Getting Things Done (Level 1); Courage (Level 3).\n",
            ["Candour and Care", "Getting Things Done", "Courage"],
        ),
        (
            "Competencies\nGet Things Done: LEVEL 1: Plans own work Think Wide: LEVEL 2: Sees ahead\n",
            ["Get Things Done", "Think Wide"],
        ),
        (
            "Culture attributes:\n1. Sense of place: Looks around. 2. Sense of time: Is punctual.\n",
            ["Sense of place", "Sense of time"],
        ),
        (
            "Core competencies\nBuilds bridges (1) Opens doors (2) Mends roofs (1)\n",
            ["Builds bridges", "Opens doors", "Mends roofs"],
        ),
        ("Competencies\n- Bank Wisdom - Knows what is what.\n", ["Bank Wisdom"]),
        (
            "Other information\nOur core values of Courage, Kindness, Respect and Trust guide us all.\n",
            ["Courage", "Kindness", "Respect", "Trust"],
        ),
        ("QUALIFICATIONS\n- Integrity and a degree in law\n", []),
    ],
)
def test_competencies_are_named(source: str, expected: list[str]) -> None:
    assert names(source) == expected


def test_indicator_and_place_are_kept() -> None:
    notice = notice_of("COMPETENCIES\n- Candour: Says what is so;\n", file="x", sha256="")
    (found,) = notice.competencies
    assert found.indicator == "Says what is so"
    assert notice.source[found.start : found.end] == "Candour: Says what is so"


def test_sub_headings_over_indicators_and_names_between_semicolons() -> None:
    source = "Core competencies\nThrift\n- Spends with care;\n- Counts twice what is spent.\nCandour\n- Says what is so.\n"
    assert names(source) == ["Thrift", "Candour"]
    listed = "Competencies\nCore competencies: Thrift; Candour at work; Care for others.\nJudged on: We ask; We listen; We act.\n"
    assert names(listed) == ["Thrift", "Candour at work", "Care for others", "We ask", "We listen", "We act"]
