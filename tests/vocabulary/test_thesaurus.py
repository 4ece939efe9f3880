"""The concepts of the field, and the index made of them."""

import json
from importlib.resources import files

import pytest

from fitscore.nlp import tokens
from fitscore.vocabulary import load
from fitscore.vocabulary.thesaurus import FACETS, INDEX, concepts, degrees, digest, fields, index


def test_the_index_is_that_of_the_vocabulary():
    for layer, known in (("concepts", concepts()), ("fields", fields())):
        raw = json.loads(files("fitscore.vocabulary").joinpath(INDEX[layer]).read_text(encoding="utf-8"))
        assert raw["of"] == digest(), "run benchmarks/derive_concepts.py"
        assert raw["names"] == list(known)


def test_there_are_concepts_of_every_facet_with_wordings_enough():
    known = concepts()
    assert len(known) >= 1000
    assert {concept.facet for concept in known.values()} == set(FACETS)
    assert all(len(set(concept.said)) >= 10 for concept in known.values())


def test_broader_and_near_concepts_are_there_and_no_way_leads_back():
    known = concepts()
    for name, concept in known.items():
        assert set(concept.broader) <= set(known), name
        assert set(concept.near) <= set(known), name
        assert all(0 < degree <= 0.7 for degree in concept.near.values()), name
        seen, above = set(), list(concept.broader)
        while above:
            other = above.pop()
            assert other != name
            if other not in seen:
                seen.add(other)
                above += known[other].broader


def test_a_narrower_concept_shows_a_broader_one_more_than_the_reverse():
    related = degrees()
    for name, concept in concepts().items():
        for broader in concept.broader:
            assert related[broader][name] >= 0.85
            assert related[name][name] == 1.0


@pytest.mark.parametrize("layer", ["concepts", "fields"])
def test_what_shows_a_concept_does_so_by_a_share(layer):
    assert all(0 < degree <= 1 for row in index(layer).degrees.values() for degree in row.values())


def test_senses_are_phrases():
    senses = load("senses").table("senses")
    assert len(senses) >= 300
    assert all(len(str(phrase).replace("-", " ").split()) >= 2 for phrases in senses.values() for phrase in phrases)


@pytest.mark.parametrize(
    ("one", "other"),
    [("governance", "government"), ("international", "internal"), ("customs", "customer"), ("officer", "office"), ("IT", "it")],
)
def test_words_that_a_stemmer_would_run_together_are_kept_apart(one, other):
    assert tokens(one)[0].stem != tokens(other)[0].stem


def test_forms_of_a_word_have_one_stem():
    assert tokens("accountants")[0].stem == tokens("accountant")[0].stem
    assert tokens("negotiated")[0].stem == tokens("negotiating")[0].stem
