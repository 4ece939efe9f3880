"""Lists of tasks under a heading of requirements."""

from __future__ import annotations

import pytest

from fitscore.notices.reading import notice_of


def asked(text: str) -> list[str]:
    notice = notice_of(text, file="n.txt", sha256="0" * 64)
    return [clause.text for clause in notice.clauses if clause.part == "qualifications"]


HEAD = "Gardener\n\nRequirements\n\n- Skill in pruning\n- At least two years of work in a park\n\nOther job requirements\n\n"


def test_a_list_that_closes_with_other_duties_is_one_of_tasks() -> None:
    tasks = (
        "- Waters the beds at dawn\n- Ensure that the gates are shut\n- Perform any other duties assigned by the head gardener\n"
    )
    assert asked(HEAD + tasks) == ["Skill in pruning", "At least two years of work in a park"]


@pytest.mark.parametrize(
    "last",
    ["- Ability to perform other duties\n", "- Knowledge of roses\n- Experience with hedges\n- Other duties as assigned\n"],
)
def test_requirements_stay_whatever_closes_their_list(last: str) -> None:
    assert "Knowledge of soils" in asked(HEAD + "- Knowledge of soils\n- Skill in mowing\n" + last)
