"""No pattern is passed over where it matches: what it is said to need follows from its expression."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import pytest

from fitscore import vocabulary
from fitscore.text import fold
from fitscore.vocabulary.guards import FILE, bit_of, needs_of, standing

ROOT = Path(__file__).parent.parent.parent
PATTERNS = [pattern for name in vocabulary.names() for pattern in vocabulary.load(name).patterns]
LINES = [
    fold(line).lower
    for path in sorted((ROOT / "data" / "vacancies").glob("*.txt"))[::5]
    for line in path.read_text("utf-8").splitlines()
    if line.strip()
]


def test_file_is_derived_from_the_patterns() -> None:
    tool = ROOT / "benchmarks" / "derive_guards.py"
    spec = importlib.util.spec_from_file_location("derive_guards", tool)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    held = json.loads((Path(vocabulary.__file__).parent / FILE).read_text("utf-8"))
    assert held == module.derive(), "run python benchmarks/derive_guards.py"


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_nothing_is_missed(pattern: vocabulary.Pattern) -> None:
    for lower in (*LINES, *(fold(text).lower for text in pattern.examples)):
        guarded = not pattern.guard or any(word in lower for word in pattern.guard)
        plain = pattern.regex.search(lower) if guarded else None
        found = pattern.search(lower)
        assert (found and found.span()) == (plain and plain.span())
        assert [hit.span() for hit in pattern.finditer(lower)] == [h.span() for h in pattern.regex.finditer(lower) if guarded]


def test_group_finds_what_its_patterns_find() -> None:
    group = vocabulary.load("conditions").group("contract")
    assert group
    for lower in LINES:
        assert group.matches(lower) == any(pattern.search(lower) for pattern in group)
        assert {p.name for p in group if p.search(lower)} <= {p.name for p in group.possible(lower)}


def test_words_are_seen_within_words_and_in_any_order() -> None:
    bits = bit_of(["zyx", "two zyxwvut"]) | bit_of(["qqj"])
    assert bits
    assert standing("a qqj-like (zyx)") & bits == bits
    assert standing("a zyx alone") & bits not in (0, bits)
    assert standing("zy x qq j") & bits == 0


def test_what_is_said_of_another_expression_is_passed_over() -> None:
    assert needs_of("degree.level.secondary", "no longer the same", ()) == 0


def test_a_pattern_bound_to_the_begin_is_told_from_one_with_a_free_choice() -> None:
    assert vocabulary.Pattern("x", r"\A(?:a|b)c").search("bcd")
    assert not vocabulary.Pattern("x", r"\A(?:a|b)c").search("abc")
    assert vocabulary.Pattern("x", r"\Aa[|)]|c").search("abc")
    assert vocabulary.Pattern("x", r"\A[)]b|c").search("abc")
