"""Readers of notice files, one module a format, found by the ending of the file's name.

A reader module has ``ENDINGS`` (lower case, with the dot; ``""`` for names without one) and
``read(data: bytes, *, file: str) -> str``, the decoded text. A new format is a new module here and no other edit.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import PurePath

from fitscore.errors import InputError

Reader = Callable[..., str]


@cache
def readers() -> Mapping[str, Reader]:
    """Every ending that can be read, with its reader."""
    found: dict[str, Reader] = {}
    for info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module = importlib.import_module(f"{__name__}.{info.name}")
        for ending in module.ENDINGS:
            found[ending] = module.read
    return found


def reader_for(file: str) -> Reader:
    """The reader for a file's name. Raises `InputError` where no reader knows the ending."""
    ending = PurePath(file).suffix.lower()
    known = readers()
    if ending not in known:
        listed = ", ".join(e for e in sorted(known) if e)
        raise InputError.one(file, f"a notice with the ending {ending!r} cannot be read", instead=f"give one of {listed}")
    return known[ending]
