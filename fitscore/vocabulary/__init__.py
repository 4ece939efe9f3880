"""The words of the trade as data: one YAML file a matter, and the loader.

A file ``x.yaml`` holds any tables, and under ``patterns`` a list of patterns, each with examples it must match and
counter-examples it must not (both are tested). A pattern is a regular expression over *folded lower-case* text (see
`fitscore.text.fold`): single blanks, plain quotes and dashes. ``<<name>>`` in it stands for the fragment of that name
in ``fragments`` of the same file or of ``numbers.yaml``. ``guard`` lists literal words, one of which must stand in the
text before the expression is tried at all; what an expression needs by itself is worked out from it (see
`fitscore.vocabulary.guards`). Every repeat in an expression is bounded, so that no text makes it slow.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from functools import cache, cached_property, reduce
from importlib.resources import files
from operator import or_
from typing import Any, overload

from fitscore.documents import load_yaml
from fitscore.errors import InputError
from fitscore.vocabulary.guards import bit_of, needs_of, standing

_MOST_KEPT = 4_000
_FRAGMENT = re.compile(r"<<([a-z_.]+)>>")


@dataclass(frozen=True)
class Pattern:
    """One wording: ``name`` (``degree.master``), what it means (``value``), and its examples both ways.

    ``needs`` tells what words a text must hold for it to match (`fitscore.vocabulary.guards`).
    """

    name: str
    expression: str
    guard: tuple[str, ...] = ()
    value: Any = None
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    needs: int = 0
    phrases: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """The guard, where one of several words is in it, so that it must be looked for as a whole."""
    look: Callable[[str, int], re.Match[str] | None] = field(init=False, repr=False, compare=False)
    """What finds the first match: where it can only stand at the begin of the text, no other place is tried."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "phrases", self.guard if any(" " in word for word in self.guard) else ())
        object.__setattr__(self, "look", self._first_look)

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The compiled expression (compiled once a process, when first used)."""
        return re.compile(self.expression)

    def search(self, lower: str, start: int = 0) -> re.Match[str] | None:
        """The first match in folded lower-case text, or None."""
        needs = self.needs
        if standing(lower) & needs != needs or (self.phrases and not self._says_one(lower)):
            return None
        return self.look(lower, start)

    def finditer(self, lower: str) -> Iterator[re.Match[str]]:
        """All matches in folded lower-case text, from left to right."""
        return self.regex.finditer(lower) if self.may_match(lower) else iter(())

    def may_match(self, lower: str) -> bool:
        """Whether the words that it needs stand in the text."""
        needs = self.needs
        return standing(lower) & needs == needs and (not self.phrases or self._says_one(lower))

    def _says_one(self, lower: str) -> bool:
        return any(word in lower for word in self.phrases)

    def _first_look(self, lower: str, start: int) -> re.Match[str] | None:
        look = self.regex.match if _begins_the_text(self.expression) else self.regex.search
        object.__setattr__(self, "look", look)
        return look(lower, start)


class Group(Sequence[Pattern]):
    """Patterns in an order."""

    __slots__ = ("_by_words", "_needs", "_patterns")

    def __init__(self, patterns: Iterable[Pattern] = ()) -> None:
        self._patterns = tuple(patterns)
        self._needs = reduce(or_, (pattern.needs for pattern in self._patterns), 0)
        self._by_words: dict[int, tuple[Pattern, ...]] = {}

    def __len__(self) -> int:
        return len(self._patterns)

    def __iter__(self) -> Iterator[Pattern]:
        return iter(self._patterns)

    @overload
    def __getitem__(self, place: int) -> Pattern: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Pattern, ...]: ...
    def __getitem__(self, place: int | slice) -> Pattern | tuple[Pattern, ...]:
        return self._patterns[place]

    def possible(self, lower: str) -> tuple[Pattern, ...]:
        """Those that may match in a text, for the words that they need stand in it."""
        bits = standing(lower) & self._needs
        found = self._by_words.get(bits)
        if found is None:
            if len(self._by_words) >= _MOST_KEPT:
                self._by_words.clear()
            found = self._by_words[bits] = tuple([p for p in self._patterns if p.needs & bits == p.needs])
        return found

    def matches(self, lower: str) -> bool:
        """Whether any of them matches."""
        for pattern in self.possible(lower):  # noqa: SIM110 - a generator would cost as much again
            if pattern.search(lower):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The patterns and tables of one matter."""

    name: str
    patterns: tuple[Pattern, ...]
    tables: Mapping[str, Any]
    by_name: InitVar[Mapping[str, Pattern]]
    pattern: Callable[[str], Pattern] = field(init=False, repr=False)
    """The pattern of that name, without the matter (``master`` for ``degree.master``). Raises `KeyError`."""
    _groups: dict[str, Group] = field(repr=False, default_factory=dict)

    def __post_init__(self, by_name: Mapping[str, Pattern]) -> None:
        object.__setattr__(self, "pattern", by_name.__getitem__)

    def group(self, prefix: str) -> Group:
        """The patterns whose names begin with ``prefix`` and a dot, in the order of the file."""
        if prefix not in self._groups:
            self._groups[prefix] = Group(p for p in self.patterns if p.name.startswith(f"{self.name}.{prefix}."))
        return self._groups[prefix]

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
    by_name = {p.name.removeprefix(f"{name}."): p for p in patterns}
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
        needs_of(f"{vocabulary}.{entry['name']}", expression, entry.get("guard", ())),
    )


def finder(name: str, expression: str, words: Iterable[str]) -> Pattern:
    """An expression that finds some of the words, as a pattern that is tried only where one of them may stand."""
    return Pattern(name, expression, needs=bit_of(words))


def any_of(words: Iterable[str], letters: int = 2) -> str:
    """An expression for any of the words, of which none stands before a longer one that begins with it.

    They are grouped by their first letters, so that few are tried at each place.
    """
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word[1:])
    return "|".join(
        re.escape(first) + (f"(?:{any_of(rest, letters - 1)})" if letters > 1 else f"(?:{'|'.join(map(re.escape, rest))})")
        for first, rest in groups.items()
    )


def _begins_the_text(expression: str) -> bool:
    """Whether an expression is bound to the begin of the text, in all its alternatives."""
    edges = (r"\A", "^")
    if not expression.startswith(edges):
        return False
    depth, alternatives = 0, [0]
    plain = re.sub(r"\\[^A]|\[\^?\]?(?:\\.|[^\]])*\]", "x", expression)
    for place, sign in enumerate(plain):
        depth += (sign == "(") - (sign == ")")
        if sign == "|" and depth == 0:
            alternatives.append(place + 1)
    return all(plain.startswith(edges, place) for place in alternatives)
