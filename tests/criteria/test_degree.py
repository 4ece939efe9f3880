"""Degrees in sentences of our own wording, and the roads of whole notices."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fitscore.criteria.degree import Degree
from fitscore.criteria.degree_roads import join_roads
from fitscore.criteria.repeats import Found
from fitscore.notices.model import Clause, Notice, Posting
from fitscore.text import fold, fold_blanks

CORPUS = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "degree.yaml").read_text(encoding="utf-8"))


def clause(text: str, under: Any = None) -> Clause:
    return Clause(folded=fold(text), part="qualifications", importance=under)


def notice(*sentences: str) -> Notice:
    source = "\n".join(sentences)
    clauses, at = [], 0
    for number, sentence in enumerate(sentences):
        clauses.append(
            Clause(folded=fold(source, at, at + len(sentence)), part="qualifications", number=number, block=number, listed=True)
        )
        at += len(sentence) + 1
    return Notice(file="x.txt", sha256="0" * 64, source=source, posting=Posting(), clauses=tuple(clauses))


def degrees_of(*sentences: str) -> list[Degree]:
    whole = notice(*sentences)
    found = [Found(degree, part) for part in whole.clauses for degree in Degree.extract(part)]
    return [f.criterion for f in join_roads(found, whole) if isinstance(f.criterion, Degree)]


def roads(degree: Degree) -> list[dict[str, Any]]:
    return degree.model_dump(mode="json")["alternatives"]


@pytest.mark.parametrize("case", CORPUS["criteria"], ids=lambda case: case["text"])
def test_reads_the_degrees(case: dict[str, Any]) -> None:
    found = list(Degree.extract(clause(case["text"], case.get("under"))))
    assert len(found) == len(case["degrees"])
    for degree, want in zip(found, case["degrees"], strict=True):
        assert degree.level == want["level"]
        assert degree.importance == want.get("importance", "essential")
        assert list(degree.fields) == want.get("fields", [])
        assert degree.equivalent_accepted == want.get("equivalent_accepted", False)
        assert roads(degree) == want.get("alternatives", [])
        assert degree.text == want.get("words", fold_blanks(case["text"]))
        assert fold_blanks(case["text"][degree.start : degree.end]) == degree.text


@pytest.mark.parametrize("text", CORPUS["none"])
def test_leaves_the_sentence_alone(text: str) -> None:
    assert list(Degree.extract(clause(text))) == []


@pytest.mark.parametrize(
    ("sentences", "want"),
    [
        (
            ["An advanced degree in law is required", "A first-level degree with two more years may be accepted in lieu of it"],
            ("master", [{"level": "bachelor", "extra_years": 2}]),
        ),
        (
            [
                "An advanced degree in law is required",
                "A first-level degree with qualifying experience may be accepted in lieu of it",
            ],
            ("master", [{"level": "bachelor", "extra_years": 0}]),
        ),
        (
            ["A master's degree in geology", "A Bachelor's degree with six years of experience may also be considered"],
            ("master", [{"level": "bachelor", "min_years": 6}]),
        ),
        (
            ["Secondary education", "At least 6 years (with secondary education) or 3 years (with bachelor's degree) of work"],
            ("secondary", [{"level": "bachelor", "min_years": 3}]),
        ),
        (
            ["Master's degree in statistics", "Applicants with a Bachelor's degree must have four years of experience"],
            ("master", [{"level": "bachelor", "min_years": 4}]),
        ),
        (
            ["5 years of relevant experience with a high school diploma; or 3 years of experience with a bachelor degree"],
            ("secondary", [{"level": "bachelor", "min_years": 3}]),
        ),
        (["University degree in botany", "Five years of experience after a university degree"], ("bachelor", [])),
        (["University degree in botany", "Ten years of field work"], ("bachelor", [])),
    ],
    ids=lambda case: case[0] if isinstance(case, list) else "",
)
def test_ties_roads_to_the_degree(sentences: list[str], want: tuple[str, list[dict[str, Any]]]) -> None:
    found = degrees_of(*sentences)
    assert [(degree.level, roads(degree)) for degree in found] == [want]


def test_years_of_others_in_a_bracket_make_no_degree() -> None:
    assert degrees_of("Four years of work (six years for candidates with a Bachelor's degree) in harbours") == []


def test_roads_do_not_hang_on_a_wish() -> None:
    required, wished = degrees_of(
        "A master's degree in music is required",
        "A PhD is an asset",
        "A first-level degree with three additional years may be accepted in lieu of the master's degree",
    )
    assert roads(required) == [{"level": "bachelor", "extra_years": 3}]
    assert roads(wished) == []


def test_a_road_keeps_only_the_key_that_is_set() -> None:
    (degree,) = degrees_of("Bachelor's degree with 6 years of experience, or Master's degree with 4 years of experience")
    assert degree.model_dump(mode="json")["alternatives"] == [{"level": "master", "min_years": 4}]
    assert Degree.model_validate(degree.model_dump(mode="json")) == degree


@given(st.text(alphabet="degrbachlomst'’ .,;()/- uniy5y", max_size=120))
def test_any_text_gives_true_spans(text: str) -> None:
    source = f"A degree {text}"
    for degree in Degree.extract(clause(source)):
        assert fold_blanks(source[degree.start : degree.end]) == degree.text
