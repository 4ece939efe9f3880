"""Which patterns may match a text at all, told by its words: hundreds of patterns are passed over in one look.

A pattern needs sets of words, one word of each: its guard, and what ``guards.json`` says that its expression needs (see
``benchmarks/derive_guards.py``). Every set has a bit. A word of a text has the bits of the sets that a part of it is in, and
a text has those of its words. Notices have few different words, so that nearly all of them are looked up, not read. Of
several words in a row the longest stands for all; that the others follow is for the pattern to see.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache, reduce
from importlib.resources import files
from operator import or_
from typing import Any

FILE = "guards.json"
_MOST_WORDS = 50_000
_MOST_TEXTS = 2_000
_LETTERS = re.compile(r"[^\W_]+")
_Heads = dict[tuple[str, ...], dict[str, int]]


class _Words(dict[str, int]):
    """The bits of each word met so far; a new word is held against the words of all sets at once.

    ``heads``: these words by their first letters, one table for each number of letters; only words whose head stands in the new
    word are looked for in it. Of a word with signs the letters between them are words of their own; ``signed``: the words of
    the sets that have signs, by the first of them and the letter beside it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.heads: tuple[_Heads, ...] = ({}, {}, {}, {})
        self.signed: tuple[_Heads, ...] = ({}, {})

    def add(self, word: str, bit: int) -> None:
        """Put a word into the set of that bit."""
        if word.isalnum():
            head, tables = word[: len(self.heads)], self.heads
        else:
            sign = next(at for at, letter in enumerate(word) if not letter.isalnum())
            head, tables = word[sign : sign + 2] if sign + 1 < len(word) else word[-2:], self.signed
        same = tables[len(head) - 1].setdefault(tuple(head), {})
        same[word] = same.get(word, 0) | bit

    def __missing__(self, word: str) -> int:
        second, third = word[1:], word[2:]
        if word.isalnum():
            bits = 0
            rows: tuple[zip[tuple[str, ...]], ...] = (
                zip(word),
                zip(word, second, strict=False),
                zip(word, second, third, strict=False),
                zip(word, second, third, word[3:], strict=False),
            )
            tables = self.heads
        else:
            bits = reduce(or_, [self[part] for part in _LETTERS.findall(word)], 0)
            rows, tables = (zip(word), zip(word, second, strict=False)), self.signed
        for table, row in zip(tables, rows, strict=True):
            for head in table.keys() & row:
                for whole, more in table[head].items():
                    if whole in word:
                        bits |= more
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = bits
        return bits


class _Texts(dict[str, int]):
    """The bits of the texts met last."""

    def __missing__(self, lower: str) -> int:
        bits = reduce(or_, map(_of_word, lower.split()), 0)
        if len(self) >= _MOST_TEXTS:
            self.clear()
        self[lower] = bits
        return bits


_words = _Words()
_of_word = _words.__getitem__
_texts = _Texts()
_sets = [0]  # how many sets there are
standing = _texts.__getitem__
"""The bits that folded lower-case text has."""


def bit_of(words: Iterable[str]) -> int:
    """The bit of a new set of words; 0 for an empty one, which needs nothing."""
    single = [max(word.split(), key=len) for word in words]
    if not single:
        return 0
    bit = 1 << _sets[0]
    _sets[0] += 1
    for word in single:
        _words.add(word, bit)
    _words.clear()
    _texts.clear()
    return bit


def needs_of(name: str, expression: str, guard: Iterable[str]) -> int:
    """The bits that a text must have for a pattern to match in it. What the file says of another expression is passed over."""
    entry = _derived().get(name)
    bits = bit_of(guard)
    if entry is not None and entry["of"] == digest(expression):
        for words in entry["words"]:
            bits |= bit_of(words)
    return bits


def digest(expression: str) -> str:
    """What tells one expression from another."""
    return hashlib.sha256(expression.encode()).hexdigest()[:12]


@cache
def _derived() -> dict[str, Any]:
    file = files(__package__).joinpath(FILE)
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return found
