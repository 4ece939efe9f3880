"""Texts with their places: quotes, and folding that keeps offsets into the source."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from fitscore.records import Record, working

# One sign for one sign: typographic variants that patterns need not know. Keys and values have one character each.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′´`ʼ＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
        **dict.fromkeys(
            "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
            "\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029",
            " ",
        ),
        "：": ":",
        "；": ";",
        "，": ",",
        "（": "(",
        "）": ")",
        "⁄": "/",
        "∕": "/",
        "…": "…",
    }
)
_VARIANT = re.compile(f"[{re.escape(''.join(map(chr, _PLAIN)))}]")
# signs that say nothing, and the marks of footnotes, which stand glued to a word ("citizens¹")
_INVISIBLE = frozenset(
    "¹²³⁴⁵⁶⁷⁸⁹⁰\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)

# What stands for other signs: HTML's names, UTF-8 read as Western signs, accents apart from their letters, ligatures, and a lost
# apostrophe or quote ("Master?s", "(?Advanced?)"). Stars around bold words stand for nothing.
_STAND_IN = re.compile(
    r"&(?:#\d{2,5}|#[xX][0-9a-fA-F]{2,4}|[a-zA-Z]{2,8}\d{0,2});|[ÂÃ][^\x00-\x7f]|[ÄÅ][^\x00-\x7f\u00a0]|[âï][^\x00-\x7f]{2}"
    r"|[^\W\d_][\u0300-\u036f]{1,3}|[\ufb00-\ufb06]|(?<=[A-Za-z])[?\ufffd](?=s\b)|(?<=s)[?\ufffd](?= [a-z])"
    r"|(?<=[ (])\?(?=[A-Za-z])|(?<=[a-z])\?(?=[),;])|\*\*"
)
_SUSPECT = re.compile(f"[{''.join(sorted(_INVISIBLE))}*&ÂÃÄÅâï?\ufffd\u0300-\u036f\ufb00-\ufb06]")


class Span(Record):
    """A place in the decoded source: ``start`` inclusive, ``end`` exclusive, in characters."""

    start: int
    end: int


class Quote(Span):
    """Words of a source with their place: ``source[start:end]`` with its white space folded is ``text``."""

    text: str


@working
class Folded:
    """A passage made plain for reading by patterns, with the way back.

    ``text`` has single blanks, plain quotes and dashes and no invisible signs; ``lower`` is the same in lower case,
    character for character; ``offsets[i]`` is the place of ``text[i]`` in ``source``.
    """

    source: str
    text: str
    lower: str
    offsets: Sequence[int]

    def quote(self, start: int = 0, end: int | None = None) -> Quote:
        """The source's words for ``text[start:end]``, trimmed of blanks. Raises `ValueError` if nothing is left."""
        first, last = self.place(start, end)
        return Quote(text=fold_blanks(self.source[first:last]), start=first, end=last)

    def place(self, start: int = 0, end: int | None = None) -> tuple[int, int]:
        """Where the quote of ``text[start:end]`` begins and ends in the source. Raises `ValueError` as `quote` does."""
        text = self.text
        end = len(text) if end is None else end
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        if start >= end:
            raise ValueError("an empty quote")
        return self.offsets[start], end_of_sign(self.source, self.offsets[end - 1])

    def cut(self, start: int, end: int) -> Folded:
        """The passage ``text[start:end]`` alone, trimmed of blanks."""
        text = self.text
        while start < end and text[start] == " ":
            start += 1
        while end > start and text[end - 1] == " ":
            end -= 1
        return Folded(self.source, text[start:end], self.lower[start:end], self.offsets[start:end])


def fold_blanks(text: str) -> str:
    """The text with each run of white space as one blank, and none at its ends."""
    return " ".join(text.split())


def lower_same_length(text: str) -> str:
    """Lower case, character for character (a character whose lower case is longer stays as it is)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


@lru_cache(maxsize=512)
def plain_words(text: str) -> str:
    """A short text made plain, in lower case; the last ones are kept."""
    return fold(text).lower


def fold(source: str, start: int = 0, end: int | None = None) -> Folded:
    """Make ``source[start:end]`` plain for reading by patterns; see `Folded`. Linear in the length."""
    if end is None:
        end = len(source)
    if end - start < len(source):
        whole, lower, suspects = _whole(source)
        plain = whole[start:end]
        first = bisect_left(suspects, start)
        doubtful = "  " in plain or plain[:1] == " " or plain[-1:] == " " or (first < len(suspects) and suspects[first] < end)
        if plain and not doubtful:
            return Folded(source, plain, lower[start:end] if lower else lower_same_length(plain), range(start, end))
    return _sign_by_sign(source, start, end)


def _as_plain(found: re.Match[str]) -> str:
    return _PLAIN[ord(found[0])]


@lru_cache(maxsize=2)
def _whole(source: str) -> tuple[str, str, list[int]]:
    """A source made plain sign by sign, the same in lower case, and the places of signs that need a closer look.

    It is folded line by line, so that the last sources are kept. The lower case of a sigma hangs on what stands beside it,
    so that a source with one has no lower case here.
    """
    plain = source.translate(_PLAIN) if source.isascii() else _VARIANT.sub(_as_plain, source.replace("\n", " "))
    return plain, "" if "\u03a3" in plain else lower_same_length(plain), [found.start() for found in _SUSPECT.finditer(plain)]


def _sign_by_sign(source: str, start: int, end: int) -> Folded:
    """Fold a passage that may hold signs which stand for others, or for nothing."""
    plain = source[start:end].translate(_PLAIN)
    if plain and not (plain != plain.strip(" ") or "  " in plain or _SUSPECT.search(plain)):
        return Folded(source, plain, lower_same_length(plain), range(start, end))
    chars: list[str] = []
    offsets: list[int] = []
    blank = True
    for index, char in _signs(source, start, end):
        if char == " ":
            if not blank:
                chars.append(" ")
                offsets.append(index)
            blank = True
        elif char not in _INVISIBLE:
            chars.append(char)
            offsets.append(index)
            blank = False
    if chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    text = "".join(chars)
    return Folded(source, text, lower_same_length(text), offsets)


def _signs(source: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """The plain signs of a passage with their places; a stand-in is read as what it stands for."""
    at = start
    for found in _STAND_IN.finditer(source, start, end):
        meant = _lost_quote(found) or _meant(found.group())
        if meant is not None:
            yield from enumerate(source[at : found.start()].translate(_PLAIN), at)
            yield from ((found.start(), char) for char in meant.translate(_PLAIN))
            at = found.end()
    yield from enumerate(source[at:end].translate(_PLAIN), at)


def end_of_sign(source: str, place: int) -> int:
    """Where the sign that begins at ``place`` ends, be it one character or a stand-in of several."""
    if source[place : place + 2].isascii() and source[place] not in "&*?":
        return place + 1
    found = _STAND_IN.match(source, place)
    return found.end() if found and _meant(found.group()) is not None else place + 1


def _lost_quote(found: re.Match[str]) -> str:
    """The quote that a question mark stands for at the begin or end of words ("(?Advanced?)"); else nothing."""
    if found.group() != "?":
        return ""
    return '"' if found.string[found.start() - 1] in " (" or found.string[found.end() : found.end() + 1] in "),;" else ""


@lru_cache(maxsize=1024)
def _meant(written: str) -> str | None:
    """What a stand-in stands for; None where it is none ("&c;", "Â" before a sign that UTF-8 does not put there)."""
    if written in "?\ufffd":
        return "'"
    if written == "**":
        return ""
    if written[0] == "&":
        meant = html.unescape(written)
        return meant if len(meant) == 1 else None
    if written[0] not in "ÂÃÄÅâï":
        return unicodedata.normalize("NFKC", written)
    try:
        meant = b"".join(c.encode("latin-1") if ord(c) < 160 else c.encode("cp1252") for c in written).decode()
    except UnicodeError:
        return unicodedata.normalize("NFC", written) if unicodedata.combining(written[1]) else None
    return meant if len(meant) == 1 else None
