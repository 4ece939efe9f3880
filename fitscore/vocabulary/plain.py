"""Names made plain for looking them up: no accents, no dots, every sign a blank."""

from __future__ import annotations

import re
import unicodedata

_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_DOTTED = re.compile(r"\b(?!dr)([a-z]{1,2})\.(?=[a-z]{1,4}\b)")
_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "æ": "ae", "Æ": "ae", "đ": "d", "ı": "i"})
_LONGEST = 400  # characters of a name that are read


def plain(text: str) -> str:
    """A name in plain words: "Ph.D. (Univ.)" → "phd univ", "Científicas" → "cientificas"."""
    lower = text[:_LONGEST].translate(_LETTERS).lower()
    lower = "".join(char for char in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", _DOTTED.sub(r"\1", lower)).strip()
