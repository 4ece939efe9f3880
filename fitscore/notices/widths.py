"""At which width the lines of a notice were broken, if they were."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from fitscore.records import working

_OPEN_END = re.compile(
    r"(?:,|\b(?:and|or|of|[Tt]he|an?|in|to|with|for|by|on|at|from|as|et|de|des|du|la|le|les|ou|In|For|To|With|By|On|At|From|As))\Z"
)
_LONGEST_OPEN = 5
_GUTTER = re.compile(r"\S {4,}\S")
_FEWEST_LOOSE = 6
_SURE = 0.85
_LONGER = 0.1
_NARROWEST, _WIDEST = 40, 170
_NARROW_PASSAGE = 60  # letters of a line in a single passage that may be broken at a width
FEWEST_BREAKS = 3
"""Lines broken in mid-sentence from which on the breaks of a notice mean something."""
EVEN = 1.15
"""How far the longest line of a passage may reach beyond its shortest."""


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


def page_width(source: str, raw: Sequence[Raw]) -> int:
    """The width at which the text was broken, 0 if it was not.

    A break at a width shows in mid-sentence: the line fits, and with the first word of the next it would not.
    """
    breaks = []
    for before, line in pairwise(raw):
        if line.bullet or line.gap or source[before.end - 1] in ".;:":
            continue
        if source[line.start].islower() or open_end(source, before.start, before.end):
            breaks.append((before.length, before.length + 1 + first_word(source, line)))
    if len(breaks) < FEWEST_BREAKS:
        return 0
    width = sorted(length for length, _ in breaks)[int(len(breaks) * 0.97)]
    sure = sum(more > width for _, more in breaks)
    longer = sum(line.length > width for line in raw)
    fits = _NARROWEST <= width <= _WIDEST and sure >= _SURE * len(breaks) and longer <= _LONGER * len(raw)
    return width if fits else 0


def passage_widths(source: str, raw: Sequence[Raw]) -> dict[int, int]:
    """By the begin of each line the width of its passage, where only some passages of a text were broken.

    Lines without bullets or empty lines between them are such a passage if most of them go on in mid-sentence.
    """
    out: dict[int, int] = {}
    passage: list[Raw] = []
    for line in (*raw, None):
        if line is not None and passage and not line.bullet and not line.gap:
            passage.append(line)
            continue
        if len(passage) >= FEWEST_BREAKS and (width := _width_of(source, passage)):
            out.update(dict.fromkeys((part.begin for part in passage[1:]), width))
        passage = [line] if line is not None else []
    return out


def _width_of(source: str, passage: Sequence[Raw]) -> int:
    """The width from which on a line of a passage was broken, 0 if it was not: its lines are about as long as each other."""
    lengths = [line.length for line in passage[:-1]]
    width = min(lengths) - 1
    even = max(*lengths, passage[-1].length) <= EVEN * width
    goes_on = sum(source[line.start].islower() and source[before.end - 1] not in ".;:" for before, line in pairwise(passage))
    return width if even and _NARROW_PASSAGE <= width <= _WIDEST and 2 * goes_on >= len(lengths) else 0


def loose_width(source: str, raw: Sequence[Raw]) -> int:
    """The usual length of lines that were broken where letters are of different widths; 0 where most lines end a sentence."""
    lengths, pairs = [], 0
    for before, line in pairwise(raw):
        if line.bullet or line.gap:
            continue
        if _GUTTER.search(source, before.start, before.end):
            return 0  # columns
        pairs += 1
        if source[before.end - 1] not in ".;:!?" and (source[line.start].islower() or open_end(source, before.start, before.end)):
            lengths.append(before.length)
    usual = sorted(lengths)[len(lengths) // 2] if len(lengths) >= _FEWEST_LOOSE and 2 * len(lengths) >= pairs else 0
    return usual if _NARROWEST <= usual <= _WIDEST else 0


def open_end(source: str, start: int, end: int) -> re.Match[str] | None:
    """The comma or small word with which ``source[start:end]`` ends, so that it must go on."""
    return _OPEN_END.search(source, max(start, end - _LONGEST_OPEN), end)


def first_word(source: str, line: Raw) -> int:
    """The length of a line's first word."""
    return len(source[line.start : min(line.end, line.start + 60)].split(maxsplit=1)[0])
