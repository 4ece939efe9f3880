"""How long fitscore takes to start, and the main job cold, each as a ratio to a floor taken in the same run.

usage: python benchmarks/startup.py [PROFILE VACANCIES]   (default: a sample profile and five sample notices)
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from common import PYTHON, report

DATA = Path(__file__).parent.parent / "data"
FITSCORE = shutil.which("fitscore", path=str(Path(PYTHON).parent)) or "fitscore"


def main() -> int:
    """Run the three measurements; exit status 1 if one is over its limit."""
    profile = sys.argv[1] if len(sys.argv) > 1 else str(sorted((DATA / "profiles").glob("*.yaml"))[0])
    notices = sys.argv[2:] or [str(path) for path in sorted((DATA / "vacancies").glob("*.txt"))[:5]]
    job = [FITSCORE, profile, *(word for notice in notices for word in ("--vacancy", notice)), "--as-of", "2026-02-01"]
    bare = [PYTHON, "-c", "pass"]
    good = [
        report("fitscore --version", [FITSCORE, "--version"], bare, most=7),
        report("fitscore --help", [FITSCORE, "--help"], bare, most=16),
        report("main job, cold", job, [PYTHON, "-c", "import spacy, pydantic"], most=3, runs=5),
    ]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
