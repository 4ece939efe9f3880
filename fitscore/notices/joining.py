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

_OPEN_END = re.compile(
    r"(?:,|\b(?:and|or|of|[Tt]he|an?|in|to|with|for|by|on|at|from|as|et|de|des|du|la|le|les|ou|In|For|To|With|By|On|At|From|As))\Z"
)
_LONGEST_OPEN = 5
_INLINE_LIST = re.compile(r"\w{2,20},|[IVX]{1,3}\b")
_DANGLING = re.compile(r"(?<![,;]) (?:of|[Tt]he|an?|in|to|with|for|by|on|at|from|as|de|des|du|la|le|les)\Z")
_JOINT = re.compile(r"(?:and/or|and|or|including|as well as) (?=\w)")
_LONG_LINE = 60  # letters of a line that may go on with a name: "…, Luxembourg, the / Netherlands"
_LONG_ITEM = 50  # letters of a line of an item that goes on with a small letter
_ARTICLES = ("the", "of", "in", "de", "des", "du", "la", "le", "les")
_NAMES = re.compile(r"(?:, [^,.;:]{3,24}){2},\Z")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_FEWEST_BREAKS = 3
_GUTTER = re.compile(r"\S {4,}\S")
_FEWEST_LOOSE = 6
_LOOSE = 0.7  # of the usual length that a line has at least which goes on
_LOOK_BACK = 300
_SURE = 0.85
_LONGER = 0.1
_NARROWEST, _WIDEST = 40, 170


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
    ordinary = _ordinary_words(source) if width else frozenset()
    listed, loose = _lists_wrap(source, raw), 0 if width else _loose_width(source, raw)
    ordinary = ordinary or (_ordinary_words(source) if loose else ordinary)
    out: list[Raw] = []
    for line, after in zip_longest(raw, raw[1:]):
        whole = out and (
            _closes_bracket(source, out[-1], line)
            or _goes_on(source, out[-1], line, width, ordinary)
            or (listed and _wraps_to_name(source, out[-1], line, after))
            or (loose and _runs_on(source, out[-1], line, loose, ordinary))
        )
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


def _loose_width(source: str, raw: Sequence[Raw]) -> int:
    """The usual length of lines that were broken where letters are of different widths; 0 where most lines end a sentence."""
    lengths, pairs = [], 0
    for before, line in pairwise(raw):
        if line.bullet or line.gap:
            continue
        if _GUTTER.search(source, before.start, before.end):
            return 0  # columns
        pairs += 1
        if source[before.end - 1] not in ".;:!?" and (
            source[line.start].islower() or _open_end(source, before.start, before.end)
        ):
            lengths.append(before.length)
    usual = sorted(lengths)[len(lengths) // 2] if len(lengths) >= _FEWEST_LOOSE and 2 * len(lengths) >= pairs else 0
    return usual if _NARROWEST <= usual <= _WIDEST else 0


def _runs_on(source: str, before: Raw, line: Raw, usual: int, ordinary: frozenset[str]) -> bool:
    """Whether a line goes on with one of the usual length that ends no sentence."""
    if line.bullet or line.gap or before.length < _LOOSE * usual or source[before.end - 1] in ".;:!?":
        return False
    return _same_passage(source, source[max(before.start, before.end - _LOOK_BACK) : before.end], line, ordinary)


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
    if _wraps(source, before, line):
        return True
    tail = source[max(before.start, before.last) : before.end]
    if width and before.length <= 1.15 * width and before.length + 1 + _first_word(source, line) > width:
        return _same_passage(source, source[max(before.start, before.end - _LOOK_BACK) : before.end], line, ordinary)
    open_end = _open_end(source, max(before.start, before.last), before.end) if len(tail) > 20 else None
    if open_end is None:
        return False
    return source[line.start].islower() or (
        len(tail) > _LONG_LINE and (open_end[0].lower() in _ARTICLES or bool(_NAMES.search(tail)))
    )


def _wraps(source: str, before: Raw, line: Raw) -> bool:
    """Whether an item of a list goes on: it ends without a stop, and what follows begins small and has no sign of its own."""
    long = before.length >= _LONG_ITEM or before.last > before.start
    return bool(before.bullet) and long and source[line.start].islower() and source[before.end - 1] not in ".;:!?"


def _lists_wrap(source: str, raw: Sequence[Raw]) -> bool:
    """Whether items of the notice's lists go on in further lines."""
    found = sum(not line.bullet and not line.gap and _wraps(source, before, line) for before, line in pairwise(raw))
    return found >= _FEWEST_BREAKS


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
