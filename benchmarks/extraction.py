"""What extraction costs, as a ratio to spaCy's blank English tokenizer over the same whole text, both in the same run.

usage: python benchmarks/extraction.py [PATHS …] [--some N] [--rounds 4] [--cold 9]
       python benchmarks/extraction.py PATHS … --all

Warm: a process that has read other notices before meets each notice for the first time: it is read and its criteria are
extracted as ``fitscore extract`` does, and its text is tokenised. Half of the notices warm the process, the other half is
measured, in turn in fresh processes. Of each notice the best round counts; the ratio is the median over the notices.
Both sides keep what they have learnt of single words; the ratio where the very same notice is met again is printed too,
and says how well the tokenizer remembers a text rather than what tokenising costs.
Cold: fresh processes in turn, one with import and extraction of one notice, one with import and tokenising of its text.
``--all``: only run over every notice, say which fail and which takes longest.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
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
    "import sys, spacy; from pathlib import Path; from fitscore.decoding import decode;"
    "spacy.blank('en').tokenizer(decode(Path(sys.argv[1]).read_bytes()))"
)
Times = dict[str, tuple[float, float, float, float]]
"""For each notice the seconds of extraction and of the tokenizer, when first met and when met again."""


def taken(work: Callable[[], object]) -> float:
    """Seconds of this process that one call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def in_this_process(paths: Sequence[Path]) -> Times:
    """Go over the notices, and measure on those of the second half."""
    import spacy

    from fitscore.decoding import decode
    from fitscore.pipeline import read_vacancy

    tokenizer = spacy.blank("en").tokenizer
    texts = {path: decode(path.read_bytes()) for path in paths}

    def both(path: Path) -> tuple[float, float]:
        return taken(lambda: read_vacancy(path)), taken(lambda: tokenizer(texts[path]))

    for path in paths[: len(paths) // 2]:
        both(path)
    return {str(path): (*both(path), *both(path)) for path in paths[len(paths) // 2 :]}


def warm(paths: Sequence[Path], rounds: int) -> bool:
    """Print the warm ratio; whether it stays within its limit."""
    best: Times = {}
    for number in range(max(2, rounds)):
        order = [str(path) for path in (paths if number % 2 else reversed(paths))]
        command = [PYTHON, __file__, "--child", *order]
        for name, times in json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout).items():
            best[name] = tuple(map(min, times, best.get(name, times)))  # type: ignore[assignment]
    mine, base = (statistics.median(times[place] for times in best.values()) * 1000 for place in (0, 1))
    share = statistics.median(first / floor for first, floor, _, _ in best.values())
    again = statistics.median(second / floor for _, _, second, floor in best.values())
    verdict = "within" if share <= MOST else "OVER"
    print(f"warm, {len(best)} notices: {mine:.1f} ms a notice, floor {base:.1f} ms, ratio {share:.2f}  {verdict} {MOST}")
    print(f"the same notices met again: ratio {again:.2f}")
    return share <= MOST


def cold(path: Path, runs: int) -> bool:
    """Print the cold ratio; whether it stays within its limit."""
    return report(
        "cold, one notice", [PYTHON, "-c", EXTRACT, str(path)], [PYTHON, "-c", TOKENISE, str(path)], most=MOST, runs=runs
    )


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
    parser.add_argument("--some", type=int, default=0, metavar="N", help=f"only N notices, drawn with the seed {SEED}")
    parser.add_argument("--rounds", type=int, default=4, help="processes of the warm measurement (default 4, at least 2)")
    parser.add_argument("--cold", type=int, default=9, help="pairs of cold processes (default 9; 0: none)")
    parser.add_argument("--all", action="store_true", help="only run over every notice: failures and the slowest")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        print(json.dumps(in_this_process(args.paths)))
        return 0
    paths = sorted(file for path in args.paths for file in (path.glob("*.txt") if path.is_dir() else (path,)))
    if args.some:
        paths = random.Random(SEED).sample(paths, min(args.some, len(paths)))
    if args.all:
        return 0 if run_all(paths) else 1
    good = [warm(paths, args.rounds), *([cold(paths[len(paths) // 2], args.cold)] if args.cold else [])]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
