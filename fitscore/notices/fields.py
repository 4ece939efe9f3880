"""The labelled fields of a notice: "Grade: P-4", a label on a line of its own over its value, several in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from fitscore.notices.headings import read_heading
from fitscore.notices.lines import Line
from fitscore.records import working
from fitscore.text import Folded
from fitscore.vocabulary import Pattern, any_of, finder, load

_HEAD = 70
_TICKED = re.compile(r"[☒☑✓✔] ?(?P<chosen>[^☐☒☑✓✔]{2,80}?)(?= ?(?:[☐☒☑✓✔]|\Z))")
_TICKS = frozenset("☒☑✓✔")
_LONGEST_VALUE = 160
_LONGEST_LINE = 80  # letters of a line that is a label, or a label with its value and no colon
_DESCRIBES = re.compile(
    r" (?:Description|Overview|Profile|Information|Background|Introduction|Culture|Values)\Z"
)  # "Company Description" is a heading


@working
class Field:
    """A labelled value: what the label means (``grade``), the label's words, and the value with its place."""

    name: str
    label: str
    value: Folded


def read_fields(lines: Sequence[Line]) -> list[Field]:
    """The labelled fields in order: with a colon anywhere; without one only near the head of the notice."""
    found: list[Field] = []
    for index, line in enumerate(lines):
        near = index < _HEAD
        fields = list(_with_colon(line.folded, near)) if ":" in line.folded.text else []
        if not fields and near and len(line.folded.text) <= _LONGEST_LINE:
            fields = list(_without_colon(line))
            if not fields and index + 1 < len(lines):
                fields = list(_over(line, lines[index + 1]))
        if fields:
            found.extend(replace(field, value=_ticked(field.value)) if _marked(field) else field for field in fields)
    return found


def _marked(field: Field) -> bool:
    return not _TICKS.isdisjoint(field.value.text)


def _ticked(value: Folded) -> Folded:
    """Of boxes in a form the words of the one that is ticked."""
    chosen = _TICKED.search(value.text)
    return value.cut(*chosen.span("chosen")) if chosen else value


def _with_colon(folded: Folded, near: bool) -> Iterator[Field]:
    """ "Sector: Grade: GH" holds two fields, the first of them empty."""
    first = None if near else _finder().regex.match(folded.lower)
    hits = _labels(folded.lower) if near else (first,) if first else ()
    hits = tuple(hit for hit in hits if folded.text.count("(", 0, hit.start()) <= folded.text.count(")", 0, hit.start()))
    for hit, following in zip(hits, [*(h.start() for h in hits[1:]), len(folded.text)], strict=False):
        value = folded.cut(hit.end(), min(following, hit.end() + _LONGEST_VALUE))
        if value.text and (
            hit.start() == 0 or not folded.text[hit.start()].islower()
        ):  # "care about the mission: …" is running text
            yield Field(label_names()[hit.group("label")], folded.text[hit.start() : hit.end("label")], value)


def _without_colon(line: Line) -> Iterator[Field]:
    """ "Grade P4": a label, then a value that begins with a capital or a digit."""
    if not line.text[0].isupper() or ": " in line.text or line.bullet[:1].isdigit():  # "2. Agency Management" is a heading
        return
    hit = _opening().match(line.folded.lower)
    if hit is None or _DESCRIBES.search(line.text) or _asks(line.text):
        return
    first = line.text[hit.end()]
    if first.isupper() or first.isdigit():
        yield Field(label_names()[hit.group("label")], line.text[: hit.end("label")], line.folded.cut(hit.end(), len(line.text)))


def _asks(words: str) -> bool:
    """Whether a line that begins like a label is a heading of qualifications ("Mission specific requirements")."""
    heading = read_heading(words)
    return heading is not None and heading.part == "qualifications" and not heading.weak


def _over(line: Line, below: Line) -> Iterator[Field]:
    """A label alone on its line; the value is the line below, unless that is a label itself."""
    label = line.folded.lower.strip(" :")
    known = below.folded.lower.strip(" :") in label_names() or 0 in labels_with_colon(below.folded.lower)
    if label in label_names() and not known and len(below.text) <= _LONGEST_VALUE:
        signs = len(below.text) - len(below.text.lstrip(" :"))
        yield Field(label_names()[label], line.text.strip(" :"), below.folded.cut(signs, len(below.text)))


def labels_with_colon(lower: str) -> list[int]:
    """Where in a passage known labels with a colon begin."""
    return [hit.start() for hit in _labels(lower)] if ":" in lower else []


@lru_cache(maxsize=512)
def _labels(lower: str) -> tuple[re.Match[str], ...]:
    """Each pass over the head of a notice asks for them again, so that the last are kept."""
    return tuple(_finder().finditer(lower))


@cache
def label_names() -> dict[str, str]:
    """Every label with the name of its field."""
    return {str(label): name for name, labels in load("masthead").table("labels").items() for label in labels}


def _alternatives() -> str:
    return any_of(sorted(label_names(), key=lambda label: (-len(label), label)))


@cache
def _finder() -> Pattern:
    label = rf"(?<![\w/-])(?P<label>{_alternatives()})(?: \((?!or\b)[^):]{{1,40}}\))? ?: ?"
    return finder("masthead.labels", label, label_names())


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?P<label>{_alternatives()}) (?=\S)")
