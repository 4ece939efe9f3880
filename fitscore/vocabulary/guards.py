"""Which patterns may match a text at all, told by its words: hundreds of patterns are passed over in one look.

A pattern needs sets of words, one word of each: its guard, and what ``guards.json`` says that its expression needs (see
``benchmarks/derive_guards.py``). Every set has a bit. A word of a text has the bits of the sets that a part of it is in, and
a text has those of its words. Notices have few different words, so that nearly all of them are looked up, not read. Of
several words in a row the longest stands for all; that the others follow is for the pattern to see.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

FILE = "guards.json"
_MOST_WORDS = 50_000
_MOST_TEXTS = 2_000
_END = ""  # the key under which a branch of the tree keeps the bits of the word that ends there


class _State(dict[str, "_State"]):
    """Where the reading of a word stands after some letters, with the state after each next letter (Aho and Corasick, 1975).

    ``branch``: the longest end of what was read with which words of the sets begin; ``shorter``: the state of the next shorter
    such end; ``bits``: those of the words that end here.
    """

    __slots__ = ("bits", "branch", "shorter")

    def __init__(self, branch: dict[str, Any], shorter: _State | None) -> None:
        super().__init__()
        self.branch = branch
        self.shorter = shorter
        self.bits: int = branch.get(_END, 0) | (shorter.bits if shorter is not None else 0)

    def __missing__(self, letter: str) -> _State:
        following = self if self.shorter is None else self.shorter[letter]
        known = letter in self.branch
        if known:
            following = _State(self.branch[letter], following)
        if known or letter.isascii():
            self[letter] = following
        return following


class _Words(dict[str, int]):
    """The bits of each word met so far; a new word is read letter by letter against all sets at once.

    ``tree``: the words of the sets, a branch a letter.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tree: dict[str, Any] = {}
        self.start = _State(self.tree, None)

    def add(self, word: str, bit: int) -> None:
        """Put a word into the set of that bit."""
        branch = self.tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[_END] = branch.get(_END, 0) | bit

    def forget(self) -> None:
        """Read all words anew, for there are new sets."""
        self.clear()
        self.start = _State(self.tree, None)

    def __missing__(self, word: str) -> int:
        bits, state = 0, self.start
        for letter in word:
            state = state[letter]
            if ending := state.bits:
                bits |= ending
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = bits
        return bits


class _Texts(dict[str, int]):
    """The bits of the texts met last."""

    def __missing__(self, lower: str) -> int:
        bits = 0
        for word in lower.split():
            bits |= _words[word]
        if len(self) >= _MOST_TEXTS:
            self.clear()
        self[lower] = bits
        return bits


_words = _Words()
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
    _words.forget()
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
