"""Learn which words stand near each other in vacancy notices, and write ``models/latent``.

usage: python benchmarks/train_latent.py NOTICES [--out models/latent] [--dimensions 100]

NOTICES is a ``.jsonl`` or ``.jsonl.gz`` file with one notice a line (its words under ``text``). The lines of the notices, and
each concept of the vocabulary with its wordings and neighbours as one line that counts `TIMES` times, are weighed by TF-IDF and
reduced by a truncated singular value decomposition; each stem keeps its place in that space.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from train_lexical import stems, texts

from fitscore.vocabulary.thesaurus import written

FEWEST = 4
"""A stem in fewer lines than this is left out."""
SHORTEST = 4
"""Lines of fewer stems are left out."""
TIMES = 5
"""How often a concept's line counts, so that words of CVs that stand in no notice have their place too."""


def lines(path: Path) -> list[list[str]]:
    """The different lines of all notices as stems, in the order in which they first stand."""
    found = dict.fromkeys(line.strip() for text in texts(path) for line in text.splitlines())
    return [words for line in found if len(words := stems(line)) >= SHORTEST]


def of_concepts() -> list[list[str]]:
    """Each concept as a line: its name, its wordings without the names of bodies, and the names of its neighbours."""
    return [
        [stem for words in (name, *concept.said, *concept.broader, *concept.near) for stem in stems(words)]
        for name, concept in written().items()
    ]


def main() -> None:
    """Train, write, and say what came out."""
    import numpy as np
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notices", type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent / "models" / "latent")
    parser.add_argument("--dimensions", type=int, default=100)
    args = parser.parse_args()
    rows = [*lines(args.notices), *of_concepts() * TIMES]
    vectorizer = TfidfVectorizer(analyzer=lambda row: row, min_df=FEWEST, sublinear_tf=True)
    matrix = vectorizer.fit_transform(rows)
    reduced = TruncatedSVD(args.dimensions, algorithm="arpack", random_state=0).fit(matrix)
    vectors = (reduced.components_ * reduced.singular_values_[:, None]).T
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12)
    signs = np.where(vectors.sum(axis=0) < 0, -1, 1)  # the decomposition leaves the sign of a dimension open
    small = np.clip(np.rint(vectors * signs * 127), -127, 127).astype(np.int8)
    names = sorted(vectorizer.vocabulary_, key=lambda stem: vectorizer.vocabulary_[stem])
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "vectors.bin").write_bytes(small.tobytes())
    about = {
        "dimensions": args.dimensions,
        "lines": len(rows),
        "trained_on_sha256": hashlib.sha256(args.notices.read_bytes()).hexdigest(),
        "stems": names,
    }
    (args.out / "stems.json").write_text(json.dumps(about, ensure_ascii=True, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{len(rows)} lines, {len(names)} stems, {small.nbytes} bytes: {args.out}")


if __name__ == "__main__":
    main()
