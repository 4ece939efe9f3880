"""How texts relate to topics, and the model behind it."""

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.nlp import default_likeness, model_folder, tokens
from fitscore.nlp.concepts import mentions, read
from fitscore.nlp.coverage import coverage
from fitscore.nlp.judge import chances, weights
from fitscore.nlp.signals import AGAINST, NAMES, signals, together
from fitscore.nlp.topics import roads_of, weight
from fitscore.vocabulary import load
from fitscore.vocabulary.thesaurus import index


def strength(topic, text):
    return default_likeness().relate(topic, [text])[0].covered


def chance(topic, text):
    return chances([signals(road, [text])[0] for road in roads_of(topic)])[0]


def named(text):
    return {index().names[concept] for concept in read(text).concepts}


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
    assert len(roads_of("policy, administration and/or financial management", "fields")) == 3
    assert len(roads_of("knowledge of the law of the sea or of anything else that may be near to it", "fields")) == 1


@given(st.lists(st.text(max_size=60), max_size=4), st.text(max_size=60))
def test_each_relation_depends_on_its_own_text_alone(texts, topic):
    together = default_likeness().relate(topic, texts)
    assert together == [default_likeness().relate(topic, [text])[0] for text in texts]
    assert all(all(0 <= n <= 1 for n in (relation.covered, relation.possible, relation.sure)) for relation in together)


LINES = (
    "Chaired the weekly meeting of nine directorates",
    "Reconciled the accounts of four field offices",
    "Wrote the minister's speeches and briefs",
    "Assisted the logistics cell during an exercise",
    "Played in a brass band",
    "Led a team of twelve analysts in Kabul",
)
TOPICS = (
    "coordination of several divisions",
    "financial reporting",
    "drafting for senior officials",
    "military logistics",
    "teamwork",
)


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=5), st.sampled_from(LINES), st.sampled_from(TOPICS))
def test_a_further_text_never_makes_several_less(texts, more, topic):
    judge = default_likeness()
    fewer, all_ = judge.together(topic, texts), judge.together(topic, [more, *texts])
    assert all_.covered >= fewer.covered
    assert all_.possible >= fewer.possible
    assert all_.sure >= fewer.sure
    assert judge.together(topic, texts[::-1]) == fewer


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=4))
def test_taken_together_every_signal_is_the_best_one(texts):
    road = roads_of("coordination of several divisions")[0]
    rows = signals(road, texts)
    joined = together(rows).values
    for name, value, column in zip(NAMES, joined, zip(*(row.values for row in rows), strict=True), strict=True):
        assert value == (min(column) if name in AGAINST else max(column))


def test_no_weight_has_the_wrong_sign():
    for model in weights().values():
        assert any(model.weights)
        assert all((value <= 0) if name in AGAINST else (value >= 0) for name, value in zip(NAMES, model.weights, strict=True))


@pytest.mark.parametrize(
    ("topic", "shows", "does_not"),
    [
        ("diplomatic protocol", "Seated forty heads of delegation at the state dinner", "Wrote the network protocol of a modem"),
        ("budget preparation", "Costed the biennial programme of work", "Cabin crew of a budget airline"),
        (
            "coordination between ministries",
            "Brokered an agreed line among seven ministries",
            "Training in hand-eye coordination",
        ),
    ],
)
def test_the_same_words_in_another_sense_are_less_probable(topic, shows, does_not):
    assert chance(topic, shows) > chance(topic, does_not)


def test_a_phrase_that_means_something_else_names_no_concept():
    assert "exercises" not in " ".join(named("Took an exercise class on Mondays"))
    assert not named("Took an exercise class on Mondays") & named("Planned and ran a brigade exercise")


def test_the_parts_of_a_wording_may_stand_apart_but_in_one_sentence():
    near, far = "Chaired the first weekly meeting", "Chaired. The rest of the day was spent in the garden: meeting"
    assert "chairing meetings" in named(near)
    assert not {name for name, words in read(far).words.items() if "garden" in words and "Chaired" in words}


@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=4), st.sampled_from(LINES), st.sampled_from(TOPICS))
def test_more_texts_never_cover_less(texts, more, topic):
    assert coverage(topic, (more, *texts)) >= coverage(topic, tuple(texts))


@given(st.text(max_size=200))
def test_tokens_and_words_stand_in_the_text(text):
    assert all(text[t.start : t.end] for t in tokens(text))
    reading = read(text)
    assert all(word in text for word in (*reading.stems.values(), *reading.words.values()))


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


@pytest.mark.parametrize("name", ["latent", "evidence"])
def test_each_model_has_a_card_and_nothing_that_could_be_run(name):
    files = {path.name for path in model_folder(name).iterdir()}
    assert "README.md" in files
    assert all(file.endswith((".json", ".bin", ".md")) for file in files)


def test_the_latent_model_has_a_row_a_stem():
    about = json.loads((model_folder("latent") / "stems.json").read_text(encoding="utf-8"))
    size = (model_folder("latent") / "vectors.bin").stat().st_size
    assert size == about["dimensions"] * len(about["stems"])
    assert len(set(about["stems"])) == len(about["stems"])


def test_reading_grows_no_faster_than_the_text():
    """Words that begin or mask many wordings, over and over: four times the text takes about four times the steps."""
    words = ["chair", "meet", "exercis", "class", "budget", "airlin", "led", "team"]
    few, many = (mentions(words * count) for count in (50, 200))
    assert len(many) <= 5 * len(few)
    assert steps(words * 200) <= 6 * steps(words * 50)


def steps(stems):
    """How many lines of the module run while stems are read: a measure of work that no clock disturbs."""
    count = 0

    def tracer(frame, event, arg):
        nonlocal count
        count += event == "line"
        return tracer if "nlp/concepts" in frame.f_code.co_filename.replace("\\", "/") else None

    before = sys.gettrace()
    sys.settrace(tracer)
    try:
        mentions(stems)
    finally:
        sys.settrace(before)
    return count
