"""Splitting a clause where its parts differ in importance, or where one states a requirement of its own.

Parts are clauses themselves, with offsets into the same source, so that every kind reads a part as it reads a clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, zip_longest

from fitscore import vocabulary
from fitscore.criteria.importance import softens, stated_importance
from fitscore.notices.model import Clause, Importance
from fitscore.records import changed, working
from fitscore.text import Folded

_EDGES = " .;,:-•·*"
_JOINTS = (" or", ",or", " and")  # after these a dash opens an aside ("a degree, or - in few cases - long practice")
_LEAST = 4
_ASIDE = 12  # letters after a bracketed preference that show that the requirement goes on


@working
class Piece:
    """``text[start:end]`` of a clause, with the importance that its own words give it (None: they say nothing)."""

    start: int
    end: int
    importance: Importance | None


def part_of(clause: Clause, start: int, end: int, *, importance: Importance | None = None) -> Clause:
    """The part ``text[start:end]`` of a clause as a clause of its own; ``importance`` replaces the clause's if given."""
    old = clause.folded
    folded = Folded(old.source, old.text[start:end], old.lower[start:end], old.offsets[start:end])
    return changed(clause, folded=folded, importance=importance or clause.importance)


def sentences(clause: Clause) -> tuple[tuple[int, int], ...]:
    """The sentences of a clause and its parts between semicolons, without their closing signs."""
    return _sentences(clause.text, clause.lower)


@lru_cache(maxsize=512)
def _sentences(text: str, lower: str) -> tuple[tuple[int, int], ...]:
    """Each kind asks for them again, so that the last are kept."""
    cuts = [(0, 0)]
    cuts += [m.span() for m in vocabulary.load("importance").pattern("separator").finditer(lower)]
    cuts.append((len(lower), len(lower)))
    spans = (trimmed(text, left[1], right[0]) for left, right in pairwise(cuts))
    return tuple(_joined_brackets(lower, [s for s in spans if s[1] - s[0] >= _LEAST]))


def pieces(clause: Clause) -> tuple[Piece, ...]:
    """The parts of a clause, from left to right, cut between sentences and before a preference."""
    return _pieces(clause.text, clause.lower, clause.importance)


@lru_cache(maxsize=512)
def _pieces(text: str, lower: str, over: Importance | None) -> tuple[Piece, ...]:
    out: list[Piece] = []
    for start, end in _sentences(text, lower):
        out += _sentence_pieces(text, lower[start:end], start, over)
    return tuple(out)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and signs at its ends, and without a bracket that has no partner inside."""
    while start < end and (text[start] in _EDGES or (text[start] == ")")):
        start += 1
    while end > start and (text[end - 1] in _EDGES or _lone_bracket(text, start, end)):
        end -= 1
    if start < end and text[start] == "(" and text.count("(", start, end) > text.count(")", start, end):
        return trimmed(text, start + 1, end)
    return start, end


def _lone_bracket(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    return last == "(" or (last == ")" and text.count(")", start, end) > text.count("(", start, end))


def _joined_brackets(lower: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join spans that a separator inside brackets, or before "or", has torn apart."""
    is_rung = vocabulary.load("degree").pattern("rung").regex.match
    begin: int | None = None
    aside = False
    for (start, end), after in zip_longest(spans, spans[1:]):
        begin = start if begin is None else begin
        following = after[0] if after else None
        rung = following is not None and is_rung(lower, begin) and is_rung(lower, following)
        torn = rung or lower.count("(", begin, end) > lower.count(")", begin, end)
        closes = aside and lower.startswith(" - ", end)
        aside = not aside and lower.endswith(_JOINTS, begin, end) and lower.startswith(" - ", end)
        if following is not None and (torn or closes or aside or lower[following : following + 3] == "or "):
            continue
        yield begin, end
        begin = None


def _sentence_pieces(text: str, lower: str, offset: int, over: Importance | None) -> list[Piece]:
    """One sentence, cut before its preference; a sentence that is desirable as a whole is not cut.

    A preference in brackets, with more of the requirement after it, lies inside the requirement's own piece.
    """
    cut = None if over == "desirable" else _preference(lower) or _in_bracket(lower) or _own_topic(lower, over)
    if cut is None:
        return [Piece(offset, offset + len(lower), stated_importance(lower))]
    left, begin, stop = cut
    aside = len(lower) - stop > _ASIDE and not vocabulary.load("importance").pattern("closing").search(lower, stop)
    around = lower[:begin] + " " * (stop - begin) + lower[stop:] if aside else lower[:left]
    spans: list[tuple[int, int, Importance | None]] = [(0, len(around), stated_importance(around))]
    spans.append((begin, stop, "desirable"))
    return [Piece(*span, tone) for a, b, tone in spans if (span := _placed(text, offset + a, offset + b)) is not None]


def _placed(text: str, start: int, end: int) -> tuple[int, int] | None:
    span = trimmed(text, start, end)
    return span if span[1] - span[0] >= _LEAST else None


def _preference(lower: str) -> tuple[int, int, int] | None:
    """Where what stands before a preference ends, and where the preference begins and ends ("…, preferably abroad").

    None where there is none, or the sentence opens with it.
    """
    words = vocabulary.load("importance")
    for pattern in words.group("opener")[:2]:
        found = pattern.search(lower)
        if found is None or found.start("begin") <= _LEAST or _only_more_years(lower, found):
            continue
        begin = found.start("begin")
        before = stated_importance(lower[:begin])  # "…, preferably abroad, is an asset" is softened as a whole
        if before == "essential" or (before is None and not softens(lower[found.end("begin") :])):
            return found.start(), begin, _preference_end(lower, begin)
    return None


def _in_bracket(lower: str) -> tuple[int, int, int] | None:
    """Where a bracket with a matter of its own is softened, and what stands around it is not ("drafting (shorthand a plus)")."""
    found = vocabulary.load("importance").pattern("bracket").search(lower) if "(" in lower else None
    if found is None or found.start() <= _LEAST or stated_importance(lower) == "desirable":
        return None
    return found.start(), found.start("begin"), found.end("begin")


def bracket_apart(clause: Clause) -> tuple[Clause, ...]:
    """A clause that ends with a softened bracket of its own matter as two: what stands before it, and what is in it."""
    cut = None if clause.importance == "desirable" else _in_bracket(clause.lower)
    if cut is None or any(map(str.isalnum, clause.lower[cut[2] :])):
        return (clause,)
    return part_of(clause, 0, cut[0]), part_of(clause, cut[1], cut[2], importance="desirable")


def _only_more_years(lower: str, found: re.Match[str]) -> bool:
    """ "Three, preferably five years of work" is one requirement of three years."""
    aside = vocabulary.load("importance").pattern("aside").search(lower)
    return aside is not None and aside.end() == found.end("begin")


def _preference_end(lower: str, begin: int) -> int:
    """A preference in brackets ends with them, another before the "is required" of its sentence, else with the sentence."""
    depth = lower.count("(", 0, begin) - lower.count(")", 0, begin)
    if depth > 0:
        close = lower.find(")", begin)
        return close if close >= 0 else len(lower)
    binding = vocabulary.load("importance").pattern("closing").search(lower, begin)
    return binding.start() if binding else len(lower)


def _own_topic(lower: str, over: Importance | None) -> tuple[int, int, int] | None:
    """Where the last part with a subject of its own begins, if it alone is desirable ("…, knowledge of maps is a plus").

    What stands before it must be binding, by its own words or by the heading (``over``) where a comma parts the two.
    """
    if stated_importance(lower) != "desirable":
        return None
    words = vocabulary.load("importance")
    starts = [(m.start(), m.start("begin")) for m in words.pattern("opener.own_topic").finditer(lower)]
    seconds = [(m.start("joint"), m.start("begin")) for m in words.pattern("opener.second").finditer(lower)]
    for left, begin in sorted([*starts, *seconds], reverse=True):
        bound = "essential" if lower.startswith("with ", begin) else over
        joined = bound if "," in lower[max(begin - 12, 0) : begin] else None
        before = stated_importance(lower[:begin]) or ("essential" if (left, begin) in seconds else joined)
        if stated_importance(lower[begin:]) == "desirable" and before == "essential":
            return left, begin, len(lower)
    return None
