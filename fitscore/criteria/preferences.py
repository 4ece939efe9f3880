"""Preferences that hang on experience: "five years in audit, preferably with a bank" wishes for experience with a bank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fitscore import vocabulary
from fitscore.criteria.base import Criterion
from fitscore.criteria.capability import Capability
from fitscore.criteria.experience import Experience
from fitscore.criteria.free import says_skill
from fitscore.text import lower_same_length


def of_experience(free: Sequence[Criterion], taken: Iterable[Criterion]) -> list[Criterion]:
    """The free criteria of a clause, each preference behind experience as experience itself."""
    known = sorted([*free, *taken], key=lambda c: c.start)
    return [_preferred(c) if isinstance(c, Capability) and _hangs_on_experience(c, known) else c for c in free]


def _hangs_on_experience(wish: Capability, known: Sequence[Criterion]) -> bool:
    before = [c for c in known if c.start < wish.start]
    return wish.importance == "desirable" and bool(before) and before[-1].kind == "experience" and _matter(wish.text) is not None


def _preferred(wish: Capability) -> Experience:
    return Experience(
        importance="desirable",
        text=wish.text,
        start=wish.start,
        end=wish.end,
        domain=_matter(wish.text),
        pattern="experience.preference",
    )


def _matter(text: str) -> str | None:
    """What is preferred; None where it is a skill or a certificate, or says who is preferred rather than what work."""
    lower = lower_same_length(text)
    found = vocabulary.load("experience").pattern("preference").search(lower)
    matter = text[found.end() :].strip(" .;,") if found else ""
    rest = lower_same_length(matter)
    certificate = vocabulary.load("capability").pattern("certificate").search(rest)
    return (
        None
        if not matter or certificate or says_skill(rest) or vocabulary.load("experience").pattern("person").search(rest)
        else matter
    )
