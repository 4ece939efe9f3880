"""Plain text notices, in any common encoding."""

from __future__ import annotations

import re

from fitscore.decoding import decode
from fitscore.errors import InputError

ENDINGS = (".txt", ".text", ".md", "")

_MAGIC = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a]")


def read(data: bytes, *, file: str) -> str:
    """The notice's text. Raises `InputError` for an empty file and for one that holds no text."""
    if not data.strip():
        raise InputError.one(file, "the file is empty")
    if data.startswith(_MAGIC):
        raise InputError.one(file, "this is no plain text", instead="save the notice as text, or give the file its right ending")
    text = decode(data)
    if not text.strip():
        raise InputError.one(file, "the file is empty")
    odd = len(_CONTROL.findall(text)) + text.count("\ufffd")
    if odd > max(3, len(text) // 50):
        raise InputError.one(file, "this is no plain text", instead="save the notice as text, or give the file its right ending")
    return text
