"""Personnel security clearances asked for, in NATO's order (C-M(2002)49; equivalents: `vocabulary/clearances.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import ClassVar, Literal, Self

from fitscore.criteria.base import Assessment, Context, Criterion, Evidence, Gap
from fitscore.criteria.importance import importance_of
from fitscore.criteria.nationality import nationality_evidence
from fitscore.notices.model import Clause, Notice
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.clearances import RANKS, is_verified, read_clearance
from fitscore.profiles.model import Clearance as HeldClearance
from fitscore.vocabulary import Group, load
from fitscore.vocabulary.countries import country_code, group_members

_CONFIDENTIAL = 2  # the least clearance there is: NATO RESTRICTED needs none
_PARTS_OUT = ("duties", "competencies")


@dataclass(frozen=True, slots=True)
class _Held:
    """A clearance of the candidate against the level asked: what it is worth on the reference day."""

    entry: HeldClearance
    valid: bool
    rank: int | None
    standing: Literal["met", "doubtful", "lower", "expired"]


class Clearance(Criterion):
    """A clearance at a level. ``level`` None: any from CONFIDENTIAL. ``held``: it must be held already, else be within reach.

    ``upgrade_accepted``: a lower one will do for now.
    """

    anywhere: ClassVar[bool] = True
    priority: ClassVar[int] = 10

    kind: Literal["clearance"] = "clearance"
    level: str | None = None
    held: bool = False
    upgrade_accepted: bool = False

    @classmethod
    def cues(cls) -> Group:
        """The ways to state a level, or that some clearance must be held."""
        return _cues()

    @classmethod
    def extract(cls, clause: Clause) -> Iterator[Self]:
        """The clearance that the clause asks for: at most one, the level if it states one."""
        vocabulary = load("clearance")
        lower = clause.lower
        if clause.part in _PARTS_OUT:
            return
        hit, field = _stated(clause)
        open_hit = None if hit else vocabulary.pattern("held.open").search(lower)
        found = hit or open_hit
        if found is None or vocabulary.pattern("mode.none").search(lower):
            return
        start, stop = _sentence(lower, found.start(), found.end())
        if asked_of := vocabulary.pattern("asked_of").search(lower[start : found.start()]):
            start += asked_of.start()
        obtainable = vocabulary.pattern("mode.obtainable").search(lower[start:stop]) is not None
        if open_hit and obtainable:
            return  # "already hold, or be willing to obtain", at no level: a condition
        yield cls(
            importance=importance_of(clause, start, stop),
            level=_level_name(hit["level"]) if hit else None,
            held=not obtainable and not field,
            upgrade_accepted=vocabulary.pattern("upgrade").search(lower) is not None,
            pattern="clearance.field" if field else ("clearance.stated" if hit else "clearance.held"),
            **clause.words_at(start, _close(lower, start, found.end())),
        )

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:  # noqa: ARG002
        """Hold the best clearance of the candidate against it (contract §4.1)."""
        scheme, asked = _asked(self.level)
        ranked = [_weighed(entry, scheme, asked, candidate.on) for entry in candidate.profile.clearances if entry.rank != 0]
        best = min(ranked, key=lambda h: (_ORDER.index(h.standing), -(h.rank or 0), h.entry.path), default=None)
        evidence = (_evidence(best),) if best else ()
        wanted = self.level or "CONFIDENTIAL or above"
        told = _told(best, wanted) if best else f"no clearance is listed; {wanted} asked"
        if best and best.standing == "met":
            return self.verdict("met", 1.0, told, evidence=evidence)
        gap = Gap(advice=f"show a valid clearance at {wanted}, with its issuer and expiry date")
        if best and best.standing == "doubtful":
            return self.verdict("partial", 0.5, told, evidence=evidence, gap=gap)
        if self.held:
            return self._not_held(best, told, evidence, gap)
        return self._within_reach(candidate, scheme, told, evidence, gap)

    def _not_held(self, best: _Held | None, told: str, evidence: tuple[Evidence, ...], gap: Gap) -> Assessment:
        if best is None:
            return self.verdict("unknown", 0.0, told, gap=gap)
        if best.standing == "lower" and self.upgrade_accepted:
            return self.verdict("partial", 0.5, told + "; an upgrade is accepted", evidence=evidence, gap=gap)
        return self.verdict("unmet", 0.5, told, evidence=evidence, gap=gap)

    def _within_reach(
        self, candidate: Candidate, scheme: str | None, told: str, evidence: tuple[Evidence, ...], gap: Gap
    ) -> Assessment:
        """Not held and need not be: whether a nationality of the candidate allows it."""
        nations = candidate.profile.nationalities
        if not nations:
            return self.verdict("unknown", 0.0, told + "; no nationality is given", evidence=evidence, gap=gap)
        allowed = _nations(scheme)
        fitting = [code for code in nations if not allowed or code in allowed]
        shown = (*evidence, *nationality_evidence(candidate.profile, fitting or nations))
        if fitting:
            return self.verdict(
                "partial", 0.5, f"{told}; as a national of {fitting[0]} it can be obtained", evidence=shown, gap=gap
            )
        return self.verdict(
            "unmet", 0.0, f"{told}; no nationality given allows it ({', '.join(nations)})", evidence=shown, gap=gap
        )


@cache
def _cues() -> Group:
    return Group((*load("clearance").group("stated"), load("clearance").pattern("held.open")))


_ORDER = ("met", "doubtful", "lower", "expired")


def upgrades(notice: Notice) -> bool:
    """Whether any sentence of a notice says that a lower clearance will be upgraded."""
    pattern = load("clearance").pattern("upgrade")
    return any(pattern.search(clause.lower) for clause in notice.clauses)


def _stated(clause: Clause) -> tuple[re.Match[str] | None, bool]:
    """A level that the clause states, and whether it stands in a labelled field."""
    vocabulary = load("clearance")
    for pattern in vocabulary.group("stated").possible(clause.lower):
        if hit := pattern.search(clause.lower):
            return hit, False
    if clause.topic == "clearance" or vocabulary.pattern("field.label").search(clause.label.lower()):
        hit = vocabulary.pattern("field.level").search(clause.lower.removeprefix(clause.label.lower()).lstrip(" :"))
        if hit and len(clause.lower) < 60:
            shift = clause.lower.find(hit["level"])
            return re.compile(rf"(?P<level>{re.escape(hit['level'])})").search(clause.lower, shift), True
    return None, False


def _sentence(lower: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a place of the clause."""
    first = max(lower.rfind(sign, 0, start) for sign in (". ", "; ", "? ", "! "))
    stop = min((at for sign in (". ", "; ") if (at := lower.find(sign, end)) >= 0), default=len(lower))
    return first + 2 if first >= 0 else 0, stop


def _close(lower: str, start: int, end: int) -> int:
    """The end with a level's "at the appropriate level" and the bracket that the words open."""
    tail = re.match(r"(?: \([a-z]{2,5}\))?(?: at (?:the )?(?:appropriate|required|relevant|right) level)?", lower[end : end + 60])
    end += tail.end() if tail else 0
    if lower[end : end + 1] == ")" and lower.count("(", start, end) > lower.count(")", start, end):
        end += 1
    return end


def _level_name(words: str) -> str:
    """The level by its scheme's name: NATO SECRET, COSMIC TOP SECRET, EU SECRET, US TOP SECRET, UK DV, SECRET."""
    reading = read_clearance(words, "NATO" if words in ("ns", "nc", "nr") else None)
    rank = reading.rank if reading.rank is not None else max(reading.possible, default=0)
    if rank == 0:
        return words.upper()
    if reading.scheme == "NATO":
        return RANKS[rank] if rank == 4 else f"NATO {RANKS[rank]}"
    name = RANKS[rank].removeprefix("COSMIC ")
    if reading.scheme is None:
        return name
    return f"{'UK' if reading.scheme == 'GB' else reading.scheme} {name}"


def _asked(level: str | None) -> tuple[str | None, int]:
    """Scheme and rank of the level asked; None: NATO's or any, from CONFIDENTIAL."""
    if level is None:
        return None, _CONFIDENTIAL
    first, _, rest = level.partition(" ")
    code = None if first in ("NATO", "EU", "COSMIC", "TOP") else country_code(first)
    reading = read_clearance(rest if code else level, code)
    return code or reading.scheme, reading.rank if reading.rank is not None else max(reading.possible, default=_CONFIDENTIAL)


def _weighed(entry: HeldClearance, scheme: str | None, asked: int, on: date) -> _Held:
    valid = entry.valid_until is None or entry.valid_until.latest >= on
    rank = entry.rank if entry.rank is not None else max(entry.possible, default=None)
    if not valid:
        return _Held(entry, valid, rank, "expired")
    if rank is not None and rank < asked:
        return _Held(entry, valid, rank, "lower")
    foreign = scheme not in (None, "NATO", "EU", entry.scheme)
    doubtful = entry.rank is None or (scheme == "NATO" and entry.scheme == "EU") or foreign
    return _Held(entry, valid, rank, "doubtful" if doubtful else "met")


def _nations(scheme: str | None) -> tuple[str, ...]:
    if scheme in ("NATO", "EU"):
        return group_members(scheme)
    return (scheme,) if scheme else ()


def _told(held: _Held, wanted: str) -> str:
    """What is held, in words: "ES RESERVADO is SECRET, valid until 2029-03-14; COSMIC TOP SECRET asked"."""
    entry = held.entry
    name = f"{entry.issuer} {entry.text}" if entry.issuer else entry.text
    if entry.rank is not None:
        meaning = f"is {RANKS[entry.rank]}"
    elif entry.possible:
        meaning = "may be " + " or ".join(RANKS[rank] for rank in entry.possible) + ": its issuer or standing must be known"
    else:
        meaning = "is not a known marking"
    until = entry.valid_until.text if entry.valid_until else None
    term = f"{'valid until' if held.valid else 'expired'} {until}" if until else "no expiry date given, taken as valid"
    if not is_verified(entry.scheme):
        meaning += " (by a table not verified)"
    if held.standing == "doubtful" and entry.rank is not None:
        meaning += ", of another scheme"
    return f"{name} {meaning}, {term}; {wanted} asked"


def _evidence(held: _Held) -> Evidence:
    until = held.entry.valid_until.text if held.entry.valid_until else ""
    return Evidence(path=f"{held.entry.path}.level", quote=held.entry.text, detail="valid" if held.valid else f"expired {until}")
