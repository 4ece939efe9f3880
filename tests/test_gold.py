"""Extraction on the sample notices, held against criteria listed by hand (tests/gold), and on others (tests/unseen*)."""

from __future__ import annotations

import hashlib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fitscore.criteria.assemble import extract_criteria
from fitscore.documents import load_yaml
from fitscore.notices.model import Notice
from fitscore.notices.reading import read_notice

HERE = Path(__file__).parent
NOTICES = HERE.parent / "data" / "vacancies"
UNSEEN_NOTICES = (HERE / "unseen", HERE / "unseen2", HERE / "unseen3")


def listed(folder: Path) -> dict[str, dict[str, Any]]:
    """What stands in the YAML files of a folder, by their names."""
    return {path.stem: load_yaml(path.read_text(encoding="utf-8"), file=path.name).data for path in sorted(folder.glob("*.yaml"))}


GOLD = listed(HERE / "gold")
UNSEEN = {folder.name: listed(folder) for folder in UNSEEN_NOTICES}
ALL = GOLD | {stem: gold for golds in UNSEEN.values() for stem, gold in golds.items()}
FIELDS = {
    "degree": ("level", "equivalent_accepted", "alternatives"),
    "experience": ("min_years",),
    "management": ("min_years", "level"),
    "language": ("languages", "levels"),
    "clearance": ("level", "held"),
    "nationality": ("countries",),
    "capability": (),
}
SOFT = {"capability", "experience", "management"}
LEAST_STRUCTURED = 0.9
LEAST_STATEMENTS = 0.9
LEAST_UNSEEN = {"structured": 0.95, "statements": 0.93}

Entry = dict[str, Any]


def notice(stem: str) -> Path:
    """Where the notice of this name lies."""
    return next((folder for folder in UNSEEN_NOTICES if stem in UNSEEN[folder.name]), NOTICES) / f"{stem}.txt"


@cache
def read(stem: str) -> Notice:
    """A notice, read."""
    return read_notice(notice(stem))


@cache
def extracted(stem: str) -> list[Entry]:
    """The criteria that the program finds in a notice, as plain data."""
    criteria, _ = extract_criteria(read(stem))
    return [criterion.model_dump(mode="json") for criterion in criteria]


def structured(entry: Entry) -> bool:
    """Whether the fields of this criterion are compared, not only its place and importance."""
    return entry["kind"] not in SOFT or entry.get("min_years") is not None


def overlap(gold: Entry, found: Entry) -> float:
    """Shared characters over the shorter of the two spans; 0 where the found one is far too long."""
    shared = min(gold["end"], found["end"]) - max(gold["start"], found["start"])
    shorter, asked = min(gold["end"] - gold["start"], found["end"] - found["start"]), gold["end"] - gold["start"]
    return shared / shorter if shared > 0 and found["end"] - found["start"] <= 3 * asked + 150 else 0.0


def nearness(gold: Entry, found: Entry) -> float:
    """The best overlap of a found criterion with a gold one or with one of its repeats."""
    return max(overlap(place, found) for place in [gold, *gold.get("repeats", [])])


def plain(field: str, value: Any) -> Any:
    """A field's value with the order and the spelling that do not matter taken away."""
    if field == "alternatives":
        return sorted((str(r.get("level")), r.get("min_years"), r.get("extra_years")) for r in value or [])
    if isinstance(value, list):
        return sorted(str(item).lower() for item in value)
    return value.lower() if isinstance(value, str) else value


def differences(gold: Entry, found: Entry) -> list[str]:
    """What a found criterion says differently from the gold one (importance, and the fields that gold states)."""
    accept = gold.get("accept", {})
    names = ["importance", *(field for field in FIELDS[gold["kind"]] if field in gold and structured(gold))]
    return [
        f"{name}: {found.get(name)!r} for {gold[name]!r}"
        for name in names
        if plain(name, found.get(name)) not in [plain(name, value) for value in [gold[name], *accept.get(name, [])]]
    ]


def pairs(gold: list[Entry], found: list[Entry]) -> list[tuple[int, int]]:
    """One-to-one pairs of gold and found criteria, the best agreement first."""
    scored = [
        (not differences(g, f) if g["kind"] == f["kind"] else False, nearness(g, f), -abs(g["start"] - f["start"]), -i, -j)
        for i, g in enumerate(gold)
        for j, f in enumerate(found)
        if (g["kind"] == f["kind"] or not structured(g)) and nearness(g, f) >= 0.5
    ]
    taken_gold: set[int] = set()
    taken_found: set[int] = set()
    out = []
    for *_, i, j in sorted(scored, reverse=True):
        if -i not in taken_gold and -j not in taken_found:
            taken_gold.add(-i)
            taken_found.add(-j)
            out.append((-i, -j))
    return sorted(out)


def compare(gold_file: Entry, found: list[Entry]) -> tuple[Counter[str], list[str]]:
    """Counts of hits, and one line for each difference."""
    counts: Counter[str] = Counter()
    lines: list[str] = []
    wanted = [entry for entry in gold_file["criteria"] if not entry.get("optional")]
    forgiven = [entry for entry in gold_file["criteria"] if entry.get("optional")]
    for group, inside in (("structured", structured), ("statements", lambda entry: not structured(entry))):
        gold_group, found_group = [g for g in wanted if inside(g)], [f for f in found if inside(f)]
        coupled = pairs(gold_group, found_group)
        hit = {j for _, j in coupled}
        missed = sorted(set(range(len(gold_group))) - {i for i, _ in coupled})
        spurious = [f for j, f in enumerate(found_group) if j not in hit and not any(nearness(o, f) >= 0.5 for o in forgiven)]
        wrong = {(i, j): differences(gold_group[i], found_group[j]) for i, j in coupled}
        lines += [f"MISSED {gold_group[i]['kind']}: {gold_group[i]['quote'][:90]}" for i in missed]
        lines += [f"SPURIOUS {f['kind']} ({f['pattern']}): {f['text'][:90]}" for f in spurious]
        lines += [
            f"WRONG {gold_group[i]['kind']}: {'; '.join(diff)} in {gold_group[i]['quote'][:60]}"
            for (i, _), diff in wrong.items()
            if diff
        ]
        counts[f"{group} gold"] += len(gold_group)
        counts[f"{group} found"] += len(coupled) + len(spurious)
        counts[f"{group} right"] += sum(not diff for diff in wrong.values())
    return counts, lines


def f1(counts: Counter[str], group: str) -> float:
    """The harmonic mean of precision and recall: 2 × right / (gold + found)."""
    whole = counts[f"{group} gold"] + counts[f"{group} found"]
    return 2 * counts[f"{group} right"] / whole if whole else 1.0


def test_every_notice_has_gold_and_every_gold_a_notice() -> None:
    assert {path.stem for path in NOTICES.glob("*.txt")} == set(GOLD)
    for folder in UNSEEN_NOTICES:
        assert {path.stem for path in folder.glob("*.txt")} == set(UNSEEN[folder.name])


@pytest.mark.parametrize("stem", sorted(ALL))
def test_gold_quotes_are_words_of_the_notice(stem: str) -> None:
    gold = ALL[stem]
    raw = notice(stem).read_bytes()
    text = raw.decode("utf-8")
    assert gold["sha256"] == hashlib.sha256(raw).hexdigest(), "the notice changed: run python tests/gold_offsets.py"
    entries = [*gold["criteria"], *gold["conditions"]]
    for entry in [*entries, *(place for parent in entries for place in parent.get("repeats", []))]:
        assert text[entry["start"] : entry["end"]] == entry["quote"]


@pytest.mark.parametrize("stem", sorted(ALL))
def test_found_words_stand_in_the_notice(stem: str) -> None:
    text = notice(stem).read_text(encoding="utf-8")
    assert extracted(stem)
    for criterion in extracted(stem):
        assert " ".join(text[criterion["start"] : criterion["end"]].split()) == criterion["text"]


def measured(golds: dict[str, Entry]) -> tuple[dict[str, float], str]:
    """F1 of each group over these notices, and a text that names every difference."""
    total: Counter[str] = Counter()
    report: list[str] = []
    for stem, gold in golds.items():
        counts, lines = compare(gold, extracted(stem))
        total += counts
        report += [f"{stem}: {line}" for line in lines]
    figures = {group: round(f1(total, group), 3) for group in ("structured", "statements")}
    return figures, "\n".join([f"{figures} of {dict(total)}", *report])


@pytest.mark.parametrize("folder", sorted(UNSEEN))
def test_criteria_of_other_employers_are_found(folder: str) -> None:
    figures, message = measured(UNSEEN[folder])
    assert all(figures[group] >= least for group, least in LEAST_UNSEEN.items()), message


def test_criteria_of_the_samples_are_found() -> None:
    figures, message = measured(GOLD)
    assert figures["structured"] >= LEAST_STRUCTURED, message
    assert figures["statements"] >= LEAST_STATEMENTS, message


@pytest.mark.parametrize("stem", sorted(GOLD))
def test_posting_of_the_samples_is_read(stem: str) -> None:
    posting = read(stem).posting.model_dump(mode="json")
    wanted = GOLD[stem]["posting"]
    exact = {field: wanted[field] for field in ("deadline", "duration_years", "renewable", "grade") if field in wanted}
    assert {field: posting[field] for field in exact} == exact
    assert wanted.get("title") is None or wanted["title"].lower() in (posting["title"] or "").lower()
    if wanted.get("salary"):
        assert posting["salary"]["amount"] == wanted["salary"]["amount"]
