"""What a heading announces: the part of the notice, and the importance and topic of what stands under it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from fitscore.notices.model import Importance, Part
from fitscore.records import working
from fitscore.text import Folded
from fitscore.vocabulary import Group, load

_WORD = re.compile(r"[^\s,/&+()\[\]:;.*\"]+|&")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z'/&,-]*[,:]?(?: -)? ){1,9}(?=[A-Z][a-z]|[A-Z] [a-z]|\d)")
_PREFIX_WORD = re.compile(r" (?=[A-Z])")
_INCLUDING = re.compile(r" ?[,(]? ?\b(?:including|y compris)\b")  # what a heading includes does not change what it announces
_SEVERAL = re.compile(r"\b(?:and|or|et|ou)\b|[,/&+]")
_COLONS = re.compile(r"[ :]*")
_NUMBER = re.compile(r"\d{1,2} (?=[A-Z])")  # "2 Required qualifications"
_BASIC = re.compile(
    r"Basic (?!requirements?\b|qualifications?\b|criteria\b)[^:]{3,60}\Z"
)  # an item of a list: "Basic computer knowledge"
_LONGEST = 100


@working
class Heading:
    """A heading as far as its words tell. ``weak``: its words alone do not carry it over into another part."""

    part: Part
    importance: Importance | None = None
    topic: str | None = None
    weak: bool = False


@working
class Found:
    """A heading at the begin of a line: what it announces, its words, and where the rest of the line begins."""

    heading: Heading
    words: str
    rest: int


def read_heading(words: str) -> Heading | None:
    """What ``words`` (folded, any case) announce as a heading, or None if they are none that is known."""
    if len(words) > _LONGEST:
        return None
    lower = words.lower()
    if "including" in lower or "y compris" in lower:
        lower = _INCLUDING.split(lower, maxsplit=1)[0]
    return _read(lower.strip(" :;.…?!-*_\"'#=>|"))


@lru_cache(maxsize=4096)
def _read(words: str) -> Heading | None:
    if not words:
        return None
    heading = _by_words(words) or _by_pattern(words)
    if heading is not None:
        return heading
    aside = load("sections").pattern("aside").search(words)
    if aside and aside.start():
        return _read(words[: aside.start()])
    return _second_language(words)


def _second_language(words: str) -> Heading | None:
    """What a heading in two languages announces; English stands last ("Om os | About us")."""
    if " | " not in words:
        return None
    first, _, last = words.rpartition(" | ")
    words_before = _WORD.findall(first)
    english = 2 * sum(word in _table().word for word in words_before) >= len(words_before)  # "Functional level | Professional"
    return _read(last) if not english and " | " not in first else None


def _by_words(words: str) -> Heading | None:
    """Read a heading all of whose words are known ("Required skills and experience")."""
    known, classes = _table().word, []
    first = words.partition(" ")[0]
    if first.isalpha() and first not in known:
        return None
    for found in _WORD.finditer(words):
        if found[0] not in known:
            return None
        classes.append(known[found[0]])
    if len(classes) > 14 or words in _table().never:
        return None
    topics = [c.removeprefix("noun:") for c in classes if c.startswith("noun:")]
    tiers = _tiers(words)
    if not topics and (not tiers or "competencies" in classes):
        return None
    named = sorted({topic for topic in topics if topic})
    if named == ["language", "skills"] and not _SEVERAL.search(words):
        named = ["language"]  # "Language skills" is about languages, "Skills and languages" about both
    topic = named[0] if len(named) == 1 else None
    weak = not tiers and bool(topics) and "" not in topics
    return Heading("qualifications", _tier(tiers), topic, weak)


def _tier(tiers: list[str]) -> Importance | None:
    """The importance that a heading's words give; both ("Essential and desirable qualifications") is none."""
    if "essential" in tiers and "desirable" in tiers:
        return None
    if "desirable" in tiers:
        return "desirable"
    return "essential" if tiers else None


def _tier_of(words: str) -> Importance | None:
    return _tier(_tiers(words))


def _tiers(words: str) -> list[str]:
    """The classes of importance among a heading's words; "ideal candidate" says who is sought, not what is only wished for."""
    told = words.replace("ideal candidate", "candidate")
    return [c for word in _WORD.findall(told) if (c := _table().word.get(word)) in ("essential", "desirable")]


def _by_pattern(words: str) -> Heading | None:
    for pattern in load("sections").group("heading").possible(words):
        if pattern.search(words):
            value = pattern.value
            importance = value.get("importance") or (_tier_of(words) if value["part"] == "qualifications" else None)
            return Heading(value["part"], importance, value.get("topic"), value.get("weak", False))
    return None


@cache
def _announcing(part: Part) -> Group:
    return Group(pattern for pattern in load("sections").group("heading") if pattern.value["part"] == part)


def may_announce(part: Part, words: str) -> bool:
    """Whether words (folded, lower case) can be a heading of a part that is not that of the qualifications."""
    return bool(_announcing(part).possible(words))


@dataclass(frozen=True, slots=True)
class _Words:
    word: dict[str, str]
    never: frozenset[str]


@cache
def _table() -> _Words:
    words = load("sections").table("words")
    known: dict[str, str] = dict.fromkeys(map(str, words["fillers"]), "filler")
    for topic, nouns in words["nouns"].items():
        known.update(dict.fromkeys(nouns, f"noun:{topic}"))
    for group in ("competencies", "essential", "desirable"):
        known.update(dict.fromkeys(words[group], group))
    return _Words(known, frozenset(map(str, load("sections").table("not_qualifications"))))


def find_heading(folded: Folded, bullet: str) -> Found | None:
    """The heading at the begin of a line: the whole line, the words before a colon, or words glued to what follows."""
    text = folded.text
    return _whole(text, bullet) or _before_colon(text, bullet) or _in_capitals(text) or _after_number(text, bullet)


def _whole(text: str, bullet: str) -> Found | None:
    if len(text) > _LONGEST or text.endswith((";", ",")):
        return None
    if text.endswith(".") and not text.endswith("..") and len(text.split()) > 3:
        return None
    marked = not bullet or bullet[-1] in ".)|0123456789" or " " in text or text.endswith(":") or text.isupper()
    if not marked or not _begins_well(text) or (bullet and _BASIC.match(text)):
        return None
    heading = read_heading(text)
    if heading is None and (number := _NUMBER.match(text)):
        heading = read_heading(text[number.end() :])
        heading = None if heading is None or heading.weak else heading
    return Found(heading, text.rstrip(" :"), len(text)) if heading else None


def _begins_well(text: str) -> bool:
    """A heading begins with a capital, or ends with a colon."""
    if text[:1].isalpha():
        return text[0].isupper() or text.endswith(":")
    first = next((char for char in text if char.isalpha()), "")
    return first.isupper() or text.endswith(":")


def _before_colon(text: str, bullet: str) -> Found | None:
    if not text[:1].isupper():
        return None
    for mark in (":", " - "):
        colon = text.find(mark, 2, _LONGEST)
        if colon < 0 or not text[colon + len(mark) :].strip():
            continue
        label = text[:colon]
        if mark == " - " and (bullet or not label.isupper()):
            continue
        heading = read_heading(label) if len(label.split()) <= 9 else None
        if heading:
            doubled = _COLONS.match(text, colon + len(mark)) if mark == ":" else None
            return Found(heading, label.strip(), doubled.end() if doubled else colon + len(mark))
    return None


def _in_capitals(text: str) -> Found | None:
    """ "SUMMARY The division is …": a heading in capitals glued to the text."""
    found = _CAPITALS.match(text) if text[:2].isupper() else None
    if not found or len(found.group()) < 5:
        return None
    words = found.group().strip()
    heading = read_heading(words)
    return Found(heading, words.rstrip(" :-"), found.end()) if heading and not heading.weak else None


def _after_number(text: str, bullet: str) -> Found | None:
    """ "5. Competencies Core: …": after a number, known words before a further capital."""
    if not bullet or not bullet[0].isdigit():
        return None
    best: Found | None = None
    for gap in _PREFIX_WORD.finditer(text, 0, 60):
        heading = read_heading(text[: gap.start()])
        if heading and not heading.weak and heading.part != "duties":
            best = Found(heading, text[: gap.start()], gap.end())
    return best
