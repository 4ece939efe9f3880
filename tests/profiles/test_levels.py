"""Levels of language: every row of the crosswalk, on NATO's scale of 1 to 6."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.profiles.levels import read_level

ROWS = [
    # NATO and CEFR, one to one (NATO IS table of 2013)
    *[(text, "NATO", n, n) for n, text in enumerate(["I", "II", "III", "IV", "V", "VI"], 1)],
    *[(text, "CEFR", n, n) for n, text in enumerate(["A1", "A2", "B1", "B2", "C1", "C2"], 1)],
    ("NATO V", "NATO", 5, 5),
    ("level IV", "NATO", 4, 4),
    ("II (Elementary)", "NATO", 2, 2),
    ("b2+", "CEFR", 4, 4),
    ("B2/C1", "CEFR", 4, 5),
    ("DALF C1", "CEFR", 5, 5),
    ("listening C1, writing B2", "CEFR", 4, 4),
    # STANAG 6001, ILR: two ends; the lowest digit decides
    ("SLP 0+0+0+0+", "SLP", 1, 1),
    ("SLP 1111", "SLP", 1, 2),
    ("SLP 1+1+1+1+", "SLP", 2, 3),
    ("SLP 2222", "SLP", 3, 4),
    ("SLP 2+2+2+2+", "SLP", 3, 4),
    ("SLP 3333", "SLP", 4, 5),
    ("3-3-3-3", "SLP", 4, 5),
    ("PLS 3332", "SLP", 3, 4),
    ("SLP 3+3+3+3+", "SLP", 5, 5),
    ("SLP 4444", "SLP", 5, 6),
    ("SLP 5555", "SLP", 6, 6),
    ("SLP 3321", "SLP", 1, 2),
    ("STANAG 6001: 3", "SLP", 4, 5),
    ("ILR 3+", "ILR", 5, 5),
    ("ILR 2+", "ILR", 3, 4),
    ("ILR 1", "ILR", 1, 2),
    ("DLPT 3/3", "ILR", 4, 5),
    ("3+", "number", 5, 5),
    ("3", "number", 3, 5),
    # UN framework and form, FAO's letters
    ("UN level I", "UN", 1, 2),
    ("UN level II", "UN", 3, 3),
    ("UN level III", "UN", 4, 5),
    ("UN level IV", "UN", 5, 6),
    ("UN basic", "UN", 2, 3),
    ("UN confident", "UN", 3, 4),
    ("UN fluent", "UN", 5, 5),
    ("WFP level A", "FAO", 2, 2),
    ("level B", "FAO", 4, 4),
    ("FAO level C", "FAO", 5, 5),
    # LinkedIn's five
    ("Elementary proficiency", "words", 1, 2),
    ("Limited working proficiency", "words", 3, 4),
    ("Professional working proficiency", "words", 4, 5),
    ("Full professional proficiency", "words", 5, 6),
    ("Native or bilingual proficiency", "words", 6, 6),
    # the EU's words
    ("satisfactory knowledge", "words", 4, 4),
    ("thorough knowledge", "words", 5, 5),
    ("perfect command", "words", 6, 6),
    # JSON Resume's free words
    ("Beginner", "words", 1, 1),
    ("Notions", "words", 1, 1),
    ("Basic", "words", 2, 2),
    ("Elementary", "words", 2, 2),
    ("Intermediate", "words", 3, 3),
    ("Conversational", "words", 3, 3),
    ("Fair", "words", 3, 3),
    ("Upper-intermediate", "words", 4, 4),
    ("Good", "words", 4, 4),
    ("working knowledge", "words", 4, 4),
    ("Advanced", "words", 5, 5),
    ("Fluent", "words", 5, 5),
    ("very good", "words", 5, 5),
    ("proficient", "words", 5, 5),
    ("Native speaker", "words", 6, 6),
    ("mother tongue", "words", 6, 6),
    ("bilingual", "words", 6, 6),
    # other languages
    ("débutant", "words", 1, 1),
    ("scolaire", "words", 2, 2),
    ("intermédiaire", "words", 3, 3),
    ("assez bonne connaissance", "words", 3, 3),
    ("intermédiaire supérieur", "words", 4, 4),
    ("bonne connaissance", "words", 4, 4),
    ("courant", "words", 5, 5),
    ("très bonne connaissance", "words", 5, 5),
    ("langue maternelle", "words", 6, 6),
    ("maîtrise", "words", 6, 6),
    ("verhandlungssicher", "words", 5, 5),
    ("Muttersprache", "words", 6, 6),
    ("madrelingua", "words", 6, 6),
    # tests: NATO's table and the owners' differ
    ("IELTS 7.5", "test", 5, 6),
    ("IELTS 6.5", "test", 4, 5),
    ("TOEIC 800", "test", 4, 4),
    ("TOEFL iBT 112", "test", 5, 5),
    ("Cambridge Proficiency", "test", 6, 6),
    # a stated scale beats an adjective beside it
    ("good (SLP 2222)", "SLP", 3, 4),
    ("fluent (B2)", "CEFR", 4, 4),
    ("courant (C1)", "CEFR", 5, 5),
]


@pytest.mark.parametrize(("text", "scale", "low", "high"), ROWS, ids=[row[0] for row in ROWS])
def test_every_row_of_the_crosswalk(text: str, scale: str, low: int, high: int) -> None:
    reading = read_level(text)
    assert reading is not None
    assert (reading.scale, reading.low, reading.high) == (scale, low, high)


@pytest.mark.parametrize("text", ["", "wonderful", "I am learning it", "since 2019", "not fluent"])
def test_what_states_no_level_is_none(text: str) -> None:
    assert read_level(text) is None


@given(st.text(max_size=60))
def test_any_text_gives_a_level_in_range_or_none(text: str) -> None:
    reading = read_level(text)
    assert reading is None or 0 <= reading.low <= reading.high <= 6


@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.integers(0, 3))
def test_a_better_digit_never_lowers_a_profile_of_four(digits: list[int], place: int) -> None:
    better = [min(5, digit + 1) if index == place else digit for index, digit in enumerate(digits)]
    one, two = (read_level("SLP " + "".join(map(str, row))) for row in (digits, better))
    assert one is not None
    assert two is not None
    assert (one.low, one.high) <= (two.low, two.high)
