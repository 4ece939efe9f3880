"""The named behaviours of a notice, with their indicators ("Achievement: works to meet challenging goals")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from fitscore.notices.headings import read_heading
from fitscore.notices.model import Clause, Competency
from fitscore.vocabulary import load

_WORD = r"[A-Z][\w'&/-]{0,30}"
_SMALL = r"(?:and|of|the|with|for|in|to|a|an|on|or|your|&|/)"
_NAME = rf"{_WORD}(?:,? (?:{_WORD}|{_SMALL})){{0,8}}"
_LEVELLED = re.compile(rf"(?P<name>{_NAME}) ?: (?=LEVEL \d)")
_NAMED = re.compile(
    rf"(?:^|(?<=[.;] ))(?P<name>{_WORD},?(?:[ /][\w'&/,-]{{1,30}}){{0,8}}?) ?(?:\(?LEVEL \d\)?)?(?:: | [-–] (?=[A-Z]))"
)
_AREA = re.compile(rf"{_NAME} [-–] (?P<name>{_NAME}) ?: ")
_DOES = re.compile(r"[A-Z][a-z]{2,14}(?<!s)s,? [a-z][^:]*\Z")  # "Listens to others"
_NUMBERED = re.compile(r" ?\((?:[Ll]evel )?\d\)[,;]? ?")
_AND = re.compile(r",? and |, | & |; ")
_LISTING = ("qualifications", "other", "summary")
_LONGEST_NAME = 90
_MOST_WORDS = 11
_MOST_BARE = 8


def read_competencies(clauses: Sequence[Clause]) -> tuple[Competency, ...]:
    """Every named behaviour once, in the order of the notice."""
    found: dict[str, Competency] = {}
    named_under = ""
    for clause in clauses:
        if clause.part == "competencies":
            here = [] if _indicates(clause) else list(_in_clause(clause))
            if not here and clause.listed and clause.heading != named_under:
                here = list(_by_heading(clause))
            if here:
                named_under = clause.heading
        else:
            here = list(_in_list(clause)) if clause.part in _LISTING else []
        for competency in here:
            found.setdefault(competency.name.lower(), competency)
    return tuple(found.values())


def _in_clause(clause: Clause) -> Iterator[Competency]:
    for reader in (_levelled, _in_list, _numbered, _commas, _named, _bare):
        found = list(reader(clause))
        if found:
            yield from found
            return


def _make(clause: Clause, start: int, end: int, until: int) -> Competency | None:
    """The competency named at ``start`` to ``end``, with what stands behind it up to ``until`` as its indicator."""
    name = clause.text[start:end].strip(" .;:,-")
    if not _is_name(name):
        return None
    indicator = re.sub(r"^LEVEL \d ?: ?", "", clause.text[end:until].strip(" .;:,-")).strip()
    return Competency(name=name, indicator=indicator or None, **clause.words_at(start, until))


def _is_name(name: str) -> bool:
    words = load("competencies")
    lower = name.lower()
    if not 3 <= len(name) <= _LONGEST_NAME or len(name.split()) > _MOST_WORDS or not name[0].isupper():
        return False
    return not words.pattern("not_a_name").search(lower)


def _spread(clause: Clause, hits: Sequence[tuple[int, int]]) -> Iterator[Competency]:
    for (start, end), following in zip(hits, [*(s for s, _ in hits[1:]), len(clause.text)], strict=False):
        made = _make(clause, start, end, following)
        if made:
            yield made


def _levelled(clause: Clause) -> Iterator[Competency]:
    """ "Achieve Results: LEVEL 1: plans own work Think Ahead: LEVEL 1: …"."""
    return _spread(clause, [hit.span("name") for hit in _LEVELLED.finditer(clause.text)] if "LEVEL " in clause.text else [])


def _named(clause: Clause) -> Iterator[Competency]:
    """ "Name: indicator. Name: indicator." and "Name - Indicator"."""
    if ": " not in clause.text and "- " not in clause.text and "– " not in clause.text:
        return iter(())
    hits = [hit.span("name") for hit in _NAMED.finditer(clause.text)]
    area = _AREA.match(clause.text)
    if area:  # "Field of work - Name: definition"
        hits = [area.span("name")]
    return _spread(clause, [(start, end) for start, end in hits if not _asks(clause.lower[start:end])])


def _numbered(clause: Clause) -> Iterator[Competency]:
    """ "Builds trust (1) Thinks ahead (2)": names told apart by their levels."""
    if "(" not in clause.text:
        return
    marks = list(_NUMBERED.finditer(clause.text))
    edges = [0, *(mark.end() for mark in marks)]
    if not marks or (len(marks) == 1 and marks[0].end() < len(clause.text)):
        return
    for start, mark in zip(edges, marks, strict=False):
        opened = clause.text.rfind(": ", start, mark.start())  # the words that open the list
        begin = opened + 2 if opened >= 0 else start
        if made := _make(clause, begin, mark.start(), mark.start()):
            yield made


def _in_list(clause: Clause) -> Iterator[Competency]:
    """ "our core values of courage, respect and trust", "managerial competencies: A, B, C"."""
    found = load("competencies").pattern("values_list").search(clause.lower)
    if not found:
        return
    start = found.start("list")
    text = clause.text[start : found.end("list")].split("(")[0]
    names = [name for name in text.split(", ") if name]
    if all(len(name.split()) <= 2 or " and " in name for name in names):
        names = [part for name in names for part in re.split(r",? and ", name)]
    place = start
    for name in names:
        bare = name.removeprefix("and ").strip()
        at = clause.text.find(bare, place)
        if not bare[:1].isupper() or at < 0:
            break
        stop = at + len(" ".join(_capital_words(bare)))
        if made := _make(clause, at, stop, stop):
            yield made
        place = at + len(bare)


def _commas(clause: Clause) -> Iterator[Competency]:
    """Names alone, three or more, told apart by commas or semicolons; words and a colon may stand before them."""
    place = clause.text.find(": ") + 1
    listed = clause.text[place:].rstrip(" .;")
    names = [name.strip() for name in listed.split(";" if ";" in listed else ",")]
    if len(names) < 3 or not all(name[:1].isupper() and len(name.split()) <= 5 for name in names):
        return
    for name in names:
        at = clause.text.index(name, place)
        place = at + len(name)
        if made := _make(clause, at, place, place):
            yield made


def _capital_words(name: str) -> list[str]:
    """The words of a name up to the first that no name holds ("Sustainability underpin what we do")."""
    kept: list[str] = []
    for word in name.split():
        if not word[0].isupper() and word not in _small_words():
            break
        kept.append(word)
    return kept


def _bare(clause: Clause) -> Iterator[Competency]:
    """A bare name: few words, and no wording of a requirement."""
    text = clause.text.rstrip(" .;:,")
    known = read_heading(text)
    if (
        _asks(clause.lower)
        or ". " in text
        or len(text.split()) > _MOST_BARE
        or (known is not None and known.part == "competencies")
    ):
        return
    if not clause.listed and not clause.lead_in and len(text.split()) > 6:
        return
    if made := _make(clause, 0, len(text), len(text)):
        yield made


def _by_heading(clause: Clause) -> Iterator[Competency]:
    """A sub-heading over indicators is itself the name; over skills it is none."""
    if _asks(clause.lower):
        return
    if clause.heading and _is_name(clause.heading) and read_heading(clause.heading) is None:
        yield Competency(name=clause.heading, indicator=clause.text, **clause.words_at())


def _indicates(clause: Clause) -> bool:
    """Whether an item under a sub-heading tells in the third person what somebody does who has that competency."""
    return clause.listed and bool(_DOES.match(clause.text)) and bool(clause.heading) and read_heading(clause.heading) is None


def _asks(lower: str) -> bool:
    words = load("competencies")
    return bool(words.pattern("requirement").search(lower) or words.pattern("requirement_inside").search(lower))


@cache
def _small_words() -> frozenset[str]:
    return frozenset(map(str, load("competencies").table("small_words")))
