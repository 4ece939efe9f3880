"""Degrees: the level of completed study that a notice asks for, in which fields, and the other roads to it.

Levels are those of ISCED 2011 (3 secondary, 4 and 5 vocational, 6 bachelor, 7 master, 8 doctorate). "University degree" is
a bachelor, the United Nations' "advanced university degree" a master. Assessing follows contract §4.1, *degree*.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, ClassVar, Literal, Self

from pydantic import SerializerFunctionWrapHandler, model_serializer

from fitscore.criteria import degree_lieu
from fitscore.criteria import degree_reading as reading
from fitscore.criteria.base import Assessment, Context, Criterion
from fitscore.criteria.degree_fields import field_before, fields_after, fields_named
from fitscore.criteria.importance import stated_importance
from fitscore.criteria.splitting import Piece, pieces, trimmed
from fitscore.notices.model import Clause, Importance
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.degrees import rank
from fitscore.profiles.model import DegreeLevel
from fitscore.records import Record
from fitscore.text import fold
from fitscore.vocabulary import Group

_PREFERENCE = "degree.preference"


class Alternative(Record):
    """Another road: a level with the years of experience that go with it, in all or beyond those of the first road."""

    level: DegreeLevel
    min_years: float | None = None
    extra_years: float | None = None

    @model_serializer(mode="wrap")
    def _without_none(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {key: _short_number(value) for key, value in handler(self).items() if value is not None}


def _short_number(value: Any) -> Any:
    """Whole years without a fraction: 2, not 2.0."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class Degree(Criterion):
    """A completed degree. ``level`` is the least that suffices on the road named first; ``fields`` in the notice's words.

    ``equivalent_accepted``: an unspecified equivalent suffices; ``alternatives``: the other stated roads.
    """

    priority: ClassVar[int] = 10

    kind: Literal["degree"] = "degree"
    level: DegreeLevel
    fields: tuple[str, ...] = ()
    equivalent_accepted: bool = False
    alternatives: tuple[Alternative, ...] = ()

    @classmethod
    def cues(cls) -> Group:
        """The names of levels of study, and the bare word."""
        return naming()

    @classmethod
    def extract(cls, clause: Clause) -> Iterator[Self]:
        """The degrees that a clause asks for, and the preferences for a field that hang on them.

        "Or equivalent" after a preference belongs to the degree too.
        """
        if not reading.mentions(clause.lower):
            yield from cls._labelled(clause)
            return
        if "one of the" in clause.lead_in.lower() and reading.is_studying(clause.before.lower()):
            return  # "one of the following: be enrolled …; have graduated …": enrolment suffices
        found: list[Self] = []
        for piece in _pieces(clause):
            made = cls._of_piece(clause, piece, found[-1] if found else None)
            if made is None:
                continue
            if made.pattern == _PREFERENCE and reading.equivalent_accepted(fold(made.text).lower):
                found[-1] = found[-1].model_copy(update={"equivalent_accepted": True})
            found.append(made)
        yield from found

    @classmethod
    def _labelled(cls, clause: Clause) -> Iterator[Self]:
        """ "Degree: geology or another natural science, with …": the label alone says that it is a degree."""
        level = reading.words().table("labels").get(clause.label.lower())
        piece = next(iter(pieces(clause)), None) if level and clause.part == "qualifications" else None
        fields = fields_named(clause.text[piece.start : piece.end], clause.lower[piece.start : piece.end]) if piece else ()
        if piece and fields:
            span = clause.words_at(piece.start, piece.end)
            yield cls(importance=_importance(clause, piece), level=level, fields=fields, pattern="degree.labelled", **span)

    @classmethod
    def _of_piece(cls, clause: Clause, piece: Piece, before: Self | None) -> Self | None:
        lower = degree_lieu.without_aside(clause.lower[piece.start : piece.end])
        if reading.asks_none(lower):
            return None
        found = reading.named(lower)
        if not found:
            return cls._preference(clause, piece, before) if before is not None else None
        if degree_lieu.is_road_only(lower, found):
            return None
        return cls._stated(clause, piece, found)

    @classmethod
    def _stated(cls, clause: Clause, piece: Piece, found: tuple[reading.Mention, ...]) -> Self:
        text, whole = clause.text[piece.start : piece.end], clause.lower[piece.start : piece.end]
        lower = degree_lieu.without_aside(whole)
        first, *others = reading.roads(lower, found)
        level, alternatives = _least(first, [*others, *degree_lieu.of_aside(whole)])
        start, end = trimmed(clause.text, piece.start + _label_length(lower, found[0].start), piece.end)
        return cls(
            importance=_of_road(clause, lower, others) or _importance(clause, piece),
            level=level,
            fields=fields_after(text, lower, min(found[0].end, first.end)) or field_before(text, lower, first.start),
            equivalent_accepted=reading.equivalent_accepted(whole),
            alternatives=alternatives,
            pattern="degree.stated",
            **clause.words_at(start, end),
        )

    @classmethod
    def _preference(cls, clause: Clause, piece: Piece, before: Self) -> Self | None:
        """ "…, preferably in law": a desirable degree of the same level, standing on the preference."""
        text, lower = clause.text[piece.start : piece.end], clause.lower[piece.start : piece.end]
        opened = reading.words().pattern("preference").search(lower)
        fields = fields_after(text, lower, 0) if opened else ()
        if not fields:
            return None
        span = clause.words_at(piece.start, piece.end)
        return cls(importance="desirable", level=before.level, fields=fields, pattern=_PREFERENCE, **span)

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Completed study against the level, the fields and the other roads (contract §4.1)."""
        from fitscore.criteria.degree_judging import judge

        return judge(self, candidate, context=context)


@cache
def naming() -> Group:
    """The patterns of which one must be possible where a level is named."""
    return Group((*reading.words().group("level"), reading.words().pattern("bare")))


def _least(first: reading.Road, others: list[reading.Road]) -> tuple[DegreeLevel, tuple[Alternative, ...]]:
    """The level of the first road and the others beside it; with no years at all, the lowest level suffices."""
    if first.years is None and all(road.years is None for road in others):
        return min((first.level, *(road.level for road in others)), key=rank), ()
    return first.level, tuple(alternative(road) for road in others if road.level != first.level)


def alternative(road: reading.Road) -> Alternative:
    """A road as the record that goes into a criterion."""
    years = road.years or 0.0
    return Alternative(level=road.level, extra_years=years) if road.extra else Alternative(level=road.level, min_years=years)


def _titled(clause: Clause) -> Iterator[Piece]:
    """The pieces of a clause; a bare degree before a dash is the title of what follows ("Master's Degree - A degree in law")."""
    title: Piece | None = None
    for piece in pieces(clause):
        if title is not None:
            piece = Piece(title.start, piece.end, piece.importance)
        title = piece if title is None and reading.is_title(clause.lower[piece.start : piece.end]) else None
        if title is None or not clause.lower.startswith(" - ", piece.end):
            yield piece
            title = None


def _pieces(clause: Clause) -> Iterator[Piece]:
    """The pieces of a clause, cut once more before a higher degree that alone is a wish ("…'s required, PhD preferred")."""
    for piece in _titled(clause):
        lower = clause.lower[piece.start : piece.end]
        whole = clause.importance == "desirable" or reading.stands_for_something(lower)
        cut = None if whole else _wish_begins(lower)
        if cut is None:
            yield piece
        else:
            yield Piece(piece.start, piece.start + cut, stated_importance(lower[:cut]))
            yield Piece(piece.start + cut, piece.end, "desirable")


def _wish_begins(lower: str) -> int | None:
    """Where a degree with a softening word of its own begins, after a comma or bracket and another degree."""
    found = reading.named(lower)
    for mention in found[1:]:
        boundary = max(lower.rfind(sign, found[0].end, mention.start) for sign in ",(")
        if boundary < 0 or stated_importance(lower[:boundary]) == "desirable":
            continue
        if stated_importance(lower[boundary:]) == "desirable" and rank(mention.level) > rank(found[0].level):
            return boundary + 1
    return None


def _importance(clause: Clause, piece: Piece) -> Importance:
    return piece.importance or stated_importance(clause.lower[piece.start : piece.end]) or clause.importance or "essential"


def _of_road(clause: Clause, lower: str, others: list[reading.Road]) -> Importance | None:
    """The importance of a degree of which "a lower one with more years will be given consideration" says nothing."""
    if not others or not (others[0].extra or reading.stands_for_something(lower)):
        return None
    return stated_importance(lower[: others[0].start]) or clause.importance or "essential"


def _label_length(lower: str, most: int) -> int:
    """The length of a label before the degree ("Education: …")."""
    label = reading.words().pattern("label").search(lower)
    return label.end() if label is not None and label.end() <= most else 0
