"""Every pattern matches its examples and none of its counter-examples."""

import re

import pytest

from fitscore import vocabulary
from fitscore.text import fold

PATTERNS = [pattern for name in vocabulary.names() for pattern in vocabulary.load(name).patterns]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_pattern_tells_examples_from_counterexamples(pattern: vocabulary.Pattern) -> None:
    assert pattern.examples, "a pattern needs an example"
    for text in pattern.examples:
        assert pattern.search(fold(text).lower), f"should match: {text}"
    for text in pattern.counterexamples:
        assert not pattern.search(fold(text).lower), f"should not match: {text}"


def test_any_of_finds_the_longest_word_that_stands_first() -> None:
    words = ["a.c", "ab", "abc", "b", "a", "é"]
    ordered = sorted(words, key=lambda word: (-len(word), word))
    grouped, plain = re.compile(vocabulary.any_of(ordered)), re.compile("|".join(map(re.escape, ordered)))
    for text in ("abc", "abd", "a.cb", "acb", "bé", "xyz", "aabca.cé"):
        assert [hit.span() for hit in grouped.finditer(text)] == [hit.span() for hit in plain.finditer(text)]
