"""Decoding and folding keep every place of the source."""

from hypothesis import given
from hypothesis import strategies as st

from fitscore.text import decode, fold, fold_blanks


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
