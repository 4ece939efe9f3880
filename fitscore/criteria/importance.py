"""Importance: essential or desirable, by the words of the requirement itself, then by what stands over it."""

from __future__ import annotations

from functools import lru_cache

from fitscore import vocabulary
from fitscore.notices.model import Clause, Importance

_FOOTNOTE = 5  # characters from the mark of a footnote to the end of the words


@lru_cache(maxsize=512)
def stated_importance(lower: str) -> Importance | None:
    """What the words themselves say; None where they say nothing.

    "not required" softens (the words ask for it all the same); a softening word beats a binding one beside it, because
    "required" often belongs to the sentence ("is required; French is an asset" is split before it comes here).
    """
    words = vocabulary.load("importance")
    aside = words.pattern("aside")
    if ("(" in lower or "year" in lower) and aside.may_match(lower):
        lower = aside.regex.sub(" ", lower)
    if "(" in lower:
        lower = words.pattern("member").regex.sub("", words.pattern("bracket").regex.sub(" ", lower))
    if any(map(str.isdigit, lower[-_FOOTNOTE:])):
        lower = words.pattern("footnote").regex.sub("", lower)
    if softens(lower):
        return "desirable"
    return "essential" if words.group("essential").matches(lower) else None


def softens(lower: str) -> bool:
    """Whether some of the words soften what is asked."""
    words = vocabulary.load("importance")
    return words.group("waived").matches(lower) or words.group("desirable").matches(lower)


def importance_of(clause: Clause, start: int = 0, end: int | None = None) -> Importance:
    """The importance of ``clause.text[start:end]``: its own words, then the heading or lead-in, then essential."""
    own = stated_importance(clause.lower[start : len(clause.lower) if end is None else end])
    return own or clause.importance or "essential"


def unasked(lower: str) -> bool:
    """Whether a sentence says only that something is not asked for."""
    return vocabulary.load("importance").pattern("unasked").search(lower) is not None
