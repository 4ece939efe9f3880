"""What holding a profile against a notice costs, extraction done and models loaded.

usage: python benchmarks/assessing.py [--profiles data/profiles] [--vacancies data/vacancies]

The first profile warms the process; each other one is then held against each notice for the first time. The limit of 15 ms a
pair is that of one core of the machine the figures were taken on; the ratio is to spaCy's blank tokenizer over the same profile.
"""

from __future__ import annotations

import argparse
import statistics
import sys
from datetime import date
from pathlib import Path
from time import process_time

DATA = Path(__file__).parent.parent / "data"
MOST = 0.015
ON = date(2026, 2, 1)


def main() -> int:
    """Measure; exit status 1 if a pair costs more than the limit in the middle."""
    import spacy

    from fitscore.pipeline import fit, read_profile, read_vacancy

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profiles", type=Path, default=DATA / "profiles")
    parser.add_argument("--vacancies", type=Path, default=DATA / "vacancies")
    args = parser.parse_args()
    people = [read_profile(path) for path in sorted(args.profiles.glob("*.*"))]
    posts = [read_vacancy(path) for path in sorted(args.vacancies.glob("*.*"))]
    tokenizer = spacy.blank("en").tokenizer
    for post in posts:
        fit(people[0], post, on=ON)
    pairs, floors = [], []
    for person, path in zip(people[1:], sorted(args.profiles.glob("*.*"))[1:], strict=True):
        start = process_time()
        tokenizer(path.read_text(encoding="utf-8"))
        floors.append(process_time() - start)
        for post in posts:
            start = process_time()
            fit(person, post, on=ON)
            pairs.append(process_time() - start)
    middle, floor = statistics.median(pairs), statistics.median(floors)
    verdict = "within" if middle <= MOST else "OVER"
    high = statistics.quantiles(pairs, n=20)[-1]
    print(
        f"{len(pairs)} pairs: {middle * 1000:.1f} ms a pair, 19 of 20 below {high * 1000:.1f} ms,"
        f" tokenizer {floor * 1000:.2f} ms a profile, ratio {middle / floor:.1f}; {verdict} {MOST * 1000:.0f} ms"
    )
    return int(middle > MOST)


if __name__ == "__main__":
    sys.exit(main())
