"""Readers of CV files, one module a format; each offers ``ENDINGS`` and ``read(data, file) -> Document``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

from fitscore.documents import Document
from fitscore.errors import InputError

Reader = Callable[[bytes, str], Document]


@cache
def readers() -> Mapping[str, Reader]:
    """The reader of each file ending (``.yaml``), found by looking into this folder; in alphabetical order."""
    found: dict[str, Reader] = {}
    for info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{info.name}")
        found.update(dict.fromkeys(module.ENDINGS, module.read))
    return dict(sorted(found.items()))


def read_document(data: bytes, *, file: str, ending: str) -> Document:
    """A CV file as plain data with lines. Raises `InputError` for an ending that no reader knows, or a broken file."""
    reader = readers().get(ending.lower())
    if reader is None:
        raise InputError.one(file, f"a CV of this form ({ending or 'no ending'}) is not read", instead=f"give {_listed()}")
    return reader(data, file)


def _listed() -> str:
    *most, last = readers()
    return f"{', '.join(most)} or {last}"
