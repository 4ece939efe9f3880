"""The name of an employer that no label and no list of known names gives: capitals around a noun such as "Agency"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from fitscore.notices.lines import Line
from fitscore.vocabulary import load

_HEAD = 25  # lines near the head in which a notice says who speaks
_HYPHENS = 2
_CAPITALS = re.compile(r"(?<![\w-])[A-Z][A-Z'&-]+(?: [A-Z&][A-Z'&-]*){2,}(?![\w-])|\A[^a-z]+\Z")  # names set in capitals
_SMALL = frozenset(("of", "for", "the", "and", "on", "in", "to", "against"))


def named_in(lines: Sequence[Line]) -> str | None:
    """The first name of two words or more in the lines near the head, as the notice writes it."""
    for line in lines[:_HEAD]:
        text = _CAPITALS.sub(lambda found: _taken_down(found.group()), line.text)
        for found in _name().finditer(text):
            name = re.sub(r"\A(?:The|At|In|Our|For) ", "", line.text[found.start() : found.end()], flags=re.IGNORECASE)
            if len(name.split()) > 1 and name.count("-") < _HYPHENS:  # "Austria-Vienna-Agency" is a place
                return name
    return None


def _taken_down(text: str) -> str:
    """Capitals as in running text, sign for sign."""
    return " ".join(word if word in _SMALL else word[:1].upper() + word[1:] for word in text.lower().split(" "))


@cache
def _name() -> re.Pattern[str]:
    nouns = "|".join(str(noun).capitalize() for noun in load("organisations").table("nouns"))
    word = r"[A-Z][\w'&-]{1,24}"
    tail = rf"(?: (?:of|for|on|against)(?: the)?(?: {word}){{1,4}}(?: and(?: {word}){{1,3}})?){{0,2}}"
    return re.compile(rf"(?<![\w-])(?:{word} ){{0,5}}(?:{nouns})(?!\w){tail}")
