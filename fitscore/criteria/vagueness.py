"""Requirements that name an amount without a number ("several years", "broad experience")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fitscore import vocabulary
from fitscore.criteria.base import Criterion
from fitscore.notices.model import Notice, Remark
from fitscore.text import fold, plain_words

_KINDS = ("experience", "management", "capability")
_INSTEAD = {
    "years": "without a number; write the least number of years",
    "extent": "which nobody can measure; write a number of years, or what must have been done",
}


def vague_thresholds(criteria: Sequence[Criterion], notice: Notice) -> Iterator[Remark]:
    """A remark at each such wording; what is merely desirable shuts nobody out and is left alone."""
    patterns = [(name, vocabulary.load("lint").pattern(f"vague.{name}")) for name in _INSTEAD]
    for criterion in criteria:
        if criterion.importance != "essential" or criterion.kind not in _KINDS or _is_measured(criterion):
            continue
        lower = plain_words(criterion.text)
        if not any(pattern.may_match(lower) for _, pattern in patterns):
            continue
        words = fold(notice.source, criterion.start, criterion.end)
        for name, pattern in patterns:
            found = pattern.search(words.lower)
            if found and not vocabulary.load("numbers").pattern("years").search(words.lower):
                quote = words.quote(found.start(), found.end())
                message = f"{criterion.id} asks for “{quote.text}”, {_INSTEAD[name]}"
                yield Remark(code="vague_threshold", message=message, start=quote.start, end=quote.end)
                break


def _is_measured(criterion: Criterion) -> bool:
    return criterion.kind != "capability" and getattr(criterion, "min_years", None) is not None
