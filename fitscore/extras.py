"""Libraries that only some uses need: imported when they are used, and missed with words that tell what to install."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import Any


class MissingExtraError(ImportError):
    """A library that this use needs is not installed; the message names the extra that brings it."""

    def __init__(self, module: str, extra: str) -> None:
        super().__init__(why_missing(module, extra), name=module)


def need(module: str, extra: str) -> Any:
    """The module, imported. Raises `MissingExtraError` where it is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        if error.name is None or module.split(".")[0] != error.name.split(".")[0]:
            raise
        raise MissingExtraError(module, extra) from None


def first_missing(modules: Iterable[str]) -> str | None:
    """The first of these modules that is not installed; nothing is imported."""
    return next((module for module in modules if find_spec(module) is None), None)


def why_missing(module: str, extra: str) -> str:
    """What to say of a module that is not installed."""
    return f"this needs {module.split('.')[0]}, which is not installed — pip install 'fitscore[{extra}]'"
