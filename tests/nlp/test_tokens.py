"""Words as stems: names that are ordinary words but for their capitals."""

import pytest

from fitscore.nlp import tokens


def first(text):
    return tokens(text)[0].stem


@pytest.mark.parametrize("name", ["IT", "SHAPE", "WHO", "ACTED"])
@pytest.mark.parametrize("around", ["{}", "{}, second floor", "{}'s rules", "{} HEADQUARTERS AND STAFF"])
def test_a_name_in_capitals_is_no_ordinary_word(name, around):
    assert first(around.format(name)) != first(name.lower())


@pytest.mark.parametrize("heading", ["WHO WE ARE", "SHAPE THE FUTURE", "SHAPE\nOUR TOWN", "IT IS REQUIRED", "WHO CAN APPLY"])
def test_a_heading_in_capitals_names_nobody(heading):
    assert first(heading) == first(heading.lower())


@pytest.mark.parametrize("text", ["who", "Who", "shape", "Shape", "It", "acted"])
def test_words_that_are_not_in_capitals_are_words(text):
    assert len(first(text)) <= len(text)
