"""The words of the trade as data: one YAML file a matter, and the loader.

A file ``x.yaml`` holds any tables, and under ``patterns`` a list of patterns, each with examples it must match and
counter-examples it must not (both are tested). A pattern is a regular expression over *folded lower-case* text (see
`fitscore.text.fold`): single blanks, plain quotes and dashes. ``<<name>>`` in it stands for the fragment of that name
in ``fragments`` of the same file or of ``numbers.yaml``. ``guard`` lists literal words, one of which must stand in the
text before the expression is tried at all. Every repeat in an expression is bounded, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from fitscore.documents import load_yaml
from fitscore.errors import InputError

_FRAGMENT = re.compile(r"<<([a-z_.]+)>>")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One wording: ``name`` (``degree.master``), what it means (``value``), and its examples both ways."""

    name: str
    expression: str
    guard: tuple[str, ...] = ()
    value: Any = None
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()

    @property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression (compiled once a process, when first used)."""
        return _compiled(self.expression)

    def search(self, lower: str, start: int = 0) -> re.Match[str] | None:
        """The first match in folded lower-case text, or None."""
        return self.regex.search(lower, start) if self._guarded(lower) else None

    def finditer(self, lower: str) -> Iterator[re.Match[str]]:
        """All matches in folded lower-case text, from left to right."""
        return self.regex.finditer(lower) if self._guarded(lower) else iter(())

    def _guarded(self, lower: str) -> bool:
        """Whether a guard word stands in the text; a plain loop, for this runs tens of thousands of times a notice."""
        for word in self.guard:
            if word in lower:
                return True
        return not self.guard


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The patterns and tables of one matter."""

    name: str
    patterns: tuple[Pattern, ...]
    tables: Mapping[str, Any]
    _by_name: Mapping[str, Pattern] = field(repr=False)

    def pattern(self, name: str) -> Pattern:
        """The pattern of that name, without the matter (``master`` for ``degree.master``). Raises `KeyError`."""
        return self._by_name[f"{self.name}.{name}"]

    def group(self, prefix: str) -> tuple[Pattern, ...]:
        """The patterns whose names begin with ``prefix`` and a dot, in the order of the file."""
        return tuple(p for p in self.patterns if p.name.startswith(f"{self.name}.{prefix}."))

    def table(self, name: str) -> Any:
        """The table of that name: plain lists and dicts. Raises `KeyError`."""
        return self.tables[name]


@cache
def load(name: str) -> Vocabulary:
    """The vocabulary ``<name>.yaml`` of this folder. Raises `InputError` if it is not written as it should be."""
    file = f"{name}.yaml"
    document = load_yaml(files(__name__).joinpath(file).read_text(encoding="utf-8"), file=file).data
    fragments = {**_shared_fragments(), **document.get("fragments", {})}
    patterns = tuple(_pattern(name, entry, fragments, file) for entry in document.get("patterns", ()))
    by_name = {p.name: p for p in patterns}
    if len(by_name) != len(patterns):
        raise InputError.one(file, "two patterns have the same name")
    tables = {key: value for key, value in document.items() if key not in ("patterns", "fragments")}
    return Vocabulary(name, patterns, tables, by_name)


def names() -> tuple[str, ...]:
    """The matters there are, in alphabetical order."""
    return tuple(sorted(f.name.removesuffix(".yaml") for f in files(__name__).iterdir() if f.name.endswith(".yaml")))


@cache
def _shared_fragments() -> Mapping[str, str]:
    text = files(__name__).joinpath("numbers.yaml").read_text(encoding="utf-8")
    fragments: Mapping[str, str] = load_yaml(text, file="numbers.yaml").data["fragments"]
    return fragments


def _pattern(vocabulary: str, entry: Mapping[str, Any], fragments: Mapping[str, str], file: str) -> Pattern:
    unknown = sorted(set(entry) - {"name", "pattern", "guard", "value", "examples", "counterexamples"})
    if unknown:
        raise InputError.one(file, f"pattern {entry.get('name')}: unknown key {unknown[0]!r}")
    expression = entry["pattern"]
    for _ in range(4):  # fragments may use fragments, four deep
        expression = _FRAGMENT.sub(lambda m: f"(?:{fragments[m.group(1)]})", expression)
    return Pattern(
        f"{vocabulary}.{entry['name']}",
        expression,
        tuple(entry.get("guard", ())),
        entry.get("value"),
        tuple(entry.get("examples", ())),
        tuple(entry.get("counterexamples", ())),
    )


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
