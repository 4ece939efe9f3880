"""Personal thresholds (years, a degree, a language) stated outside the part that holds the qualifications.

They are no criteria: duties, descriptions and advice hold many a "must". But where a sentence asks them of the candidate,
and the qualifications do not, whoever writes the notice wants to know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fitscore import vocabulary
from fitscore.criteria.base import Criterion, kinds
from fitscore.notices.model import Clause, Notice, Remark

_ASKING = ("qualifications", "competencies")
_MEASURES = {"experience": ("min_years",), "management": ("min_years",), "degree": ("level",), "language": ("languages",)}
_NAMES = {"experience": "years of experience", "management": "years of leading", "degree": "a degree", "language": "a language"}


def requirements_elsewhere(criteria: Sequence[Criterion], notice: Notice) -> Iterator[Remark]:
    """A remark at each sentence outside the qualifications that states a threshold which they do not state."""
    places = [(c.start, c.end) for c in criteria] + [(again.start, again.end) for c in criteria for again in c.repeats]
    measure = vocabulary.load("lint").pattern("elsewhere.measure")
    known = {_values(c) for c in criteria}
    for clause in notice.clauses:
        if clause.part in _ASKING or not measure.may_match(clause.lower) or not _asks(clause) or _taken(clause, places):
            continue
        new = [c for c in _thresholds(clause) if _values(c) not in known]
        if new:
            first = new[0]
            message = (
                f"this asks for {_NAMES[first.kind]} outside the qualifications, so it does not count; "
                "if it is a requirement, set it under a heading such as “Qualifications”"
            )
            yield Remark(code="requirement_elsewhere", message=message, start=first.start, end=first.end)


def _asks(clause: Clause) -> bool:
    words = vocabulary.load("lint")
    lower = clause.lower
    return bool(
        words.pattern("elsewhere.asks").regex.match(lower)  # it stands at the head, so one attempt is enough
        and words.pattern("elsewhere.measure").search(lower)
        and not words.pattern("elsewhere.not").search(lower)
    )


def _taken(clause: Clause, places: Sequence[tuple[int, int]]) -> bool:
    start, end = clause.folded.offsets[0], clause.folded.offsets[-1]
    return any(first <= end and last > start for first, last in places)


def _thresholds(clause: Clause) -> Iterator[Criterion]:
    """The years, degrees and languages that a sentence would ask for if it stood among the qualifications."""
    asking = replace(clause, part="qualifications")
    for kind in kinds():
        name = str(kind.model_fields["kind"].default)
        if name in _MEASURES:
            for criterion in kind.extract(asking):
                if criterion.importance == "essential" and getattr(criterion, "min_years", 1) is not None:
                    yield criterion


def _values(criterion: Criterion) -> tuple[object, ...]:
    names = _MEASURES.get(criterion.kind, ())
    kind = "years" if "min_years" in names else criterion.kind
    return (kind, *(getattr(criterion, name) for name in names))
