"""The title of the post, and the place that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fitscore.notices.fields import Field
from fitscore.notices.headings import Found, find_heading
from fitscore.notices.lines import Line
from fitscore.notices.model import Clause
from fitscore.text import fold
from fitscore.vocabulary import load
from fitscore.vocabulary.countries import country_code

_LONGEST = 220
_CODE = re.compile(r" ?\((?=[^()]*\d)[A-Z\d]{1,8}(?:[-/][A-Z\d]{1,8}){2,6}\)\Z")  # a reference in brackets at the end
_NEAR = 12
_MOST_WORDS = 14
_CLOSING = re.compile(r" ?[-–—|,;(] ?(?:closing date|deadline|apply by|closes)\b.*\Z", re.IGNORECASE)
_WEB = re.compile(r"\b(?:www\.|https?:|[a-z0-9-]{3,40}\.(?:com|org|net|int|eu|io)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """The title's words, the place taken off behind them ("" where none), and the whole line."""

    words: str = ""
    place: str = ""
    line: str = ""


def read_title(lines: Sequence[Line], fields: Sequence[Field], clauses: Sequence[Clause]) -> Title:
    """The title: labelled, or the notice's first line that can be one, or what a sentence says is vacant."""
    countries = [f.value.text for f in fields if f.name == "country"]
    places = [f.value.text for f in fields if f.name == "location"]
    labelled = next((f.value.text for f in fields if f.name == "title" and len(f.value.text) <= _LONGEST), "")
    first = _first_line(lines)
    if first:
        title = _without_place(first, countries, places, [line.text for line in lines[1:_NEAR]])
        return Title(labelled, title.place, first) if labelled else title
    if labelled:
        return Title(_clean(labelled), "", labelled)
    return _from_sentences(clauses)


def _first_line(lines: Sequence[Line]) -> str:
    words = load("masthead")
    for index, line in enumerate(lines[:_NEAR]):
        asks = find_heading(line.folded, line.bullet)
        if asks and asks.rest == len(line.text) and _opens_requirements(asks):
            return ""  # the title would stand above what is asked
        broken = index > 0 and _breaks_off(lines[index - 1])
        if _can_be_title(line) or ((broken or words.pattern("anyone").search(line.folded.lower)) and _is_short(line)):
            return line.text
        if line.text.endswith(".") and len(line.text) > 120 and index + 1 < len(lines) and not _breaks_off(lines[index + 1]):
            return ""
    return ""


def _opens_requirements(found: Found) -> bool:
    """Whether a heading opens what is asked; under "Person specification" the post may be named first."""
    return found.heading.part == "qualifications" and not found.heading.weak and "specification" not in found.words.lower()


def _breaks_off(line: Line) -> bool:
    """Whether a line ends before the title that it announces ("We are looking for a")."""
    return load("masthead").pattern("title_follows").search(line.folded.lower) is not None


def _is_short(line: Line) -> bool:
    return line.text[:1].isupper() and len(line.text.split()) <= _MOST_WORDS and not line.text.endswith((".", ":"))


def _can_be_title(line: Line) -> bool:
    text = _without_reference(line.text)
    lower = fold(text).lower
    if line.bullet or not 4 <= len(text) <= _LONGEST or text.endswith((".", ":", "!", "?")) or _WEB.search(text):
        return False
    if text.startswith("(") and text.endswith(")"):
        return False
    if lower.startswith(_portal_words()) or lower.rstrip(":") in _label_words():
        return False
    if re.match(r"[^:]{2,40}: \S", text) and lower.split(":")[0].strip() in _label_words():
        return False
    text = _without_numbers(text)
    capitals = sum(word[:1].isupper() for word in text.split())
    return not _ranks().isdisjoint(re.findall(r"[a-z]+", lower)) and capitals * 2 >= min(len(text.split()), 8)


@cache
def _ranks() -> frozenset[str]:
    """The words for posts, one and many."""
    ranks = frozenset(map(str, load("masthead").table("ranks")))
    return ranks | {f"{rank}s" for rank in ranks}


@cache
def _portal_words() -> tuple[str, ...]:
    return tuple(map(str, load("masthead").table("portal")))


@cache
def _label_words() -> frozenset[str]:
    return frozenset(str(label) for labels in load("masthead").table("labels").values() for label in labels)


def _without_place(line: str, countries: Sequence[str], places: Sequence[str], following: Sequence[str]) -> Title:
    """Take the place off a title's end, where a country is named there or a field names the same place."""
    parts = [part.strip() for part in line.split(",")]
    cut = len(parts)
    for bare in following:  # the title stands again, without its place
        if len(bare) > 8 and line.startswith(f"{bare},"):
            return Title(_clean(bare), line[len(bare) + 1 :].strip(), line)
    for place in places:  # the place stands behind the title without a comma before it
        before = line.removesuffix(f" {place}")
        if 4 < len(before) < len(line) and ("," in place or before.endswith((")", "-", "–", ":"))):
            return Title(_clean(before), place, line)
    known = {place.lower() for value in [*countries, *places] for place in [value, *value.split(",")]}
    while cut > 1 and (parts[cut - 1].lower() in known or country_code(parts[cut - 1]) or parts[cut - 1].lower() == "remote"):
        cut -= 1
    if cut == len(parts):
        return Title(_clean(line), "", line)
    for index in range(1, cut):  # the place stands again on a line of its own
        if f"{parts[index]}, {parts[-1]}" in following:
            return Title(_clean(", ".join(parts[:index])), ", ".join(parts[index:]), line)
    if cut > 1 and may_be_city(parts[cut - 1]) and not (len(parts) - cut == 1 and country_code(parts[-1]) in ("SG", "MC")):
        cut -= 1
    return Title(_clean(", ".join(parts[:cut])), ", ".join(parts[cut:]), line)


def may_be_city(part: str) -> bool:
    """Whether words can be the name of a town."""
    words = part.lower().split()
    return (
        1 <= len(words) <= 4
        and part[:1].isupper()
        and not any(c.isdigit() or c in "()&:" for c in part)
        and not set(words) & _not_places()
    )


@cache
def _not_places() -> frozenset[str]:
    return frozenset(map(str, load("masthead").table("places_not"))) | frozenset(map(str, load("masthead").table("ranks")))


def _clean(title: str) -> str:
    """Without a reference, a grade (and what is listed behind it), a closing dash."""
    title = _CLOSING.sub("", _without_numbers(_without_reference(title)))
    lowered = fold(title).lower
    words = load("masthead")
    grade = words.pattern("grade.system").search(lowered) or words.pattern("grade.labelled").search(lowered)
    if grade and grade.start() > 4 and lowered[grade.end() : grade.end() + 2].strip(")").startswith(","):
        return title[: grade.start()].strip(" -–,;:*(")
    if grade and grade.start() > 4:
        title = _without(fold(title).text, *_first(lowered, grade.group()))
    return _CODE.sub("", title.strip(" -–,;:*"))


def _first(lowered: str, words: str) -> tuple[int, int]:
    """Where the words first stand, with a bracket around them."""
    start = lowered.find(words)
    end = start + len(words)
    return start - (lowered[:start].endswith("(")), end + lowered.startswith(")", end)


def _without(title: str, start: int, end: int) -> str:
    """The title without some of its words, and without the signs before them."""
    return title[:start].rstrip(" ,-") + title[end:]


def _without_numbers(title: str) -> str:
    """Without how many posts there are and the number of the notice ("…, 2 posts (VA-27/1)" ends twice)."""
    for name in ("title_end", "title_end", "title_begin"):
        if found := load("masthead").pattern(name).search(fold(title).lower):
            title = (title[: found.start()] + title[found.end() :]).strip()
    return title


def _without_reference(title: str) -> str:
    """ "VACANCY N° 27/4 - Translator" is "Translator"."""
    found = load("masthead").pattern("reference").search(fold(title).lower)
    return title[found.end() :] if found and found.end() < len(title) else title


def _from_sentences(clauses: Sequence[Clause]) -> Title:
    words = load("masthead")
    for name in ("vacant", "sought", "called", "incumbent"):
        counts: dict[str, int] = {}
        for clause in clauses:
            for found in words.pattern(name).finditer(clause.lower) if clause.part in ("masthead", "summary", "duties") else ():
                title = clause.text[found.start("title") : found.end("title")]
                if _names_a_post(title, ranked=name != "vacant"):
                    counts[title] = counts.get(title, 0) + 1
        if counts:
            best = min(counts, key=lambda title: (-counts[title], list(counts).index(title)))
            return Title(_clean(best), "", best)
    return Title()


def _names_a_post(title: str, *, ranked: bool) -> bool:
    """Whether words can be a title: capitals, not too many, and (where the sentence alone does not tell) a rank."""
    ranks = load("masthead").table("ranks")
    words = re.findall(r"[a-z]+", title.lower())
    return title[:1].isupper() and 1 < len(title.split()) <= 10 and (not ranked or any(word in ranks for word in words))
