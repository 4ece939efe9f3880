"""Languages asked for, on NATO's scale of levels (source: NATO IS "Language level equivalences", 2013; contract §3.1, §4.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Any, ClassVar, Literal, Self

from fitscore.criteria.base import Assessment, Context, Criterion, Evidence, Gap
from fitscore.criteria.importance import stated_importance
from fitscore.criteria.language_reading import Asked, read_languages
from fitscore.criteria.language_terms import naming
from fitscore.criteria.splitting import bracket_apart
from fitscore.notices.model import Clause, Importance
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.model import LanguageSkill
from fitscore.vocabulary import Group, load
from fitscore.vocabulary.languages import language_name

_PARTS = ("qualifications", "competencies", "masthead", "summary")
ROMAN = {0: "none", 1: "I", 2: "II", 3: "III", 4: "IV", 5: "V", 6: "VI"}
"""NATO's names of the levels; VI is C2 or native."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A level asked, with the skill that is to reach it (None: nobody is left for it)."""

    asked: int
    skill: LanguageSkill | None

    @property
    def low(self) -> int:
        """The level shown for certain; a language listed without a level is at least I."""
        if self.skill is None:
            return 0
        return 1 if self.skill.low is None else self.skill.low

    @property
    def high(self) -> int:
        """The level it may be; a language listed without a level may be any."""
        if self.skill is None:
            return 0
        return 6 if self.skill.high is None else self.skill.high

    @property
    def score(self) -> float:
        """How much of the asked level is shown, 0 to 1."""
        return min(1.0, self.low / self.asked)

    @property
    def unstated(self) -> bool:
        """Whether the language is listed without a level."""
        return self.skill is not None and self.skill.low is None


class Language(Criterion):
    """A pool of languages and the levels to be reached, each by a different language of the pool, highest first.

    ``languages`` empty is an open pool: any language but English and those asked for beside it.
    """

    anywhere: ClassVar[bool] = True
    priority: ClassVar[int] = 20

    kind: Literal["language"] = "language"
    languages: tuple[str, ...] = ()
    levels: tuple[int, ...]
    scale: str = "words"

    @classmethod
    def cues(cls) -> Group:
        """The names of languages, pools of them, and words that refer back to such."""
        return naming()

    @classmethod
    def extract(cls, clause: Clause) -> Iterator[Self]:
        """The languages that the clause asks for, from left to right."""
        if clause.part not in _PARTS:
            return
        for part in bracket_apart(clause):
            for asked in read_languages(part):
                if _may_ask(part, asked):
                    yield cls(
                        importance=_importance(part, asked),
                        languages=asked.languages,
                        levels=asked.levels,
                        scale=asked.scale,
                        pattern=asked.rule,
                        **part.words_at(asked.start, asked.end),
                    )

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:
        """Hold the best assignment of the candidate's languages to the levels (contract §4.1)."""
        listed = candidate.profile.languages
        if not listed:
            return self.verdict("unknown", 0.0, f"the profile lists no language; {self._wording()} asked", gap=self._gap(()))
        usable = self._usable(listed, context.criteria)
        places = _best(self.levels, usable)
        evidence = tuple(_evidence(place.skill, place, candidate.profile.document) for place in places if place.skill is not None)
        finding = " and ".join(_told(place, self._left(places)) for place in places)
        score = sum(place.score for place in places) / len(places)
        if all(place.low >= place.asked for place in places):
            return self.verdict("met", 1.0, finding, evidence=evidence)
        gap = self._gap(places)
        if _can_reach(self.levels, usable, unstated=False):
            return self.verdict("partial", score, finding, evidence=evidence, gap=gap)
        if _can_reach(self.levels, usable, unstated=True):
            return self.verdict("unknown", 0.0, finding, evidence=evidence, gap=gap)
        return self.verdict("unmet", score, finding, evidence=evidence, gap=gap)

    def _left(self, places: Sequence[_Place]) -> str:
        """What a place without a language lacks: the languages of the pool that take no other place."""
        taken = {language_name(place.skill.language) or place.skill.language for place in places if place.skill is not None}
        left = [name for name in self.languages if name not in taken]
        if not left:
            return "another language"
        return (" and " if len(self.levels) == len(self.languages) else " or ").join(left)

    def _usable(self, listed: Sequence[LanguageSkill], criteria: Sequence[Criterion]) -> list[LanguageSkill]:
        """The best entry of each language of the pool, in the order of the profile."""
        pool = set(self.languages)
        others = {name for c in criteria if isinstance(c, Language) and c.importance == "essential" for name in c.languages} | {
            "English"
        }
        best: dict[str, LanguageSkill] = {}
        for skill in (_on_scale(entry, self.scale) for entry in listed):
            name = language_name(skill.language) or skill.language
            wanted = name in pool or (not pool and name not in others)
            if wanted and (name not in best or _strength(skill) > _strength(best[name])):
                best[name] = skill
        return list(best.values())

    def _wording(self) -> str:
        pool = " or ".join(self.languages) or "another language"
        if len(self.levels) == len(self.languages):
            pool = " and ".join(self.languages)
        return f"{pool} at {', '.join(ROMAN[level] for level in self.levels)}"

    def _gap(self, places: Sequence[_Place]) -> Gap:
        short = [p for p in places if p.low < p.asked]
        if not short:
            return Gap(short_by=None, advice=f"state your level in {' and '.join(self.languages) or 'the languages you know'}")
        unstated = [p.skill.language for p in short if p.skill is not None and p.unstated]
        levels = sum(p.asked - p.low for p in short)
        advice = f"state your level in {' and '.join(unstated)}" if unstated else f"show {self._wording()}, for example by a test"
        return Gap(short_by=f"{levels} level{'s' if levels > 1 else ''}", advice=advice)


def _importance(clause: Clause, asked: Asked) -> Importance:
    """The words of the statement, then the label ("Desired languages"), then what stands over the clause."""
    said = load("language").pattern("preferred_first").regex.sub("", clause.lower[asked.start : asked.end])
    own = stated_importance(said) or _elsewhere(clause, asked)
    return own or stated_importance(clause.label.lower()) or clause.importance or "essential"


def _elsewhere(clause: Clause, asked: Asked) -> Importance | None:
    """What an opening word says of the statement behind it ("Desirable: French"), or the predicate after a place or bracket.

    "A local language of the region is an asset" is such a predicate.
    """
    head = clause.lower[max(0, asked.start - 14) : asked.start].rstrip(" :-(")
    opened = stated_importance(head.rsplit(" ", 1)[-1]) if head else None
    predicate = load("language").pattern("after_place").regex.match(clause.lower, asked.end)
    return opened or (stated_importance(predicate.group()) if predicate else None)


def _may_ask(clause: Clause, asked: Asked) -> bool:
    """Outside the qualifications only a statement that says it asks: a label, a heading on languages, or "is required"."""
    if clause.part in ("qualifications", "competencies"):
        return True
    if clause.topic == "language" or "language" in clause.label.lower():
        return clause.part in ("masthead", "summary")
    stated = stated_importance(clause.lower[asked.start : asked.end]) is not None
    return clause.part in ("masthead", "summary") and stated and bool(asked.languages)


def _on_scale(skill: LanguageSkill, scale: str) -> LanguageSkill:
    """An entry as it counts on the notice's scale: SLP held against SLP is one level, not a range of another scale's."""
    same = scale == skill.scale == "SLP"
    return skill.model_copy(update={"low": skill.high}) if same else skill


def _strength(skill: LanguageSkill) -> tuple[int, int, str]:
    """Order of entries: by the certain level, then the possible one, then the words."""
    return (1 if skill.low is None else skill.low, 6 if skill.high is None else skill.high, skill.text)


def _best(levels: Sequence[int], skills: Sequence[LanguageSkill]) -> tuple[_Place, ...]:
    """The assignment of distinct skills to the levels with the highest score; of equal ones the one that may reach most."""
    ranked = sorted(skills, key=lambda s: (_strength(s), s.language), reverse=True)[: len(levels)]
    strongest = [*ranked, *[None] * (len(levels) - len(ranked))]
    ways = (
        tuple(_Place(level, skill) for level, skill in zip(levels, chosen, strict=True))
        for chosen in permutations(strongest, len(levels))
    )
    return max(ways, key=lambda places: (sum(p.score for p in places), sum(p.high >= p.asked for p in places)))


def _can_reach(levels: Sequence[int], skills: Sequence[LanguageSkill], *, unstated: bool) -> bool:
    """Whether some reading of the levels reaches all, with or without the languages that are listed without a level."""
    highs = sorted((6 if s.high is None else s.high for s in skills if unstated or s.high is not None), reverse=True)
    return len(highs) >= len(levels) and all(
        high >= level for high, level in zip(highs, sorted(levels, reverse=True), strict=False)
    )


def _evidence(skill: LanguageSkill, place: _Place, document: Mapping[str, Any]) -> Evidence:
    """The level as the document writes it, under whichever key it stands; else the language itself."""
    number = re.search(r"\d+", skill.path)
    listed = document.get("languages") or []
    entry = listed[int(number[0])] if number and int(number[0]) < len(listed) else {}
    key = next((key for key in ("level", "fluency", "language") if entry.get(key)), "level" if skill.text else "language")
    return Evidence(path=f"{skill.path}.{key}", quote=str(entry.get(key) or skill.text or skill.language), detail=_shown(place))


def _shown(place: _Place) -> str:
    assert place.skill is not None
    if place.unstated:
        return "no level given"
    ends = ROMAN[place.low] if place.low == place.high else f"{ROMAN[place.low]} to {ROMAN[place.high]}"
    return f"{ends} of {ROMAN[place.asked]}"


def _told(place: _Place, left: str) -> str:
    """One place as words: "French C1 (V of V)"; ``left`` names what it lacks."""
    if place.skill is None:
        return f"{left} not listed ({ROMAN[place.asked]} asked)"
    name = language_name(place.skill.language) or place.skill.language
    return f"{name} {place.skill.text} ({_shown(place)})".replace("  ", " ")
