"""What may stand in a cell: text that stays text in any spreadsheet program, numbers; and names of sheets."""

from __future__ import annotations

import re
from functools import partial

from fitscore.showing import harmless, plain

MOST_UNITS = 32_767
"""UTF-16 units that a cell holds."""
LONGEST = 32_000
"""UTF-16 units that are kept of a longer text: the mark of the cut needs the rest."""
MOST_LINES = 250
"""Lines in a cell: a sheet holds 253 line feeds; what comes after stands in the last line."""
LONGEST_NAME = 31

_NOT_XML = {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
_JOINER = "\u2060"
"""A word joiner: not seen, and it breaks words that the file format itself would read as its own."""
_ESCAPE_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")


def safe(text: str) -> str:
    """The text as a cell may hold it: nothing that steers, lines kept, what is too long cut with a mark that says so."""
    if text.isprintable() and len(text) < LONGEST // 2 and "_x" not in text and text[:1] != "<":
        return text
    lines = text.splitlines()
    if len(lines) > MOST_LINES:
        lines[MOST_LINES - 1 :] = [" ".join(lines[MOST_LINES - 1 :])]
    shown = _cut("\n".join(map(harmless, lines)).translate(_NOT_XML))
    shown = _ESCAPE_LOOKALIKE.sub("_" + _JOINER, shown)
    return _JOINER + shown if shown.startswith("<r>") else shown


def text_body(text: str) -> str:
    """What a cell with this text holds, after its place and look. The text must be `safe`."""
    words = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    kept = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
    return f' t="inlineStr"><is><t{kept}>{words}</t></is></c>'


def number_body(number: float) -> str:
    """What a cell with this number holds, after its place and look."""
    return f"><v>{number:.16G}</v></c>"


def one_line(text: str) -> str:
    """The words of a CV or a notice, with single blanks and no line break."""
    return text.strip() if text.isprintable() and "  " not in text else plain(text)


def sheet_names(wanted: list[str], taken: set[str]) -> list[str]:
    """A name of a sheet for each of these: allowed, at most 31 signs, and none twice or among those ``taken``.

    Spreadsheet programs do not tell capitals apart here; ``taken`` holds names in small letters and is added to.
    """
    return [*map(partial(_sheet_name, taken=taken), wanted)]


def _sheet_name(wanted: str, *, taken: set[str]) -> str:
    base = _NOT_IN_NAMES.sub("-", plain(wanted).translate(_NOT_XML)).strip("' ") or "Notice"
    number, name = 1, _first_units(base, LONGEST_NAME).rstrip("' ")
    while name.lower() in taken:
        number += 1
        end = f" ({number})"
        name = _first_units(base, LONGEST_NAME - len(end)).rstrip("' ") + end
    taken.add(name.lower())
    return name


def _cut(text: str) -> str:
    if len(text) < LONGEST // 2 or _units(text) <= MOST_UNITS:
        return text
    kept = _first_units(text, LONGEST)
    return f"{kept} […cut here: {len(text) - len(kept):,} more characters; the export to .json holds them]"


def _units(text: str) -> int:
    """Units of UTF-16, in which spreadsheet programs count."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, most: int) -> str:
    """The beginning of a text: at most so many units, and no sign by half."""
    return text.encode("utf-16-le", "surrogatepass")[: 2 * most].decode("utf-16-le", "ignore")
