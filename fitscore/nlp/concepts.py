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
_Span = tuple[int, int, int, Sequence[int]]
"""Which wording stands from which word to which (exclusive), and the places of its own words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A concept named in a text: which, how surely (0..1), from which word to which (exclusive), and by which of these words:
    between the parts of a wording others stand that it does not hold.
    """

    concept: int
    strength: float
    first: int
    last: int
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text speaks of: each stem with the words of the text that show it first, each concept with its surest mention
    and the words of that; all stems in their order; which of them stand beside each other (or with one between; each also beside
    itself); and the concepts of everyday life, with how surely.
    """

    stems: Mapping[str, str]
    concepts: Mapping[int, Mention]
    words: Mapping[int, str]
    sequence: tuple[str, ...]
    neighbours: frozenset[tuple[str, str]]
    everyday: tuple[tuple[int, float], ...]


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
    beside = frozenset(pair for gap in (0, 1, 2) for pair in zip(sequence, sequence[gap:], strict=False))
    facets = index(layer).facets
    everyday = tuple((name, m.strength) for name, m in concepts.items() if facets[name] == "everyday")
    return Reading(stems, concepts, words, sequence, beside, everyday)


def mentions(stems: Sequence[str], layer: Layer = "concepts") -> list[Mention]:
    """The concepts named by words in a row, from left to right; those in a phrase that means something else left out."""
    known = index(layer)
    spans: list[_Span] = []
    parts: dict[int, list[tuple[int, int, int]]] = {}  # of wordings in several parts: part, first, last
    for first in range(len(stems)):
        branch: Any = known.tree
        for last in range(first, len(stems)):
            branch = branch.get(stems[last])
            if branch is None:
                break
            for wording, part in branch.get("", ()):
                if known.wordings[wording][2] == 1:
                    spans.append((wording, first, last + 1, range(first, last + 1)))
                else:
                    parts.setdefault(wording, []).append((part, first, last + 1))
    for wording, found in parts.items():
        spans += _joined(wording, found, known.wordings[wording][2], stems)
    return _weighed(spans, known)


def _joined(wording: int, found: list[tuple[int, int, int]], count: int, stems: Sequence[str]) -> list[_Span]:
    """The places where all parts of a wording follow each other within one sentence, with few words between."""
    ends: dict[tuple[int, int], int] = {(part, first): last for part, first, last in found}
    out: list[_Span] = []
    for part, begin, end in found:
        if part == 0:
            words = [range(begin, end)]
            while len(words) < count and (following := _following(len(words), words[-1].stop, ends, stems)):
                words.append(following)
            if len(words) == count:
                out.append((wording, begin, words[-1].stop, tuple(place for part_of in words for place in part_of)))
    return out


def _following(part: int, end: int, ends: Mapping[tuple[int, int], int], stems: Sequence[str]) -> range | None:
    """Where the next part stands that begins soon after ``end``, in the same sentence; None if there is none."""
    for first in range(end, min(end + GAP + 1, len(stems))):
        if (part, first) in ends:
            return range(first, ends[part, first])
        if stems[first] in _ENDS:
            return None
    return None


def _weighed(spans: Iterable[_Span], known: Index) -> list[Mention]:
    wordings = known.wordings
    named = [(wordings[w][0], wordings[w][1], first, last, places) for w, first, last, places in spans]
    masks: dict[int, list[tuple[int, int]]] = {}  # for each concept the phrases that mean something else
    widest: dict[int, int] = {}  # for each word the longest phrase that surely names something there
    for concept, kind, first, last, places in named:
        if kind == NOT:
            masks.setdefault(concept, []).append((first, last))
        elif kind == SAID:
            for place in places:
                widest[place] = max(widest.get(place, 0), len(places))
    reach = {concept: _reach(places) for concept, places in masks.items()}
    out = []
    for concept, kind, first, last, places in named:
        if kind == NOT or last <= reach.get(concept, {}).get(first, 0):
            continue
        if known.facets[concept] != "everyday" and _inside(reach.get(ANY, {}), first, last):
            continue
        nested = all(widest.get(place, 0) > len(places) for place in places)
        strength = (MAYBE_COUNTS if kind == MAYBE else 1.0) * (NESTED_COUNTS if nested else 1.0)
        out.append(Mention(concept, strength, first, last, places))
    return sorted(out, key=lambda m: (m.first, m.last, m.concept, m.strength))


def _reach(places: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each word in a phrase, how far the phrases reach that hold it (exclusive)."""
    out: dict[int, int] = {}
    for first, last in places:
        for place in range(first, last):
            out[place] = max(last, out.get(place, 0))
    return out


def _inside(reach: Mapping[int, int], first: int, last: int) -> bool:
    """Whether words stand in a longer phrase; those that are as long as the phrase are meant as they are."""
    return reach.get(first, 0) > last or (last <= reach.get(first - 1, 0) and first > 0)
