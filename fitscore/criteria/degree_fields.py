"""The fields of study that a notice names after a degree."""

from __future__ import annotations

import re
from itertools import pairwise

from fitscore.text import lower_same_length
from fitscore.vocabulary import load
from fitscore.vocabulary.fields import broad_fields

_LEAD = 110  # characters within which the fields follow the degree
_LONGEST_FIELD = 80
_WORD_BEFORE = re.compile(r"(?P<field>[a-z]{3,20}) \Z")
_BRACKET = re.compile(r" ?\((?P<list>[^()]{3,120})\)")  # "a degree (law, economics)"
_OR_EXPERIENCE = re.compile(
    r" ?\(?(?:or|and/or)(?: an?)? (?:equivalent|comparable|similar|relevant)(?: [a-z]{4,12}){0,2} experience\)? ?"
)
_PLACE = re.compile(
    r"\b(?:recogni[sz]ed|accredited|registered|based|located|established)(?: (?:universit(?:y|ies)|institutions?))? \Z"
)
"""Words before "in" that say where, not what, was studied ("a law degree from a university recognized in …")."""
_RELATED = re.compile(
    r"-(?:related )?(?:fields?|areas?|disciplines?|subjects?|studies)?(?: of (?:relevance|interest|work)\b.*)?\Z|-related\b.*\Z"
)
"""What hangs on a field that a hyphen makes an adjective ("a health- or transport-related field")."""
_SCIENCES = re.compile(r"\b(?:sciences?|studies)\Z")
_NEXT = re.compile(
    r" ?(?:or|and|and/or|/|&) ?(?:[\w-]{2,20} ){1,2}(?P<noun>[A-Za-z]{3,15})(?=\Z| ?[,;/()]| or | and )", re.IGNORECASE
)
_SLASHES = 2  # from which on the slashes of a list without commas part its items


def fields_after(text: str, lower: str, start: int) -> tuple[str, ...]:
    """The fields of study that follow the degree ending at ``start``, in the notice's words."""
    bracket = _BRACKET.match(lower, start)
    inside = _listed(text[bracket.start("list") : bracket.end("list")]) if bracket else ()
    if bracket and inside and "equivalent" not in bracket.group() and any(broad_fields(item) for item in inside):
        return inside
    for lead in load("degree").pattern("field.lead").regex.finditer(lower, start, min(len(lower), start + _LEAD)):
        between = lower[start : lead.start()]
        if _PLACE.search(between):
            return ()
        if ("experience" in between and not _OR_EXPERIENCE.fullmatch(between) and not _of_study(lower[lead.end() :])) or (
            lead.group().startswith("of ") and len(between) > 1
        ):
            return ()
        if load("degree").pattern("field.not").search(lower[lead.end() : lead.end() + 40]):
            continue
        stop = load("degree").pattern("field.stop").regex.search(lower, lead.end())
        return _listed(text[lead.end() : stop.start() if stop else len(text)])
    return ()


def fields_named(text: str, lower: str) -> tuple[str, ...]:
    """The fields with which words begin ("physics or geology, with …"); none where no known field is among them."""
    stop = load("degree").pattern("field.stop").regex.search(lower)
    listed = _listed(text[: stop.start() if stop else len(text)])
    return listed if listed and broad_fields(listed[0]) else ()


def field_before(text: str, lower: str, start: int) -> tuple[str, ...]:
    """The field that stands right before a bare "degree" ("a law degree")."""
    word = _WORD_BEFORE.search(lower, 0, start) if lower.startswith("degree", start) else None
    return (text[word.start("field") : word.end("field")],) if word and broad_fields(word.group("field")) else ()


def listed_fields(text: str) -> tuple[str, ...]:
    """The fields of study in a line that names nothing else ("law, trade; botany or a related field")."""
    out: list[str] = []
    for part in text.split(";"):
        stop = load("degree").pattern("field.stop").regex.search(lower_same_length(part), 1)
        out += _listed(part[: stop.start()] if stop else part)
    return tuple(dict.fromkeys(out))


def _of_study(rest: str) -> bool:
    """Whether what follows calls itself fields of study though experience in them is named first."""
    return bool(re.search(r"\b(?:disciplines?|(?:other|related|relevant)(?: [a-z]{1,14}){0,3} fields?)\b", rest[:300]))


def _noun_behind(item: str, rest: str) -> str:
    """The noun that a field shares with the next one ("public or business administration"), with a blank before it."""
    nouns = load("degree").table("shared").get(item.lower())
    found = _NEXT.match(rest) if nouns else None
    return f" {found['noun']}" if nouns and found and found["noun"].lower() in nouns else ""


def _listed(text: str) -> tuple[str, ...]:
    """The items of a list of fields; empty ones ("a relevant field") are left out."""
    out: list[str] = []
    lower = text.lower()
    if "," not in lower and lower.count("/") >= _SLASHES:
        lower = lower.replace("/", ",")
    cuts = [(0, 0), *(m.span() for m in load("degree").pattern("field.split").finditer(lower)), (len(text), len(text))]
    alone = load("degree").table("adjectives")
    waiting: list[tuple[int, int]] = []  # adjectives that wait for their noun
    for (_, start), (end, _) in pairwise(cuts):
        if lower[start:end].strip() in alone and end < len(text) and "," not in lower[end : end + 2]:
            waiting.append((start, end))
            continue
        if waiting and _SCIENCES.search(lower[start:end].strip()):
            start = waiting[0][0]
        else:
            out += [text[first:last].strip() for first, last in waiting]
        waiting = []
        item = re.sub(r"^(?:an?|the|in|any) ", "", text[start:end].strip(" '\""))
        item = _RELATED.sub("", item).strip(" -")
        item += _noun_behind(item, text[end:])
        if (
            item
            and len(item) <= _LONGEST_FIELD
            and not load("degree").pattern("field.empty").search(item.lower())
            and item not in out
        ):
            out.append(item)
    return tuple(out)
