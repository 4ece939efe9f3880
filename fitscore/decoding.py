"""The text of a file's bytes, in any common encoding."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WESTERN = frozenset("àâäáãåæçéèêëíìîïñóòôöõøœßúùûüÿÀÂÄÁÃÅÆÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØŒÚÙÛÜŸ‘’“”„«»–—…•·€£§°©®™²³\u00a0¿¡ºª½¼±×")
# "cafÉ", "Ïðèâåò": capitals inside small letters, or three accented letters in a row, tell of another encoding
_UPPER_AFTER_LOWER = re.compile(r"[a-zà-öø-ÿ][À-ÖØ-Þ][a-zà-öø-ÿ]|[À-ÖØ-öø-ÿ]{3}")
# Apple's old encoding: an apostrophe inside a word, a word in quotes, a bullet at the begin of a line.
_MAC = re.compile(rb"[a-z]\xd5[a-z]|\xd2[A-Za-z]{1,40}\xd3|(?:\A|[\r\n])[ \t]{0,8}\xa5[ \t]")


def decode(data: bytes) -> str:
    """The text of a file in any common encoding, without its byte-order mark; line ends stay as they are.

    A byte-order mark decides, then the zeros of UTF-16 without one; else UTF-8 is tried first, and last comes the best guess
    of charset-normalizer; bytes that fit nowhere become U+FFFD, so that decoding never fails.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, errors="replace")
    unmarked = _utf16_without_mark(data) if b"\0" in data else None
    if unmarked is not None:
        return unmarked
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def _guess(data: bytes) -> str:
    if _MAC.search(data):
        return data.decode("mac_roman")
    mostly_utf8 = data.decode("utf-8", errors="replace")
    if mostly_utf8.count("\ufffd") <= max(2, len(mostly_utf8) // 500) and any(ord(c) > 127 for c in mostly_utf8 if c != "\ufffd"):
        return mostly_utf8
    western = _western(data)
    if western is not None:
        return western
    from charset_normalizer import from_bytes

    best = from_bytes(data[:100_000]).best()
    encoding = best.encoding if best is not None else "cp1252"
    return data.decode(encoding, errors="replace")


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 text of mostly Latin letters shows by its zeros: every second byte."""
    if len(data) < 4 or len(data) % 2:
        return None
    half = len(data) // 2
    for zeros, encoding in ((data[1::2], "utf-16-le"), (data[0::2], "utf-16-be")):
        if zeros.count(0) > 0.6 * half:
            return data.decode(encoding, errors="replace")
    return None


def _western(data: bytes) -> str | None:
    """Windows' Western encoding, where every byte above 127 reads as a letter or sign that Western text has.

    It is by far the most frequent one beside UTF-8, and guessing by statistics fails on short texts with few accents.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = [char for char in text if ord(char) > 127]
    if sum(char in _WESTERN for char in high) < 0.95 * len(high) or _UPPER_AFTER_LOWER.search(text):
        return None
    return text
