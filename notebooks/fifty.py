"""Fifty invented candidates for the notebooks, mixed from the samples in ``data/profiles``; the same ones each time."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import fitscore

SAMPLES = Path(__file__).parent.parent / "data" / "profiles"


def write_fifty(folder: Path, *, seed: int = 7, number: int = 50) -> Path:
    """Write the CVs into ``folder`` and return it.

    Each has the jobs and skills of one sample, the studies of a second and the languages of a third; some leave out a part,
    as CVs do. Names are "Candidate 01" and so on: nobody is meant.
    """
    samples = [profile.document for profile in fitscore.read_profiles(SAMPLES)]
    dice = random.Random(seed)
    for count in range(1, number + 1):
        document = _mixed(samples, dice, f"Candidate {count:02}")
        (folder / f"candidate-{count:02}.json").write_text(json.dumps(document, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder


def _mixed(samples: list[dict[str, Any]], dice: random.Random, name: str) -> dict[str, Any]:
    work, studies, tongues = (dice.choice(samples) for _ in range(3))
    basics = {**work.get("basics", {}), "name": name, "email": "nobody@example.org"}
    mixed = {**work, **_parts(studies, "education"), **_parts(tongues, "languages"), "basics": basics}
    for part in ("skills", "clearances", "languages", "education"):
        if dice.random() < 0.12:  # some CVs say nothing on it
            mixed.pop(part, None)
    return mixed


def _parts(document: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: document[name] for name in names if name in document}
