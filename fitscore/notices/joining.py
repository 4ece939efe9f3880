"""Lines that a narrow page broke in mid-sentence, joined again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise, zip_longest

from fitscore.notices.headings import find_heading
from fitscore.records import changed, working
from fitscore.text import fold
from fitscore.vocabulary import load

_OPEN_END = re.compile(r"(?:,|\b(?:and|or|of|[Tt]he|an?|in|to|with|for|by|on|at|from|as|et|de|des|du|la|le|les|ou))\Z")
_LONGEST_OPEN = 5
_INLINE_LIST = re.compile(r"\w{2,20},|[IVX]{1,3}\b")
_DANGLING = re.compile(r"(?<![,;]) (?:of|[Tt]he|an?|in|to|with|for|by|on|at|from|as|de|des|du|la|le|les)\Z")
_JOINT = re.compile(r"(?:and/or|and|or|including|as well as) (?=\w)")
_LONG_LINE = 60  # letters of a line that may go on with a name: "…, Luxembourg, the / Netherlands"
_ARTICLES = ("the", "of", "in", "de", "des", "du", "la", "le", "les")
_NAMES = re.compile(r"(?:, [^,.;:]{3,24}){2},\Z")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_FEWEST_BREAKS = 3
_LOOK_BACK = 300
_SURE = 0.85
_LONGER = 0.1
_NARROWEST, _WIDEST = 40, 170
_NARROW_PASSAGE = 60  # letters of a line in a single passage that may be broken at a width
_EVEN = 1.15  # how far the longest line of a passage may reach beyond its shortest


@working
class Raw:
    """A line before its words are looked at: their start and end, the bullet, whether an empty line stands before it.

    ``begin`` is where the line itself begins, with its indent and bullet; ``last`` the same of the last line joined to it;
    ``bullets`` are the places of the bullets between joined lines, which are none of the words.
    """

    start: int
    end: int
    bullet: str
    gap: bool
    begin: int
    last: int
    bullets: tuple[tuple[int, int], ...] = ()

    @property
    def length(self) -> int:
        """How far the last line reaches to the right."""
        return self.end - self.last


def joined(source: str, raw: Sequence[Raw]) -> list[Raw]:
    """The lines, with those that go on in the next one joined to it."""
    width = _page_width(source, raw)
    widths = {} if width else _passage_widths(source, raw)
    ordinary = _ordinary_words(source) if width or widths else frozenset()
    out: list[Raw] = []
    for line, after in zip_longest(raw, raw[1:]):
        near = width or widths.get(line.begin, 0)
        whole = out and (_closes_bracket(source, out[-1], line) or _goes_on(source, out[-1], line, near, ordinary))
        if whole or (out and _torn(source, out[-1], line, after)):
            sign = () if whole or not line.bullet else ((line.begin, line.start),)
            out[-1] = changed(out[-1], end=line.end, last=line.begin, bullets=(*out[-1].bullets, *sign))
        else:
            out.append(line)
    return out


def _page_width(source: str, raw: Sequence[Raw]) -> int:
    """The width at which the text was broken, 0 if it was not.

    A break at a width shows in mid-sentence: the line fits, and with the first word of the next it would not.
    """
    breaks = []
    for before, line in pairwise(raw):
        if line.bullet or line.gap or source[before.end - 1] in ".;:":
            continue
        if source[line.start].islower() or _open_end(source, before.start, before.end):
            breaks.append((before.length, before.length + 1 + _first_word(source, line)))
    if len(breaks) < _FEWEST_BREAKS:
        return 0
    width = sorted(length for length, _ in breaks)[int(len(breaks) * 0.97)]
    sure = sum(more > width for _, more in breaks)
    longer = sum(line.length > width for line in raw)
    fits = _NARROWEST <= width <= _WIDEST and sure >= _SURE * len(breaks) and longer <= _LONGER * len(raw)
    return width if fits else 0


def _passage_widths(source: str, raw: Sequence[Raw]) -> dict[int, int]:
    """By the begin of each line the width of its passage, where only some passages of a text were broken.

    Lines without bullets or empty lines between them are such a passage if most of them go on in mid-sentence.
    """
    out: dict[int, int] = {}
    passage: list[Raw] = []
    for line in (*raw, None):
        if line is not None and passage and not line.bullet and not line.gap:
            passage.append(line)
            continue
        if len(passage) >= _FEWEST_BREAKS and (width := _width_of(source, passage)):
            out.update(dict.fromkeys((part.begin for part in passage[1:]), width))
        passage = [line] if line is not None else []
    return out


def _width_of(source: str, passage: Sequence[Raw]) -> int:
    """The width from which on a line of a passage was broken, 0 if it was not: its lines are about as long as each other."""
    lengths = [line.length for line in passage[:-1]]
    width = min(lengths) - 1
    even = max(*lengths, passage[-1].length) <= _EVEN * width
    goes_on = sum(source[line.start].islower() and source[before.end - 1] not in ".;:" for before, line in pairwise(passage))
    return width if even and _NARROW_PASSAGE <= width <= _WIDEST and 2 * goes_on >= len(lengths) else 0


def _open_end(source: str, start: int, end: int) -> re.Match[str] | None:
    """The comma or small word with which ``source[start:end]`` ends, so that it must go on."""
    return _OPEN_END.search(source, max(start, end - _LONGEST_OPEN), end)


def _ordinary_words(source: str) -> frozenset[str]:
    """The words that a notice writes small more often than with a capital inside a sentence."""
    counts = Counter(_WORD.findall(source))
    names = Counter(_NAME.findall(source))
    return frozenset(word for word, count in counts.items() if word.islower() and count > names[word.capitalize()])


def _first_word(source: str, line: Raw) -> int:
    """The length of a line's first word."""
    return len(source[line.start : min(line.end, line.start + 60)].split(maxsplit=1)[0])


def _goes_on(source: str, before: Raw, line: Raw, width: int, ordinary: frozenset[str]) -> bool:
    """Whether ``line`` continues the sentence of the line before."""
    if line.bullet or line.gap:
        return False
    tail = source[max(before.start, before.last) : before.end]
    if width and before.length <= _EVEN * width and before.length + 1 + _first_word(source, line) > width:
        return _same_passage(source, source[max(before.start, before.end - _LOOK_BACK) : before.end], line, ordinary)
    open_end = _open_end(source, max(before.start, before.last), before.end) if len(tail) > 20 else None
    if open_end is None:
        return False
    return source[line.start].islower() or (
        len(tail) > _LONG_LINE and (open_end[0].lower() in _ARTICLES or bool(_NAMES.search(tail)))
    )


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
    if words[0].islower() or _OPEN_END.search(before) or before.count("(") > before.count(")"):
        return True
    if find_heading(fold(words), "") is not None or before.endswith(";"):
        return False
    if before.endswith(":"):
        return _INLINE_LIST.match(words) is not None
    first = _WORD.match(words)
    if before.endswith((".", "!", "?")) or first is None:
        return True
    word = first.group().lower()
    return word not in load("sections").table("openers") and (word not in ordinary or before.split()[-1].istitle())


def _closes_bracket(source: str, before: Raw, line: Raw) -> bool:
    """Whether ``line`` is the rest of a bracket that the line before opened ("English (4", "- Excellent)")."""
    if line.end - line.start > 60 or before.end - before.start > 200:
        return False
    head, tail = source[line.start : line.end], source[before.start : before.end]
    return ")" in head and "(" not in head and tail.count("(") == tail.count(")") + 1
