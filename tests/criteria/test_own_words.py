"""Sentences of our own wording: what experience, management and capability read in them, and what they leave alone."""

from pathlib import Path
from typing import Any

import pytest

from fitscore.criteria.base import Criterion
from fitscore.criteria.capability import Capability
from fitscore.criteria.experience import Experience
from fitscore.criteria.management import Management
from fitscore.criteria.stated_years import PRECEDING
from fitscore.documents import load_yaml
from fitscore.notices.model import Clause
from fitscore.text import fold

CORPUS = Path(__file__).parents[1] / "corpus"
KINDS: tuple[type[Criterion], ...] = (Capability, Experience, Management)


def kind_name(kind: type[Criterion]) -> str:
    return str(kind.model_fields["kind"].default)


def sentences(what: str) -> list[Any]:
    texts = {kind: (CORPUS / f"{kind_name(kind)}.yaml").read_text(encoding="utf-8") for kind in KINDS}
    loaded = {kind: load_yaml(text, file=kind_name(kind)).data for kind, text in texts.items()}
    return [
        pytest.param(kind, case, id=f"{kind_name(kind)}-{i}") for kind, doc in loaded.items() for i, case in enumerate(doc[what])
    ]


def clause(text: str) -> Clause:
    return Clause(folded=fold(text), part="qualifications")


@pytest.mark.parametrize(("kind", "case"), sentences("criteria"))
def test_reads_the_requirement(kind: type[Criterion], case: dict[str, Any]) -> None:
    want = {"importance": "essential", **{key: value for key, value in case.items() if key != "text"}}
    if "within" in want:
        want["within"] = PRECEDING
    found = list(kind.extract(clause(case["text"])))
    assert len(found) == 1
    assert {key: getattr(found[0], key) for key in want} == want
    assert fold(case["text"][found[0].start : found[0].end]).text == found[0].text


@pytest.mark.parametrize(("kind", "case"), sentences("none"))
def test_leaves_the_sentence_alone(kind: type[Criterion], case: str) -> None:
    assert list(kind.extract(clause(case))) == []
