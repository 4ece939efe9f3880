"""What a text speaks of: word stems, and concepts of the vocabulary (``relations.yaml``) found with spaCy's PhraseMatcher."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from fitscore.nlp import Token, pipeline, tokens
from fitscore.vocabulary import load


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text speaks of: each stem and each concept with the words of the text that show it first."""

    stems: Mapping[str, str]
    concepts: Mapping[str, str]


@lru_cache(maxsize=4096)
def read(text: str) -> Reading:
    """The stems and concepts of a text."""
    found = tokens(text)
    stems: dict[str, str] = {}
    for token in found:
        stems.setdefault(token.stem, text[token.start : token.end])
    concepts: dict[str, str] = {}
    for name, first, last in concepts_in(found):
        concepts.setdefault(name, text[found[first].start : found[last - 1].end])
    return Reading(stems, concepts)


def concepts_in(found: Sequence[Token]) -> list[tuple[str, int, int]]:
    """Name, first and last word (exclusive) of each concept, from left to right."""
    if not found:
        return []
    strings = pipeline().vocab.strings
    return sorted(((strings[key], first, last) for key, first, last in _matcher()(_doc(found))), key=lambda s: (s[1], s[2], s[0]))


@cache
def neighbours() -> Mapping[str, tuple[str, ...]]:
    """For each concept, those that speak of neighbouring things."""
    out: dict[str, list[str]] = {}
    for one, other in load("relations").table("near"):
        out.setdefault(one, []).append(other)
        out.setdefault(other, []).append(one)
    return {name: tuple(others) for name, others in out.items()}


@cache
def _matcher() -> Any:
    from spacy.matcher import PhraseMatcher

    matcher = PhraseMatcher(pipeline().vocab)
    for name, wordings in load("relations").table("concepts").items():
        matcher.add(name, [_doc(tokens(wording)) for wording in wordings])
    return matcher


def _doc(found: Sequence[Token]) -> Any:
    from spacy.tokens import Doc

    return Doc(pipeline().vocab, words=[token.stem for token in found])
