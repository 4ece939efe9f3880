"""Languages by one English name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.vocabulary.languages import language_group, language_name, languages_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("English", "English"),
        ("Bangla", "Bengali"),
        ("Kiswahili", "Swahili"),
        ("Farsi", "Persian"),
        ("français", "French"),
        ("Deutsch", "German"),
        ("Español", "Spanish"),
        ("fr", "French"),
        ("deu", "German"),
        ("Chinese (Mandarin)", "Chinese"),
        ("French language", "French"),
        ("English (UK)", "English"),
        ("Portuguese - Brazil", "Portuguese"),
        ("TokPisin", "Tok Pisin"),
        ("Kabyle", "Kabyle"),
        ("Python", None),
        ("", None),
    ],
)
def test_language_name(text: str, name: str | None) -> None:
    assert language_name(text) == name


def test_mentions_stand_where_they_say() -> None:
    text = "fluency in français, kreyòl ayisyen and tok pisin"
    found = languages_in(text)
    assert [mention.name for mention in found] == ["French", "Haitian Creole", "Tok Pisin"]
    assert [text[mention.start : mention.end] for mention in found] == ["français", "kreyòl ayisyen", "tok pisin"]


def test_everyday_words_are_no_languages() -> None:
    assert languages_in("so even more, as the car and the base are new") == ()


def test_sets_of_languages() -> None:
    assert (len(language_group("UN")), len(language_group("EU")), language_group("NATO")) == (6, 24, ("English", "French"))
    assert all(language_name(name) == name for group in ("UN", "EU", "OSCE", "AU") for name in language_group(group))


@given(st.text(max_size=60))
def test_offsets_hold_for_any_text(text: str) -> None:
    assert all(0 <= m.start < m.end <= len(text) for m in languages_in(text))
