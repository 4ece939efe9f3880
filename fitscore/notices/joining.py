"""Lines that a narrow page broke in mid-sentence, joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from fitscore.notices.headings import find_heading
from fitscore.notices.widths import EVEN, FEWEST_BREAKS, Raw, first_word, loose_width, open_end, page_width, passage_widths
from fitscore.records import changed
from fitscore.text import fold
from fitscore.vocabulary import load

_INLINE_LIST = re.compile(r"\w{2,20},|[IVX]{1,3}\b")
_DANGLING = re.compile(r"(?<![,;]) (?:of|[Tt]he|an?|in|to|with|for|by|on|at|from|as|de|des|du|la|le|les)\Z")
_JOINT = re.compile(r"(?:and/or|and|or|including|as well as) (?=\w)")
_LONG_LINE = 60  # letters of a line that may go on with a name: "…, Luxembourg, the / Netherlands"
_LONG_ITEM = 50  # letters of a line of an item that goes on with a small letter
_ARTICLES = ("the", "of", "in", "de", "des", "du", "la", "le", "les")
_NAMES = re.compile(r"(?:, [^,.;:]{3,24}){2},\Z")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_LOOSE = 0.7  # of the usual length that a line has at least which goes on
_LOOK_BACK = 300


def joined(source: str, raw: Sequence[Raw]) -> list[Raw]:
    """The lines, with those that go on in the next one joined to it."""
    width = page_width(source, raw)
    widths = {} if width else passage_widths(source, raw)
    ordinary = _ordinary_words(source) if width or widths else frozenset()
    listed, loose = _lists_wrap(source, raw), 0 if width else loose_width(source, raw)
    ordinary = ordinary or (_ordinary_words(source) if loose else ordinary)
    out: list[Raw] = []
    for line, after in zip_longest(raw, raw[1:]):
        near = width or widths.get(line.begin, 0)
        whole = out and (
            _closes_bracket(source, out[-1], line)
            or _goes_on(source, out[-1], line, near, ordinary)
            or (listed and _wraps_to_name(source, out[-1], line, after))
            or (loose and _runs_on(source, out[-1], line, loose, ordinary))
        )
        if whole or (out and _torn(source, out[-1], line, after)):
            sign = () if whole or not line.bullet else ((line.begin, line.start),)
            out[-1] = changed(out[-1], end=line.end, last=line.begin, bullets=(*out[-1].bullets, *sign))
        else:
            out.append(line)
    return out


def _runs_on(source: str, before: Raw, line: Raw, usual: int, ordinary: frozenset[str]) -> bool:
    """Whether a line goes on with one of the usual length that ends no sentence."""
    if line.bullet or line.gap or before.length < _LOOSE * usual or source[before.end - 1] in ".;:!?":
        return False
    return _same_passage(source, source[max(before.start, before.end - _LOOK_BACK) : before.end], line, ordinary)


def _ordinary_words(source: str) -> frozenset[str]:
    """The words that a notice writes small more often than with a capital inside a sentence."""
    counts = Counter(_WORD.findall(source))
    names = Counter(_NAME.findall(source))
    return frozenset(word for word, count in counts.items() if word.islower() and count > names[word.capitalize()])


def _goes_on(source: str, before: Raw, line: Raw, width: int, ordinary: frozenset[str]) -> bool:
    """Whether ``line`` continues the sentence of the line before."""
    if line.bullet or line.gap:
        return False
    if _wraps(source, before, line):
        return True
    tail = source[max(before.start, before.last) : before.end]
    if width and before.length <= EVEN * width and before.length + 1 + first_word(source, line) > width:
        return _same_passage(source, source[max(before.start, before.end - _LOOK_BACK) : before.end], line, ordinary)
    broken = open_end(source, max(before.start, before.last), before.end) if len(tail) > 20 else None
    if broken is None:
        return False
    return source[line.start].islower() or (
        len(tail) > _LONG_LINE and (broken[0].lower() in _ARTICLES or bool(_NAMES.search(tail)))
    )


def _wraps(source: str, before: Raw, line: Raw) -> bool:
    """Whether an item of a list goes on: it ends without a stop, and what follows begins small and has no sign of its own."""
    long = before.length >= _LONG_ITEM or before.last > before.start
    return bool(before.bullet) and long and source[line.start].islower() and source[before.end - 1] not in ".;:!?"


def _lists_wrap(source: str, raw: Sequence[Raw]) -> bool:
    """Whether items of the notice's lists go on in further lines."""
    found = sum(not line.bullet and not line.gap and _wraps(source, before, line) for before, line in pairwise(raw))
    return found >= FEWEST_BREAKS


def _wraps_to_name(source: str, before: Raw, line: Raw, after: Raw | None) -> bool:
    """Whether an item goes on with a name: it is long and ends without a stop, and behind what follows stands the next item."""
    if line.bullet or line.gap or not before.bullet or before.length < _LONG_LINE or source[before.end - 1] in ".;:!?":
        return False
    ends = source[line.end - 1] in ".;" or (after is not None and not after.bullet and source[after.start].islower())
    return ends and find_heading(fold(source[line.start : line.end]), "") is None


def _torn(source: str, before: Raw, line: Raw, after: Raw | None) -> bool:
    """Whether a bullet or an empty line tears a sentence: it dangles from a preposition, or a line goes on with "and …".

    What opens a list ("ability to", then several items) dangles, too.
    """
    if not source[line.start].islower() or line.bullet not in ("", before.bullet):
        return False
    tail = source[max(before.start, before.last) : before.end]
    if len(tail) <= 20:
        return False
    if not line.bullet and _JOINT.match(source, line.start, line.end):
        return tail[-1].isalnum() or tail[-1] == ")"
    listed = after is not None and after.bullet and source[after.start].islower()
    return not listed and _DANGLING.search(tail) is not None


def _same_passage(source: str, before: str, line: Raw, ordinary: frozenset[str]) -> bool:
    """Whether a line behind a full one goes on with it; a list without signs has full lines that end an item, too.

    Inside a sentence only names begin with a capital: a word that the notice also writes small begins something new.
    """
    words = source[line.start : line.end]
    if words[0].islower() or open_end(before, 0, len(before)) or before.count("(") > before.count(")"):
        return True
    if find_heading(fold(words), "") is not None or before.endswith(";"):
        return False
    if before.endswith(":"):
        return _INLINE_LIST.match(words) is not None
    first = _WORD.match(words)
    if before.endswith((".", "!", "?")) or first is None:
        return True
    word = first.group().lower()
    return word not in load("sections").table("openers") and (word not in ordinary or before.split()[-1].split("-")[0].istitle())


def _closes_bracket(source: str, before: Raw, line: Raw) -> bool:
    """Whether ``line`` is the rest of a bracket that the line before opened ("English (4", "- Excellent)")."""
    if line.end - line.start > 60 or before.end - before.start > 200:
        return False
    numbered = (
        line.bullet.endswith(")") and line.bullet[0].isdigit()
    )  # "(NQF", "7) or higher": the bracket's number is none of a list
    head, tail = source[line.begin if numbered else line.start : line.end], source[before.start : before.end]
    return ")" in head and "(" not in head and tail.count("(") == tail.count(")") + 1
