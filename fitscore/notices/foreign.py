"""Sentences that show by themselves where they belong, whatever heading stands over them."""

from __future__ import annotations

from fitscore.notices.fields import label_names
from fitscore.notices.sentences import sentences
from fitscore.text import Folded
from fitscore.vocabulary import load


def is_foreign(folded: Folded, *, listed: bool) -> bool:
    """Whether a clause among the qualifications is none: advice, a statement of policy, a portal's label.

    An item of several sentences is foreign only if every one of them is.
    """
    if folded.lower.strip(" :") in label_names():
        return True
    words = load("sections")
    if words.pattern("foreign.field").search(folded.lower):
        return True
    advised = words.pattern("foreign.aside").may_match(folded.lower)
    if not advised and not (listed and words.pattern("foreign.closing").may_match(folded.lower)):
        return False
    parts = sentences(folded) if listed else (folded,)
    return all(_advises(part.lower) or (listed and closes(part.lower)) for part in parts)


def closes(lower: str) -> bool:
    """Whether a sentence is one that only stands after the requirements (equal opportunities, benefits, checks)."""
    return load("sections").pattern("foreign.closing").search(lower) is not None


def is_stray(lower: str, *, listed: bool) -> bool:
    """Whether words outside the qualifications state a requirement, as where a page has lost its order."""
    return load("sections").pattern("stray.item" if listed else "stray.requirement").search(lower) is not None


def states_alone(lower: str) -> bool:
    """Whether a clause of the contract, or one behind the qualifications, states a requirement by its own words."""
    words = load("sections")
    return any(words.pattern(name).search(lower) for name in ("alone", "alone.ready"))


def _advises(lower: str) -> bool:
    """A sentence that names years may be a requirement all the same."""
    return load("sections").pattern("foreign.aside").search(lower) is not None and "years" not in lower
