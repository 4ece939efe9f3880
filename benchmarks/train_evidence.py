"""Train the judge of evidence on the labelled pairs and cases, write ``models/evidence``, and print what its parts are worth.

usage: python benchmarks/train_evidence.py [--out models/evidence] [--only-figures]

Two logistic regressions over the signals of `fitscore.nlp.signals`; a signal whose weight has the wrong sign is left out and
the rest fitted again. They learn from the pairs (``tests/pairs``) and, at a lesser weight, from every statement of the profiles
of ``tests/cases`` against every judged criterion. Figures on pairs come from five parts of the requirements, each judged by what
was learned from the others (requirements on the same matter stay in one part); figures on cases leave out two profiles in turn.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from cases import Case, candidates, cases, topic
from pairs import Pair, pairs

from fitscore.nlp.coverage import coverage
from fitscore.nlp.signals import AGAINST, NAMES, signals
from fitscore.nlp.topics import roads_of

PARTS = 5
STRENGTH = 1.0
"""Inverse strength of the regularisation (scikit-learn's C)."""
CASE_WEIGHT = {"possible": 0.005, "sure": 1.0}
"""What a statement of a case weighs beside a pair: there are some thirty thousand, and nearly all of them show nothing."""
LEADING = [NAMES.index(name) for name in ("concepts", "company", "nearest")]


@dataclass(frozen=True, slots=True)
class Rows:
    """Signals (a row a text), whether each shows its topic at least in part and wholly, and which belong together."""

    x: Any
    possible: Any
    sure: Any
    groups: Any


def table(requirement: str, texts: Sequence[str]) -> Any:
    """The signals of each text, of the road of the requirement that it shows best."""
    roads = [signals(road, texts) for road in roads_of(requirement)]
    if not roads:
        return np.zeros((len(texts), len(NAMES)))
    values = np.array([[found.values for found in road] for road in roads])
    best = values[:, :, LEADING].sum(axis=2).argmax(axis=0)
    return values[best, np.arange(len(texts))]


def of_pairs(rows: Sequence[Pair]) -> Rows:
    """The pairs as rows."""
    x = np.vstack([table(pair.requirement, [pair.says]) for pair in rows])
    labels = np.array([pair.label for pair in rows])
    return Rows(x, labels != "none", labels == "strong", np.array([pair.matter for pair in rows]))


def of_cases(known: Sequence[Case]) -> tuple[Rows, Any]:
    """Every statement of every case as rows, and the number of the case each belongs to."""
    from fitscore.criteria.evidence import counts

    parts: list[Any] = []
    possible: list[bool] = []
    sure: list[bool] = []
    groups: list[str] = []
    numbers: list[int] = []
    for number, case in enumerate(known):
        said = [s for s in case.candidate.statements if counts(s.text)]
        parts.append(table(topic(case.criterion), [s.text for s in said]))
        possible += [s.path in case.shown or s.path in case.touched for s in said]
        sure += [s.path in case.shown for s in said]
        groups += [case.profile] * len(said)
        numbers += [number] * len(said)
    return Rows(np.vstack(parts), np.array(possible), np.array(sure), np.array(groups)), np.array(numbers)


def fit(x: Any, y: Any, weights: Any) -> tuple[Any, float]:
    """A weight for each signal and the bias; each weight of the right sign, or 0."""
    from sklearn.linear_model import LogisticRegression

    keep = list(range(x.shape[1]))
    while True:
        model = LogisticRegression(C=STRENGTH, max_iter=5000).fit(x[:, keep], y, sample_weight=weights)
        found = dict(zip(keep, model.coef_[0], strict=True))
        wrong = [k for k, value in found.items() if value and (value > 0) == (NAMES[k] in AGAINST)]
        if not wrong:
            break
        keep.remove(max(wrong, key=lambda k: abs(found[k])))
    out = np.zeros(x.shape[1])
    out[keep] = model.coef_[0]
    return out, float(model.intercept_[0])


def chance(x: Any, model: tuple[Any, float]) -> Any:
    """The probability of each row."""
    return 1 / (1 + np.exp(-(x @ model[0] + model[1])))


def parted(rows: Rows, y: Any, train: Callable[[Any], tuple[Any, float]]) -> list[tuple[Any, tuple[Any, float]]]:
    """The rows in parts, each with a model that has not seen their groups; ``train`` makes one of the rows it may see."""
    from sklearn.model_selection import GroupKFold

    return [(hidden, train(seen)) for seen, hidden in GroupKFold(PARTS).split(rows.x, y, rows.groups)]


def unseen(rows: Rows, models: Sequence[tuple[Any, tuple[Any, float]]]) -> Any:
    """For each row the probability by the model that has not seen its group."""
    out = np.zeros(len(rows.x))
    for hidden, model in models:
        out[hidden] = chance(rows.x[hidden], model)
    return out


def hard_order(rows: Sequence[Pair], chances: Any) -> float:
    """Of each hard line that shows nothing and each line that shows something, the share in the right order."""
    right = total = 0.0
    for number, pair in enumerate(rows):
        if pair.hard:
            others = [k for k, o in enumerate(rows) if o.requirement == pair.requirement and o.label != "none"]
            total += len(others)
            right += sum((chances[k] > chances[number]) + 0.5 * (chances[k] == chances[number]) for k in others)
    return right / total


def calibration(y: Any, chances: Any, bins: int = 10) -> float:
    """Expected calibration error over ``bins`` of equal width: the mean distance of probability and share, by size."""
    place = np.minimum((chances * bins).astype(int), bins - 1)
    parts = [(place == k) for k in range(bins) if (place == k).any()]
    return float(sum(abs(chances[part].mean() - y[part].mean()) * part.mean() for part in parts))


def reciprocal_rank(y: Any, chances: Any, numbers: Any) -> float:
    """The mean over cases of 1 / rank of the first statement that shows the criterion, among all of the profile."""
    out = []
    for number in np.unique(numbers[y]):
        mine = numbers == number
        best = chances[mine & y].max()
        out.append(1 / (1 + (chances[mine & ~y] >= best).sum()))
    return float(np.mean(out))


def rank_among_profiles(rows: Sequence[Pair], known: Rows, models: Sequence[tuple[Any, Any]]) -> float:
    """The mean of 1 / rank of a strong line put among all statements of a whole profile, by a model that has not seen the
    requirement. Each requirement meets two of the profiles of ``tests/cases``, by its number. Where the profile itself shows
    what is asked, the line may rightly stand below.
    """
    out = []
    profiles = [[s.text for s in candidate.statements] for candidate in candidates()]
    for number, requirement in enumerate(dict.fromkeys(pair.requirement for pair in rows)):
        strong = [k for k, pair in enumerate(rows) if pair.requirement == requirement and pair.label == "strong"]
        for place in (number % len(profiles), (number + 3) % len(profiles)):
            others = table(requirement, profiles[place]) if strong else None
            for hidden, model in models:
                mine = [k for k in strong if k in hidden]
                if mine:
                    theirs = chance(others, model)
                    out += [1 / (1 + int((theirs >= own).sum())) for own in chance(known.x[mine], model)]
    return float(np.mean(out))


def compare(rows: Sequence[Pair], known: Rows, learned: Any, said: Any) -> None:
    """Print, for each signal alone, the broad fields, and all learned together, what they are worth on the same pairs."""
    from sklearn.metrics import roc_auc_score

    start = perf_counter()
    fields = np.array([coverage(pair.requirement, (pair.says,)) for pair in rows])
    print(f"broad fields: {(perf_counter() - start) / len(rows) * 1e6:.0f} microseconds a pair")
    columns = {name: known.x[:, k] * (-1 if name in AGAINST else 1) for k, name in enumerate(NAMES)}
    for name, column in {**columns, "broad fields": fields, "learned": learned}.items():
        score = np.where(said, column, column.min() - 1)
        print(f"{name:14} AUC {roc_auc_score(known.possible, score):.3f}  hard pairs in order {hard_order(rows, score):.3f}")


def main() -> None:
    """Train, write, and print the figures."""
    from sklearn.metrics import roc_auc_score

    from fitscore.criteria.evidence import counts

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "models" / "evidence")
    parser.add_argument("--only-figures", action="store_true", help="write nothing")
    args = parser.parse_args()
    rows = pairs()
    known, (held, numbers) = of_pairs(rows), of_cases(list(cases()))
    said = np.array([counts(pair.says) for pair in rows])
    shown = np.array([not pair.claimed for pair in rows])
    models, figures = {}, {}
    for name, may_learn in (("possible", said), ("sure", said & shown)):
        y, cy = getattr(known, name), getattr(held, name)

        def both(mine: Any, theirs: Any, y: Any = y, cy: Any = cy, name: str = name) -> tuple[Any, float]:
            x = np.vstack([known.x[mine], held.x[theirs]])
            weights = np.r_[np.ones(len(mine)), np.full(len(theirs), CASE_WEIGHT[name])]
            return fit(x, np.r_[y[mine], cy[theirs]], weights)

        all_pairs, all_cases = np.flatnonzero(may_learn), np.arange(len(cy))
        by_part = parted(known, y, lambda seen: both(np.intersect1d(seen, all_pairs), all_cases))  # noqa: B023
        chances = unseen(known, by_part) * said
        in_cases = unseen(held, parted(held, cy, lambda seen: both(all_pairs, seen)))  # noqa: B023
        of = np.ones(len(y), dtype=bool) if name == "possible" else shown
        figures[name] = {
            "pairs": int(of.sum()),
            "auc": round(float(roc_auc_score(y[of], chances[of])), 3),
            "calibration": round(calibration(y[of & said], chances[of & said]), 3),
            "hard_order": round(hard_order(rows, chances), 3),
            "reciprocal_rank": round(rank_among_profiles(rows, known, by_part), 3),
            "cases_auc": round(float(roc_auc_score(cy, in_cases)), 3),
            "cases_reciprocal_rank": round(reciprocal_rank(held.sure, in_cases, numbers), 3),
        }
        if name == "possible":
            compare(rows, known, chances, said)
        weights, bias = both(all_pairs, all_cases)
        named = {n: round(float(w), 4) for n, w in zip(NAMES, weights, strict=True) if w}
        models[name] = {"bias": round(bias, 4), "weights": named}
    text = json.dumps(
        {"pairs": len(rows), "statements": len(numbers), "unseen": figures, "models": models}, indent=1, sort_keys=True
    )
    print(text)
    if not args.only_figures:
        args.out.mkdir(parents=True, exist_ok=True)
        (args.out / "weights.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
