"""Vacancy and scorecard: the records that the program gives out (contract §3 and §4)."""

from __future__ import annotations

from datetime import date
from typing import Literal, Self

from pydantic import PrivateAttr, SerializeAsAny

from fitscore.criteria.base import Assessment, Criterion
from fitscore.notices.model import Competency, Condition, Posting, Remark
from fitscore.records import Record

Outcome = Literal["eligible", "verify", "not_eligible"]


class Source(Record):
    """Where a record was read from: the path as given, and the SHA-256 of its bytes."""

    file: str
    sha256: str


class Vacancy(Record):
    """A post and what it asks for (contract §3).

    ``source_text`` is the notice as it was read, to which every ``start`` and ``end`` points. It goes along between processes,
    but is no part of the record that is written: there ``source`` says where it stands.
    """

    id: str
    source: Source
    posting: Posting
    criteria: tuple[SerializeAsAny[Criterion], ...]
    competencies: tuple[Competency, ...] = ()
    conditions: tuple[Condition, ...] = ()
    notices: tuple[Remark, ...] = ()
    _source_text: str = PrivateAttr("")

    @property
    def source_text(self) -> str:
        """The notice's text; empty for a vacancy that was not read from its notice here."""
        return self._source_text

    def with_source_text(self, text: str) -> Self:
        """This vacancy with its notice's text at hand."""
        copy = self.model_copy()
        copy._source_text = text
        return copy


class ProfileHead(Record):
    """Which profile a scorecard is about."""

    id: str
    name: str
    file: str
    sha256: str


class VacancyHead(Record):
    """Which vacancy a scorecard is about."""

    id: str
    title: str | None
    file: str
    sha256: str


class Tier(Record):
    """The figures of the essential or the desirable criteria: ``score`` 0..100 and the count of each verdict.

    ``score`` is None where the notice has no such criterion, or none with a weight.
    """

    score: float | None
    met: int = 0
    partial: int = 0
    unmet: int = 0
    unknown: int = 0


class Method(Record):
    """How the figures came about: program version, configuration, reference day."""

    version: str
    config_sha256: str
    as_of: date


class Scorecard(Record):
    """One profile against one vacancy (contract §4). ``fit`` and ``potential`` are 0..100, unrounded."""

    profile: ProfileHead
    vacancy: VacancyHead
    outcome: Outcome
    fit: float
    potential: float
    essential: Tier
    desirable: Tier
    assessments: tuple[Assessment, ...]
    method: Method
