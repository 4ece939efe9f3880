"""Notices of which no heading asks: lists and sentences that ask by their own words."""

from __future__ import annotations

import pytest

from fitscore.notices.reading import notice_of


def asked(text: str) -> list[str]:
    notice = notice_of(text, file="n.txt", sha256="0" * 64)
    return [clause.text for clause in notice.clauses if clause.part == "qualifications"]


HEAD = (
    "Lock Keeper\n\nThe keeper works under the Head of Canals and opens the locks of the northern canal by day and night. "
    "The canal was dug in the days of the old duchy, and carries grain and salt between the two seas. Its eleven locks are "
    "older than the town that grew around them, and are repaired each winter when the ice has come.\n\n"
)


def test_a_list_of_requirements_without_a_heading_asks() -> None:
    text = (
        HEAD + "· experience in the care of locks;\n\n· 7 years' experience in shipping;\n\n· Bachelor's degree in hydraulics.\n"
    )
    assert asked(text) == [
        "experience in the care of locks",
        "7 years' experience in shipping",
        "Bachelor's degree in hydraulics.",
    ]


def test_items_that_say_what_you_must_have_ask_under_a_foreign_heading() -> None:
    text = (
        HEAD + "Additional information\n\n • You must have Danish nationality.\n • You will have two years' experience at sea.\n"
    )
    assert len(asked(text)) == 2


@pytest.mark.parametrize(
    "items",
    [
        " • opens the locks at dawn;\n • closes them at dusk;\n • writes the log.\n",  # duties
        " • experience of the sea for all;\n • free boots;\n • a share of the catch.\n",  # what is offered
    ],
)
def test_other_lists_do_not(items: str) -> None:
    assert asked(HEAD + items) == []


def test_a_list_under_duties_stays_there() -> None:
    text = HEAD + "Duties\n\n • experience days for schools;\n • university degree days, with students;\n"
    assert asked(text) == []


def test_sentences_say_what_candidates_must_be() -> None:
    text = HEAD + (
        "To be eligible, applicants must hold a degree in law. They must also have good Danish. "
        "They work in shifts. Applicants must submit a letter.\n"
    )
    assert asked(text) == ["To be eligible, applicants must hold a degree in law.", "They must also have good Danish."]


def test_a_sentence_goes_on_with_what_names_a_degree() -> None:
    text = HEAD + "The keepers of both canals come together each year. They should hold a graduate degree in hydraulics.\n"
    assert asked(text) == ["They should hold a graduate degree in hydraulics."]


def test_where_a_heading_asks_the_rest_stays_as_it_is() -> None:
    text = HEAD + "Applicants must hold a degree in law.\n\nQualifications\n\n • Five years of experience at sea.\n"
    assert asked(text) == ["Five years of experience at sea."]


def test_lines_in_a_row_that_begin_as_requirements_ask() -> None:
    lines = [
        "National Diploma in hydraulics.",
        "A minimum of three years' experience on canals.",
        "Knowledge of the law of ports.",
    ]
    assert asked(HEAD + "\n".join(lines) + "\n") == lines
    assert asked(HEAD + "\n".join(lines[2:]) + "\nThe canal is closed in winter.\n") == []


def test_a_sentence_before_a_lead_in_asks_too() -> None:
    text = (
        HEAD
        + "Applicants must be holders of a master's degree in law. In addition, applicants must:\n- know the locks;\n- swim;\n"
    )
    assert asked(text) == ["Applicants must be holders of a master's degree in law.", "know the locks", "swim"]


def test_how_experience_is_reckoned_asks_nothing() -> None:
    text = HEAD + (
        "Qualifications\n\nApplicants must have one year of experience on canals. Education may be substituted for experience at "
        "this grade. Such experience may include the care of dams.\n\n"
        "Substitution of education for experience\n\n- A master's degree;\n"
    )
    assert asked(text) == ["Applicants must have one year of experience on canals."]


def test_a_list_above_every_heading_asks_though_a_later_one_does() -> None:
    text = "- Over 18 years of age\n- Must complete grade 12\n- Must hold a valid boat licence\n\nQualifications\n- Good French\n"
    assert (
        asked(text) == ["Must complete grade 12", "Must hold a valid boat licence", "Good French"] or "Over 18" in asked(text)[0]
    )


def test_paragraphs_behind_a_requirement_that_strayed_go_on() -> None:
    text = HEAD + "Duties\n\n- opens the locks;\n\nPhD in hydraulics.\n\nThorough knowledge of tides.\n\nThe canal is long.\n"
    assert asked(text) == ["PhD in hydraulics.", "Thorough knowledge of tides."]
