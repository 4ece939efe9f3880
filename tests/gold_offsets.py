"""Fill in ids, offsets and checksums of tests/gold and the sets of unseen notices from the quotes (run after editing one)."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
FOLDERS = {
    HERE / "gold": HERE.parent / "data" / "vacancies",
    HERE / "unseen": HERE / "unseen",
    HERE / "unseen2": HERE / "unseen2",
    HERE / "unseen3": HERE / "unseen3",
}  # labels, and the notices that they name


def locate(entry: dict[str, Any], text: str) -> dict[str, Any]:
    """The entry with ``start`` and ``end`` of its quote; the quote must be unambiguous or carry ``nth``."""
    quote, nth = entry["quote"], entry.get("nth", 1)
    places = [i for i in range(len(text)) if text.startswith(quote, i)]
    if not places or (len(places) > 1 and "nth" not in entry):
        raise ValueError(f"{len(places)} places hold {quote!r}")
    start = places[nth - 1]
    rest = {key: value for key, value in entry.items() if key not in {"id", "quote", "start", "end", "repeats"}}
    found = {**rest, "start": start, "end": start + len(quote)}
    if entry.get("repeats"):
        found["repeats"] = [locate(place, text) for place in entry["repeats"]]
    return {**found, "quote": quote}


def number(criteria: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Criteria in the order of the notice, E1, E2, … and D1, D2, …; optional ones get no id."""
    counts = {"essential": 0, "desirable": 0}
    out = []
    for entry in sorted(criteria, key=lambda entry: (entry["start"], entry["end"])):
        if entry.get("optional"):
            out.append(entry)
            continue
        counts[entry["importance"]] += 1
        out.append({"id": f"{entry['importance'][0].upper()}{counts[entry['importance']]}", **entry})
    return out


def fill(path: Path, notices: Path) -> None:
    """Rewrite one gold file with everything that can be worked out."""
    gold = yaml.safe_load(path.read_text(encoding="utf-8"))
    raw = (notices / gold["file"]).read_bytes()
    text = raw.decode("utf-8")
    gold["sha256"] = hashlib.sha256(raw).hexdigest()
    gold["conditions"] = [locate(entry, text) for entry in gold.get("conditions") or []]
    gold["criteria"] = number([locate(entry, text) for entry in gold["criteria"]])
    path.write_text(yaml.safe_dump(gold, sort_keys=False, allow_unicode=True, width=120), encoding="utf-8")


if __name__ == "__main__":
    for gold_folder, notice_folder in FOLDERS.items():
        for gold_file in sorted(gold_folder.glob("*.yaml")):
            fill(gold_file, notice_folder)
