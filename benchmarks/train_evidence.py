"""Train the judge of evidence on the labelled pairs, and write ``models/evidence``.

usage: python benchmarks/train_evidence.py [--out models/evidence] [--only-figures]

Two logistic regressions over the signals of `fitscore.nlp.signals`; a signal whose weight has the wrong sign is left out and
the rest fitted again. All figures come from five parts of the requirements, each judged by what was learned from the others;
requirements on the same matter stay in one part.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pairs import Pair, pairs

from fitscore.nlp.signals import AGAINST, NAMES, signals
from fitscore.nlp.topics import roads_of

PARTS = 5
STRENGTH = 1.0
"""Inverse strength of the regularisation (scikit-learn's C)."""


def table(rows: Sequence[Pair]) -> Any:
    """The signals of each pair, of the road of the requirement that the line shows best."""
    import numpy as np

    out = []
    for pair in rows:
        found = [signals(road, [pair.says])[0].values for road in roads_of(pair.requirement)]
        out.append(max(found, key=lambda v: v[0] + v[NAMES.index("company")] + v[NAMES.index("nearest")], default=(0.0,) * len(NAMES)))
    return np.array(out)


def fit(x: Any, y: Any, names: Sequence[str] = NAMES) -> tuple[Any, float]:
    """Weights and bias, each weight of the right sign or 0."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    keep = list(range(x.shape[1]))
    while True:
        model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(x[:, keep], y)
        found = dict(zip(keep, model.coef_[0], strict=True))
        wrong = [k for k, value in found.items() if value and (value > 0) == (names[k] in AGAINST)]
        if not wrong:
            break
        keep.remove(max(wrong, key=lambda k: abs(found[k])))
    weights = np.zeros(x.shape[1])
    weights[keep] = model.coef_[0]
    return weights, float(model.intercept_[0])


def unseen(x: Any, y: Any, groups: Any, trained_on: Any) -> Any:
    """For each pair the probability by a model that has not seen its requirement. ``trained_on``: the pairs to learn from."""
    import numpy as np
    from sklearn.model_selection import GroupKFold

    out = np.zeros(len(y))
    for train, test in GroupKFold(PARTS).split(x, y, groups):
        learn = train[trained_on[train]]
        weights, bias = fit(x[learn], y[learn])
        out[test] = 1 / (1 + np.exp(-(x[test] @ weights + bias)))
    return out


def hard_order(rows: Sequence[Pair], chance: Any) -> float:
    """Of each hard line that shows nothing and each line that shows something, the share in the right order."""
    right = total = 0.0
    for number, pair in enumerate(rows):
        if pair.hard:
            others = [k for k, o in enumerate(rows) if o.requirement == pair.requirement and o.label != "none"]
            total += len(others)
            right += sum((chance[k] > chance[number]) + 0.5 * (chance[k] == chance[number]) for k in others)
    return right / total


def calibration(y: Any, chance: Any, bins: int = 10) -> float:
    """Expected calibration error over ``bins`` of equal width: the mean distance of probability and share, by size."""
    import numpy as np

    place = np.minimum((chance * bins).astype(int), bins - 1)
    gaps = [
        abs(chance[place == k].mean() - y[place == k].mean()) * (place == k).mean() for k in range(bins) if (place == k).any()
    ]
    return float(sum(gaps))


def main() -> None:
    """Train, write, and print the figures."""
    import numpy as np
    from sklearn.metrics import roc_auc_score

    from fitscore.criteria.evidence import counts

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "models" / "evidence")
    parser.add_argument("--only-figures", action="store_true", help="write nothing")
    args = parser.parse_args()
    rows = pairs()
    x = table(rows)
    groups = np.array([pair.matter for pair in rows])
    said = np.array([counts(pair.says) for pair in rows])
    any_, strong = (np.array([pair.label in labels for pair in rows]) for labels in (("weak", "strong"), ("strong",)))
    shown = np.array([not pair.claimed for pair in rows])
    models, figures = {}, {}
    for name, y, learn in (("possible", any_, said), ("sure", strong, said & shown)):
        chance = unseen(x, y, groups, learn) * said
        where = said | True if name == "possible" else shown
        figures[name] = {
            "pairs": int(where.sum()),
            "auc": round(float(roc_auc_score(y[where], chance[where])), 3),
            "calibration": round(calibration(y[where & said], chance[where & said]), 3),
        }
        if name == "possible":
            figures[name]["hard_order"] = round(hard_order(rows, chance), 3)
        weights, bias = fit(x[learn], y[learn])
        models[name] = {
            "bias": round(bias, 4),
            "weights": {n: round(float(w), 4) for n, w in zip(NAMES, weights, strict=True) if w},
        }
    print(json.dumps(figures, indent=1))
    print(json.dumps(models, indent=1))
    if not args.only_figures:
        args.out.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"pairs": len(rows), "unseen": figures, "models": models}, indent=1, sort_keys=True)
        (args.out / "weights.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
