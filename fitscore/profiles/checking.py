"""Checking a document part by part: each value taken is checked, every mistake is collected, nothing is dropped.

A `Part` is one mapping of the document (``basics``, ``work[2]``). Its methods take a value by key, check it, and write
its normalised form into ``out``; `Part.close` keeps what nobody asked for and names it as unknown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fitscore.documents import Document
from fitscore.errors import Problem
from fitscore.profiles.dates import INSTEAD, NotADateError, is_open_end, read_date
from fitscore.profiles.model import DateSpan
from fitscore.vocabulary import load


@dataclass(slots=True)
class Check:
    """What was found wrong (``problems``), not understood (``notices``) or unknown in one document so far."""

    file: str
    document: Document
    problems: list[Problem] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)

    def problem(self, path: str, what: str, instead: str | None = None) -> None:
        """Note a mistake at a path of the document as written."""
        self.problems.append(Problem(self.file, what, self.document.line(path), path or None, instead))


class Part:
    """One mapping of the document. ``path`` is its place once old names are renamed, ``source`` its place as written."""

    def __init__(self, check: Check, data: Mapping[str, Any], kind: str, path: str, source: str) -> None:
        self.check, self.kind, self.path, self.source = check, kind, path, source
        self._written = _renamed(data, load("profiles").table("renamed").get(kind, {}))
        self.out: dict[str, Any] = {key: data[old] for key, old in self._written.items()}
        self._taken = set(load("profiles").table("kept")[kind])

    def where(self, key: str) -> str:
        """The path of a key as the document writes it."""
        written = self._written.get(key, key)
        return f"{self.source}.{written}" if self.source else written

    def take(self, key: str) -> Any:
        """The raw value of a key, or None."""
        self._taken.add(key)
        return self.out.get(key)

    def wrong(self, key: str, what: str, instead: str | None = None) -> None:
        """Note a mistake in the value of a key."""
        self.check.problem(self.where(key), what, instead)

    def text(self, key: str) -> str:
        """Words; a number is taken as its digits. Empty where nothing is given."""
        value = self.take(key)
        if value is None:
            self.out.pop(key, None)
            return ""
        written = _words(value)
        if written is None:
            self.wrong(key, f"{_kind_of(value)} stands where text is expected", "put the words in quotes")
            return ""
        self.out[key] = written
        return written.strip()

    def texts(self, key: str) -> tuple[tuple[str, str], ...]:
        """A list of words, each with its path."""
        found = []
        for index, value in self._list(key):
            written = _words(value)
            if written is None:
                self.check.problem(f"{self.where(key)}[{index}]", f"{_kind_of(value)} stands where text is expected")
                continue
            self.out[key][index] = written
            if written.strip():
                found.append((self.place(f"{key}[{index}]"), written.strip()))
        return tuple(found)

    def place(self, key: str) -> str:
        """The path of a key in the normalised document."""
        return f"{self.path}.{key}" if self.path else key

    def date(self, key: str, *, open_end: bool = False) -> DateSpan | None:
        """A date; with ``open_end``, words such as "present" are taken as no date."""
        value = self.take(key)
        if value is None or (isinstance(value, str) and not value.strip()) or (open_end and is_open_end(value)):
            self.out.pop(key, None)
            return None
        try:
            span = read_date(value)
        except NotADateError as error:
            self.wrong(key, str(error), INSTEAD + (", or leave it out if it still goes on" if open_end else ""))
            return None
        self.out[key] = span.text
        return span

    def dates(self, start: str = "startDate", end: str = "endDate") -> tuple[DateSpan | None, DateSpan | None]:
        """A start and an end in their order."""
        first, last = self.date(start), self.date(end, open_end=True)
        if first is not None and last is not None and last.latest < first.earliest:
            self.wrong(end, f"{last.text} lies before the start {first.text}", "check which of the two is right")
        return first, last

    def count(self, key: str) -> int | None:
        """A number of people, 0 or more."""
        value = self.take(key)
        if value is None:
            self.out.pop(key, None)
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e9 or value != int(value):
            self.wrong(key, f"{_shown(value)} is not a number of people", "write a whole number, 0 or more")
            return None
        self.out[key] = int(value)
        return int(value)

    def share(self, key: str) -> float:
        """A share of full time, 0 < w ≤ 1; 1 where nothing is given."""
        value = self.take(key)
        if value is None:
            self.out.pop(key, None)
            return 1.0
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 1:
            self.wrong(key, f"{_shown(value)} is not a share of full time", "write a number above 0 and up to 1, such as 0.8")
            return 1.0
        return float(value)

    def flag(self, key: str) -> bool | None:
        """True or false; None where nothing is given."""
        value = self.take(key)
        if value is None:
            self.out.pop(key, None)
        elif not isinstance(value, bool):
            self.wrong(key, f"{_shown(value)} is neither true nor false", "write true or false")
        return value if isinstance(value, bool) else None

    def choice(self, key: str, allowed: tuple[str, ...]) -> str | None:
        """One of some words; None where nothing is given."""
        value = self.take(key)
        if value is None or value == "":
            self.out.pop(key, None)
            return None
        written = value.strip().lower() if isinstance(value, str) else None
        if written not in allowed:
            self.wrong(key, f"{_shown(value)} is not known here", f"write one of {', '.join(allowed)}")
            return None
        self.out[key] = written
        return written

    def parts(self, key: str, kind: str | None = None) -> Iterator[Part]:
        """The mappings of a list, each as a part, closed after use."""
        for index, value in self._list(key):
            source = f"{self.where(key)}[{index}]"
            if not isinstance(value, dict):
                self.check.problem(source, f"{_kind_of(value)} stands where an entry with keys is expected", "write key: value")
                continue
            part = Part(self.check, value, kind or key, self.place(f"{key}[{index}]"), source)
            yield part
            part.close()
            self.out[key][index] = part.out

    def part(self, key: str) -> Part | None:
        """The mapping at a key as a part, to be closed by the caller; None where nothing is given."""
        value = self.take(key)
        if value is None:
            self.out.pop(key, None)
            return None
        if not isinstance(value, dict):
            self.wrong(key, f"{_kind_of(value)} stands where keys are expected", "write key: value below it")
            return None
        return Part(self.check, value, key, self.place(key), self.where(key))

    def close(self) -> None:
        """Name the keys that nobody took; they stay in ``out``."""
        self.check.unknown += [self.where(key) for key in self.out if key not in self._taken]

    def _list(self, key: str) -> Iterator[tuple[int, Any]]:
        value = self.take(key)
        if value is None:
            self.out.pop(key, None)
            return
        if not isinstance(value, list):
            self.wrong(key, f"{_kind_of(value)} stands where a list is expected", "begin each entry with '- '")
            return
        for index, entry in enumerate(value):
            if entry is None:
                self.check.problem(f"{self.where(key)}[{index}]", "this entry is empty", "fill it in or take it out")
        self.out[key] = list(value)
        yield from ((index, entry) for index, entry in enumerate(value) if entry is not None)


def _renamed(data: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    """The key of version 1 → the key as written; an old name counts only where nothing stands under the new one."""
    out: dict[str, str] = {key: key for key in data if key not in names}
    for key in data:
        new = names.get(key)
        if new is not None:
            out[key if data.get(out.get(new, new)) is not None else new] = key
    order = {key: index for index, key in enumerate(data)}
    return {key: out[key] for key in sorted(out, key=lambda key: order[out[key]])}


def _words(value: Any) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value):
        return str(value)
    return None


def _kind_of(value: Any) -> str:
    if isinstance(value, bool):
        return f"the word {str(value).lower()}"
    return {dict: "an entry with keys", list: "a list", str: "text", type(None): "nothing"}.get(type(value), "a number")


def _shown(value: Any) -> str:
    if isinstance(value, dict | list):
        return _kind_of(value)
    written = str(value).lower() if isinstance(value, bool) else str(value)
    return written if len(written) <= 40 else f"{written[:40]}…"
