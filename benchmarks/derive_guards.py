"""Work out which words a text must hold for a pattern of the vocabulary to match, and write ``vocabulary/guards.json``.

usage: python benchmarks/derive_guards.py

Nobody can keep such lists right by hand; here they follow from the expressions themselves. Of a sequence every part is
needed, of alternatives one; what may be left out, repeated without bound or denied says nothing.
"""

from __future__ import annotations

import json
import re._constants as code  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import fitscore.vocabulary as vocabulary
from fitscore.vocabulary.guards import FILE, digest

Words = frozenset[str]
_MOST_TEXTS = 100  # texts of a part that are spelt out
_MOST_WORDS = 80  # words in one set
_MOST_SETS = 3
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT)
_NOTHING: Words = frozenset({""})


def derive() -> dict[str, Any]:
    """What the file holds: for each pattern the digest of its expression, and sets of words, one of each set needed."""
    out: dict[str, Any] = {}
    for name in vocabulary.names():
        for pattern in vocabulary.load(name).patterns:
            tree = parser.parse(pattern.expression)
            sets = [] if tree.state.flags & code.SRE_FLAG_IGNORECASE else _best(_needed(tree))
            if sets:
                out[pattern.name] = {"of": digest(pattern.expression), "words": [sorted(words) for words in sets]}
    return out


def _best(found: Iterable[Words]) -> list[Words]:
    """The sets that tell most: whose shortest word is long, and which are small; none that another set implies."""
    plain = {words for texts in found if (words := _plain(texts)) and len(words) <= _MOST_WORDS and all(map(_tells, words))}
    kept: list[Words] = []
    for words in sorted(plain, key=lambda words: (-min(4, *map(len, words)), len(words), sorted(words))):
        if not any(all(any(word in longer for word in words) for longer in other) for other in kept):
            kept.append(words)
    return kept[:_MOST_SETS]


def _tells(word: str) -> bool:
    """Whether a word is more than a letter or digit, which stand in any text."""
    return len(word) > 1 or not word.isalnum()


def _plain(texts: Words) -> Words:
    """The longest word of each text; none that holds another."""
    if not all(text.strip() for text in texts):
        return frozenset()
    words = {max(text.split(), key=len) for text in texts}
    return frozenset(word for word in words if not any(other != word and other in word for other in words))


def _needed(parts: Iterable[Any]) -> list[Words]:
    """Sets of texts, one of each of which stands wherever the parts match in a row."""
    out: list[Words] = []
    run = _NOTHING
    for part in parts:
        texts = _texts(part)
        if texts is not None and len(run) * len(texts) <= _MOST_TEXTS:
            run = frozenset(first + second for first in run for second in texts)
        else:
            out.append(run)
            run = texts or _NOTHING
        out += [texts] if texts is not None else []
        out += _inside(part)
    return [texts for texts in (*out, run) if "" not in texts]


def _inside(part: Any) -> list[Words]:
    """What a group, a choice, a repeat or a look ahead needs."""
    kind, given = part
    if kind is code.SUBPATTERN:
        return _needed(given[3])
    if kind is code.ASSERT:
        return _needed(given[1])
    if kind in _REPEATS and given[0] >= 1:
        return _needed(given[2])
    if kind is code.BRANCH:
        choices = [next(iter(_best(_needed(choice))), None) for choice in given[1]]
        return [frozenset().union(*(choice for choice in choices if choice))] if all(choices) else []
    return []


def _texts(part: Any) -> Words | None:
    """Every text that a part matches, where they are few; signs that match no text of their own give the empty text."""
    kind, given = part
    if kind is code.LITERAL:
        return frozenset({chr(given)})
    if kind is code.IN:
        return _letters(given)
    if kind in (code.AT, code.ASSERT, code.ASSERT_NOT):
        return _NOTHING
    if kind is code.SUBPATTERN:
        return _row(given[3])
    if kind in _REPEATS and given[1] == 1:
        texts = _row(given[2])
        return texts if texts is None or given[0] else texts | _NOTHING
    if kind is code.BRANCH:
        rows = [_row(choice) for choice in given[1]]
        return None if None in rows else _few(frozenset().union(*(row for row in rows if row)))
    return None


def _row(parts: Iterable[Any]) -> Words | None:
    out = _NOTHING
    for part in parts:
        texts = _texts(part)
        if texts is None or len(out) * len(texts) > _MOST_TEXTS:
            return None
        out = frozenset(first + second for first in out for second in texts)
    return out


def _letters(members: Sequence[tuple[Any, Any]]) -> Words | None:
    """The letters of a class without ranges."""
    return frozenset(chr(value) for _, value in members) if all(kind is code.LITERAL for kind, _ in members) else None


def _few(texts: Words) -> Words | None:
    return texts if len(texts) <= _MOST_TEXTS else None


def main() -> None:
    """Write the file, and say what came out."""
    found = derive()
    target = Path(vocabulary.__file__).parent / FILE
    lines = (f"{json.dumps(name)}: {json.dumps(entry, ensure_ascii=False)}" for name, entry in sorted(found.items()))
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    print(f"{len(found)} patterns, {target.stat().st_size} bytes: {target}")


if __name__ == "__main__":
    main()
