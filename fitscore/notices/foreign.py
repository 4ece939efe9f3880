"""Sentences that show by themselves where they belong, whatever heading stands over them."""

from __future__ import annotations

from fitscore.notices.fields import label_names
from fitscore.notices.sentences import sentences
from fitscore.text import Folded
from fitscore.vocabulary import load

_VALUE = 60  # letters of a field of the head ("Job Location: Oslo")
_OF_THE_POST = frozenset({"title", "organisation", "location", "salary", "deadline"})


def is_foreign(folded: Folded, *, listed: bool) -> bool:
    """Whether a clause among the qualifications is none: advice, a statement of policy, a portal's label.

    An item of several sentences is foreign only if every one of them is.
    """
    label, colon, value = folded.lower.partition(":")
    names = label_names()
    if folded.lower.strip(" :") in names or (colon and len(value) < _VALUE and names.get(label.strip()) in _OF_THE_POST):
        return True
    words = load("sections")
    if words.pattern("foreign.field").search(folded.lower):
        return True
    advised = any(words.pattern(name).may_match(folded.lower) for name in ("foreign.aside", "foreign.reckoning"))
    if not advised and not (listed and words.pattern("foreign.closing").may_match(folded.lower)):
        return False
    parts = sentences(folded) if listed else (folded,)
    return all(_advises(part.lower) or (listed and closes(part.lower)) for part in parts)


def closes(lower: str) -> bool:
    """Whether a sentence is one that only stands after the requirements (equal opportunities, benefits, checks)."""
    return load("sections").pattern("foreign.closing").search(lower) is not None


def is_stray(lower: str, *, listed: bool, on: bool = False) -> bool:
    """Whether words outside the qualifications state a requirement, as where a page has lost its order.

    ``on``: the paragraph before does, so that it is enough to begin as a requirement.
    """
    words = load("sections")
    names = ("stray.item",) if listed else ("stray.requirement", "asks.item") if on else ("stray.requirement",)
    return any(words.pattern(name).search(lower) is not None for name in names)


def is_stray_sentence(lower: str) -> bool:
    """Whether a sentence outside the qualifications says what degree or years applicants must have."""
    return load("sections").pattern("stray.sentence").search(lower) is not None


def states_alone(lower: str) -> bool:
    """Whether a clause of the contract, or one behind the qualifications, states a requirement by its own words."""
    words = load("sections")
    return any(words.pattern(name).search(lower) for name in ("alone", "alone.ready"))


def reckons(lower: str) -> bool:
    """Whether a sentence says how experience and schooling are reckoned, which asks nothing of everybody."""
    return load("sections").pattern("foreign.reckoning").search(lower) is not None


def _advises(lower: str) -> bool:
    """A sentence that names years may be a requirement all the same, unless it says how they are reckoned."""
    return reckons(lower) or (load("sections").pattern("foreign.aside").search(lower) is not None and "years" not in lower)
