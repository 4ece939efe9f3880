"""Decoding and folding keep every place of the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.decoding import decode
from fitscore.text import fold, fold_blanks


def test_common_encodings() -> None:
    text = "Führungserfahrung – « élevée »"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32"):
        assert decode(text.encode(encoding)) == text
    assert decode("l’expérience déjà acquise à l’étranger, où".encode("cp1252")) == "l’expérience déjà acquise à l’étranger, où"
    assert decode(b"") == ""


@given(st.text(max_size=300))
def test_folding_points_back_into_the_source(source: str) -> None:
    folded = fold(source)
    assert len(folded.text) == len(folded.lower) == len(folded.offsets)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert "  " not in folded.text
    if folded.text.strip():
        quote = folded.quote()
        assert fold_blanks(source[quote.start : quote.end]) == quote.text


def test_typographic_signs_are_plain_and_invisible_ones_gone() -> None:
    assert fold("NATO’s  “levels” – re\u200bsponsible\u00a0x").text == 'NATO\'s "levels" - responsible x'


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a Masterâ€™s degree â€“ or a dÃ©tachÃ©", "a Master's degree - or a détaché"),
        ("Master&#39;s", "Master's"),
        ("5 ansâ€™", "5 ans'"),
        ("research &amp; development,&nbsp;5 years&rsquo; work", "research & development, 5 years' work"),
        ("re\u0301sume\u0301 of an oﬃcer", "résumé of an officer"),
        ("a Master?s degree, 5 years? work (?Advanced?)", "a Master's degree, 5 years' work (\"Advanced\")"),
        ("Grade: **P-4** now", "Grade: P-4 now"),
        ("Why us? So it is. R&D; Âge, NÃO, à\u00a0« bord »", 'Why us? So it is. R&D; Âge, NÃO, à " bord "'),
    ],
)
def test_what_stands_for_another_sign_is_read_as_that_sign(written: str, read: str) -> None:
    folded = fold(written)
    assert folded.text == read
    assert fold(folded.quote().text).text == read
    assert (folded.quote().start, folded.quote().end) == (0, len(written))


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "mac_roman", "cp1252"])
def test_encodings_without_a_mark(encoding: str) -> None:
    text = "The officer’s duties\nA “good” grasp of the trade"
    assert decode(text.encode(encoding)) == text
    plain = "The duties of the officer are many"
    assert decode(plain.encode(encoding)) == plain
