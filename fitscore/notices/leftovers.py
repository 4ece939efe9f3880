"""Names left over from another notice: a body or a section that speaks as the employer where another one recruits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from fitscore.notices.masthead import known_names, name_of
from fitscore.notices.model import Clause, Posting, Remark
from fitscore.vocabulary import load

_PARTS = ("qualifications", "competencies", "duties", "summary")
_AFTER = 90  # characters after a name in which words can make it the employer
_BEFORE = 60
_HOST = 2
"""A body named half as often as the posting's own, or more, is no left-over: the one publishes the other's post."""


def leftover_names(clauses: Sequence[Clause], posting: Posting) -> tuple[Remark, ...]:
    """A remark at each name that belongs to another notice, by what this one says of its own."""
    return (*_bodies(clauses, posting), *_sections(clauses))


def _sections(clauses: Sequence[Clause]) -> Iterator[Remark]:
    """Sections of one sort in which the post sits, after the first: none of whose words are the first's."""
    first: dict[str, str] = {}
    section = load("lint").pattern("own.section")
    for clause in clauses:
        for found in section.finditer(clause.lower) if section.may_match(clause.lower) else ():
            name = found.group("name").strip()
            before = first.setdefault(found.group("unit"), name)
            if not _words(before) & _words(name):
                quote = clause.quote(found.start("name"), found.end("unit"))
                message = f"the post sits in “{quote.text}” here, and in another {found.group('unit')} before; is it left over?"
                yield Remark(code="leftover_name", message=message, start=quote.start, end=quote.end)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.strip(",") for word in name.split()) - {"and", "of", "&", "for"}


def _bodies(clauses: Sequence[Clause], posting: Posting) -> tuple[Remark, ...]:
    """Known bodies that recruit here, where the posting is another known body's."""
    own = name_of(posting.organisation or "")
    if own is None:
        return ()
    allowed = _relatives(own)
    found = [hit for clause in clauses if clause.part in _PARTS for hit in _in_clause(clause, own, allowed)]
    if not found:
        return ()
    counts = Counter(name_of(hit.group(1)) for clause in clauses for hit in known_names().finditer(clause.lower))
    return tuple(remark for name, remark in found if counts[name] * _HOST <= counts[own])


def _in_clause(clause: Clause, own: str, allowed: frozenset[str]) -> Iterator[tuple[str, Remark]]:
    lower = clause.lower
    if not known_names().may_match(lower):
        return
    if not any(word in lower for word in load("lint").table("employer_words")):
        return
    for found in known_names().finditer(lower):
        name = name_of(found.group(1))
        if name is None or name in allowed or not _is_name(clause.text[found.start() : found.end()]):
            continue
        if _employs(lower, found.start(), found.end()):
            quote = clause.quote(found.start(), found.end())
            message = f"“{quote.text}” stands here as the employer, but {own} recruits; is it left over from another notice?"
            yield name, Remark(code="leftover_name", message=message, start=quote.start, end=quote.end)


def _is_name(written: str) -> bool:
    """A short name in capitals, or words of which the first has one: the verb in "shape policies" names nobody."""
    return written[:1].isupper() and (" " in written or len(written) > 6 or written.isupper())


def _employs(lower: str, start: int, end: int) -> bool:
    """Whether the words around a name say that it recruits, or that its values bind the post."""
    words = load("lint")
    before, after = lower[max(0, start - _BEFORE) : start], lower[end : end + _AFTER]
    if words.pattern("employer.past").search(before):
        return False
    return any(p.search(after) for p in (words.pattern("employer.after"), words.pattern("employer.values"))) or bool(
        words.pattern("employer.before").search(before)
    )


@cache
def _relatives(own: str) -> frozenset[str]:
    """The body itself, and those whose texts stand in its notices by right."""
    families = [family for family in load("lint").table("families") if own in family]
    return frozenset(chain([own], *families))
