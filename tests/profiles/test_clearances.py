"""Clearances: national markings and vetting products on NATO's ranks (Council Decision 2013/488/EU, Appendix B)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.profiles.clearances import is_verified, read_clearance

MARKINGS = {
    "BE": ["Très Secret", "Secret", "Confidentiel", "Diffusion Restreinte"],
    "BG": ["Strogo sekretno", "Sekretno", "Poveritelno", "Za sluzhebno polzvane"],
    "CZ": ["Přísně tajné", "Tajné", "Důvěrné", "Vyhrazené"],
    "DK": ["Yderst hemmeligt", "Hemmeligt", "Fortroligt", "Til tjenestebrug"],
    "DE": ["Streng geheim", "Geheim", "VS-Vertraulich", "VS-NfD"],
    "EE": ["Täiesti salajane", "Salajane", "Konfidentsiaalne", "Piiratud"],
    "IE": ["Top Secret", "Secret", "Confidential", "Restricted"],
    "GR": ["Akros Aporrito", "Aporrito", "Empisteftiko", "Periorismenis Chrisis"],
    "ES": ["SECRETO", "RESERVADO", "CONFIDENCIAL", "DIFUSIÓN LIMITADA"],
    "FR": ["TRÈS SECRET", "SECRET", "Confidentiel Défense", "Diffusion Restreinte"],
    "HR": ["Vrlo tajno", "Tajno", "Povjerljivo", "Ograničeno"],
    "IT": ["Segretissimo", "Segreto", "Riservatissimo", "Riservato"],
    "NL": ["Stg. ZEER GEHEIM", "Stg. GEHEIM", "Stg. CONFIDENTIEEL", "Dep. VERTROUWELIJK"],
    "PL": ["Ściśle tajne", "Tajne", "Poufne", "Zastrzeżone"],
    "PT": ["Muito Secreto", "Secreto", "Confidencial", "Reservado"],
    "RO": ["Strict secret de importanță deosebită", "Strict secret", "Secret", "Secret de serviciu"],
    "NO": ["Strengt hemmelig", "Hemmelig", "Konfidensielt", "Begrenset"],
    "TR": ["Çok gizli", "Gizli", "Özel", "Hizmete özel"],
    "FI": ["Erittäin salainen", "Salainen", "Luottamuksellinen", "Käyttö rajoitettu"],
    "SE": ["Kvalificerat hemlig", "Hemlig", "Konfidentiell", "Begränsat hemlig"],
    "HU": ["Szigorúan titkos", "Titkos", "Bizalmas", "Korlátozott terjesztésű"],
    "MK": ["Državna tajna", "Strogo doverlivo", "Doverlivo", "Interno"],
    "SK": ["Prísne tajné", "Tajné", "Dôverné", "Vyhradené"],
    "AT": ["Streng Geheim", "Geheim", "Vertraulich", "Eingeschränkt"],
}


@pytest.mark.parametrize(
    ("issuer", "text", "rank"), [(state, text, 4 - index) for state, row in MARKINGS.items() for index, text in enumerate(row)]
)
def test_national_markings(issuer: str, text: str, rank: int) -> None:
    reading = read_clearance(text, issuer)
    assert (reading.scheme, reading.rank) == (issuer, rank)


@pytest.mark.parametrize(
    ("text", "issuer", "scheme", "rank"),
    [
        ("NATO RESTRICTED", None, "NATO", 1),
        ("NATO CONFIDENTIAL", "IT", "NATO", 2),
        ("NATO SECRET", "BE", "NATO", 3),
        ("COSMIC TOP SECRET", "NO", "NATO", 4),
        ("COSMIC TRÈS SECRET", "FR", "NATO", 4),
        ("CTS", None, "NATO", 4),
        ("CTS-A", None, "NATO", 4),
        ("NS", None, "NATO", 3),
        ("EU SECRET", "AT", "EU", 3),
        ("SECRET UE/EU SECRET", None, "EU", 3),
        ("TRÈS SECRET UE/EU TOP SECRET", None, "EU", 4),
        ("Secret Défense", "FR", "FR", 3),
        ("Très Secret Défense", "France", "FR", 4),
        ("SC", None, "GB", 3),
        ("eDV", None, "GB", 4),
        ("DV clearance", "United Kingdom", "GB", 4),
        ("BPSS", "GB", "GB", 0),
        ("CTC", "GB", "GB", 0),
        ("Ü2", "DE", "DE", 3),
        ("Ü3", None, "DE", 4),
        ("Ü1", "DE", "DE", 2),
        ("SECRET", "US", "US", 3),
        ("TS/SCI", None, "US", 4),
        ("US Top Secret", None, "US", 4),
        ("Public Trust", "US", "US", 0),
        ("Reliability Status", "CA", "CA", 0),
        ("Secret (Level II)", "CA", "CA", 3),
        ("NATO SECRET", "Belgian National Security Authority", "NATO", 3),
    ],
)
def test_schemes_and_products(text: str, issuer: str | None, scheme: str, rank: int) -> None:
    reading = read_clearance(text, issuer)
    assert (reading.scheme, reading.rank) == (scheme, rank)


@pytest.mark.parametrize(
    ("text", "one", "two"),
    [
        ("RESERVADO", ("ES", 3), ("PT", 1)),
        ("VERTROUWELIJK", ("BE", 2), ("NL", 1)),
        ("SECRET", ("RO", 2), ("US", 3)),
        ("SECRETO", ("ES", 4), ("PT", 3)),
    ],
)
def test_false_friends_are_told_by_the_issuer_alone(text: str, one: tuple[str, int], two: tuple[str, int]) -> None:
    assert (read_clearance(text, one[0]).rank, read_clearance(text, two[0]).rank) == (one[1], two[1])
    unissued = read_clearance(text)
    assert unissued.rank is None
    assert {one[1], two[1]} <= set(unissued.possible)


def test_markings_that_mean_one_thing_everywhere_need_no_issuer() -> None:
    assert read_clearance("GEHEIM").rank == 3
    assert read_clearance("TOP SECRET").rank == 4


def test_interim_and_unknown_markings_have_no_rank() -> None:
    assert (read_clearance("Interim Secret", "US").rank, read_clearance("Interim Secret", "US").possible) == (None, (3,))
    assert read_clearance("a blue badge", "DE").possible == ()


def test_unverified_readings_are_known_as_such() -> None:
    assert (is_verified("DE"), is_verified("NO"), is_verified("NATO"), is_verified(None)) == (True, False, True, True)


@given(st.text(max_size=40), st.one_of(st.none(), st.sampled_from(["BE", "France", "NATO", "EU", "nowhere", ""])))
def test_any_words_are_read_or_left(text: str, issuer: str | None) -> None:
    reading = read_clearance(text, issuer)
    assert set(reading.possible) <= {0, 1, 2, 3, 4}
    assert reading.rank is None or reading.possible == (reading.rank,)
