"""A notice's lines: bullets and numbering taken off, broken lines joined, lists flattened into a paragraph laid out again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from fitscore.text import Folded, fold

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_SIGN = re.compile(r"(?:[-–—•·*▪●○■□◦‣⁃∙►▸➢➤✓✔❖§»†¤\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d]{1,3}\s{0,8}(?=\S)|o\s{1,8}(?=[A-Z]))")
_NUMBER = re.compile(
    r"(?![A-Za-z]\.[A-Za-z]\.)(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{2,5})\)|(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{2,5})\.)\s{0,8}(?=[^\W\d_]|[\"“‘'(\[])"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s{1,8}(?=[A-Z])"
)
_LONE = re.compile(r"(?:[-–—•·*▪●○■□◦‣⁃∙►▸➢➤✓✔❖§\uf0b7\uf0a7\uf0d8]|o|\(?(?:\d{1,2}|[a-z])[.)])\Z")
_RULE = re.compile(r"[-–—_=*~#.|+\s]{2,}\Z")
_OPEN_END = re.compile(
    r"(?:,|\b(?:and|or|of|the|a|an|in|to|with|for|by|on|at|from|as|et|de|des|du|la|le|les|ou))\Z", re.IGNORECASE
)
_LONG_LINE = 60  # letters of a line that may go on with a name: "…, Luxembourg, the / Netherlands"
_ARTICLES = ("the", "of", "in", "de", "des", "du", "la", "le", "les")
_NAMES = re.compile(r"(?:, [^,.;:]{3,24}){2},\Z")
_INLINE_SIGN = re.compile(
    r"(?<=[a-z)][.;:])[-–•] ?(?=[A-Z])|(?:(?<=[;:.])|(?<=[;:.,] and)|(?<=[;:.,] or))\s{1,4}[-–—•▪●]\s{0,3}(?=\w)"
    r"|(?<=[a-z)])[-–] (?=[A-Z])|\s{1,4}[•▪●►➢✓·]\s{0,4}(?=\w)"
)
_LEVEL_LAST = re.compile(r"\(\d\)[.;]?\Z")  # "Builds trust (1) Thinks ahead (2)": levels behind, not numbers before
_ANY_SIGN = re.compile("[-–—•▪●►➢✓·]")
_INLINE_NUMBER = re.compile(r"(?:(?<=\s)|(?<=[:;.,]))\(?(\d{1,2})[.)]\s{1,4}(?=[A-Z\"“])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a notice, or one item of a list flattened into a line.

    ``folded`` is its text without the ``bullet`` ("" where none); ``gap``: an empty line stands before it;
    ``inner``: it was an item inside a longer line.
    """

    folded: Folded
    bullet: str = ""
    gap: bool = False
    inner: bool = False

    @property
    def text(self) -> str:
        """The words, made plain."""
        return self.folded.text


def read_lines(source: str) -> list[Line]:
    """The lines of a notice in order; nothing but bullets, rules and empty lines is left out."""
    raw = _joined(source, list(_raw_lines(source)))
    out: list[Line] = []
    for start, end, bullet, gap in raw:
        out.extend(_laid_out(source, start, end, bullet, gap))
    return out


_Raw = tuple[int, int, str, bool]


def _raw_lines(source: str) -> Iterator[_Raw]:
    """Start and end of each line's words, its bullet, and whether an empty line stands before it."""
    gap, waiting = False, ""
    for start, end in _bounds(source):
        while start < end and (source[start].isspace() or source[start] in "\ufeff\u200b"):
            start += 1
        while end > start and source[end - 1].isspace():
            end -= 1
        words = source[start:end]
        if not words or _RULE.match(words):
            gap = True
            continue
        if _LONE.match(words):
            waiting = words
            continue
        bullet, start = _bullet(source, start, end)
        yield start, end, bullet or waiting, gap
        gap, waiting = False, ""


def _bounds(source: str) -> Iterator[tuple[int, int]]:
    start = 0
    for brk in _BREAK.finditer(source):
        yield start, brk.start()
        start = brk.end()
    yield start, len(source)


def _bullet(source: str, start: int, end: int) -> tuple[str, int]:
    """The bullet or number at ``start``, and where the words begin."""
    bullet = ""
    for pattern in (_SIGN, _NUMBER):
        found = pattern.match(source, start, end)
        if found and found.end() < end:
            bullet = bullet or found.group().strip()
            start = found.end()
    return bullet, start


def _joined(source: str, raw: list[_Raw]) -> list[_Raw]:
    """Lines that a narrow page broke in mid-sentence are one again."""
    width = _page_width(raw)
    out: list[_Raw] = []
    for line in raw:
        if out and (_closes_bracket(source, out[-1], line) or _goes_on(source, out[-1], line, width)):
            before = out[-1]
            out[-1] = (before[0], line[1], before[2], before[3])
        else:
            out.append(line)
    return out


def _page_width(raw: list[_Raw]) -> int:
    """The width at which the text was broken, 0 if it was not: no line is longer, and many come near it."""
    lengths = sorted(end - start for start, end, _, _ in raw)
    if len(lengths) < 12:
        return 0
    widest = lengths[int(len(lengths) * 0.97)]
    near = sum(length > 0.8 * widest for length in lengths)
    return widest if 50 <= widest <= 130 and lengths[-1] < 1.4 * widest and near > 0.3 * len(lengths) else 0


def _goes_on(source: str, before: _Raw, line: _Raw, width: int) -> bool:
    """Whether ``line`` continues the sentence of the line before."""
    if line[2] or line[3]:
        return False
    last_break = max(source.rfind("\n", before[0], before[1]), source.rfind("\r", before[0], before[1]), before[0] - 1)
    tail, head = source[last_break + 1 : before[1]], source[line[0] : min(line[1], line[0] + 40)]
    if width and len(tail.strip()) + 1 + len(head.split(maxsplit=1)[0]) >= width * 0.92:
        return not (tail.rstrip().endswith((";", ":")) and head[:1].isupper())
    open_end = _OPEN_END.search(tail.rstrip())
    if open_end is None or len(tail) <= 20:
        return False
    names = open_end[0].lower() in _ARTICLES or _NAMES.search(tail.rstrip()) is not None
    return head[:1].islower() or (len(tail) > _LONG_LINE and names)


def _closes_bracket(source: str, before: _Raw, line: _Raw) -> bool:
    """Whether ``line`` is the rest of a bracket that the line before opened ("English (4", "- Excellent)")."""
    if line[1] - line[0] > 60 or before[1] - before[0] > 200:
        return False
    head, tail = source[line[0] : line[1]], source[before[0] : before[1]]
    return ")" in head and "(" not in head and tail.count("(") == tail.count(")") + 1


def _laid_out(source: str, start: int, end: int, bullet: str, gap: bool) -> Iterator[Line]:
    """The line itself, or the items of the list that it holds."""
    text = source[start:end]
    cuts = _cells(text) or _numbered(text, bullet) or _signed(text)
    if not cuts:
        yield Line(fold(source, start, end), bullet, gap)
        return
    head = text[: cuts[0][0]].strip()
    if head:
        yield Line(fold(source, start, start + cuts[0][0]), bullet, gap)
    for (cut, begin, sign), following in zip(cuts, [*cuts[1:], (len(text), 0, "")], strict=True):
        if text[begin : following[0]].strip():
            yield Line(fold(source, start + begin, start + following[0]), sign, gap and cut == 0, inner=True)


def _cells(text: str) -> list[tuple[int, int, str]]:
    """Where a row of a table is to be cut into its cells."""
    if text.count("|") < 2:
        return []
    cuts = [(index, index + 1, "|") for index, char in enumerate(text) if char == "|"]
    return cuts if text.startswith("|") else [(0, 0, "|"), *cuts]


def _signed(text: str) -> list[tuple[int, int, str]]:
    """Where "…; - X; - Y" or "… • X • Y" is to be cut: place, begin of the item, its sign. At least two items."""
    if not _ANY_SIGN.search(text):
        return []
    cuts = [(found.start(), found.end(), found.group().strip()) for found in _INLINE_SIGN.finditer(text)]
    return cuts if len(cuts) > 1 or (cuts and text[: cuts[0][0]].rstrip().endswith(":")) else []


def _numbered(text: str, bullet: str) -> list[tuple[int, int, str]]:
    """Where "… 1. X. 2. Y." is to be cut; the numbers must count up from 1, or from the line's own number."""
    if (". " not in text and ") " not in text) or _LEVEL_LAST.search(text):
        return []
    own = re.fullmatch(r"\(?(\d{1,2})[.)]", bullet)
    following = int(own.group(1)) + 1 if own else 1
    cuts: list[tuple[int, int, str]] = []
    for found in _INLINE_NUMBER.finditer(text):
        if int(found.group(1)) == following:
            cuts.append((found.start(), found.end(), found.group().strip()))
            following += 1
    return cuts if len(cuts) > 1 or (own and cuts) else []
