"""A notice's text cut where criteria begin and end, so that each can be marked where it stands, however they overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fitscore.criteria.base import Criterion


@dataclass(frozen=True, slots=True)
class Place:
    """Where a criterion stands in the text. ``number`` counts the criteria from 1; ``again`` is 0, then counts its repeats."""

    start: int
    end: int
    number: int
    again: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that the same criteria cover: ``numbers``, the narrowest first (none: plain text). ``opens`` begin here."""

    text: str
    numbers: tuple[int, ...] = ()
    opens: tuple[Place, ...] = ()


def places(criteria: Iterable[Criterion]) -> tuple[Place, ...]:
    """Every place where the criteria are stated, in the order of the criteria."""
    found: list[Place] = []
    for number, criterion in enumerate(criteria, 1):
        spans = [(criterion.start, criterion.end), *((span.start, span.end) for span in criterion.repeats)]
        found += [Place(start, end, number, again) for again, (start, end) in enumerate(spans)]
    return tuple(found)


def pieces(text: str, where: Iterable[Place]) -> tuple[Piece, ...]:
    """The text in pieces, which joined give it again; a place that is not in the text marks nothing."""
    known = sorted((p for p in where if 0 <= p.start < p.end <= len(text)), key=lambda p: (p.start, -p.end, p.number, p.again))
    cuts = sorted({0, len(text), *(p.start for p in known), *(p.end for p in known)})
    cut: list[Piece] = []
    under: list[Place] = []
    following = 0
    for start, end in pairwise(cuts):
        under = [place for place in under if place.end > start]
        first = following
        while following < len(known) and known[following].start == start:
            following += 1
        opens = tuple(known[first:following])
        under += opens
        narrowest = sorted(under, key=lambda place: (place.end - place.start, place.number))
        cut.append(Piece(text[start:end], tuple(dict.fromkeys(place.number for place in narrowest)), opens))
    return tuple(cut)
