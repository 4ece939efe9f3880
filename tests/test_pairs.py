"""The labelled pairs of requirement and CV line have the form that their README gives."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from fitscore.documents import load_yaml
from fitscore.text import fold

FOLDER = Path(__file__).parent / "pairs"
FILES = sorted(FOLDER.glob("part-*.yaml"))
FAMILIES = {"nato", "nato-agency", "un-secretariat", "un-agency", "bank", "eu", "osce", "space", "civil-service"}
PLACES = {"work", "position", "certificate", "education", "skill", "summary", "volunteer", "project", "interest"}
CLAIMS = {"skill", "summary"}
LABELS = {"strong", "weak", "none"}


def requirements(path: Path) -> list[dict[str, Any]]:
    data = load_yaml(path.read_text(encoding="utf-8"), file=path.name).data
    assert isinstance(data, list), f"{path.name}: a list of requirements is wanted"
    return data


def mistakes(entry: dict[str, Any]) -> list[str]:
    """What is wrong with a requirement and its pairs, one sentence each."""
    if set(entry) != {"requirement", "family", "matter", "pairs"}:
        return [f"the keys are {sorted(entry)}"]
    pairs = entry["pairs"]
    said = Counter(fold(pair["says"]).lower for pair in pairs)
    labels = {pair["label"] for pair in pairs}
    wrong = [f"family {entry['family']!r} is not in the list"] * (entry["family"] not in FAMILIES)
    wrong += ["the matter is one to three words"] * (not 1 <= len(entry["matter"].split()) <= 3)
    wrong += [f"{len(pairs)} pairs, at least seven are wanted"] * (len(pairs) < 7)
    wrong += [f"no pair is {label}" for label in sorted(LABELS - labels)]
    wrong += ["fewer than two pairs are hard"] * (sum(pair.get("hard", False) for pair in pairs) < 2)
    wrong += [f"said twice: {line}" for line, count in said.items() if count > 1]
    return wrong + [f"{fault}: {pair['says']}" for pair in pairs for fault in faults(pair)]


def faults(pair: dict[str, Any]) -> list[str]:
    """What is wrong with a single pair."""
    wrong = ["keys other than says, where, label, hard"] * (set(pair) - {"hard"} != {"says", "where", "label"})
    wrong += [f"place {pair['where']!r} is not in the list"] * (pair["where"] not in PLACES)
    wrong += [f"label {pair['label']!r} is not in the list"] * (pair["label"] not in LABELS)
    wrong += ["only a pair that is none is hard, and then true"] * (
        "hard" in pair and (pair["label"], pair["hard"]) != ("none", True)
    )
    wrong += ["a bare claim is weak at most"] * (pair["where"] in CLAIMS and pair["label"] == "strong")
    return wrong


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_pairs_have_their_form(path: Path) -> None:
    entries = requirements(path)
    wrong = [f"{path.name}: {entry.get('requirement')}: {what}" for entry in entries for what in mistakes(entry)]
    assert entries
    assert not wrong, "\n".join(wrong)


def test_no_requirement_stands_twice() -> None:
    seen = Counter(fold(entry["requirement"]).lower for path in FILES for entry in requirements(path))
    assert seen
    assert [requirement for requirement, count in seen.items() if count > 1] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_readme_gives_the_counts(path: Path) -> None:
    entries = requirements(path)
    pairs = [pair for entry in entries for pair in entry["pairs"]]
    count = Counter(pair["label"] for pair in pairs)
    hard = sum(pair.get("hard", False) for pair in pairs)
    row = f"| {path.stem} | {len(entries)} | {count['strong']} | {count['weak']} | {count['none']} | {hard} |"
    assert row in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines(), f"the table should hold: {row}"
