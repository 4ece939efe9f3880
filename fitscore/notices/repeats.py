"""Paragraphs that stand twice in a notice: one is kept, the place of the other is remembered."""

from __future__ import annotations

from collections.abc import Iterable

from fitscore.notices.model import Clause, Remark
from fitscore.records import changed

_SHORTEST = 25
_PARAGRAPH = 120
_RANK = {"qualifications": 0, "security": 1, "competencies": 2}


def drop_repeats(clauses: Iterable[Clause]) -> tuple[tuple[Clause, ...], tuple[Remark, ...]]:
    """The clauses without those whose words stand already elsewhere, numbered anew, and a remark for each long one.

    Of two, the one among the qualifications is kept, else the first.
    """
    kept: dict[str, Clause] = {}
    remarks: list[Remark] = []
    out: list[str] = []
    for index, clause in enumerate(clauses):
        key = clause.lower.rstrip(" .;:") if len(clause.text) >= _SHORTEST else f"{index} {clause.lower}"
        if key not in kept:
            kept[key] = clause
            out.append(key)
            continue
        if len(clause.text) >= _PARAGRAPH:
            remarks.append(_remark(clause))
        first, second = kept[key], clause
        if _rank(second) < _rank(first):
            first, second = second, first
            out.remove(key)
            out.append(key)
        kept[key] = changed(first, repeats=(*first.repeats, *second.repeats, second.quote()))
    ordered = sorted((kept[key] for key in out), key=lambda c: c.folded.offsets[0])
    return tuple(c if c.number == number else changed(c, number=number) for number, c in enumerate(ordered)), tuple(remarks)


def _rank(clause: Clause) -> int:
    return _RANK.get(clause.part, 3)


def _remark(clause: Clause) -> Remark:
    quote = clause.quote()
    message = f"this paragraph stands twice: {quote.text[:60]}…"
    return Remark(code="doubled_paragraph", message=message, start=quote.start, end=quote.end)
