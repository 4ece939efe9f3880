"""Levels of language skill in any common scale, read on NATO's 1 to 6 (standards of the scales: `vocabulary/levels.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from fitscore.vocabulary import load
from fitscore.vocabulary.countries import plain


@dataclass(frozen=True, slots=True)
class LevelReading:
    """A level on NATO's scale: 1 to 5 for I to V, 6 for VI, C2 and native; 0 is none at all.

    ``low`` and ``high`` differ where a foreign scale can be read two ways (SLP 3 is B2 to C1). ``scale`` is the scale
    it is stated in: ``NATO``, ``CEFR``, ``SLP``, ``ILR``, ``UN``, ``FAO``, ``test`` (a test's score), ``number`` or ``words``.
    """

    scale: str
    low: int
    high: int


def read_level(text: str) -> LevelReading | None:
    """The level that a candidate's words state, or None. A stated scale beats an adjective; the weakest skill decides."""
    bare = plain(text).replace("–", "-").replace("—", "-")
    for pattern in load("levels").group("scale").possible(bare):
        hits = list(pattern.finditer(bare))
        if hits and (ends := _READERS[pattern.name.rsplit(".", 1)[1]](hits)) is not None:
            scale = str(pattern.value)
            if scale == "ILR" and not hits[0].group("scale").startswith(("ilr", "dlpt")):
                scale = "SLP"
            return LevelReading(scale, *ends)
    return _certificate(bare) or _number(bare) or _words(bare)


def _weakest(ends: Iterable[tuple[int, int]]) -> tuple[int, int]:
    pairs = tuple(ends)
    return min(low for low, _ in pairs), min(high for _, high in pairs)


def _read_cefr(hits: list[re.Match[str]]) -> tuple[int, int]:
    scale: Mapping[str, int] = load("levels").table("cefr")
    return _weakest(_range(scale[hit["one"]], scale[hit["two"] or hit["one"]]) for hit in hits)


def _range(one: int, two: int) -> tuple[int, int]:
    return min(one, two), max(one, two)


def _read_digits(hits: list[re.Match[str]]) -> tuple[int, int]:
    table = load("levels").table("digits")
    return _weakest(tuple(table[digit]) for hit in hits for digit in re.findall(r"\d\+?", hit["digits"]))


def _read_un(hits: list[re.Match[str]]) -> tuple[int, int]:
    return _weakest(tuple(load("levels").table("un")[hit["level"]]) for hit in hits)


def _read_nato(hits: list[re.Match[str]]) -> tuple[int, int]:
    roman = load("levels").table("roman")
    levels = [(_roman(hit["level"], roman), _roman(hit["two"] or hit["level"], roman)) for hit in hits]
    return _weakest(_range(*pair) for pair in levels)


def _roman(level: str, roman: Mapping[str, int]) -> int:
    return int(level) if level.isdigit() else roman[level]


def _read_letter(hits: list[re.Match[str]]) -> tuple[int, int]:
    return _weakest(tuple(load("levels").table("letter")[hit["level"]]) for hit in hits)


def _read_test(hits: list[re.Match[str]]) -> tuple[int, int] | None:
    found = []
    for hit in hits:
        steps = load("levels").table("tests")[hit["test"]]
        score = float(hit["score"])
        found += [(low, high) for least, low, high in steps if score >= least][:1]
    return _weakest(found) if found else None


_READERS: Mapping[str, Callable[[list[re.Match[str]]], tuple[int, int] | None]] = {
    "cefr": _read_cefr,
    "slp": _read_digits,
    "digit": _read_digits,
    "un": _read_un,
    "nato": _read_nato,
    "letter": _read_letter,
    "test": _read_test,
}


def _certificate(bare: str) -> LevelReading | None:
    for name, level in load("levels").table("certificates").items():
        if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", bare):
            return LevelReading("test", level, level)
    return None


def _number(bare: str) -> LevelReading | None:
    ends = load("levels").table("bare").get(bare.removeprefix("level ").strip())
    return LevelReading("number", *ends) if ends else None


def _words(bare: str) -> LevelReading | None:
    if re.search(r"(?<!\w)not (?:yet |very |quite )?(?:fluent|native|proficient)", bare):
        return None
    found = [_word_ends()[hit.group(1)] for hit in _word_finder().finditer(bare)]
    if not found:
        return None
    if (6, 6) in found:  # "native, fluent": who is native is no less for saying so
        return LevelReading("words", 6, 6)
    if re.search(r"\w to \w", bare) and len(found) == 2:  # "good to very good"
        return LevelReading("words", *_range(found[0][0], found[1][1]))
    return LevelReading("words", *_weakest(found))


@cache
def _word_ends() -> Mapping[str, tuple[int, int]]:
    ends: dict[str, tuple[int, int]] = {}
    for key, words in load("levels").table("words").items():
        low, high = map(int, key.split())
        ends.update({plain(word): (low, high) for word in words})
    return ends


@cache
def _word_finder() -> re.Pattern[str]:
    words = sorted(_word_ends(), key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, words)) + r")(?![\w-])")
