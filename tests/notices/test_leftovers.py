"""Names of other bodies and sections in notices of our own."""

import pytest

from fitscore.notices.reading import notice_of

HEAD = """Organization: UNICEF
Job title: Tide Officer

Job purpose
UNICEF measures tides. Under the guidance of UNICEF, the officer draws charts. All UNICEF staff can swim.

Main duties
- Draws charts of UNICEF basins
- {duty}

Qualifications
- At least two years of experience in tides
- {item}
"""


def left(duty: str = "Counts buoys", item: str = "Knowledge of locks", head: str = HEAD) -> list[str]:
    source = head.format(duty=duty, item=item)
    found = [r for r in notice_of(source, file="own.txt", sha256="").remarks if r.code == "leftover_name"]
    return [source[r.start : r.end] for r in found]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Acts in line with UNHCR's core values", "UNHCR"),
        ("UNFPA is seeking a qualified surveyor for its boats", "UNFPA"),
        ("This post is located within the World Food Programme", "World Food Programme"),
        ("Keeps to the values of the European Space Agency", "European Space Agency"),
    ],
)
def test_another_body_that_speaks_as_the_employer_is_remarked(words: str, name: str) -> None:
    assert left(duty=words) == left(item=words) == [name]


@pytest.mark.parametrize(
    "words",
    [
        "Experience with UNHCR and other agencies",
        "Works with partners such as UNFPA, which seek a common chart",
        "Acts in line with UNICEF's core values",
        "Knowledge of the competency frameworks of ports, and joins meetings of UNDP",
        "Helps to shape the values of the team",
        "UNFPA seeks to reduce floods with us",
    ],
)
def test_a_partner_is_not(words: str) -> None:
    assert left(duty=words) == left(item=words) == []


def test_a_body_named_as_often_as_the_posting_s_own_is_its_host() -> None:
    often = HEAD.replace("UNICEF measures", "UNHCR counts boats. UNHCR owns piers. UNICEF measures")
    assert left(duty="Acts in line with UNHCR's core values", head=often) == []


def test_where_the_employer_is_not_known_nothing_is_said() -> None:
    assert left(duty="Acts in line with UNHCR's core values", head=HEAD.replace("UNICEF", "Port of Nowhere")) == []


def test_two_sections_cannot_both_be_the_post_s_own() -> None:
    first, second = "The post is located in the Tide Statistics Section", "The incumbent works in the Crane Repair Section"
    assert left(duty=first, item=second) == ["Crane Repair Section"]
    assert left(duty=first, item="The incumbent works in the Statistics Section") == []
    assert left(duty=first, item="The incumbent works in the Crane Repair Unit") == []
