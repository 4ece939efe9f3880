"""Conditions are listed with their kind; duties and requirements are none."""

import pytest

from fitscore.notices.reading import notice_of


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Staff are appointed on the condition that they are over 20 and under 62 years of age.", ["age"]),
        ("The appointment will be subject to receipt of a security clearance.", ["clearance"]),
        ("The appointment is subject to a security clearance at NATO SECRET level.", []),
        ("A medical examination is part of the procedure.", ["medical"]),
        ("Candidates are asked to attach an essay of two pages.", ["document"]),
        ("Applicants need the right to work in Portugal.", ["work_permit"]),
        ("Selected candidates undergo reference and background checks.", ["background"]),
        ("The post is not open to nationals of the host country.", ["other"]),
        ("The office is large and bright.", []),
    ],
)
def test_condition_has_its_kind(sentence: str, kinds: list[str]) -> None:
    notice = notice_of(f"APPLICATION PROCEDURE\n{sentence}\n", file="x", sha256="")
    assert [c.kind for c in notice.conditions] == kinds


def test_ages_are_numbers() -> None:
    (age,) = notice_of("CONTRACT\nThey are over 20 and under 62 years of age.\n", file="x", sha256="").conditions
    assert (age.min, age.max) == (20, 62)


def test_duties_hold_no_condition() -> None:
    assert notice_of("DUTIES\nRuns the medical examination of recruits.\n", file="x", sha256="").conditions == ()


@pytest.mark.parametrize(("told", "kinds"), [("Women aged 20 to 24 marry late", []), ("You are aged 20 to 24", ["age"])])
def test_a_summary_holds_what_is_said_to_applicants_alone(told: str, kinds: list[str]) -> None:
    text = f"Background\n{told} in this region, as has been told at length in the yearbook of the province."
    assert [c.kind for c in notice_of(text, file="x", sha256="").conditions] == kinds
