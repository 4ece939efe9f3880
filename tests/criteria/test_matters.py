"""Degrees and experience whose matter stands in lines of their own."""

from typing import Any

import pytest

from fitscore.criteria.assemble import extract_criteria
from fitscore.notices.reading import notice_of


def read(text: str) -> list[dict[str, Any]]:
    return [c.model_dump() for c in extract_criteria(notice_of(text, file="own.txt", sha256=""))[0]]


@pytest.mark.parametrize(
    "line",
    [
        "Areas: harbour law, tide science or related fields",
        "- Areas - harbour law; tide science",
        "Fields of study: harbour law and tide science.",
    ],
)
def test_a_line_of_areas_gives_the_degree_its_fields(line: str) -> None:
    text = f"Required qualifications\n\nEducation\n- Advanced university degree in a technically relevant area.\n{line}\n"
    found = read(text)
    assert [(c["kind"], list(c["fields"])) for c in found] == [("degree", ["harbour law", "tide science"])]
    assert found[0]["text"] == "Advanced university degree in a technically relevant area"


def test_the_fields_belong_to_the_degree_that_is_asked_and_not_to_the_wish_or_the_school() -> None:
    text = "Education\n\nA Master's degree is required.\nA PhD would be an asset.\nDisciplines: botany, zoology\n"
    assert [list(c["fields"]) for c in read(text)] == [["botany", "zoology"], []]
    text = "Education\n\nCompletion of secondary education is required.\nA Bachelor's degree is an asset.\nDisciplines: botany\n"
    assert [(c["level"], list(c["fields"])) for c in read(text)] == [("secondary", []), ("bachelor", ["botany"])]


def test_a_line_of_areas_gives_years_their_domain() -> None:
    text = "Required qualifications\n\nExperience: At least 3 years of work.\nAreas of expertise: harbour law, tide science\n"
    assert [(c["kind"], c["domain"]) for c in read(text)] == [("experience", "harbour law, tide science")]


def test_a_line_of_areas_with_nothing_before_it_is_read_by_itself() -> None:
    text = "Required skills\n\n- Ability to draw maps\n- Areas: knowledge of harbour law\n"
    assert [c["kind"] for c in read(text)] == ["capability", "capability"]


@pytest.mark.parametrize("sign", ["- ", "", "• "])
def test_the_list_below_an_opener_is_its_content_whatever_sign_the_opener_has(sign: str) -> None:
    text = (
        f"Required qualifications\n\n{sign}At least 4 years of experience in one or more of the following areas:\n\n"
        "- harbour law\n- making of sea charts\n\n- Fluency in English is required.\n"
    )
    assert [(c["kind"], c.get("domain")) for c in read(text)] == [
        ("experience", "harbour law; making of sea charts"),
        ("language", None),
    ]


def test_running_text_below_an_opener_is_its_content_where_it_asks_for_nothing_itself() -> None:
    opener = "Required qualifications\n\nAt least 3 years of work in any of the following fields:\n\n"
    found = read(opener + "harbour law; tide science; survey of ports.\n")
    assert [(c["kind"], c["domain"]) for c in found] == [("experience", "harbour law; tide science; survey of ports")]
    found = read(opener + "Good knowledge of tides, and of ports, is required.\n")
    assert [c["kind"] for c in found] == ["experience", "capability"]


def test_a_list_below_an_opener_ends_where_an_item_says_how_much_it_weighs() -> None:
    text = (
        "Required qualifications\n\n- Expertise in at least two of the following:\n- sea charts\n- tides\n"
        "- Knowledge of first aid is an advantage\n"
    )
    assert [(c["importance"], c["topic"]) for c in read(text)] == [
        ("essential", "Expertise: sea charts; tides"),
        ("desirable", "Knowledge of first aid is an advantage"),
    ]


def test_a_degree_in_the_following_areas_has_the_items_as_its_fields() -> None:
    text = "Education\n\nAdvanced university degree in one of the following areas:\n- harbour law\n- tide science\n"
    assert [(c["kind"], list(c["fields"])) for c in read(text)] == [("degree", ["harbour law", "tide science"])]


def test_languages_below_an_opener_are_its_pool() -> None:
    text = "Required qualifications\n\n- Proficiency in one of the following languages:\n- French\n- Arabic\n"
    assert [(c["kind"], list(c["languages"]), list(c["levels"])) for c in read(text)] == [("language", ["French", "Arabic"], [5])]


def test_items_under_years_say_what_the_years_are_in() -> None:
    text = (
        "Required qualifications\n\n1. Ten years of practice in ports, with decisions on the following matters:\n\n"
        "   a) harbour dues;\n\n   b) pilotage.\n\n2. Ability to swim.\n"
    )
    found = read(text)
    assert [(c["kind"], c.get("domain") or c.get("topic")) for c in found] == [
        ("experience", "ports, with decisions: harbour dues; pilotage"),
        ("capability", "Ability to swim"),
    ]


def test_a_list_behind_a_colon_belongs_to_the_years_before_it() -> None:
    found = read(
        "Required qualifications\n\n- Nine years of port work with decisions on: harbour dues; traffic studies; ability to swim\n"
    )
    assert [c["kind"] for c in found] == ["experience", "capability"]
    assert found[1]["text"] == "ability to swim"
