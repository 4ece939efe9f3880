"""CV words fall into the sentences that a reader would see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.profiles.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ran the front office. Wrote briefs.", ["Ran the front office.", "Wrote briefs."]),
        ("Led approx. 40 people, e.g. Drivers and cooks.", ["Led approx. 40 people, e.g. Drivers and cooks."]),
        ("Moved 3.5 million litres. 12 sites served.", ["Moved 3.5 million litres.", "12 sites served."]),
        ("Reported to Dr. Holm; drafted, edited, filed.", ["Reported to Dr. Holm; drafted, edited, filed."]),
        ("Worked for the U.S. Army with J. Doe.", ["Worked for the U.S. Army with J. Doe."]),
        ("- Built a warehouse\n- Closed it again", ["Built a warehouse", "Closed it again"]),
        ("• Planned convoys\n\n• Trained drivers", ["Planned convoys", "Trained drivers"]),
        ("Kept the books\nof the whole mission.", ["Kept the books\nof the whole mission."]),
        ('He said "Stop." Everyone did!  Then we left', ['He said "Stop."', "Everyone did!", "Then we left"]),
        ("Élan at work. Über all.", ["Élan at work.", "Über all."]),
        ("   ", []),
        ("***", []),
        ("-40 degrees in the field", ["40 degrees in the field"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert list(sentences(text)) == expected


@given(st.text(alphabet="aB. \n-•!e.g\"'", max_size=200))
def test_sentences_stand_in_the_text_and_lose_no_word(text: str) -> None:
    found = list(sentences(text))
    place = 0
    for sentence in found:
        place = text.index(sentence, place) + len(sentence)
    assert [c for s in found for c in s if c.isalnum()] == [c for c in text if c.isalnum()]


def test_long_hostile_text_is_read_at_once() -> None:
    assert len(list(sentences("A. " * 100_000 + "\n" * 100_000))) <= 1
