"""CVs in JSON."""

from __future__ import annotations

from fitscore.decoding import decode
from fitscore.documents import Document, load_json

ENDINGS = (".json",)


def read(data: bytes, file: str) -> Document:
    """The document in the bytes of a JSON file. Raises `InputError` with the line of bad syntax; no text is no document."""
    text = decode(data)
    return load_json(text, file=file) if text.strip() else Document(None, {})
