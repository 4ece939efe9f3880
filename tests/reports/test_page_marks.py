"""Marks in a notice: the pieces give the text again, and every criterion covers just its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fitscore.reports.page_marks import Piece, Place, pieces

TEXT = "A degree and, in it, five years."
BOUNDS = st.tuples(st.integers(-2, 40), st.integers(-2, 40))


def test_nested_and_crossing_places_are_split_and_the_narrowest_comes_first() -> None:
    assert pieces("abcdef", [Place(0, 4, 1), Place(2, 6, 2), Place(3, 4, 3)]) == (
        Piece("ab", (1,), (Place(0, 4, 1),)),
        Piece("c", (1, 2), (Place(2, 6, 2),)),
        Piece("d", (3, 1, 2), (Place(3, 4, 3),)),
        Piece("ef", (2,)),
    )


def test_a_text_without_criteria_is_one_plain_piece_and_no_text_is_none() -> None:
    assert pieces(TEXT, []) == (Piece(TEXT),)
    assert pieces("", [Place(0, 3, 1)]) == ()


@given(st.lists(BOUNDS, max_size=8))
def test_pieces_join_to_the_text_and_each_place_covers_its_words(bounds: list[tuple[int, int]]) -> None:
    where = [Place(start, end, number) for number, (start, end) in enumerate(bounds, 1)]
    cut = pieces(TEXT, where)
    assert "".join(piece.text for piece in cut) == TEXT
    for place in where:
        inside = 0 <= place.start < place.end <= len(TEXT)
        covered = "".join(piece.text for piece in cut if place.number in piece.numbers)
        assert covered == (TEXT[place.start : place.end] if inside else "")
        opened = [piece for piece in cut if place in piece.opens]
        assert len(opened) == inside
        assert not opened or place.number in opened[0].numbers
