"""What every kind of criterion is: its fields, what assessing it gives, and how kinds are discovered."""

from __future__ import annotations

import importlib
import pkgutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal, Self

from pydantic import Field

from fitscore.notices.model import Clause, Importance
from fitscore.records import Record
from fitscore.settings import Settings
from fitscore.text import Span
from fitscore.vocabulary import Group

if TYPE_CHECKING:
    from fitscore.nlp import Likeness
    from fitscore.profiles.candidate import Candidate

Verdict = Literal["met", "partial", "unmet", "unknown"]


class Evidence(Record):
    """The profile's side of an assessment: ``quote`` stands in the document at ``path``."""

    path: str
    quote: str
    detail: str | None = None


class Gap(Record):
    """What is missing: by how much, on which day it will be met if the present job goes on, what would close it."""

    short_by: str | None = None
    met_on: date | None = None
    advice: str | None = None


class Override(Record):
    """What a person said of an assessment after reading the CV, and what the program had said.

    ``verdict`` is None where the person only left a remark: then the program's verdict stands.
    """

    verdict: Verdict | None
    reason: str | None = None
    reviewer: str | None = None
    machine_verdict: Verdict
    machine_score: float = Field(ge=0, le=1)


class Assessment(Record):
    """One criterion held against one profile. ``score`` is 0..1, how far it is satisfied; ``finding`` one plain sentence.

    Where a person overrode it, ``verdict`` and ``score`` are the person's, and ``override`` keeps the program's.
    """

    criterion: str
    kind: str
    importance: Importance
    verdict: Verdict
    score: float = Field(ge=0, le=1)
    weight: float = Field(default=1.0, ge=0)
    finding: str
    evidence: tuple[Evidence, ...] = ()
    gap: Gap | None = None
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an assessment needs beside the candidate: the settings, all criteria of the notice (its roads), likeness of words."""

    settings: Settings
    criteria: tuple[Criterion, ...]
    likeness: Likeness


class Criterion(Record, ABC):
    """One thing the notice asks for. ``text`` are the notice's words, ``source[start:end]``, white space folded.

    ``id`` is given when the whole notice is assembled (E1, E2, … D1, …). ``pattern`` names the rule that spoke.
    """

    anywhere: ClassVar[bool] = False
    """Whether this kind is looked for in every part of a notice, not only where qualifications stand."""
    priority: ClassVar[int] = 50
    """Which kind reads a clause first (lower first); what one has taken is not taken again by a later one."""

    id: str = ""
    kind: str
    importance: Importance
    text: str
    start: int
    end: int
    repeats: tuple[Span, ...] = ()
    pattern: str

    @classmethod
    def cues(cls) -> Group | None:
        """The patterns of which one must be possible in a clause for `extract` to find anything; None: no such are known.

        A clause with a label, a topic or an accent is read without them.
        """
        return None

    @classmethod
    @abstractmethod
    def extract(cls, clause: Clause) -> Iterator[Self]:
        """The criteria of this kind that one clause states, from left to right, without ids."""

    @abstractmethod
    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Hold this criterion against a candidate (contract §4.1)."""

    def verdict(
        self,
        verdict: Verdict,
        score: float,
        finding: str,
        *,
        evidence: tuple[Evidence, ...] = (),
        gap: Gap | None = None,
    ) -> Assessment:
        """Pack a verdict on this criterion."""
        return Assessment(
            criterion=self.id,
            kind=self.kind,
            importance=self.importance,
            verdict=verdict,
            score=score,
            finding=finding,
            evidence=evidence,
            gap=gap,
        )


@cache
def kinds() -> tuple[type[Criterion], ...]:
    """Every kind of criterion there is: the concrete `Criterion` classes of this package's modules, by priority and name."""
    package = importlib.import_module("fitscore.criteria")
    found: dict[str, type[Criterion]] = {}
    for info in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, Criterion)
                and not value.__abstractmethods__
                and value.__module__ == module.__name__
            ):
                found[str(value.model_fields["kind"].default)] = value
    return tuple(sorted(found.values(), key=lambda kind: (kind.priority, str(kind.model_fields["kind"].default))))
