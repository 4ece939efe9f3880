"""What extraction costs, as a ratio to spaCy's blank English tokenizer over the same whole text, both in the same run.

usage: python benchmarks/extraction.py [PATHS …] [--rounds 5] [--cold 9] [--all]

Warm: one process, each notice read and its criteria extracted as ``fitscore extract`` does, and its text tokenised, in
turn, round by round; of each the best round counts; the ratio is the median over the notices. The tokenizer keeps the
words that it has cut before, so that from the second round on it only looks them up; its first meeting with the words
(a new tokenizer for each notice) is printed beside it.
Cold: fresh processes in turn, one with import and extraction of one notice, one with import and tokenising of its text.
``--all``: only run over every notice, say which fail and which takes longest.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from common import PYTHON, report

DATA = Path(__file__).parent.parent / "data" / "vacancies"
MOST = 1.2
SEED = 7
EXTRACT = "import sys; from fitscore.pipeline import read_vacancy; read_vacancy(sys.argv[1])"
TOKENISE = (
    "import sys, spacy; from pathlib import Path; from fitscore.text import decode;"
    "spacy.blank('en').tokenizer(decode(Path(sys.argv[1]).read_bytes()))"
)


def taken(work: Callable[[], object]) -> float:
    """Seconds of this process that one call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def warm(paths: Sequence[Path], rounds: int) -> bool:
    """Print the warm ratio; whether it stays within its limit."""
    import spacy

    from fitscore.pipeline import read_vacancy
    from fitscore.text import decode

    tokenizer = spacy.blank("en").tokenizer
    texts = {path: decode(path.read_bytes()) for path in paths}
    first = {path: taken(lambda path=path, cold=spacy.blank("en").tokenizer: cold(texts[path])) for path in paths}  # type: ignore[misc]
    mine: dict[Path, list[float]] = {path: [] for path in paths}
    base: dict[Path, list[float]] = {path: [] for path in paths}
    for _ in range(rounds):
        for path in paths:
            mine[path].append(taken(lambda path=path: read_vacancy(path)))  # type: ignore[misc]
            base[path].append(taken(lambda path=path: tokenizer(texts[path])))  # type: ignore[misc]
    share = statistics.median(min(mine[path]) / min(base[path]) for path in paths)
    new = statistics.median(min(mine[path]) / first[path] for path in paths)
    once = statistics.median(mine[path][0] / base[path][0] for path in paths)
    print(f"warm, {len(paths)} notices: {_ms(mine)} ms a notice, floor {_ms(base)} ms, ratio {share:.2f}", _verdict(share))
    print(f"  in the first round {once:.2f}; to a tokenizer that meets every word of a notice for the first time {new:.2f}")
    return share <= MOST


def _ms(times: dict[Path, list[float]]) -> str:
    return f"{statistics.median(map(min, times.values())) * 1000:.1f}"


def _verdict(share: float) -> str:
    return f"{'within' if share <= MOST else 'OVER'} {MOST}"


def cold(path: Path, runs: int) -> bool:
    """Print the cold ratio; whether it stays within its limit."""
    return report("cold, one notice", [PYTHON, "-c", EXTRACT, str(path)], [PYTHON, "-c", TOKENISE, str(path)], most=MOST, runs=runs)


def run_all(paths: Iterable[Path]) -> bool:
    """Print which notices fail, and how long the others take; whether all went well within a second."""
    from fitscore.pipeline import read_vacancy

    times: list[tuple[float, str]] = []
    failed = 0
    for path in paths:
        start = time.perf_counter()
        try:
            read_vacancy(path)
        except Exception as error:
            failed += 1
            print(f"{path}: {type(error).__name__}: {error}")
        times.append((time.perf_counter() - start, str(path)))
    seconds = sum(second for second, _ in times)
    print(f"{len(times)} notices, {failed} failed, {seconds:.1f} s, {seconds / len(times) * 1000:.1f} ms a notice")
    print(f"slowest: {max(times)[1]} {max(times)[0]:.2f} s")
    return failed == 0 and max(times)[0] <= 1


def main() -> int:
    """Measure; exit status 1 if something is over its limit."""
    parser: Any = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", metavar="PATHS", type=Path, nargs="*", default=[DATA], help="notices, or folders of them")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of the warm measurement (default 5)")
    parser.add_argument("--cold", type=int, default=9, help="pairs of fresh processes (default 9; 0: none)")
    parser.add_argument("--some", type=int, default=0, metavar="N", help=f"only N notices, drawn with the seed {SEED}")
    parser.add_argument("--all", action="store_true", help="only run over every notice: failures and the slowest")
    args = parser.parse_args()
    paths = sorted(file for path in args.paths for file in (path.glob("*.txt") if path.is_dir() else (path,)))
    if args.some:
        paths = sorted(random.Random(SEED).sample(paths, min(args.some, len(paths))))
    if args.all:
        return 0 if run_all(paths) else 1
    good = [warm(paths, args.rounds), *([cold(paths[len(paths) // 2], args.cold)] if args.cold else [])]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
