"""Work out how rare each word is in vacancy notices, and write ``models/lexical``.

usage: python benchmarks/train_lexical.py NOTICES [--out models/lexical]

NOTICES is a ``.jsonl`` or ``.jsonl.gz`` file with one notice a line (its words under ``text``).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

FEWEST = 3
"""A word in fewer notices than this is left out; it counts as one of the rarest."""


def texts(path: Path) -> Iterator[str]:
    """The words of each notice."""
    data = path.read_bytes()
    lines = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()
    return (json.loads(line)["text"] for line in lines if line.strip())


def stems(text: str) -> list[str]:
    """What the model counts: stems of words with letters only."""
    from fitscore.nlp import tokens

    return [token.stem for token in tokens(text) if token.stem.isalpha()]


def train(path: Path) -> dict[str, object]:
    """The model: inverse document frequency, ln((1 + notices) / (1 + notices with the word)) + 1, of each stem."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(analyzer=stems, min_df=FEWEST, smooth_idf=True)
    notices = vectorizer.fit_transform(texts(path)).shape[0]
    idf = {stem: round(float(vectorizer.idf_[index]), 4) for stem, index in sorted(vectorizer.vocabulary_.items())}
    return {"notices": notices, "trained_on_sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "idf": idf}


def main() -> None:
    """Train, write, and say what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("notices", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "models" / "lexical")
    args = parser.parse_args()
    model = train(args.notices)
    args.out.mkdir(parents=True, exist_ok=True)
    target = args.out / "idf.json"
    target.write_text(json.dumps(model, indent=0, ensure_ascii=True, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{model['notices']} notices, {len(model['idf'])} stems, {target.stat().st_size} bytes: {target}")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
