"""A table of languages with their levels says more exactly what a sentence over it says ("Thai and Khmer are required")."""

from __future__ import annotations

from collections.abc import Sequence

from fitscore.criteria.language import Language
from fitscore.criteria.language_terms import words
from fitscore.criteria.repeats import Found, changed, joined


def with_rows(found: Sequence[Found]) -> list[Found]:
    """Each sentence that rows of a table make precise, and its rows, as one.

    Where all its languages are asked, the rows are kept and the sentence is their repeat; where one of them suffices, the
    sentence is kept, with the lowest level of its rows.
    """
    out = list(found)
    for stated in found:
        if _is_sentence(stated):
            out = _merged(out, stated)
    return out


def _is_sentence(found: Found) -> bool:
    criterion = found.criterion
    return isinstance(criterion, Language) and criterion.scale == "words" and criterion.pattern == "language.named"


def _is_row(found: Found) -> bool:
    """A clause that holds nothing but a language and its level on a scale."""
    criterion, clause = found.criterion, found.clause
    if not isinstance(criterion, Language) or criterion.scale == "words" or len(criterion.languages) != 1:
        return False
    return clause.quote().start == criterion.start and not words().pattern("no_row").search(clause.lower)


def _merged(found: list[Found], stated: Found) -> list[Found]:
    asked = stated.criterion
    assert isinstance(asked, Language)
    rows = {name: f for name in asked.languages if (f := _row_of(name, asked, found)) is not None}
    if not asked.languages or len(rows) < len(asked.languages):
        return found
    others = [f for f in found if f is not stated]
    if len(asked.levels) == len(asked.languages):
        first = min(rows.values(), key=lambda f: f.criterion.start)
        return [joined(f, [stated]) if f is first else f for f in others]
    used = list(rows.values())
    lowest = min(level for f in used for level in getattr(f.criterion, "levels", ()))
    scale = getattr(used[0].criterion, "scale", asked.scale)
    kept = changed(joined(stated, used), levels=(lowest,) * len(asked.levels), scale=scale)
    return [kept if f is stated else f for f in found if f is stated or f not in used]


def _row_of(name: str, asked: Language, found: Sequence[Found]) -> Found | None:
    rows = (f for f in found if _is_row(f) and f.criterion.importance == asked.importance)
    return next((f for f in rows if getattr(f.criterion, "languages", ()) == (name,)), None)
