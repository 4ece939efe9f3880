"""Headings that run into the words behind them, where a page lost its line ends ("Education Degree in law. Languages …")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from fitscore.notices.headings import read_heading
from fitscore.notices.lines import Line
from fitscore.notices.sentences import sentences
from fitscore.vocabulary import load

_MOST_WORDS = 3
_LEAST = 30
"""Letters of what stands behind: a name of a post ("Language Training Specialist") has fewer."""
_GOES_ON = frozenset({"of", "in", "to", "with", "at", "degree", "or", "from"})
"""Words behind an opener that is a word of headings too ("Education Degree in law", but "Computer Skills")."""
_CAPITAL = re.compile(r"[A-Z](?<=[^\W\d_] .)[^ .,]*")
_OPENS = re.compile(r"[A-Z][a-z]*[a-z] (?=[A-Za-z])")


def apart_run_in(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with headings that run into a requirement on lines of their own."""
    for line in lines:
        if line.bullet or len(line.text) < _LEAST or not _OPENS.match(line.text) or not _holds_opener(line.text):
            yield line
        else:
            yield from _pieces(line)


def _holds_opener(text: str) -> bool:
    """Whether a word that begins a requirement stands with a capital behind another word."""
    return any(hit[0].lower().removesuffix("'s") in _openers() for hit in _CAPITAL.finditer(text))


@cache
def _openers() -> frozenset[str]:
    return frozenset(map(str, load("sections").table("openers")))


def _pieces(line: Line) -> Iterator[Line]:
    """The line cut before and behind each heading that runs in at the begin of one of its sentences."""
    cuts, at = [0], 0
    for sentence in sentences(line.folded):
        if width := _run_in(sentence.text.lstrip()):
            begin = line.text.index(sentence.text.lstrip(), at)
            cuts += [begin, begin + width]
        at += len(sentence.text)
    if len(cuts) == 1:
        yield line
        return
    edges, headings = [*sorted(set(cuts)), len(line.text)], frozenset(cuts[1::2])
    for number, start in enumerate(edges[:-1]):
        piece = line.folded.cut(start, edges[number + 1])
        if piece.text:
            yield replace(line, folded=piece, gap=line.gap if number == 0 else start in headings)


def _run_in(text: str) -> int:
    """How many letters of a sentence are a heading of qualifications that runs into a requirement; 0 if none are."""
    words = [*text.split(" ", _MOST_WORDS + 2), ""]
    evidence = load("sections").pattern("evidence.requirement")
    for count in range(min(_MOST_WORDS, len(words) - 2), 0, -1):
        head, opener = " ".join(words[:count]), words[count]
        if not head[-1].isalpha() or not opener[:1].isupper() or opener.lower().removesuffix("'s").strip(",.") not in _openers():
            continue
        if words[count + 1].lower() not in _GOES_ON and read_heading(f"{head} {opener}"):
            continue
        heading, rest = read_heading(head), text[len(head) + 1 :]
        if heading and heading.part == "qualifications" and len(rest) >= _LEAST:
            return len(head) + 1 if evidence.search(rest.lower()) else 0
    return 0
