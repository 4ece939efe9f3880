"""The one spaCy pipeline, and the loading of ``models/`` (nothing else does either)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Relation:
    """How one text relates to a topic: ``strength`` 0..1 and the words of the text that show it."""

    strength: float
    words: tuple[str, ...] = ()


class Likeness(Protocol):
    """Judges how texts relate to a topic. Narrow on purpose: a learned judge can take its place."""

    def relate(self, topic: str, texts: Sequence[str]) -> list[Relation]:
        """One relation a text, in the order given; each depends on the topic and that text alone."""
