"""How texts relate to topics, and the model behind it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.nlp import default_likeness, model_folder, tokens
from fitscore.nlp.concepts import read
from fitscore.nlp.topics import topic_units, weight
from fitscore.vocabulary import load


def strength(topic, text):
    return default_likeness().relate(topic, [text])[0].strength


@pytest.mark.parametrize(
    ("topic", "near", "far"),
    [
        ("crisis management", "Ran the emergency room during the floods", "Taught piano"),
        ("strategic planning", "Wrote the roadmap of the agency", "Repaired bicycles"),
        ("procurement or logistics", "Supply chain of a hospital", "Choir director"),
        ("governance", "Secretary to the supervisory board", "Baked bread"),
        ("financial management", "Verwaltung und Finanzen der Gemeinde", "Sang in the choir"),
        ("knowledge of NATO", "Posted to SHAPE", "Posted letters"),
    ],
)
def test_near_texts_relate_more_than_far_ones(topic, near, far):
    assert strength(topic, near) > strength(topic, far)
    assert strength(topic, far) < 0.2


@pytest.mark.parametrize(
    "text", ["Excellent physical condition", "A record of excellence", "Led a team of pilots", "The job portal"]
)
def test_a_word_that_looks_like_the_name_of_a_program_is_none(text):
    for topic in ("office software", "collaboration software", "information systems"):
        assert strength(topic, text) == 0


def test_a_place_says_less_than_the_matter():
    assert strength("protocol issues within NATO", "Seating and order of precedence") > strength(
        "protocol issues within NATO", "NATO"
    )


def test_alternatives_are_matters_of_their_own():
    assert len(topic_units("policy, administration and/or financial management")) == 3
    assert len(topic_units("knowledge of the law of the sea or of anything else that may be near to it")) == 1


@given(st.lists(st.text(max_size=60), max_size=4), st.text(max_size=60))
def test_each_relation_depends_on_its_own_text_alone(texts, topic):
    together = default_likeness().relate(topic, texts)
    assert together == [default_likeness().relate(topic, [text])[0] for text in texts]
    assert all(0 <= relation.strength <= 1 for relation in together)


@given(st.text(max_size=200))
def test_tokens_and_words_stand_in_the_text(text):
    assert all(text[t.start : t.end] for t in tokens(text))
    reading = read(text)
    assert all(word in text for word in (*reading.stems.values(), *reading.concepts.values()))


def test_rare_words_weigh_more():
    assert weight("manag") < weight("procur") < weight("radar")


def test_the_model_is_plain_small_and_sorted():
    file = model_folder("lexical") / "idf.json"
    model = json.loads(file.read_text(encoding="utf-8"))
    assert file.stat().st_size < 400_000
    assert list(model["idf"]) == sorted(model["idf"])
    assert {"README.md", "idf.json"} <= {path.name for path in model_folder("lexical").iterdir()}


def test_a_missing_model_is_named():
    with pytest.raises(FileNotFoundError, match="models/nothing"):
        model_folder("nothing")


def test_relations_are_well_formed():
    words = load("relations")
    concepts = words.table("concepts")
    assert len(concepts) >= 120
    assert all(5 <= len(set(wordings)) == len(wordings) for wordings in concepts.values())
    assert all(name in concepts for pair in words.table("near") for name in pair)
    assert set(words.table("places")) <= set(concepts)
