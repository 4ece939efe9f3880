"""Notices that do not tell what is essential and what desirable."""

from __future__ import annotations

from fitscore.notices.model import Clause, Remark
from fitscore.vocabulary import load


def remark_untold(clauses: tuple[Clause, ...]) -> tuple[Remark, ...]:
    """A remark where no word of the qualifications tells essential from desirable."""
    asked = [c for c in clauses if c.part == "qualifications"]
    words = load("sections").pattern("told")
    if len(asked) < 3 or any(c.importance or words.search(c.lower) for c in asked):
        return ()
    first, last = asked[0].quote(), asked[-1].quote()
    message = "the qualifications do not say which are essential and which desirable; all count as essential"
    return (Remark(code="importance_not_told_apart", message=message, start=first.start, end=last.end),)
