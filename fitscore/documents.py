"""YAML and JSON documents, loaded safely, with the line of every value.

YAML is read by the rules of YAML 1.2's core schema: only ``true`` and ``false`` are booleans (``NO`` is a country),
dates stay text, and a key may stand once. No tag builds an object. JSON is read by the standard library.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from fitscore.errors import InputError, Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})\Z")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]{1,18}|[0-9]{1,18}(?:\.[0-9]{0,18})?)(?:[eE][-+]?[0-9]{1,3})?\Z")
_WORDS: Mapping[str, Any] = {
    **dict.fromkeys(["", "~", "null", "Null", "NULL"]),
    **dict.fromkeys(["true", "True", "TRUE"], True),
    **dict.fromkeys(["false", "False", "FALSE"], False),
}
_MOST_DEPTH = 60
_MOST_NODES = 400_000


@dataclass(frozen=True, slots=True)
class Document:
    """A loaded document: ``data`` (dicts, lists, text, numbers, booleans, None) and ``lines`` (path → line, from 1)."""

    data: Any
    lines: Mapping[str, int] = field(repr=False)

    def line(self, path: str) -> int | None:
        """The line of the value at ``path`` (``work[2].name``), or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self.lines.get(path)


def load_yaml(text: str, *, file: str) -> Document:
    """Read one YAML document. Raises `InputError` with the line for bad syntax, a repeated key, an alias loop."""
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise InputError.one(
            file,
            f"this is not valid YAML: {error.problem or error.context}",
            line=line,
            instead="check the indentation, and quote text that holds ': ' or begins with a sign",
        ) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise InputError.one(file, f"this is not valid YAML: {str(error).splitlines()[0]}") from None
    builder = _Builder(file)
    data = builder.build(node, "", 0)
    if builder.problems:
        raise InputError(builder.problems)
    return Document(data, builder.lines)


def load_json(text: str, *, file: str) -> Document:
    """Read one JSON document. Raises `InputError` with the line for bad syntax or a repeated key."""
    repeated: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        for key, value in items:
            if key in seen:
                repeated.append(key)
            seen[key] = value
        return seen

    try:
        data = json.loads(text, object_pairs_hook=pairs, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise InputError.one(file, f"this is not valid JSON: {error.msg}", line=error.lineno) from None
    except (ValueError, RecursionError) as error:
        raise InputError.one(file, f"this is not valid JSON: {error}") from None
    lines = _json_lines(text)
    if repeated:
        raise InputError(
            Problem(file, f"the key {key!r} stands twice in one object", instead="keep one of them") for key in repeated
        )
    return Document(data, lines)


def dump_yaml(data: Any) -> str:
    """Write plain data as YAML that every YAML 1.1 or 1.2 reader reads back the same (``NO`` is quoted)."""
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)


def walk(data: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of plain data with its path, parents before children, in the order of the document."""
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from walk(value, f"{path}.{key}" if path else str(key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from walk(value, f"{path}[{index}]")


class _Builder:
    """Turns YAML nodes into plain data and keeps the line of each path."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[str, int] = {}
        self.problems: list[Problem] = []
        self.nodes = 0

    def build(self, node: Any, path: str, depth: int) -> Any:
        self.nodes += 1
        if depth > _MOST_DEPTH or self.nodes > _MOST_NODES:
            raise InputError.one(self.file, "this document is nested too deeply or refers to itself", path=path or None)
        if node is None:
            return None
        self.lines[path] = node.start_mark.line + 1
        if node.tag not in _PLAIN_TAGS and not isinstance(node, yaml.ScalarNode) and node.tag not in _COLLECTION_TAGS:
            self._refuse_tag(node, path)
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(child, f"{path}[{i}]", depth + 1) for i, child in enumerate(node.value)]
        return self._scalar(node, path)

    def _mapping(self, node: Any, path: str, depth: int) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if isinstance(key_node, yaml.ScalarNode) else None
            line = key_node.start_mark.line + 1
            if key is None:
                self.problems.append(Problem(self.file, "a key must be a word", line, path or None))
                continue
            if key in out:
                self.problems.append(Problem(self.file, f"the key {key!r} stands twice", line, path or None, "keep one of them"))
                continue
            inner = f"{path}.{key}" if path else key
            out[key] = self.build(value_node, inner, depth + 1)
            self.lines[inner] = line
        return out

    def _scalar(self, node: Any, path: str) -> Any:
        if node.tag not in _PLAIN_TAGS and (not node.tag.startswith(_CORE) or "/" in node.tag):
            self._refuse_tag(node, path)
            return None
        if node.style in ("'", '"', "|", ">"):
            return node.value
        return plain_scalar(node.value)

    def _refuse_tag(self, node: Any, path: str) -> None:
        self.problems.append(Problem(self.file, f"the tag {node.tag} is not allowed", self.lines[path], path or None))


_CORE = "tag:yaml.org,2002:"
_PLAIN_TAGS = frozenset({"!", "?"})
_COLLECTION_TAGS = frozenset({f"{_CORE}map", f"{_CORE}seq"})


def plain_scalar(word: str) -> Any:
    """What an unquoted YAML 1.2 word means: null, a boolean, a number, or itself."""
    if word in _WORDS:
        return _WORDS[word]
    if _INT.match(word):
        return int(word)
    if _FLOAT.match(word):
        value = float(word)
        return value if math.isfinite(value) else word
    return word


def _refuse_constant(word: str) -> Any:
    raise ValueError(f"{word} is not a number that JSON knows")


def _json_lines(text: str) -> dict[str, int]:
    """The lines of a JSON text's values, as far as a YAML reader follows it (it reads nearly all JSON)."""
    try:
        node = yaml.compose(text.replace("\t", " "), Loader=_Loader)
    except (yaml.YAMLError, RecursionError):
        return {}
    builder = _Builder("")
    try:
        builder.build(node, "", 0)
    except InputError:
        return builder.lines
    return builder.lines
