"""Make the index of the concepts: their wordings as stems, and how far each concept shows each other.

usage: python benchmarks/derive_concepts.py [--check]

Writes ``concepts.json`` and ``fields.json`` in ``fitscore/vocabulary``. ``--check``: write nothing; exit status 1 if one of
them is not that of the vocabulary.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import fitscore
from fitscore.nlp import tokens
from fitscore.vocabulary import load
from fitscore.vocabulary.thesaurus import ANY, INDEX, MAYBE, NOT, SAID, Concept, concepts, degrees, digest, fields

FOLDER = Path(fitscore.__file__).parent / "vocabulary"


def stems(wording: str) -> list[str]:
    """The parts of a wording between " .. ", each as its stems."""
    parts = [" ".join(token.stem for token in tokens(part) if token.stem[0].isalnum()) for part in wording.split(" .. ")]
    return parts if all(parts) else []


def layer(known: Mapping[str, Concept], related: Mapping[str, Mapping[str, float]], senses: Iterable[str]) -> dict[str, object]:
    """The index of one layer; ``senses`` are the phrases in which no concept is meant."""
    place = {name: number for number, name in enumerate(known)}
    wordings: dict[tuple[int, tuple[str, ...]], int] = {}
    for name, concept in known.items():
        for kind, words in ((SAID, concept.said), (MAYBE, concept.maybe), (NOT, concept.without)):
            for wording in words:
                if parts := stems(wording):
                    wordings.setdefault((place[name], tuple(parts)), kind)
    for phrase in senses:
        if parts := stems(phrase):
            wordings.setdefault((ANY, tuple(parts)), NOT)
    return {
        "names": list(known),
        "facets": [concept.facet for concept in known.values()],
        "tree": tree(parts for _, parts in wordings),
        "wordings": [[concept, kind, len(parts)] for (concept, parts), kind in wordings.items()],
        "degrees": {str(place[asked]): {str(place[shown]): n for shown, n in row.items()} for asked, row in related.items()},
    }


def tree(wordings: Iterable[Iterable[str]]) -> dict[str, Any]:
    """Leads stem by stem to what ends there, under the empty stem: pairs (number of the wording, which part of it)."""
    out: dict[str, Any] = {}
    for number, parts in enumerate(wordings):
        for part, phrase in enumerate(parts):
            branch = out
            for stem in phrase.split(" "):
                branch = branch.setdefault(stem, {})
            branch.setdefault("", []).append([number, part])
    return out


def derived() -> dict[str, str]:
    """The text of each file, by its name."""
    senses = [str(phrase) for phrases in load("senses").table("senses").values() for phrase in phrases]
    broad = fields()
    near = {name: {name: 1.0, **field.near} for name, field in broad.items()}
    layers = {"concepts": layer(concepts(), degrees(), senses), "fields": layer(broad, near, ())}
    return {
        INDEX[name]: json.dumps({"of": digest(), **made}, ensure_ascii=True, separators=(",", ":")) + "\n"
        for name, made in layers.items()
    }


def main() -> int:
    """Derive and write, or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; exit status 1 if a file would change")
    args = parser.parse_args()
    texts = derived()
    if args.check:
        return int(
            any(not (FOLDER / name).is_file() or (FOLDER / name).read_text("utf-8") != text for name, text in texts.items())
        )
    for name, text in texts.items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"{len(json.loads(text)['names'])} names, {len(json.loads(text)['wordings'])} wordings, {len(text)} bytes: {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
