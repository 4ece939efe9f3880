"""The labelled pairs of requirement and CV line have the form that their README gives."""

import operator
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fitscore.documents import load_yaml
from fitscore.nlp import tokens
from fitscore.text import fold

FOLDER = Path(__file__).parent / "pairs"
FILES = sorted(FOLDER.glob("part-*.yaml"))
FAMILIES = {"nato", "nato-agency", "un-secretariat", "un-agency", "bank", "eu", "osce", "space", "civil-service"}
PLACES = {"work", "position", "certificate", "education", "skill", "summary", "volunteer", "project", "interest"}
CLAIMS = {"skill", "summary"}
LABELS = {"strong", "weak", "none"}
LEAST_HARD = {"part-plain": 1}
"""How many pairs of a requirement are hard at least, where it is not two."""
ASKING = """experience experienced knowledge proven sound strong excellent good demonstrable demonstrated significant extensive
practical professional familiarity ability skill skilled work working understanding include including example
preferably particular years year qualified solid hands-on large"""
"""Words that say how something is asked, and nothing of the matter."""


@cache
def requirements(path: Path) -> list[dict[str, Any]]:
    data = load_yaml(path.read_text(encoding="utf-8"), file=path.name).data
    assert isinstance(data, list), f"{path.name}: a list of requirements is wanted"
    return data


def readme() -> list[str]:
    return (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()


@cache
def plain_stems() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS

    return frozenset(token.stem for words in (*STOP_WORDS, ASKING) for token in tokens(words))


@cache
def stems(text: str) -> frozenset[str]:
    """The stems of the words that speak of the matter."""
    return frozenset(token.stem for token in tokens(text) if token.stem[0].isalnum()) - plain_stems()


def sharing(entry: dict[str, Any], label: str) -> list[bool]:
    """For each pair of a label, whether it shares a word stem with the requirement."""
    asked = stems(entry["requirement"])
    return [bool(asked & stems(pair["says"])) for pair in entry["pairs"] if pair["label"] == label]


def first_labels() -> dict[tuple[str, str, str], str]:
    """The label of each requirement, line and place."""
    return {
        (entry["requirement"], pair["says"], pair["where"]): pair["label"]
        for path in FILES
        for entry in requirements(path)
        for pair in entry["pairs"]
    }


def both_labels() -> list[tuple[str, str]]:
    """The first and the second label of every pair that was labelled twice."""
    first, second = first_labels(), requirements(FOLDER / "second.yaml")
    return [(first[pair["requirement"], pair["says"], pair["where"]], pair["label"]) for pair in second]


def mistakes(entry: dict[str, Any], least_hard: int = 2) -> list[str]:
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
    wrong += [f"fewer than {least_hard} pairs are hard"] * (sum(pair.get("hard", False) for pair in pairs) < least_hard)
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
    least = LEAST_HARD.get(path.stem, 2)
    wrong = [f"{path.name}: {entry.get('requirement')}: {what}" for entry in entries for what in mistakes(entry, least)]
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
    assert row in readme(), f"the table should hold: {row}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_readme_tells_how_many_share_a_word(path: Path) -> None:
    entries = requirements(path)
    shared = [[each for entry in entries for each in sharing(entry, label)] for label in ("strong", "weak", "none")]
    row = f"| {path.stem} | " + " | ".join(f"{sum(of) / len(of):.2f}" for of in shared) + " |"
    assert row in readme(), f"the table should hold: {row}"


def test_plain_requirements_are_made_up_alike() -> None:
    for entry in requirements(FOLDER / "part-plain.yaml"):
        count = Counter(pair["label"] for pair in entry["pairs"])
        hard = sum(pair.get("hard", False) for pair in entry["pairs"])
        made_up = (count["strong"], count["weak"], count["none"], hard, sum(sharing(entry, "strong")))
        assert made_up == (3, 2, 3, 1, 2), (
            f"{entry['requirement']}: strong, weak, none, hard, strong that share a word: {made_up}"
        )


def test_second_labels_are_of_pairs_that_exist() -> None:
    pairs = requirements(FOLDER / "second.yaml")
    said = Counter((pair["requirement"], pair["says"], pair["where"]) for pair in pairs)
    assert len(pairs) == 200
    assert max(said.values()) == 1
    assert all(set(pair) == {"requirement", "says", "where", "label"} and pair["label"] in LABELS for pair in pairs)
    assert set(said) - set(first_labels()) == set()


def test_readme_gives_the_agreement() -> None:
    table = Counter(both_labels())
    order = ("strong", "weak", "none")
    rows = [f"| first {one} | " + " | ".join(str(table[one, other]) for other in order) + " |" for one in order]
    rows.append(f"Alike: {sum(table[label, label] for label in order)} of {table.total()}.")
    assert [row for row in rows if row not in readme()] == []


def kappa(distance: Callable[[int, int], float]) -> float:
    """Cohen's kappa of the two labels: 1 less how far they lie apart over how far they would by chance."""
    order = ("none", "weak", "strong")
    table, labels = Counter(both_labels()), range(len(order))
    first, second = Counter(one for one, _ in both_labels()), Counter(other for _, other in both_labels())
    apart = sum(distance(i, j) * table[order[i], order[j]] for i in labels for j in labels)
    by_chance = sum(distance(i, j) * first[order[i]] * second[order[j]] for i in labels for j in labels) / table.total()
    return 1 - apart / by_chance


def test_readme_gives_cohens_kappa() -> None:
    plain, linear = kappa(operator.ne), kappa(lambda i, j: abs(i - j))
    row = f"Cohen's kappa: {plain:.3f} plain, {linear:.3f} with linear weights."
    assert row in readme(), f"README should say: {row}"
