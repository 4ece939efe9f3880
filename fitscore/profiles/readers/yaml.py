"""CVs in YAML."""

from __future__ import annotations

from fitscore.decoding import decode
from fitscore.documents import Document, load_yaml

ENDINGS = (".yaml", ".yml")


def read(data: bytes, file: str) -> Document:
    """The document in the bytes of a YAML file. Raises `InputError` with the line of bad syntax."""
    return load_yaml(decode(data), file=file)
