"""The concepts of the field: their wordings, what is broader and near (``concepts/*.yaml``, ``bodies.yaml``), and their index.

A concept has a facet (what is done, on what matter, in which setting, with or for whom, at what level; or a matter of everyday
life and other trades), wordings that speak of it (``said``) or may (``maybe``), longer phrases that hold such a wording and mean
something else (``not``), broader concepts and near ones with a degree. The words of the index are stems; it is made once, by
``benchmarks/derive_concepts.py``, for reading and stemming some fifty thousand wordings would take longer than an assessment.
"""

from __future__ import annotations

import gc
import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Literal, get_args

from fitscore.documents import load_yaml
from fitscore.errors import InputError
from fitscore.vocabulary import load
from fitscore.vocabulary.bodies import SOURCE, named

Facet = Literal["doing", "matter", "setting", "people", "level", "everyday"]
FACETS: tuple[Facet, ...] = get_args(Facet)
INDEX = {"concepts": "concepts.json", "fields": "fields.json"}
"""The file of each layer's index."""
BROADER_STEP = 0.85
"""What a step from a broader concept to a narrower one leaves: who shows the narrower one shows the broader one, nearly."""
NARROWER_STEP = 0.4
"""What a statement of the broader concept says of a narrower one that is asked."""
NEAR_FIELD = 0.3
"""How far a field shows one that is near to it."""
LEAST_DEGREE = 0.12
"""Degrees below this are dropped."""
Layer = Literal["concepts", "fields"]
"""``concepts``: narrow, from ``concepts/*.yaml``; ``fields``: the broad fields of ``relations.yaml``, whose wordings are all that
commonly go with a field."""
SAID, MAYBE, NOT = 2, 1, 0
ANY = -1
"""Stands in the index for every concept: a phrase of ``senses.yaml``, in which a word of the field means something else."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One concept as it is written in the vocabulary."""

    name: str
    facet: Facet
    said: tuple[str, ...]
    maybe: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()
    near: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Index:
    """What a program needs of the concepts: the phrases of stems that speak of them, and how they relate.

    ``tree`` leads stem by stem to what ends there, under the empty stem: pairs (place in ``wordings``, which part of it).
    ``wordings``: the concept's place in ``names``, `SAID`, `MAYBE` or `NOT`, and of how many parts it is.
    ``degrees``: for each concept asked, the concepts that show it, with how far (0..1).
    """

    names: tuple[str, ...]
    facets: tuple[Facet, ...]
    tree: Mapping[str, Any]
    wordings: Sequence[Sequence[int]]
    degrees: Mapping[int, Mapping[int, float]]


@cache
def concepts() -> Mapping[str, Concept]:
    """All concepts by name, each with the names of the bodies that speak of it. Raises `InputError` as `written` does."""
    return _with_bodies(written(), "concepts")


@cache
def written() -> Mapping[str, Concept]:
    """All concepts by name, as ``concepts/*.yaml`` has them. Raises `InputError` where one is not written as it should be."""
    out: dict[str, Concept] = {}
    for file in _sources():
        for name, entry in load_yaml(file.read_text(encoding="utf-8"), file=file.name).data["concepts"].items():
            if name in out:
                raise InputError.one(file.name, f"two concepts are called {name}")
            try:
                out[str(name)] = _concept(str(name), entry)
            except (KeyError, TypeError, ValueError) as error:
                raise InputError.one(file.name, f"the concept {name} is not written as it should be: {error}") from None
    return out


def _with_bodies(known: Mapping[str, Concept], layer: Layer) -> dict[str, Concept]:
    """The concepts or fields, each with the names of the bodies that speak of it."""
    out = dict(known)
    for name, names in named(layer, frozenset(known)).items():
        concept = out[name]
        out[name] = replace(concept, said=(*concept.said, *names.said), maybe=(*concept.maybe, *names.maybe))
    return out


def _concept(name: str, entry: Mapping[str, Any]) -> Concept:
    def words(key: str) -> tuple[str, ...]:
        return tuple(map(str, entry.get(key) or ()))

    if entry["facet"] not in FACETS:
        raise ValueError(f"facet {entry['facet']}")
    near = {str(other): float(degree) for other, degree in (entry.get("near") or {}).items()}
    return Concept(name, entry["facet"], words("said"), words("maybe"), words("not"), words("broader"), near)


def _sources() -> list[Traversable]:
    folder = files(__package__).joinpath("concepts")
    return sorted((file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name)


def digest() -> str:
    """What tells these concepts from others: of the bytes of their files, of the senses, the relations and the bodies."""
    sources = [*_sources(), *(files(__package__).joinpath(name) for name in ("senses.yaml", "relations.yaml", SOURCE))]
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sources)).hexdigest()[:16]


def degrees() -> dict[str, dict[str, float]]:
    """For each concept asked, how far each other concept shows it: over narrower, near and broader ones, the best way counts."""
    known = concepts()
    steps: dict[str, dict[str, float]] = {name: {} for name in known}

    def step(asked: str, shown: str, degree: float) -> None:
        if asked in known and shown in known:
            steps[asked][shown] = max(degree, steps[asked].get(shown, 0.0))

    for name, concept in known.items():
        for broader in concept.broader:
            step(broader, name, BROADER_STEP)
            step(name, broader, NARROWER_STEP)
        for other, degree in concept.near.items():
            step(other, name, degree)
            step(name, other, degree)
    return {name: _reached(name, steps) for name in known}


def _reached(start: str, steps: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The concepts within reach, each with the product of the degrees on the best way to it of at most three steps."""
    best, rim = {start: 1.0}, {start: 1.0}
    for _ in range(3):
        further: dict[str, float] = {}
        for name, so_far in rim.items():
            for other, degree in steps[name].items():
                if (product := so_far * degree) >= LEAST_DEGREE and product > best.get(other, 0.0):
                    best[other] = further[other] = product
        rim = further
    return {name: round(degree, 3) for name, degree in sorted(best.items())}


@cache
def index(layer: Layer = "concepts") -> Index:
    """The index that stands beside the vocabulary. Raises `InputError` if it is not there."""
    file = files(__package__).joinpath(INDEX[layer])
    if not file.is_file():
        raise InputError.one(file.name, "this index of the vocabulary is not there: run benchmarks/derive_concepts.py")
    collects = gc.isenabled()
    gc.disable()  # a hundred thousand small lists, all of them kept: looking for garbage among them takes longer than reading
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    finally:
        if collects:
            gc.enable()
    related = {int(asked): {int(shown): n for shown, n in row.items()} for asked, row in raw["degrees"].items()}
    return Index(tuple(raw["names"]), tuple(raw["facets"]), raw["tree"], raw["wordings"], related)


def fields() -> Mapping[str, Concept]:
    """The broad fields by name, each with the fields near to it."""
    words = load("relations")
    places = frozenset(words.table("places"))
    near: dict[str, dict[str, float]] = {name: {} for name in words.table("concepts")}
    for one, other in words.table("near"):
        near[one][other] = near[other][one] = NEAR_FIELD
    broad = {
        name: Concept(name, "setting" if name in places else "matter", tuple(map(str, wordings)), near=near[name])
        for name, wordings in words.table("concepts").items()
    }
    return _with_bodies(broad, "fields")
