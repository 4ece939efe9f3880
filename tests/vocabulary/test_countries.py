"""Countries in any common writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.vocabulary.countries import countries_in, country_code, country_name, group_members, groups_in


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("BE", "BE"),
        ("be", "BE"),
        ("ITA", "IT"),
        ("UK", "GB"),
        ("EL", "GR"),
        ("Norway", "NO"),
        ("NO", "NO"),
        ("Belgian", "BE"),
        ("Sri Lankans", "LK"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("USA", "US"),
        ("the Netherlands", "NL"),
        ("Nederland", "NL"),
        ("Österreich", "AT"),
        ("Norge", "NO"),
        ("España", "ES"),
        ("Viet Nam", "VN"),
        ("Vietnam", "VN"),
        ("Côte d’Ivoire", "CI"),
        ("PNG", "PG"),
        ("Czechia", "CZ"),
        ("Czech Republic", "CZ"),
        ("North Macedonia", "MK"),
        ("Republic of Korea", "KR"),
        ("Kosovo", "XK"),
        ("", None),
        ("Atlantis", None),
        ("ZZ", None),
    ],
)
def test_country_code(text: str, code: str | None) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize(
    ("group", "size"), [("NATO", 32), ("EU", 27), ("EEA", 30), ("OSCE", 57), ("ESA", 23), ("CoE", 46), ("AfDB", 81), ("none", 0)]
)
def test_groups_have_their_members(group: str, size: int) -> None:
    assert len(group_members(group)) == size


def test_every_member_is_a_country() -> None:
    for group in ("NATO", "EU", "EEA", "EFTA", "Schengen", "ESA", "OSCE", "CoE", "OECD", "CARICOM", "ASEAN", "AfDB", "ADB"):
        assert all(country_name(code) != code for code in group_members(group))


def test_names_in_running_text() -> None:
    assert countries_in("open to kenyan, ugandan and south sudanese nationals") == ("KE", "UG", "SS")
    assert countries_in("papua new guinea and guinea-bissau") == ("PG", "GW")
    assert countries_in("let us park the car on the island") == ()
    assert groups_in("states of the council of europe or nato") == ("CoE", "NATO")


@given(st.text(max_size=30))
def test_any_text_gives_a_code_or_none(text: str) -> None:
    code = country_code(text)
    assert code is None or (len(code) == 2 and code.isupper())
