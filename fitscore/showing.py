"""Text made harmless before anybody sees it, and small tables of it in HTML and in plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
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


def html_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, caption: str, notes: Iterable[str] = ()) -> str:
    """A small HTML table for a notebook; every word in it is escaped. ``notes`` follow below it, a paragraph each."""
    head = "".join(f'<th scope="col" style="text-align:left">{_shown(word)}</th>' for word in header)
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    below = "".join(f"<p>{_shown(note)}</p>" for note in notes)
    return f"<table><caption>{_shown(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{below}"


def text_table(rows: Sequence[Sequence[str]], *, caption: str, notes: Iterable[str] = ()) -> str:
    """The same as plain lines: columns as wide as their longest word, two blanks between them."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(word.ljust(width) for word, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join([plain(caption), *lines, *map(plain, notes)])


def _cell(word: str) -> str:
    return f'<td style="text-align:left">{_shown(word)}</td>'


def _shown(word: str) -> str:
    return escape(plain(word))
