"""A notice's lines: bullets and numbering taken off, broken lines joined, lists flattened into a paragraph laid out again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from fitscore.notices.headings import read_heading
from fitscore.notices.joining import joined
from fitscore.notices.widths import Raw
from fitscore.records import working
from fitscore.text import Folded, fold

_BREAK = re.compile(r"[\n\r\v\f\x85\u2028\u2029](?:(?<=\r)\n)?")
_EDGE = re.compile(r"(?:\s|[\ufeff\u200b-\u200f\u202a-\u202e\u2060\u00ad]|&nbsp;|&#160;|Â\u00a0|ï»¿)*")
_SIGNS = "•·*▪▫●○■□◦◘◾◼‣⁃∙►▶▸▹➢➤➔➜→⇒⇨✓✔☑☐☒❑❒❖◆◇♦★☆§»¤†\uf0b7\uf0a7\uf0d8\uf0e0\uf076\uf0fc\uf02d"
_WRITTEN = "&(?:bull|middot|ndash|mdash|raquo|#8226|#x2022);|â€[¢“”\x9d]|Â[·»]|ï[‚\x82][·§]"  # signs spoilt on the way
_DRESS = re.compile(
    r"#{1,6}\s{1,4}|\*\*(?=[^*\s][^*]{0,100}\*\*)|__(?=[^_\s][^_]{0,100}__)|={2,6}\s{0,3}(?=[^=]{1,100}==)|-{2,6}\s{0,3}(?=[^-]{1,100}--)"
    r"|\[(?=[A-Z\d][^\[\]]{2,80}\]\Z)"
)
_DRESSES = frozenset("#*_=-[")
_UNDRESS = re.compile(r"(?:\s{0,3}(?:={2,6}|-{2,6}|\*\*|__)|\s#{1,6}|\])\Z")
_SIGN = re.compile(
    rf"(?:(?:[-=]?>|[-–—{_SIGNS}]{{1,3}}|{_WRITTEN}|\?(?=\s))\s{{0,8}}(?=\S)|o\s{{1,8}}(?=[^\W\d_])|\+\s{{1,8}}(?=[^\W\d_]))"
)
_NUMBER = re.compile(
    r"(?![A-Za-z]\.[A-Za-z]\.)(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{2,5})\)|(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zA-Z]|[ivxIVX]{2,5})\\?\.)\s{0,8}(?=[^\W\d_]|[\"“‘'(\[])"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}\s{1,8}(?=[A-Z])|\d{1,2}(?:\t|[ \xa0]{2})[ \t\xa0]{0,6}(?=[A-Z][A-Za-z])"
)
_LONE = re.compile(rf"(?:[-–—{_SIGNS}]|{_WRITTEN}|o|\(?(?:\d{{1,2}}|[a-z])[.)])\Z")
_LONGEST_SIGN = 8
_ROMAN = frozenset("ivxIVX")
_DOTTED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,2}\.)(\d{1,2})\s{1,8}(?=[a-z])")
_ANY_DOTTED = re.compile(r"\.\d{1,2}\s")
_QUOTED = re.compile(r"[ \t]{0,4}(?:>[> ]{0,6})")
_MOSTLY = 0.8
_FEWEST_QUOTED = 4
_LONGEST_NAME = 60
_INVISIBLE_END = frozenset("\ufeff\u200b\u200c\u200d\u200e\u200f\u202c\u2060\u00ad")
_RULE = re.compile(r"[-–—_=*~#.|+\s]{2,}\Z")
_INLINE_SIGN = re.compile(
    r"(?<=[a-z)][.;:])[-–•] ?(?=[A-Z])|(?:(?<=[;:.])|(?<=[;:.,] and)|(?<=[;:.,] or))\s{1,4}[-–—•▪●]\s{0,3}(?=\w)"
    r"|(?<=[a-z)])[-–] (?=[A-Z])|\s{1,4}[•▪●►➢✓·]\s{0,4}(?=\w)"
)
_LEVEL_LAST = re.compile(r"\(\d\)[.;]?\Z")  # "Builds trust (1) Thinks ahead (2)": levels behind, not numbers before
_ANY_SIGN = re.compile(r"[-–—•▪●►➢✓·](?:(?<=[\s.;:].)|(?= ))")  # what any of the above holds; no sign inside a word
_OPENS_FIELDS = re.compile(
    r"\b(?:[Dd]egree|[Dd]iploma|[Mm]aster|[Bb]achelor)\b.{0,60}:\Z"
)  # "a degree in one of these: - law, trade"
_ANY_NUMBER = re.compile(r"\d[.)]\s")
_MAY_BE_LIST = re.compile(r"[|\d–—•▪●►➢✓·-](?:(?<!\d)|[.)]\s)")
_INLINE_NUMBER = re.compile(r"(?:(?<=\s)|(?<=[:;.,]))\(?(\d{1,2})[.)]\s{1,4}(?=[A-Z\"“])")


@working
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
    out: list[Line] = []
    for raw in joined(source, list(_raw_lines(source))):
        text = source[raw.start : raw.end]
        cuts = _cuts(text, raw.bullet) if _MAY_BE_LIST.search(text) else ()
        lines = _laid_out(source, text, raw, cuts) if cuts else (Line(fold(source, raw.start, raw.end), raw.bullet, raw.gap),)
        out += (replace(line, folded=_without(line.folded, raw.bullets)) for line in lines) if raw.bullets else lines
    return out


def _without(folded: Folded, bullets: Sequence[tuple[int, int]]) -> Folded:
    """The words without the bullets that tore them."""
    kept = [i for i, place in enumerate(folded.offsets) if not any(start <= place < end for start, end in bullets)]
    text, lower = ("".join(words[i] for i in kept) for words in (folded.text, folded.lower))
    return Folded(folded.source, text, lower, [folded.offsets[i] for i in kept])


def _raw_lines(source: str) -> Iterator[Raw]:
    """Start and end of each line's words, its bullet, and whether an empty line stands before it."""
    bounds = list(_bounds(source))
    counted = _counted(source, bounds)
    gap, waiting = False, ""
    for begin, end in bounds:
        start, end = _trimmed(source, begin, end) if begin < end else (begin, end)
        words = source[start:end]
        if not words or (not words[0].isalnum() and _RULE.match(words)):
            gap = True
            continue
        if end - start <= _LONGEST_SIGN and _LONE.match(words):
            waiting = words
            continue
        bullet, start = _bullet(source, start, end, counted)
        start, end = _undressed(source, start, end) if bullet else (start, end)
        yield Raw(start, end, bullet or waiting, gap, begin, begin)
        gap, waiting = False, ""


def _bounds(source: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends; behind the mark of a quoted letter, where every line has one."""
    found, start = [], 0
    for brk in _BREAK.finditer(source):
        found.append((start, brk.start()))
        start = brk.end()
    found.append((start, len(source)))
    if ">" not in source:
        return iter(found)
    marks = [_QUOTED.match(source, start, end) for start, end in found]
    filled = sum(not source[start:end].isspace() for start, end in found if start < end)
    if filled < _FEWEST_QUOTED or sum(mark is not None for mark in marks) < _MOSTLY * filled:
        return iter(found)
    return ((mark.end() if mark else start, end) for mark, (start, end) in zip(marks, found, strict=True))


def _trimmed(source: str, start: int, end: int) -> tuple[int, int]:
    """A line's bounds without blanks and invisible signs at its ends."""
    first = source[start : start + 1]
    if not (first.isascii() and first.isalnum()):
        edge = _EDGE.match(source, start, end)
        start = edge.end() if edge else start
    end = _without_blanks(source, start, end)
    if source.endswith("|", start, end) and source.count("|", start, end) == 1:  # an empty last cell
        end = _without_blanks(source, start, end - 1)
    return _undressed(source, start, end) if source[start : start + 1] in _DRESSES else (start, end)


def _without_blanks(source: str, start: int, end: int) -> int:
    while end > start and (source[end - 1].isspace() or source[end - 1] in _INVISIBLE_END):
        end -= 1
    return end


def _undressed(source: str, start: int, end: int) -> tuple[int, int]:
    """A line's bounds without the signs that mark it as a heading or as bold ("## Duties", "**Duties**", "== Duties ==")."""
    dress = _DRESS.match(source[start:end]) if source[start : start + 1] in _DRESSES else None
    if not dress:
        return start, end
    undress = _UNDRESS.search(source[start + dress.end() : end][-12:])
    return start + dress.end(), end - (len(undress.group()) if undress else 0)


def _counted(source: str, bounds: Sequence[tuple[int, int]]) -> frozenset[str]:
    """Dotted numbers before small letters ("3.2 hold a degree") that count lines, since a neighbour stands there too."""
    if not _ANY_DOTTED.search(source):
        return frozenset()
    hits = (_DOTTED.match(source, *_trimmed(source, start, end)) for start, end in bounds)
    found = {(hit.group(1), int(hit.group(2))) for hit in hits if hit}
    return frozenset(f"{head}{last}" for head, last in found if (head, last - 1) in found or (head, last + 1) in found)


def _bullet(source: str, start: int, end: int, counted: frozenset[str]) -> tuple[str, int]:
    """The bullet or number at ``start``, and where the words begin."""
    bullet = ""
    opening = source[start : start + 2]
    if opening.isascii() and opening.isalpha() and end - start > 1 and not _ROMAN.issuperset(opening):
        return bullet, start  # a word, and no number
    for pattern in (_SIGN, _SIGN, _NUMBER):
        found = pattern.match(source, start, end)
        if found and found.end() < end:
            bullet = bullet or found.group().strip()
            start = found.end()
    dotted = _DOTTED.match(source, start, end) if counted and not bullet else None
    if dotted and dotted.group().strip() in counted:
        return dotted.group().strip(), dotted.end()
    return bullet, start


def _cuts(text: str, bullet: str) -> list[tuple[int, int, str]]:
    """Where a line that holds a list is to be cut into its items; none where it holds none."""
    return _cells(text) or _numbered(text, bullet) or _signed(text)


def _laid_out(source: str, text: str, raw: Raw, cuts: Sequence[tuple[int, int, str]]) -> Iterator[Line]:
    """What stands before the list that a line holds, and its items."""
    start = raw.start
    head = text[: cuts[0][0]].strip()
    if head:
        yield Line(fold(source, start, start + cuts[0][0]), raw.bullet, raw.gap)
    for (cut, begin, sign), following in zip(cuts, [*cuts[1:], (len(text), 0, "")], strict=True):
        if text[begin : following[0]].strip():
            yield Line(fold(source, start + begin, start + following[0]), sign, raw.gap and cut == 0, inner=True)


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
    if len(cuts) > 1 and _are_names(text, cuts):
        return [(0, 0, cuts[0][2]), *cuts]
    head = text[: cuts[0][0]].rstrip() if cuts else ""
    return cuts if len(cuts) > 1 or (head.endswith(":") and not _OPENS_FIELDS.search(head)) else []


def _are_names(text: str, cuts: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a sign stands between names, so that the words before the first sign are one too ("Candour · Care · Thrift")."""
    ends = [*(cut for cut, _, _ in cuts), len(text)]
    parts = [text[begin:end].strip() for begin, end in zip([0, *(begin for _, begin, _ in cuts)], ends, strict=True)]
    plain = all(0 < len(part) <= _LONGEST_NAME and part[:1].isupper() and part[-1:].isalpha() for part in parts)
    return plain and all(sign in "·•" for _, _, sign in cuts) and read_heading(parts[0]) is None


def _numbered(text: str, bullet: str) -> list[tuple[int, int, str]]:
    """Where "… 1. X. 2. Y." is to be cut; the numbers must count up from 1, or from the line's own number."""
    if not _ANY_NUMBER.search(text) or _LEVEL_LAST.search(text):
        return []
    own = re.fullmatch(r"\(?(\d{1,2})[.)]", bullet)
    following = int(own.group(1)) + 1 if own else 1
    cuts: list[tuple[int, int, str]] = []
    for found in _INLINE_NUMBER.finditer(text):
        if int(found.group(1)) == following:
            cuts.append((found.start(), found.end(), found.group().strip()))
            following += 1
    return cuts if len(cuts) > 1 or (own and cuts) else []
