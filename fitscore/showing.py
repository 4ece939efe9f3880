"""Text made harmless before anybody sees it, and small tables of it in HTML and in plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

_UNSAFE = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd"),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C], "\ufffd"),
    **dict.fromkeys([0x2028, 0x2029, 0x0A, 0x0D, 0x09, 0x0B, 0x0C, 0x85], " "),
}


def harmless(text: str) -> str:
    """The text without line breaks or any sign that would steer a terminal or turn the direction of writing.

    Control characters show as U+FFFD, so that nobody overlooks them; line breaks and tabs become blanks.
    """
    return text.translate(_UNSAFE).encode("utf-8", "replace").decode("utf-8")


def plain(text: str) -> str:
    """The text `harmless`, with single blanks."""
    return " ".join(harmless(text).split())


def cut(text: str, length: int) -> str:
    """The text `plain`, and no longer than ``length`` signs; an ellipsis says that something was cut."""
    words = plain(text)
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A small table for people: its caption, a header, rows of words, and notes that follow, a line each."""

    caption: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    notes: Sequence[str] = ()

    def html(self) -> str:
        """As HTML for a notebook; every word is escaped, long ones are cut."""
        head = "".join(f'<th scope="col" style="text-align:left">{_escaped(word)}</th>' for word in self.header)
        body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in self.rows)
        below = "".join(f"<p>{_escaped(note)}</p>" for note in self.notes)
        caption = f'<caption style="text-align:left;font-weight:bold">{_escaped(self.caption)}</caption>'
        return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"

    def text(self) -> str:
        """As plain lines: columns as wide as their longest word, two blanks between them, long words cut."""
        rows = [[cut(word, _TEXT) for word in row] for row in (self.header, *self.rows)]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = ["  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip() for row in rows]
        return "\n".join([plain(self.caption), *lines, *map(plain, self.notes)])


class Shown:
    """What shows itself: as a table in a notebook, as plain lines when printed, on one line where it is only named."""

    def _sheet(self) -> Sheet:
        """The table that shows it."""
        raise NotImplementedError

    def _repr_html_(self) -> str:
        return self._sheet().html()

    def __str__(self) -> str:
        return self._sheet().text()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {cut(self._sheet().caption, _HTML)}>"


def count(number: float, noun: str) -> str:
    """A number with its noun: "1 notice", "2 notices"."""
    return f"{number:g} {noun}{'' if number == 1 else 's'}"


_TEXT, _HTML = 70, 300
"""The most signs of one cell."""


def _cell(word: str) -> str:
    return f'<td style="text-align:left;vertical-align:top">{_escaped(word)}</td>'


def _escaped(word: str) -> str:
    return escape(cut(word, _HTML))
