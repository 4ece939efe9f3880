"""The terms of a statement on languages: languages and pools of them, levels, "in one", "in the other" (working types)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from fitscore.records import working
from fitscore.vocabulary import Group, Pattern, Vocabulary, any_of, finder, load
from fitscore.vocabulary.languages import language_group, language_name, languages_in, names_finder, names_language

_MOST_NAMED = 6  # languages of an organisation of which "one" and "the other" are said
_BRACKET = re.compile(r" ?\(([^()]{2,30})\)")
TermKind = Literal["language", "pool", "one", "both", "other", "level", "knowledge"]


@working
class Term:
    """A piece of a statement. ``names`` are the languages it stands for; ``level`` is 1..6 and ``scale`` what it is stated in.

    ``rest`` marks a pool of *other* languages than those named before ("another UN language").
    """

    kind: TermKind
    start: int
    end: int
    names: tuple[str, ...] = ()
    level: int = 0
    scale: str = ""
    rest: bool = False


def words() -> Vocabulary:
    """The vocabulary of languages in notices."""
    return load("language")


@cache
def naming() -> Group:
    """The patterns of which one must be possible where languages are named or referred to, in words without accents."""
    return Group((names_finder(), *words().group("pool"), words().pattern("back")))


def terms_in(lower: str, text: str, *, alone: bool = True) -> tuple[Term, ...]:
    """All terms of a clause, from left to right, none over another; the longer reading wins.

    ``alone``: a clause without any language has none; otherwise it refers back to those named before it.
    """
    if alone and not (names_language(lower) or words().group("pool").possible(lower)):
        return ()
    pools, languages, open_pools = tuple(_pools(lower)), tuple(_languages(lower, text)), tuple(_open(lower, text))
    listed = tuple(term for term in open_pools if term.names)
    if alone and not (pools or languages or open_pools):
        return ()  # nothing else matters without a language, and most clauses name none
    taken: list[Term] = []
    for term in (*listed, *pools, *_places(lower), *languages, *_scales(lower), *open_pools, *_adjectives(lower)):
        if all(term.end <= other.start or term.start >= other.end for other in taken):
            taken.append(term)
    return tuple(sorted(taken, key=lambda term: term.start))


def referring_back(lower: str, before: str) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """Terms of "fluency in one of these, knowledge of the other", and the languages that the words before it name."""
    if not words().pattern("back").search(lower) or "language" not in before.lower():
        return (), ()
    terms = terms_in(lower, lower, alone=False)
    told = terms_in(before.lower(), before)
    named = tuple(dict.fromkeys(name for term in told if term.kind in ("language", "pool") for name in term.names))
    refers = any(term.kind in ("one", "both", "other") for term in terms)
    return (terms, named) if refers and 1 < len(named) <= _MOST_NAMED else ((), ())


def _pools(lower: str) -> Iterator[Term]:
    for pattern in words().group("pool").possible(lower):
        if pattern.value is not None:
            names = language_group(str(pattern.value))
            for hit in pattern.finditer(lower):
                rest = pattern.name.endswith(".rest") or re.match(r"(?:an)?other ", hit[0].removeprefix("the ")) is not None
                yield Term("pool", hit.start(), hit.end(), names, rest=rest)


def _open(lower: str, text: str) -> Iterator[Term]:
    hits = list(words().pattern("pool.open").finditer(lower))
    bare = words().pattern("pool.of_country").finditer(lower)
    hits += [hit for hit in bare if not any(hit.start() < known.end() and known.start() < hit.end() for known in hits)]
    for hit in hits:
        listed = words().pattern("members").regex.match(lower, hit.end())
        names = _members(text[slice(*listed.span("list"))]) if listed else ()
        if listed and names:
            yield Term("pool", hit.start(), listed.end(), names)
        else:
            yield Term("pool", hit.start(), hit.end(), rest=True)


def _members(listed: str) -> tuple[str, ...]:
    """The names in a bracket behind a pool, known or not ("a local language (Fon, Bariba)"); none unless one is known."""
    parts = [part.strip() for part in re.split(r",|/|;|\b(?:and|or)\b", listed)]
    parts = [part for part in parts if part and part.lower() not in ("etc", "etc.")]
    if not all(part[0].isupper() and part.count(" ") < 2 for part in parts):
        return ()
    names = [language_name(part) for part in parts]
    return tuple(dict.fromkeys(name or part for name, part in zip(names, parts, strict=True))) if any(names) else ()


def _places(lower: str) -> Iterator[Term]:
    for kind in ("one", "other"):
        for hit in words().pattern(f"term.{kind}").finditer(lower):
            yield Term("one" if kind == "one" else "other", hit.start(), hit.end())
    for hit in words().pattern("term.both").finditer(lower):
        yield Term("both", hit.start(), hit.end())


def _languages(lower: str, text: str) -> Iterator[Term]:
    for mention in languages_in(lower):
        everyday = lower[mention.start : mention.end] in words().table("capital_only")
        if not everyday or text[mention.start].isupper():
            end = mention.end
            alias = _BRACKET.match(lower, end)
            if alias and language_name(alias[1]) == mention.name:  # "Romanian (Moldovan)": two names of one language
                end = alias.end()
            yield Term("language", mention.start, end, (mention.name,))


def _scales(lower: str) -> Iterator[Term]:
    for pattern in words().group("level").possible(lower):
        for hit in pattern.finditer(lower):
            yield Term("level", hit.start(), hit.end(), level=_scale_level(hit), scale=str(pattern.value))


def _scale_level(hit: re.Match[str]) -> int:
    groups = {key: value for key, value in hit.groupdict().items() if value}
    if "digits" in groups or "bare" in groups:
        table = words().table("digits")
        return min(int(table[digit]) for digit in re.findall(r"\d", hit[0].removeprefix("stanag 6001")))
    if "sle" in groups:
        return min(int(words().table("letter")[letter]) for letter in groups["sle"] if letter != "/")
    if "letter" in groups:
        return int(words().table("letter")[groups["letter"]])
    if "level" in groups:
        table = {**words().table("cefr"), **words().table("un")}
        return int(table[groups["level"]])
    return int(words().table("roman")[next(iter(groups.values()))])


def _adjectives(lower: str) -> Iterator[Term]:
    for hit in _adjective_finder().finditer(lower):
        level = _adjective_levels()[hit[1]]
        yield Term("level" if level else "knowledge", hit.start(1), hit.end(1), level=level or 3, scale="words")


def opens_profile(lower: str, start: int) -> bool:
    """Whether a profile of the Canadian public service begins there ("BBB/BBB")."""
    return words().pattern("level.sle").regex.match(lower, start) is not None


def states_level(lower: str) -> bool:
    """Whether words or a scale name a level; "X is required" names none, and is read as level IV all the same."""
    return any(term.kind == "level" for term in (*_scales(lower), *_adjectives(lower)))


@cache
def _adjective_levels() -> dict[str, int]:
    levels = {str(word): int(level) for level, row in words().table("words").items() for word in row}
    return {**levels, **dict.fromkeys(words().table("plain_knowledge"), 0)}


@cache
def _adjective_finder() -> Pattern:
    ordered = sorted(_adjective_levels(), key=lambda word: (-len(word), word))
    return finder("language.adjectives", rf"(?<![\w-])({any_of(ordered)})(?![\w-])", ordered)
