"""Texts with their places: decoding, quotes, and folding that keeps offsets into the source."""

from __future__ import annotations

import codecs
from collections.abc import Sequence
from dataclasses import dataclass

from fitscore.records import Record

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
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
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")


class Span(Record):
    """A place in the decoded source: ``start`` inclusive, ``end`` exclusive, in characters."""

    start: int
    end: int


class Quote(Span):
    """Words of a source with their place: ``source[start:end]`` with its white space folded is ``text``."""

    text: str


@dataclass(frozen=True, slots=True)
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
        end = len(self.text) if end is None else end
        while start < end and self.text[start] == " ":
            start += 1
        while end > start and self.text[end - 1] == " ":
            end -= 1
        if start >= end:
            raise ValueError("an empty quote")
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        return Quote(text=fold_blanks(self.source[first:last]), start=first, end=last)


def decode(data: bytes) -> str:
    """The text of a file in any common encoding, without its byte-order mark; line ends stay as they are.

    UTF-8 is tried first, then the encodings a byte-order mark announces, UTF-16 without one, and last the best guess
    of charset-normalizer; bytes that fit nowhere become U+FFFD, so that decoding never fails.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    mostly_utf8 = data.decode("utf-8", errors="replace")
    if mostly_utf8.count("\ufffd") <= max(2, len(mostly_utf8) // 500) and any(ord(c) > 127 for c in mostly_utf8 if c != "\ufffd"):
        return mostly_utf8
    best = from_bytes(data[:100_000]).best()
    encoding = best.encoding if best is not None else "cp1252"
    return data.decode(encoding, errors="replace")


def fold_blanks(text: str) -> str:
    """The text with each run of white space as one blank, and none at its ends."""
    return " ".join(text.split())


def lower_same_length(text: str) -> str:
    """Lower case, character for character (a character whose lower case is longer stays as it is)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)


def fold(source: str, start: int = 0, end: int | None = None) -> Folded:
    """Make ``source[start:end]`` plain for reading by patterns; see `Folded`. Linear in the length."""
    end = len(source) if end is None else end
    plain = source[start:end].translate(_PLAIN)
    chars: list[str] = []
    offsets: list[int] = []
    blank = True
    for index, char in enumerate(plain, start):
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
