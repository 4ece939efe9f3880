"""The clause model: what it sees, how it decides for a row of passages, and how it is stored."""

import json

import pytest

from fitscore.nlp import model_folder
from fitscore.nlp.clauses import BITS, LABELS, Passage, default_model, features, likeliest, slots, unpack

ROW = [
    Passage("Surveyor of Wells, Field Office"),
    Passage("Measures the water level of forty wells each month", listed=True),
    Passage("Prepares the yearly report on the ground water", listed=True),
    Passage("A university degree in hydrology", listed=True),
    Passage("At least four years of experience in surveying wells", listed=True),
    Passage("Knowledge of Portuguese would be an asset", listed=True),
    Passage("We welcome applications from people of every origin."),
]


def test_a_row_is_read_by_words_and_neighbours():
    labels = default_model().read(ROW)
    assert labels[3:6] == ["essential", "essential", "desirable"]
    assert not {"essential", "desirable"} & {*labels[1:3], labels[6]}


def test_the_same_row_gives_the_same_chances():
    assert default_model().chances(ROW) == default_model().chances(ROW)
    assert default_model().read([]) == []


def test_what_is_told_stays():
    told = [None, None, None, "competency", None, None, None]
    assert default_model().read(ROW, told)[3] == "competency"


def test_a_row_that_follows_seldom_gives_way():
    surely, seldom = [-0.1, -9.0], [[-0.1, -3.0], [-3.0, -0.1]]
    assert likeliest([surely, [-0.8, -0.6], surely], seldom) == [0, 0, 0]
    assert likeliest([surely, [-20.0, -0.1], surely], seldom) == [0, 1, 0]


def test_features_are_words_shape_and_neighbours():
    first, second = features([Passage("Your tasks:"), Passage("Wash 3 cars", listed=True)])
    assert {"w tasks", "b your tasks", "n cars"} <= set(first)
    assert {"w cars", "p tasks", "a tasks", "s listed True", "s digits True"} <= set(second)
    assert all(0 <= place < 1 << BITS for place in slots(second))


def test_the_files_hold_plain_numbers():
    folder = model_folder("clauses")
    card = json.loads((folder / "clauses.json").read_text(encoding="utf-8"))
    data = (folder / "weights.bin").read_bytes()
    assert tuple(card["labels"]) == LABELS
    assert card["bits"] == BITS
    assert len(data) == len(LABELS) << BITS
    assert unpack(card, data).read(ROW) == default_model().read(ROW)
    with pytest.raises(ValueError, match="weights"):
        unpack(card, data[:-1])
