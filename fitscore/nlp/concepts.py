"""What a text speaks of: its word stems, and the concepts of the vocabulary that its words name.

The phrases stand in a tree of stems that is read from each word onwards. (spaCy's PhraseMatcher finds the same, but takes
seconds to be built of ten thousand phrases, and cannot be stored.)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fitscore.nlp import tokens
from fitscore.vocabulary.thesaurus import ANY, MAYBE, NOT, SAID, Index, Layer, index

MAYBE_COUNTS = 0.5
"""What a wording that may speak of a concept counts beside one that does."""
NESTED_COUNTS = 0.6
"""What a wording counts that stands within a longer one of another concept ("board" in "notice board")."""
GAP = 5
"""Most words between the parts of a wording."""
_ENDS = frozenset(".;!?")


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a text: which, how surely (0..1), and from which word to which (exclusive)."""

    concept: int
    strength: float
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text speaks of: each stem with the words of the text that show it first, each concept with its surest mention
    and the words of that, and all stems in their order.
    """

    stems: Mapping[str, str]
    concepts: Mapping[int, Mention]
    words: Mapping[int, str]
    sequence: tuple[str, ...]


@lru_cache(maxsize=8192)
def read(text: str, layer: Layer = "concepts") -> Reading:
    """The stems and concepts (or broad fields) of a text."""
    found = tokens(text)
    stems: dict[str, str] = {}
    for token in found:
        stems.setdefault(token.stem, text[token.start : token.end])
    concepts: dict[int, Mention] = {}
    sequence = tuple(token.stem for token in found)
    for mention in mentions(sequence, layer):
        best = concepts.get(mention.concept)
        if best is None or mention.strength > best.strength:
            concepts[mention.concept] = mention
    words = {name: text[found[m.first].start : found[m.last - 1].end] for name, m in concepts.items()}
    return Reading(stems, concepts, words, sequence)


def mentions(stems: Sequence[str], layer: Layer = "concepts") -> list[Mention]:
    """The concepts named by words in a row, from left to right; those in a phrase that means something else left out."""
    known = index(layer)
    spans: list[tuple[int, int, int]] = []  # wording, first, last
    parts: dict[int, list[tuple[int, int, int]]] = {}  # of wordings in several parts: part, first, last
    for first in range(len(stems)):
        branch: Any = known.tree
        for last in range(first, len(stems)):
            branch = branch.get(stems[last])
            if branch is None:
                break
            for wording, part in branch.get("", ()):
                if known.wordings[wording][2] == 1:
                    spans.append((wording, first, last + 1))
                else:
                    parts.setdefault(wording, []).append((part, first, last + 1))
    for wording, found in parts.items():
        spans += _joined(wording, found, known.wordings[wording][2], stems)
    return _weighed(spans, known)


def _joined(wording: int, found: list[tuple[int, int, int]], count: int, stems: Sequence[str]) -> list[tuple[int, int, int]]:
    """The places where all parts of a wording follow each other within one sentence, with few words between."""
    ways = [(first, last) for part, first, last in found if part == 0]
    for number in range(1, count):
        following = [(first, last) for part, first, last in found if part == number]
        ways = [
            (begin, last)
            for begin, end in ways
            for first, last in following
            if end <= first <= end + GAP and _ENDS.isdisjoint(stems[end:first])
        ]
    return [(wording, first, last) for first, last in ways]


def _weighed(spans: Iterable[tuple[int, int, int]], known: Index) -> list[Mention]:
    named = [(*known.wordings[wording][:2], first, last) for wording, first, last in spans]
    masks = [(concept, first, last) for concept, kind, first, last in named if kind == NOT]
    out = []
    widest: dict[int, int] = {}  # for each word the longest phrase that surely names something there
    for _, kind, first, last in named:
        if kind == SAID:
            for place in range(first, last):
                widest[place] = max(widest.get(place, 0), last - first)
    for concept, kind, first, last in named:
        if kind == NOT or any(_means_else(concept, first, last, *mask) for mask in masks):
            continue
        nested = all(widest.get(place, 0) > last - first for place in range(first, last))
        strength = (MAYBE_COUNTS if kind == MAYBE else 1.0) * (NESTED_COUNTS if nested else 1.0)
        out.append(Mention(concept, strength, first, last))
    return sorted(out, key=lambda m: (m.first, m.last, m.concept, m.strength))


def _means_else(concept: int, first: int, last: int, masked: int, begin: int, end: int) -> bool:
    """Whether a wording stands in a phrase that means something else; one as long as the phrase is meant all the same."""
    if masked == ANY:
        return begin <= first and last <= end and last - first < end - begin and index().facets[concept] != "everyday"
    return masked == concept and begin <= first and last <= end
