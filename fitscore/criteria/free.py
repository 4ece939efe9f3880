"""Requirements without a structure of their own: which kind a statement is, or that it asks for nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from fitscore import vocabulary
from fitscore.criteria.importance import unasked
from fitscore.criteria.leading import speaks_of_leading
from fitscore.criteria.stated_years import stated_years
from fitscore.notices.model import Clause

FreeKind = Literal["capability", "experience", "management"]
_PARTS = ("qualifications", "competencies")
_LEAST = 8  # letters that a requirement needs at least
_FEW = 20  # characters that nearly always hold so many
_TITLE = 5  # blanks that a requirement without any word of asking has at least


def free_kind(clause: Clause) -> FreeKind | None:
    """What a statement without numbers asks for; None where it asks for nothing, or its years are read elsewhere."""
    if clause.part not in _PARTS or stated_years(clause):
        return None
    skill = clause.part == "competencies"
    source, end = clause.folded.source, clause.folded.offsets[-1] + 1
    closed = source[end : end + 1]
    whole = clause.listed or closed == "." or (bool(clause.lead_in) and not closed.strip(";\r\n"))  # an item or a sentence
    return _kind(clause.lower, of_experience=clause.topic == "experience", skill=skill, listed=whole)


@lru_cache(maxsize=512)
def _kind(lower: str, *, of_experience: bool, skill: bool, listed: bool) -> FreeKind | None:
    """The kind by the words alone; each kind asks for it, so that the last answers are kept."""
    if asks_nothing(lower) or (skill and not says_skill(lower)) or (not listed and _is_title(lower)):
        return None
    return _kind_of_matter(lower, of_experience=of_experience)


@lru_cache(maxsize=512)
def asks_nothing(lower: str) -> bool:
    """Whether a sentence of the qualification part states no requirement (advice, headings, information, questions)."""
    if sum(map(str.isalpha, lower[:_FEW])) < _LEAST and sum(map(str.isalpha, lower)) < _LEAST:
        return True
    if vocabulary.load("capability").group("nothing").matches(lower) or unasked(lower):
        return True
    years = vocabulary.load("experience")
    return bool(years.pattern("road_sentence").search(lower) and years.pattern("road").search(lower))


def says_skill(lower: str) -> bool:
    """Whether a sentence speaks of knowledge, skill or experience, and not of a behaviour."""
    words = vocabulary.load("capability")
    return any(words.pattern(name).search(lower) for name in ("head", "skill_lead", "skill_tail"))


def _is_title(lower: str) -> bool:
    """Whether a line outside a list is so short, and so empty of any word of asking, that it is a heading."""
    words = vocabulary.load("capability")
    asks = any(words.pattern(name).search(lower) for name in ("cue", "coded", "graded"))
    return lower.count(" ") < _TITLE and not asks


def matter(text: str, lower: str) -> str:
    """The words without the verbs around them ("possess", "have good …")."""
    verb = vocabulary.load("capability").pattern("verb").search(lower)
    kept = text[verb.end() :] if verb else text
    return kept.strip(" .;,:") or text


def _kind_of_matter(lower: str, *, of_experience: bool) -> FreeKind:
    tells = vocabulary.load("experience")
    deed = of_experience and bool(tells.pattern("track.deed").search(lower))
    if vocabulary.load("capability").pattern("everyday").search(lower):
        return "capability"
    if vocabulary.load("capability").pattern("ability_first").search(lower):
        return "capability"
    track = bool(tells.pattern("track.head").search(lower))
    if speaks_of_leading(lower) and (track or deed or of_experience):
        return "management"
    return "experience" if track or deed else "capability"
