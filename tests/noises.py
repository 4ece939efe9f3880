"""Noises: what copying, converting and portals do to a notice, as pure functions from its text to the text that arrives."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from noise_texts import HEADINGS

Change = Callable[[str], str]

BREAKS = {
    "crlf": "\r\n",
    "cr": "\r",
    "nel": "\x85",
    "line_separator": "\u2028",
    "soft_break": "\v",
}
BLANKS = {"tabs": "\t", "no_break": "\u00a0", "narrow_no_break": "\u202f", "doubled": "  "}
SIGNS = {
    "bullet": "•", "hyphen": "-", "star": "*", "letter_o": "o", "section": "§", "private": "\uf0b7", "plus": "+", "greater": ">",
    "entity": "&bull;", "mojibake": "â€¢",
}  # fmt: skip
EVERY_SIGN = [*"•·*●▪■□◦‣⁃∙►▸➢➤➔→⇒✓✔☑☐❑❖◆♦★§»-–—", "\uf0b7", "\uf0a7", "\uf0d8", "--", "->", "=>"]
NUMBERS: dict[str, Callable[[int], str]] = {
    "1.": lambda n: f"{n}.",
    "1.1": lambda n: f"3.{n}",
    "a)": lambda n: f"{chr(96 + n)})",
    "(i)": lambda n: f"({roman(n)})",
    "i.": lambda n: f"{roman(n)}.",
}
APOSTROPHES = {
    "curly": "’",
    "acute": "´",
    "question_mark": "?",
    "unreadable": "\ufffd",
    "entity": "&#39;",
}
_ITEM = re.compile(r"(?P<indent>\s*)(?P<sign>[-•*]) +(?P<words>\S.*)")
_NUMBERED = re.compile(r"\s*(?:[-•*]|\(?\w{1,3}[.)]) +")
_FIELD = re.compile(r"(?P<label>[A-Z][\w /&.()-]{2,40}?) ?: (?P<value>[^.;:]{1,70}|.{1,60}[^.;:])")
_INSIDE_WORD = re.compile(r"(?<=\w)['’](?=\w)|(?<=s)['’](?= )")


def same(text: str) -> str:
    """The words as they are."""
    return text


@dataclass(frozen=True)
class Noise:
    """A noise; ``words`` takes from a passage, clean or noisy, what the noise changes in its words. ``encoding``: of the file."""

    name: str
    make: Change
    words: Change = same
    encoding: str = "utf-8"


def roman(number: int) -> str:
    """A number up to 39 in Roman letters."""
    tens, ones = divmod(number, 10)
    return "x" * tens + ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")[ones]


def replaced(old: str, new: str) -> Change:
    """One string for another."""
    return lambda text: text.replace(old, new)


def translated(signs: str, others: str) -> Change:
    """Signs for others, one for one; all of them for one if there is only one."""
    table = str.maketrans(signs, others * (len(signs) // len(others)))
    return lambda text: text.translate(table)


def lines(form: str) -> Change:
    """Each line in a form: ``> {}``."""
    return lambda text: "\n".join(form.format(line) for line in text.split("\n"))


def items(form: str, number: Callable[[int], str] = str) -> Change:
    """Each item with a sign in another form: ``{indent}• {words}``, ``{number}`` counting them.

    Where a star means something, stars stay.
    """

    def change(text: str) -> str:
        starred, count, out = "asterisk" in text, 0, []
        for line in text.split("\n"):
            found = _ITEM.fullmatch(line)
            if found and not (starred and found["sign"] == "*"):
                count += 1
                out.append(form.format(indent=found["indent"], words=found["words"], number=number(count)))
                continue
            count = 0 if line.strip() else count
            out.append(line)
        return "\n".join(out)

    return change


def wrapped(width: int, hanging: str = "") -> Change:
    """Lines broken in mid-sentence at a width; ``hanging`` stands before the second line of an item and those after it."""

    def wrap(line: str) -> str:
        indent = hanging if _NUMBERED.match(line) else ""
        return textwrap.fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)

    return lambda text: "\n".join(map(wrap, text.split("\n")))


def headings(change: Change) -> Change:
    """Each known heading changed."""

    def one(line: str) -> str:
        sign = _NUMBERED.match(line)
        words = line[sign.end() :] if sign else line
        start = line.index(words) if _ITEM.match(line) else 0
        return line[:start] + change(line[start:]) if words.rstrip(" :").lower() in HEADINGS else line

    return lambda text: "\n".join(map(one, text.split("\n")))


def fields(form: str) -> Change:
    """Each labelled field in another form: ``{label} | {value}``."""

    def one(line: str) -> str:
        found = _FIELD.fullmatch(line)
        return form.format(label=found["label"], value=found["value"].strip()) if found else line

    return lambda text: "\n".join(map(one, text.split("\n")))


def run_together(text: str) -> str:
    """Neighbouring fields in one line, each label straight behind the value before it."""
    out: list[str] = []
    after_field = False
    for line in text.split("\n"):
        is_field = _FIELD.fullmatch(line) is not None
        if is_field and after_field:
            out[-1] += f" {line}"
        else:
            out.append(line)
        after_field = is_field
    return "\n".join(out)


def misread(text: str) -> str:
    """UTF-8 read as Windows' Western encoding, bytes that it does not know as control characters."""
    return "".join(bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in text.encode())


def reread(text: str) -> str:
    """The reverse of `misread`; a text that was not misread stays as it is."""
    try:
        return b"".join(c.encode("latin-1") if ord(c) < 160 else c.encode("cp1252") for c in text).decode()
    except UnicodeError:
        return text


def lost(text: str) -> str:
    """Apostrophes inside and behind words gone."""
    return re.sub(r"['’]", "", text)


def no_marks(text: str) -> str:
    """Without apostrophes and what can stand for one."""
    return re.sub("['’`´ʼ?\ufffd]|&#39;", "", text)


def no_separators(text: str) -> str:
    """Without what stands between a label and its value."""
    return re.sub(r"[\s:|*]+", " ", text)


def doubled(least: int) -> Change:
    """Each paragraph and list of some length stands twice."""
    return lambda text: "\n\n".join(f"{part}\n\n{part}" if len(part) > least else part for part in text.split("\n\n"))


def paged(text: str) -> str:
    """The number of the page after each thirty lines."""
    lines = text.split("\n")
    pages = [lines[at : at + 30] for at in range(0, len(lines), 30)]
    return "\n".join("\n".join([*page, "", f"Page {number} of {len(pages)}", "\f"]) for number, page in enumerate(pages, 1))


def entities(text: str) -> str:
    """Signs as HTML writes them."""
    return html.escape(text).translate({ord(c): f"&{n};" for n, c in {"nbsp": "\xa0", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "eacute": "é", "ocirc": "ô", "euro": "€", "pound": "£", "mdash": "—", "bull": "•"}.items()})  # fmt: skip


def invisible(sign: str, after: int) -> Change:
    """An invisible sign inside each long word."""
    return lambda text: re.sub(rf"\b\w{{{after}}}(?=\w{{2}})", lambda found: found.group() + sign, text)


def apostrophes(mark: str) -> Change:
    """Another sign for each apostrophe inside a word or behind its s."""
    return lambda text: _INSIDE_WORD.sub(mark, text)


def ligatures(text: str) -> str:
    """Letters that printers join."""
    return re.sub("ffi|fi|fl|ff", lambda found: {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}[found.group()], text)


def composed(text: str) -> str:
    """Letters and accents as one, joined letters apart."""
    return unicodedata.normalize("NFKC", text)
