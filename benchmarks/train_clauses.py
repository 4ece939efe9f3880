"""Train the clause model from notices whose own headings say what stands under them, and write ``models/clauses``.

usage: python benchmarks/train_clauses.py NOTICES [--out models/clauses] [--each-organisation FOLDER]

NOTICES is a ``.jsonl`` or ``.jsonl.gz`` file with one notice a line (``id``, ``organisation``, ``text``). With
``--each-organisation`` nothing is written: each organisation is left out in turn, and the table of hits is printed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from pathlib import Path
from typing import Any

from clause_lines import Labelled, read_labelled

from fitscore.documents import load_yaml
from fitscore.nlp.clauses import BITS, LABELS, ClauseModel, Passage, features, read_model, slots

MOST_COPIES = 3
"""Of passages with the same words and label no more than this are learned from: portals repeat themselves."""
TOGETHER = {"World Bank": ("World Bank", "IFC"), "IFC": ("World Bank", "IFC")}
"""Organisations that write as one are left out together."""
OWN = "own sentences"
SEED = 7


@dataclass(frozen=True, slots=True)
class Row:
    """One notice: who wrote it, and its passages with their labels."""

    organisation: str
    passages: tuple[Labelled, ...]


def read_rows(path: Path) -> list[Row]:
    """The notices of the file by id, every second one without its headings, and the sentences of our own."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()
    notices = sorted((json.loads(line) for line in lines if line.strip()), key=lambda n: n["id"])
    rows = [
        Row(notice["organisation"], tuple(read_labelled(notice["text"], headings=index % 2 == 0)))
        for index, notice in enumerate(notices)
    ]
    return [*rows, *own_rows()]


def own_rows() -> list[Row]:
    """The sentences of our own, each as a notice of one passage."""
    file = Path(__file__).with_name("clauses.yaml")
    own: dict[str, Any] = load_yaml(file.read_text(encoding="utf-8"), file=str(file)).data
    return [
        Row(OWN, (Labelled(Passage(text, listed=label != "heading"), label, 0),))
        for label, texts in own.items()
        for text in texts
    ]


@dataclass(frozen=True, slots=True)
class Table:
    """The passages of all rows as the learner takes them: places of their features, label (-1: none told), row."""

    matrix: Any
    labels: Any
    rows: Any
    copies: Any


def tabulate(rows: Sequence[Row]) -> Table:
    """All passages of all rows, in order."""
    import numpy as np
    from scipy.sparse import csr_matrix

    places, ends, values, labels, owner, copies = [], [0], [], [], [], []
    seen: Counter[tuple[str, str | None]] = Counter()
    for number, row in enumerate(rows):
        for marks, item in zip(features([p.passage for p in row.passages]), row.passages, strict=True):
            found = slots(marks)
            places.append(np.array(found, dtype=np.int32))
            values.append(np.full(len(found), len(found) ** -0.5, dtype=np.float32))
            ends.append(ends[-1] + len(found))
            labels.append(-1 if item.label is None else LABELS.index(item.label))
            owner.append(number)
            copies.append(seen[(item.passage.text, item.label)])
            seen[(item.passage.text, item.label)] += 1
    matrix = csr_matrix((np.concatenate(values), np.concatenate(places), np.array(ends)), shape=(len(labels), 1 << BITS))
    return Table(matrix, np.array(labels), np.array(owner), np.array(copies))


def fit(rows: Sequence[Row], table: Table, without: Collection[str] = ()) -> tuple[dict[str, Any], bytes]:
    """A model of all rows but those of some organisations: its card and its weights as bytes."""
    import numpy as np
    from sklearn.linear_model import SGDClassifier

    kept = np.array([row.organisation not in without for row in rows])
    chosen = kept[table.rows] & (table.labels >= 0) & (table.copies < MOST_COPIES)
    learner = SGDClassifier(loss="log_loss", alpha=2e-6, max_iter=6, tol=None, average=True, random_state=SEED)
    learner.fit(table.matrix[chosen], table.labels[chosen])
    scale = float(np.abs(learner.coef_).max()) / 127
    weights = np.rint(learner.coef_ / scale).astype(np.int8)
    card = {
        "labels": list(LABELS),
        "bits": BITS,
        "scale": round(scale, 6),
        "bias": [round(float(b), 4) for b in learner.intercept_],
        "follows": follows([row for row, keep in zip(rows, kept, strict=True) if keep]),
        "passages": int(chosen.sum()),
        "notices": int(kept.sum()),
    }
    return card, weights.tobytes()


def follows(rows: Sequence[Row]) -> list[list[float]]:
    """The logarithm of how often a label follows another, each pair counted once more than seen."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        told = [p.label for p in row.passages]
        counts.update((a, b) for a, b in pairwise(told) if a and b)
    totals = {a: sum(counts[(a, b)] + 1 for b in LABELS) for a in LABELS}
    return [[round(log((counts[(a, b)] + 1) / totals[a]), 4) for b in LABELS] for a in LABELS]


@cache
def prepared(path: Path) -> tuple[list[Row], Table]:
    """The rows of a file and their table, once a run."""
    rows = read_rows(path)
    return rows, tabulate(rows)


def kept_model(folder: Path, notices: Path, without: tuple[str, ...]) -> ClauseModel:
    """The model without some organisations, from the folder of models trained before, else trained and put there."""
    place = folder / ("-".join(without).replace(" ", "_") or "all")
    if not place.is_dir():
        write(place, *fit(*prepared(notices), without))
    return read_model(place)


def each_organisation(path: Path, keep: Path) -> None:
    """Leave out each organisation in turn; print how often the labels of its own headings are told."""
    import numpy as np

    rows, table = prepared(path)
    hits: Counter[tuple[str, str]] = Counter()
    print(f"{'organisation':<16}{'passages':>9}{'right':>8}" + "".join(f"{label:>12}" for label in LABELS))
    for name in sorted({row.organisation for row in rows} - {OWN}):
        model = kept_model(keep, path, TOGETHER.get(name, (name,)))
        here: Counter[tuple[str, str]] = Counter()
        for number in [i for i, row in enumerate(rows) if row.organisation == name]:
            mine = np.flatnonzero(table.rows == number)
            told = model.read([p.passage for p in rows[number].passages])
            here.update((LABELS[table.labels[i]], label) for i, label in zip(mine, told, strict=True) if table.labels[i] >= 0)
        print_line(name, here)
        hits.update(here)
    print_line("all", hits)
    print("commonest confusions:")
    for (label, read), count in [(pair, n) for pair, n in hits.most_common() if pair[0] != pair[1]][:8]:
        print(f"{count:>8} {label} read as {read}")


def print_line(name: str, hits: Counter[tuple[str, str]]) -> None:
    """One line: how many, the share that is right, and the F1 of each label."""
    total = sum(hits.values())
    scores = []
    for label in LABELS:
        found = sum(n for (_, b), n in hits.items() if b == label)
        asked = sum(n for (a, _), n in hits.items() if a == label)
        scores.append(2 * hits[(label, label)] / (found + asked) if asked else float("nan"))
    right = sum(n for (a, b), n in hits.items() if a == b) / total
    print(f"{name:<16}{total:>9}{right:>8.3f}" + "".join(f"{score:>12.3f}" for score in scores), flush=True)


def write(folder: Path, card: dict[str, Any], weights: bytes) -> None:
    """Write a model's two files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "clauses.json").write_text(json.dumps(card, indent=0) + "\n", encoding="utf-8")
    (folder / "weights.bin").write_bytes(weights)


def main() -> None:
    """Train and write, or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notices", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "models" / "clauses")
    parser.add_argument("--each-organisation", type=Path, metavar="FOLDER", help="measure; the models are kept in the folder")
    args = parser.parse_args()
    if args.each_organisation:
        each_organisation(args.notices, args.each_organisation)
        return
    card, weights = fit(*prepared(args.notices))
    card["trained_on_sha256"] = hashlib.sha256(args.notices.read_bytes()).hexdigest()
    write(args.out, card, weights)
    print(f"{card['notices']} notices, {card['passages']} passages, {len(weights)} bytes of weights: {args.out}")


if __name__ == "__main__":
    main()
