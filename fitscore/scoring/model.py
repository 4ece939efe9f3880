"""Vacancy and scorecard: the records that the program gives out (contract §3 and §4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Literal, Self

from pydantic import PrivateAttr, SerializeAsAny

from fitscore.criteria.base import Assessment, Criterion, Verdict
from fitscore.notices.model import Competency, Condition, Posting, Remark
from fitscore.records import Record
from fitscore.scoring.overrides import is_reviewed, override_words
from fitscore.scoring.words import OUTCOMES, REVIEWED, TO_CONFIRM, VERDICTS
from fitscore.showing import Sheet, Shown

if TYPE_CHECKING:
    import pandas as pd

    from fitscore.settings import Settings

Outcome = Literal["eligible", "verify", "not_eligible"]


class Source(Record):
    """Where a record was read from: the path as given, and the SHA-256 of its bytes."""

    file: str
    sha256: str


class Vacancy(Shown, Record):
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

    def _sheet(self) -> Sheet:
        tiers = Counter(criterion.importance for criterion in self.criteria)
        title = self.posting.title or self.id
        caption = f"{title} ({self.id}): {tiers['essential']} essential, {tiers['desirable']} desirable"
        rows = [(criterion.id, criterion.importance, criterion.kind, criterion.text) for criterion in self.criteria]
        notes = [f"Remark ({remark.code}): {remark.message}" for remark in self.notices]
        return Sheet(caption, ("criterion", "importance", "kind", "the notice's words"), rows, notes)


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

    @property
    def total(self) -> int:
        """How many criteria of this importance there are."""
        return self.met + self.partial + self.unmet + self.unknown


class Method(Record):
    """How the figures came about: program version, configuration, reference day."""

    version: str
    config_sha256: str
    as_of: date


class Scorecard(Shown, Record):
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

    def to_frame(self, vacancy: Vacancy | None = None) -> pd.DataFrame:
        """A pandas frame, a row a criterion (``docs/columns.md``, the long table), with the notice's words if given."""
        from fitscore.scoring.frame import long

        return long([self], [] if vacancy is None else [vacancy])

    def reweigh(self, settings: Settings) -> Scorecard:
        """The same assessments under other weights; nothing is read anew (`fitscore.scoring.reweigh`)."""
        from fitscore.scoring.reweigh import reweigh

        return reweigh(self, settings)

    def suppose(self, verdicts: Mapping[str, Verdict], *, settings: Settings | None = None) -> Scorecard:
        """The scorecard if these criteria had these verdicts: ``card.suppose({"E3": "met"})``."""
        from fitscore.scoring.reweigh import suppose

        return suppose(self, verdicts, settings=settings)

    def _sheet(self) -> Sheet:
        title = self.vacancy.title or self.vacancy.id
        caption = f"{self.profile.name or self.profile.id}, {title}: {OUTCOMES[self.outcome][1]}"
        rows = [(a.criterion, a.importance, _verdict(a), a.finding) for a in self.assessments]
        reviews = [f"{a.criterion}: {override_words(a.override)}" for a in self.assessments if a.override is not None]
        figures = f"Fit {self.fit:.1f}, {self.potential:.1f} if everything unknown were confirmed; as of {self.method.as_of}."
        return Sheet(caption, ("criterion", "importance", "verdict", "finding"), rows, [figures, *reviews, TO_CONFIRM])


def _verdict(assessment: Assessment) -> str:
    sign, words = VERDICTS[assessment.verdict]
    return f"{sign} {words}{REVIEWED if is_reviewed(assessment) else ''}"
