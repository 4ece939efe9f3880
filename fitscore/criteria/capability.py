"""Capability: every other requirement: knowledge, skills, training, certificates, availability (contract §3.1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from fitscore.criteria.base import Assessment, Context, Criterion
from fitscore.criteria.free import free_kind, matter
from fitscore.criteria.importance import importance_of
from fitscore.criteria.proof import assess_evidence
from fitscore.notices.model import Clause
from fitscore.profiles.candidate import Candidate


class Capability(Criterion):
    """``topic`` is the matter in the notice's words, without the verbs around it ("possess", "have good …")."""

    priority: ClassVar[int] = 90

    kind: Literal["capability"] = "capability"
    topic: str

    @classmethod
    def extract(cls, clause: Clause) -> Iterator[Self]:
        """What a clause asks for that no other kind reads."""
        if free_kind(clause) == "capability":
            yield cls(
                importance=importance_of(clause),
                topic=matter(clause.text, clause.lower),
                pattern="capability.statement",
                **clause.words_at(),
            )

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Evidence in the profile's own statements (contract §4.1)."""
        return assess_evidence(self, self.topic, candidate, context=context)
