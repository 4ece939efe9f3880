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
