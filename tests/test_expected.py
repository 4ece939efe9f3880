"""Verdicts on sample candidates, held against what a careful reader expects (tests/expected)."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from samples import PEOPLE, card, vacancy

from fitscore.documents import load_yaml

HERE = Path(__file__).parent
STRICT = {"degree", "language", "clearance", "nationality"}
LEAST_JUDGED = 0.85

Row = tuple[str, str, str]


def load(path: Path) -> Any:
    """The plain data of a YAML file."""
    return load_yaml(path.read_text(encoding="utf-8"), file=path.name).data


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
def gold(notice: str) -> dict[str, dict[str, Any]]:
    """The criteria of a sample notice as listed by hand, by id."""
    return {c["id"]: c for c in load(HERE / "gold" / f"{Path(notice).stem}.yaml")["criteria"] if "id" in c}


def found_id(listed: dict[str, Any], notice: str) -> str | None:
    """The id of the extracted criterion of the same kind that shares most words with a listed one."""

    def shared(criterion: Any) -> int:
        return int(min(listed["end"], criterion.end) - max(listed["start"], criterion.start))

    same = [c for c in vacancy(notice).criteria if c.kind == listed["kind"] or not {c.kind, listed["kind"]} & STRICT]
    best = max(same, key=shared, default=None)
    return best.id if best is not None and shared(best) > 0 else None


def verdicts(profile: str, on: str, notice: str, want: dict[str, Any]) -> list[tuple[str, str, list[str], str | None]]:
    """For each expected verdict: criterion, kind, what is accepted, what the program says (None: not extracted)."""
    given = {a.criterion: a.verdict for a in card(profile, notice, date.fromisoformat(on)).assessments}
    listed = gold(notice)
    return [
        (name, listed[name]["kind"], as_list(value), given.get(found_id(listed[name], notice) or ""))
        for name, value in want["verdicts"].items()
    ]


def test_every_candidate_is_expected_somewhere() -> None:
    assert {case.values[0] for case in CASES} == set(PEOPLE)


@pytest.mark.parametrize(("profile", "on", "notice", "want"), CASES)
def test_structured_kinds_are_judged_as_expected(profile: str, on: str, notice: str, want: dict[str, Any]) -> None:
    rows = [row for row in verdicts(profile, on, notice, want) if row[1] in STRICT]
    wrong = [f"{name} {kind}: {got} for {accepted}" for name, kind, accepted, got in rows if got not in accepted]
    assert not wrong
    assert card(profile, notice, date.fromisoformat(on)).outcome in as_list(want["outcome"])


def test_judged_kinds_mostly_agree() -> None:
    rows = [(case.id, *row) for case in CASES for row in verdicts(*case.values) if row[1] not in STRICT]
    wrong = [f"{case} {name} {kind}: {got} for {accepted}" for case, name, kind, accepted, got in rows if got not in accepted]
    assert 1 - len(wrong) / len(rows) >= LEAST_JUDGED, "\n".join([f"{len(wrong)} of {len(rows)} differ", *wrong])
