"""Timing whole commands against a floor measured in the same run."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence


def seconds(command: Sequence[str]) -> float:
    """Wall time of one run of a command, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def ratio(command: Sequence[str], floor: Sequence[str], *, runs: int) -> tuple[float, float, float]:
    """Median wall time of ``command``, of ``floor``, and the median of their ratios pair by pair (run in turn)."""
    seconds(command), seconds(floor)
    pairs = [(seconds(command), seconds(floor)) for _ in range(runs)]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def report(label: str, command: Sequence[str], floor: Sequence[str], *, most: float, runs: int = 7) -> bool:
    """Print one line with the ratio and whether it stays within ``most``."""
    mine, base, share = ratio(command, floor, runs=runs)
    verdict = "within" if share <= most else "OVER"
    print(f"{label:<28} {mine * 1000:8.0f} ms  floor {base * 1000:8.0f} ms  ratio {share:6.2f}  {verdict} {most}")
    return share <= most


PYTHON = sys.executable
