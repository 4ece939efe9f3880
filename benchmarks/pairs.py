"""The labelled pairs of ``tests/pairs`` as a table, for training and for measuring."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent.parent / "tests" / "pairs"


@dataclass(frozen=True, slots=True)
class Pair:
    """A requirement, a line of a CV, and how far the line shows the requirement (`strong`, `weak` or `none`)."""

    requirement: str
    matter: str
    says: str
    where: str
    label: str
    hard: bool

    @property
    def claimed(self) -> bool:
        """Whether the line is a mere claim, which is weak at most wherever it fits."""
        return self.where in ("skill", "summary", "interest")


def pairs() -> list[Pair]:
    """All pairs, in the order of the files."""
    out = []
    for file in sorted(FOLDER.glob("part-*.yaml")):
        for entry in yaml.safe_load(file.read_text(encoding="utf-8")):
            for pair in entry["pairs"]:
                known = (entry["requirement"], entry["matter"], pair["says"], pair["where"], pair["label"])
                out.append(Pair(*known, hard=bool(pair.get("hard"))))
    return out
