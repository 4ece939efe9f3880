"""Preferences that hang on experience."""

from typing import Any

import pytest

from fitscore.criteria.assemble import extract_criteria
from fitscore.notices.model import Clause, Notice, Posting
from fitscore.text import fold


def read(text: str) -> list[tuple[str, str, Any]]:
    clause = Clause(folded=fold(text), part="qualifications", listed=True)
    criteria, _ = extract_criteria(Notice("own.txt", "", "", Posting(), (clause,)))
    return [(c.kind, c.importance, getattr(c, "domain", None)) for c in criteria]


@pytest.mark.parametrize(
    ("wish", "domain"),
    [
        ("preferably within a shipping bank", "shipping bank"),
        ("preferably with a bank or a port", "bank or a port"),
        ("ideally in small harbours", "small harbours"),
        ("with preference in northern waters", "northern waters"),
    ],
)
@pytest.mark.parametrize("stated", ["At least 6 years of experience in audit", "Experience in audit"])
def test_a_preference_behind_experience_is_experience(stated: str, wish: str, domain: str) -> None:
    assert read(f"{stated}, {wish}") == [("experience", "essential", "audit"), ("experience", "desirable", domain)]


@pytest.mark.parametrize("wish", ["preferably with a driving licence", "preferably with knowledge of tide tables"])
def test_a_preferred_skill_or_certificate_behind_experience_is_none(wish: str) -> None:
    assert [kind for kind, _, _ in read(f"At least 6 years of experience in audit, {wish}")] == ["experience", "capability"]


def test_a_preference_behind_a_skill_stays_one() -> None:
    assert [kind for kind, _, _ in read("Knowledge of map software, preferably of free software")] == ["capability", "capability"]
