"""Languages: what sentences ask, and how skills are held against it."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fitscore.criteria.base import Context
from fitscore.criteria.language import Language
from fitscore.nlp import Relation
from fitscore.notices.model import Clause
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.levels import read_level
from fitscore.profiles.model import LanguageSkill, Profile
from fitscore.settings import default_settings
from fitscore.text import fold
from fitscore.vocabulary.languages import language_group

CORPUS = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "language.yaml").read_text(encoding="utf-8"))


class _NoLikeness:
    def relate(self, topic: str, texts: Any) -> list[Relation]:
        return [Relation(0.0) for _ in texts]


def read(text: str, **over: Any) -> list[Language]:
    return list(Language.extract(Clause(folded=fold(text), part="qualifications", **over)))


def assess(criterion: Language, *skills: tuple[str, str]) -> Any:
    listed = []
    for index, (name, text) in enumerate(skills):
        reading = read_level(text) if text else None
        low, high, scale = (reading.low, reading.high, reading.scale) if reading else (None, None, None)
        listed.append(LanguageSkill(path=f"languages[{index}]", language=name, text=text, scale=scale, low=low, high=high))
    document = {"languages": [{"language": name, "level": text} if text else {"language": name} for name, text in skills]}
    profile = Profile(id="p", name="P", file="p.yaml", sha256="0", languages=tuple(listed), document=document)
    candidate = Candidate(profile, date(2026, 2, 1), (), ())
    return criterion.assess(candidate, context=Context(default_settings(), (criterion,), _NoLikeness()))


def asked(*levels: int, pool: tuple[str, ...] = ("English", "French")) -> Language:
    return Language(importance="essential", text="x", start=0, end=1, pattern="language.pair", languages=pool, levels=levels)


@pytest.mark.parametrize("case", CORPUS["criteria"], ids=lambda case: case["text"][:60])
def test_a_sentence_asks_for_its_languages(case: dict[str, Any]) -> None:
    found = read(case["text"], topic=case.get("topic"), label=case.get("label", ""), before=case.get("before", ""))
    got = [(c.languages, c.levels, c.scale, c.importance) for c in found]
    want = [
        (
            language_group(one["group"]) if "group" in one else tuple(one["languages"]),
            tuple(one["levels"]),
            one.get("scale", "words"),
            one.get("importance", "essential"),
        )
        for one in case["asked"]
    ]
    assert got == want


@pytest.mark.parametrize("text", CORPUS["none"])
def test_a_sentence_asks_for_no_language(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize("case", CORPUS["criteria"], ids=lambda case: case["text"][:60])
def test_the_quote_stands_in_the_source(case: dict[str, Any]) -> None:
    for criterion in read(case["text"], topic=case.get("topic"), label=case.get("label", "")):
        assert " ".join(case["text"][criterion.start : criterion.end].split()) == criterion.text


def test_duties_ask_for_no_language() -> None:
    assert list(Language.extract(Clause(folded=fold("Fluency in Dutch is required"), part="duties"))) == []


@pytest.mark.parametrize(
    ("levels", "skills", "verdict", "score"),
    [
        ((5, 3), [("French", "C1"), ("English", "B2")], "met", 1.0),
        ((5, 3), [("English", "native")], "unmet", 0.5),
        ((5, 3), [("English", "native"), ("French", "")], "unknown", 0.0),
        ((5, 1), [("English", "native"), ("French", "")], "met", 1.0),
        ((5, 3), [("English", "SLP 3333"), ("French", "B1")], "partial", 0.9),
        ((5, 3), [("English", "SLP 4444"), ("French", "SLP 1111")], "unmet", 2 / 3 / 2 * 0.5 + 0.5),
        ((5,), [("German", "native")], "unmet", 0.0),
        ((5, 2), [("English", "B2"), ("French", "A2")], "unmet", 0.9),
        ((5,), [("French", "ILR 3+")], "met", 1.0),
    ],
)
def test_verdicts(levels: tuple[int, ...], skills: list[tuple[str, str]], verdict: str, score: float) -> None:
    found = assess(asked(*levels), *skills)
    assert (found.verdict, pytest.approx(found.score)) == (verdict, score)


def test_no_language_listed_is_unknown() -> None:
    assert assess(asked(5)).verdict == "unknown"


def test_finding_and_evidence_tell_where_the_level_stands() -> None:
    found = assess(asked(5, 3), ("French", "C1"), ("English", "B2"))
    assert found.finding == "French C1 (V of V) and English B2 (IV of III)"
    assert [(e.path, e.quote) for e in found.evidence] == [("languages[0].level", "C1"), ("languages[1].level", "B2")]


def test_an_open_pool_takes_any_language_but_english() -> None:
    criterion = asked(4, pool=())
    assert assess(criterion, ("English", "native")).verdict == "unmet"
    assert assess(criterion, ("English", "native"), ("Danish", "C1")).verdict == "met"


LEVELS = st.sampled_from(["A1", "A2", "B1", "B2", "C1", "C2"])
REQUESTS = st.lists(st.integers(1, 6), min_size=1, max_size=2).map(lambda levels: tuple(sorted(levels, reverse=True)))


@given(REQUESTS, LEVELS, LEVELS)
def test_a_higher_level_never_scores_lower(levels: tuple[int, ...], english: str, french: str) -> None:
    scores = [
        assess(asked(*levels), ("English", level), ("French", french)).score for level in ("A1", "A2", "B1", "B2", "C1", "C2")
    ]
    assert scores == sorted(scores)
    assert (
        assess(asked(*levels), ("English", english), ("French", french)).score
        >= assess(asked(*levels), ("English", english)).score
    )


@given(
    REQUESTS,
    st.lists(
        st.tuples(st.sampled_from(["English", "French", "German"]), LEVELS), min_size=1, max_size=3, unique_by=lambda x: x[0]
    ),
)
def test_the_order_of_entries_changes_nothing(levels: tuple[int, ...], skills: list[tuple[str, str]]) -> None:
    seen = {(a.verdict, round(a.score, 9), a.finding) for order in permutations(skills) for a in [assess(asked(*levels), *order)]}
    assert len(seen) == 1
