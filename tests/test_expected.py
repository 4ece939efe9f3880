"""Verdicts on sample candidates, held against what a careful reader expects (tests/expected)."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
DATA = HERE.parent / "data"
STRICT = {"degree", "language", "clearance", "nationality"}
LEAST_JUDGED = 0.85

Row = tuple[str, str, str]


def load(path: Path) -> Any:
    """The plain data of a YAML file."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def as_list(value: Any) -> list[str]:
    """A verdict or a list of verdicts that are as good, as a list."""
    return value if isinstance(value, list) else [value]


CASES = [
    pytest.param(case["profile"], str(case["as_of"]), notice, want, id=f"{path.stem}-{notice.removesuffix('.txt')}")
    for path in sorted((HERE / "expected").glob("*.yaml"))
    for case in [load(path)]
    for notice, want in case["notices"].items()
]


@cache
def vacancy(notice: str) -> Any:
    """A sample notice, read."""
    from fitscore.pipeline import read_vacancy

    return read_vacancy(DATA / "vacancies" / notice)


@cache
def scorecard(profile: str, notice: str, on: str) -> Any:
    """A sample candidate held against a sample notice."""
    from fitscore.pipeline import fit, read_profile

    return fit(read_profile(DATA / "profiles" / profile), vacancy(notice), on=date.fromisoformat(on))


def found_id(gold: dict[str, Any], notice: str) -> str | None:
    """The id of the extracted criterion of the same kind that shares most words with a gold one."""

    def shared(criterion: Any) -> int:
        return int(min(gold["end"], criterion.end) - max(gold["start"], criterion.start))

    same = [c for c in vacancy(notice).criteria if c.kind == gold["kind"] or not {c.kind, gold["kind"]} & STRICT]
    best = max(same, key=shared, default=None)
    return best.id if best is not None and shared(best) > 0 else None


def verdicts(profile: str, on: str, notice: str, want: dict[str, Any]) -> list[tuple[str, str, list[str], str | None]]:
    """For each expected verdict: criterion, kind, what is accepted, what the program says (None: not extracted)."""
    given = {a.criterion: a.verdict for a in scorecard(profile, notice, on).assessments}
    gold = {c["id"]: c for c in load(HERE / "gold" / f"{notice.removesuffix('.txt')}.yaml")["criteria"] if "id" in c}
    return [
        (name, gold[name]["kind"], as_list(value), given.get(found_id(gold[name], notice) or ""))
        for name, value in want["verdicts"].items()
    ]


def test_every_candidate_is_expected_somewhere() -> None:
    assert {case.values[0] for case in CASES} == {path.name for path in (DATA / "profiles").iterdir()}


@pytest.mark.parametrize(("profile", "on", "notice", "want"), CASES)
def test_structured_kinds_are_judged_as_expected(profile: str, on: str, notice: str, want: dict[str, Any]) -> None:
    rows = [row for row in verdicts(profile, on, notice, want) if row[1] in STRICT]
    wrong = [f"{name} {kind}: {got} for {accepted}" for name, kind, accepted, got in rows if got not in accepted]
    assert not wrong
    assert scorecard(profile, notice, on).outcome in as_list(want["outcome"])


def test_judged_kinds_mostly_agree() -> None:
    rows = [(case.id, *row) for case in CASES for row in verdicts(*case.values) if row[1] not in STRICT]
    wrong = [f"{case} {name} {kind}: {got} for {accepted}" for case, name, kind, accepted, got in rows if got not in accepted]
    assert 1 - len(wrong) / len(rows) >= LEAST_JUDGED, "\n".join([f"{len(wrong)} of {len(rows)} differ", *wrong])
