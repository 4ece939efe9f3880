"""The hand-labelled cases of ``tests/cases`` as a table: every statement of a profile against every judged criterion.

usage: python benchmarks/cases.py            (the verdicts of the program held against the labels)
"""

from __future__ import annotations

import collections
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "cases"
GOLD = ROOT / "tests" / "gold"
NOTICES = ROOT / "data" / "vacancies"
JUDGED = ("capability", "experience", "management")


@dataclass(frozen=True, slots=True)
class Case:
    """A judged criterion of a notice against a profile: the verdicts that are right, and the paths that show or touch it."""

    profile: str
    notice: str
    criterion: Any
    label: str
    verdicts: tuple[str, ...]
    shown: frozenset[str]
    touched: frozenset[str]
    candidate: Any
    criteria: tuple[Any, ...]


def cases() -> Iterator[Case]:
    """Each labelled criterion that the program finds in the notice, too."""
    from fitscore.pipeline import read_vacancy

    vacancies: dict[str, Any] = {}
    for file, candidate in zip(sorted(CASES.glob("*.yaml")), candidates(), strict=True):
        case = yaml.safe_load(file.read_text(encoding="utf-8"))
        for notice, entry in case["notices"].items():
            if notice not in vacancies:
                vacancies[notice] = read_vacancy(NOTICES / notice)
            gold = yaml.safe_load((GOLD / f"{Path(notice).stem}.yaml").read_text(encoding="utf-8"))["criteria"]
            found = vacancies[notice].criteria
            for label, said in entry["verdicts"].items():
                place = next(c for c in gold if c.get("id") == label)
                criterion = _nearest(place, found)
                if criterion is None:
                    continue
                right = said["verdict"] if isinstance(said["verdict"], list) else [said["verdict"]]
                shown, touched = frozenset(said["shown"] or ()), frozenset(said["touched"] or ())
                yield Case(case["profile"], notice, criterion, label, tuple(right), shown, touched, candidate, found)


def candidates() -> list[Any]:
    """The candidates of all cases, in the order of the files."""
    from fitscore.pipeline import read_profile
    from fitscore.profiles.candidate import make_candidate
    from fitscore.settings import default_settings

    known = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(CASES.glob("*.yaml"))]
    return [make_candidate(read_profile(CASES / "profiles" / c["profile"]), c["as_of"], default_settings()) for c in known]


def _nearest(place: dict[str, Any], found: tuple[Any, ...]) -> Any:
    """The judged criterion that overlaps most with a label's place; None where none does by half."""

    def shared(criterion: Any) -> float:
        inner = min(place["end"], criterion.end) - max(place["start"], criterion.start)
        return max(0, inner) / min(place["end"] - place["start"], criterion.end - criterion.start)

    judged = [c for c in found if c.kind in JUDGED and getattr(c, "min_years", None) is None]
    best = max(judged, key=lambda c: (shared(c), -c.start), default=None)
    return best if best is not None and shared(best) >= 0.5 else None


def topic(criterion: Any) -> str:
    """The words of a criterion that evidence is looked for by."""
    from fitscore.criteria.evidence import topic_in

    return topic_in(getattr(criterion, "topic", None) or getattr(criterion, "domain", None) or criterion.text, criterion.text)


def main() -> None:
    """Print how many verdicts are right, wrongly met, and which wrong ones there are."""
    from fitscore.criteria.base import Context
    from fitscore.nlp import default_likeness
    from fitscore.settings import default_settings

    tally: collections.Counter[tuple[str, str, str]] = collections.Counter()
    right = total = met = 0
    for case in cases():
        context = Context(settings=default_settings(), criteria=case.criteria, likeness=default_likeness())
        verdict = case.criterion.assess(case.candidate, context=context).verdict
        total += 1
        right += verdict in case.verdicts
        met += verdict == "met" and "met" not in case.verdicts
        if verdict not in case.verdicts:
            tally[case.criterion.kind, verdict, "/".join(case.verdicts)] += 1
    print(f"{right}/{total} = {right / total:.3f} right, {met} = {met / total:.3f} wrongly met")
    for (kind, verdict, wanted), count in tally.most_common():
        print(f"{count:4} {kind}: {verdict} for {wanted}")


if __name__ == "__main__":
    main()
