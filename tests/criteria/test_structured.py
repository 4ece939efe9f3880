"""A kind's cues are looked at before it reads a clause: they must stand in every clause from which it reads anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from fitscore.criteria.base import Criterion, kinds
from fitscore.criteria.structured import structured
from fitscore.documents import load_yaml
from fitscore.notices.model import Clause
from fitscore.notices.reading import read_notice
from fitscore.text import fold

ROOT = Path(__file__).parents[2]
SENTENCES = [
    case["text"]
    for path in sorted((ROOT / "tests" / "corpus").glob("*.yaml"))
    for case in (load_yaml(path.read_text(encoding="utf-8"), file=path.name).data.get("criteria") or ())
    if isinstance(case, dict) and "text" in case
]
CLAUSES = [clause for path in sorted((ROOT / "data" / "vacancies").glob("*.txt")) for clause in read_notice(path).clauses]
CUED = [kind for kind in kinds() if kind.cues() is not None]


def plain(clauses: list[Clause]) -> list[Clause]:
    return [c for c in clauses if not c.label and c.topic is None and c.lower.isascii()]


@pytest.mark.parametrize("kind", CUED, ids=lambda kind: kind.__name__)
def test_cues_hide_nothing(kind: type[Criterion]) -> None:
    cues = kind.cues()
    assert cues is not None
    read = 0
    for clause in plain([*CLAUSES, *(Clause(fold(text), "qualifications") for text in SENTENCES)]):
        found = list(kind.extract(clause))
        read += bool(found)
        assert not found or cues.possible(clause.lower), clause.text
    assert read


def test_a_clause_without_cues_is_not_read() -> None:
    passed_over = [c for c in plain(CLAUSES) if not any(kind.cues().possible(c.lower) for kind in CUED)]  # type: ignore[union-attr]
    assert len(passed_over) > len(CLAUSES) / 3
    assert not [criterion for clause in passed_over for criterion in structured(clause, anywhere=False)]
