"""Make the index of the concepts: their wordings as stems, and how far each concept shows each other.

usage: python benchmarks/derive_concepts.py [--check]

Writes ``fitscore/vocabulary/concepts.json``. ``--check``: write nothing; exit status 1 if the file is not that of the vocabulary.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import fitscore
from fitscore.nlp import tokens
from fitscore.vocabulary import load
from fitscore.vocabulary.thesaurus import ANY, INDEX, MAYBE, NOT, SAID, concepts, degrees, digest

TARGET = Path(fitscore.__file__).parent / "vocabulary" / INDEX


def stems(wording: str) -> list[str]:
    """The parts of a wording between " .. ", each as its stems."""
    parts = [" ".join(token.stem for token in tokens(part) if token.stem[0].isalnum()) for part in wording.split(" .. ")]
    return parts if all(parts) else []


def derived() -> str:
    """The file's text."""
    known = concepts()
    place = {name: number for number, name in enumerate(known)}
    wordings: dict[tuple[int, tuple[str, ...]], int] = {}
    for name, concept in known.items():
        for kind, words in ((SAID, concept.said), (MAYBE, concept.maybe), (NOT, concept.without)):
            for wording in words:
                if parts := stems(wording):
                    wordings.setdefault((place[name], tuple(parts)), kind)
    for phrases in load("senses").table("senses").values():
        for phrase in phrases:
            if parts := stems(str(phrase)):
                wordings.setdefault((ANY, tuple(parts)), NOT)
    rows = [[concept, kind, list(parts)] for (concept, parts), kind in wordings.items()]
    related = {str(place[asked]): {str(place[shown]): n for shown, n in row.items()} for asked, row in degrees().items()}
    facets = [concept.facet for concept in known.values()]
    document = {"of": digest(), "names": list(known), "facets": facets, "wordings": rows, "degrees": related}
    return json.dumps(document, ensure_ascii=True, separators=(",", ":")) + "\n"


def main() -> int:
    """Derive and write, or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit status 1 if the file would change")
    args = parser.parse_args()
    text = derived()
    if args.check:
        return int(not TARGET.is_file() or TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    print(f"{len(concepts())} concepts, {len(json.loads(text)['wordings'])} wordings, {len(text)} bytes: {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
