"""Essentials said more than once, and more of them than anybody can weigh."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from fitscore.criteria.base import Criterion
from fitscore.criteria.free import says_skill
from fitscore.notices.model import Clause, Notice, Remark
from fitscore.text import plain_words

_MOST = 15  # essentials that a notice may have before it is told so
_SENTENCE = 5  # words that make a statement; fewer are a name or a row of a table
_ASKING = ("qualifications", "competencies")


def many_essentials(criteria: Sequence[Criterion]) -> Iterator[Remark]:
    """A remark on all essentials beyond the fifteenth."""
    essential = [c for c in criteria if c.importance == "essential"]
    if len(essential) > _MOST:
        essential = [c for c in essential if _surely_asks(c)]
    if len(essential) > _MOST:
        beyond = essential[_MOST:]
        advice = f"keep those that decide, at most {_MOST}, and call the others desirable"
        message = f"at least {len(essential)} requirements are essential; {advice}"
        yield Remark(code="many_essentials", message=message, start=beyond[0].start, end=max(c.end for c in beyond))


def repeated_essentials(criteria: Sequence[Criterion], notice: Notice) -> Iterator[Remark]:
    """A remark where an essential stands again among the requirements; a labelled field may well sum up the body."""
    starts = [clause.folded.offsets[0] for clause in notice.clauses]
    told = [remark for remark in notice.remarks if remark.code == "doubled_paragraph"]
    for criterion in criteria:
        if criterion.importance != "essential" or not criterion.repeats or not _surely_asks(criterion):
            continue
        for place in criterion.repeats:
            clause, words = _clause_at(notice.clauses, starts, place.start), notice.source[place.start : place.end]
            within_told = any(remark.start <= place.start < remark.end for remark in told)
            if _is_statement(criterion.text) and _is_statement(words) and _stands_alone(clause) and not within_told:
                message = f"this says again what {criterion.id} asks for; say it once"
                yield Remark(code="repeated_essential", message=message, start=place.start, end=place.end)


def _surely_asks(criterion: Criterion) -> bool:
    """Whether it is no stray sentence: a capability counts where it speaks of knowledge, skill or experience."""
    return criterion.kind != "capability" or says_skill(plain_words(criterion.text))


def _is_statement(words: str) -> bool:
    """Whether words are more than a bare name or a row of a table, which may sum up the body or be told by it."""
    return len(words.split()) >= _SENTENCE


def _stands_alone(clause: Clause | None) -> bool:
    """Whether a place is among the requirements, and no labelled field, which may well sum up the body."""
    return clause is None or (clause.part in _ASKING and not clause.label)


def _clause_at(clauses: Sequence[Clause], starts: Sequence[int], start: int) -> Clause | None:
    """The clause around a place; None where the clause was left out because the same words stand elsewhere."""
    index = bisect_right(starts, start) - 1
    return clauses[index] if index >= 0 and start <= clauses[index].folded.offsets[-1] else None
