"""Skills and behaviours in the paragraphs of competencies."""

import pytest

from fitscore.criteria.assemble import extract_criteria
from fitscore.notices.reading import notice_of

PARAGRAPH = (
    "PROFESSIONALISM: Knowledge of tide tables. Ability to draw up charts. Shows ability to edit reports. "
    "Takes pride in neat work; keeps calm in storms. Good understanding of buoyage."
)


def asked(text: str) -> list[str]:
    notice = notice_of(f"Competencies\n\n{text}\n\nEducation\nUniversity degree\n", file="own.txt", sha256="")
    return [c.text for c in extract_criteria(notice)[0] if c.kind != "degree"]


@pytest.mark.parametrize("sign", ["", "- "])
def test_each_skill_of_a_paragraph_is_asked_and_no_behaviour(sign: str) -> None:
    text = f"{sign}{PARAGRAPH}\n{sign}TEAMWORK: Works with the crew. Ability to share credit with others."
    assert asked(text) == [
        "Knowledge of tide tables",
        "Ability to draw up charts",
        "ability to edit reports",
        "Good understanding of buoyage",
    ]


def test_a_dash_may_stand_behind_the_name() -> None:
    text = "- Professionalism - Knowledge of ledgers. Ability to keep them. Is calm.\n- Teamwork - Works with the crew."
    assert asked(text) == ["Knowledge of ledgers", "Ability to keep them"]


def test_two_sentences_about_one_skill_stay_one() -> None:
    text = "- Survey: Knowledge of soundings. Ability to log them\n- Teamwork: Works with the crew\n- Trust: Keeps promises"
    assert asked(text) == ["Knowledge of soundings. Ability to log them"]


def test_a_paragraph_without_knowledge_tells_behaviours_only() -> None:
    assert asked("- Communication: Ability to speak in public. Listens well.\n- Trust: Keeps promises") == []
