"""Noises: what copying, converting and portals do to a notice, as pure functions from its text to the text that arrives."""

from __future__ import annotations

import html
import re
import textwrap
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

Change = Callable[[str], str]

BREAKS = {"crlf": "\r\n", "cr": "\r", "nel": "\x85", "line_separator": "\u2028", "paragraph_separator": "\u2029", "soft_break": "\v"}
BLANKS = {"tabs": "\t", "no_break": "\u00a0", "narrow_no_break": "\u202f", "thin": "\u2009", "em": "\u2003", "doubled": "  "}
SIGNS = {
    "bullet": "•", "middle_dot": "·", "hyphen": "-", "dash": "–", "long_dash": "—", "star": "*", "disc": "●", "square": "▪",
    "letter_o": "o", "section": "§", "triangle": "‣", "arrowhead": "➢", "tick": "✓", "private": "\uf0b7", "private_square": "\uf0a7",
    "arrow": "→", "double_arrow": "⇒", "diamond": "◆", "box": "☐", "plus": "+", "greater": ">", "guillemet": "»", "entity": "&bull;",
    "mojibake": "â€¢", "two_dashes": "--",
}  # fmt: skip
NUMBERS: dict[str, Callable[[int], str]] = {
    "1.": lambda n: f"{n}.",
    "1)": lambda n: f"{n})",
    "(1)": lambda n: f"({n})",
    "1.1": lambda n: f"3.{n}",
    "a)": lambda n: f"{chr(96 + n)})",
    "a.": lambda n: f"{chr(96 + n)}.",
    "(i)": lambda n: f"({roman(n)})",
    "i.": lambda n: f"{roman(n)}.",
}
APOSTROPHES = {"curly": "’", "backtick": "`", "acute": "´", "letter": "ʼ", "question_mark": "?", "unreadable": "\ufffd", "entity": "&#39;"}
HEADINGS = frozenset(
    """
    qualifications and experience/qualifications & experience/essential/desirable/language/languages/competencies/who can apply
    how to apply/introduction/your role/main responsibilities/conditions of work/what we offer/summary/duties/requirements
    conditions of employment/qualifications/education/required documents/additional information/eligibility/essential criteria
    core competencies/managerial competencies/person specification/desirable criteria/behaviours/benefits/security/background
    nationality requirements/selection process details/job description/duties and responsibilities/required skills/desired skills
    main accountabilities/people management/stakeholder management/financial management/competences/experience/diplomas
    selection criteria/diversity/duties and accountabilities/essential qualifications/desirable qualifications/post context
    principal duties/contract/interrelationships/experience and education/language proficiency/travel/about us
    the team/role responsibilities/necessary qualifications/tasks and responsibilities/general minimum requirements/our mission
    field of expertise requirements/mission specific requirements/technical competencies/behavioural competencies/responsibilities
    additional requirements/your duties/other information/work experience/assessment/special notice/no fee/professional certificates
    """.strip().replace("\n", "/").replace("  ", "").split("/")
    + ["professional/experience", "education/training", "security clearance"]
)  # fmt: skip
TEASER = """
Similar jobs
Senior Budget Analyst, Geneva
The post calls for a Master's degree in finance or accounting and at least 12 years of experience in auditing.
Fluency in German is required. A valid EU SECRET clearance must be held.
Harbour Pilot, Rotterdam
Candidates must have 9 years of experience at sea and excellent knowledge of Dutch.
"""
LISTED_TEASER = """
You may also be interested in

Head of Laboratory
Closing date: 3 May 2027

Requirements:
• PhD in chemistry
• At least 11 years of experience in a laboratory
• Fluent Portuguese

View all vacancies
"""
MENU = """Skip to main content
Home
Find a job
Saved searches
Sign in
Share this vacancy
Print

"""
BANNER = """

Accept cookies
This site uses cookies to remember your settings and to count its visitors. You must accept them to stay signed in.
Manage preferences
Back to top
Privacy policy | Terms of use | Accessibility
© 2026 Careers portal. All rights reserved.
"""

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


def on_lines(change: Change, text: str) -> str:
    """Each line changed."""
    return "\n".join(map(change, text.split("\n")))


def on_items(change: Callable[[re.Match[str], int], str], text: str) -> str:
    """Each item with a sign changed; told its number in its list. Where a star means something, stars stay."""
    starred, count, out = "asterisk" in text, 0, []
    for line in text.split("\n"):
        found = _ITEM.fullmatch(line)
        if found and not (starred and found["sign"] == "*"):
            count += 1
            line = change(found, count)
        elif line.strip():
            count = 0
        out.append(line)
    return "\n".join(out)


def signed(sign: str, text: str) -> str:
    """Another sign before each item."""
    return on_items(lambda item, _: f"{item['indent']}{sign} {item['words']}", text)


def numbered(number: Callable[[int], str], text: str) -> str:
    """A number before each item, instead of its sign."""
    return on_items(lambda item, count: f"{item['indent']}{number(count)} {item['words']}", text)


def wrapped(width: int, hanging: str, text: str) -> str:
    """Lines broken in mid-sentence at a width; ``hanging`` stands before the second line of an item and those after it."""

    def wrap(line: str) -> str:
        indent = hanging if _NUMBERED.match(line) else ""
        return textwrap.fill(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)

    return on_lines(wrap, text)


def headings(change: Change, text: str) -> str:
    """Each known heading changed."""

    def one(line: str) -> str:
        sign = _NUMBERED.match(line)
        words = line[sign.end() :] if sign else line
        start = line.index(words) if _ITEM.match(line) else 0
        return line[:start] + change(line[start:]) if words.rstrip(" :").lower() in HEADINGS else line

    return on_lines(one, text)


def fields(change: Callable[[str, str], str], text: str) -> str:
    """Each labelled field changed."""

    def one(line: str) -> str:
        found = _FIELD.fullmatch(line)
        return change(found["label"], found["value"].strip()) if found else line

    return on_lines(one, text)


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


def doubled(least: int, text: str) -> str:
    """Each paragraph and list of some length stands twice."""
    return "\n\n".join(f"{part}\n\n{part}" if len(part) > least else part for part in text.split("\n\n"))


def paged(text: str) -> str:
    """The number of the page after each thirty lines."""
    lines = text.split("\n")
    pages = [lines[at : at + 30] for at in range(0, len(lines), 30)]
    return "\n".join("\n".join([*page, "", f"Page {number} of {len(pages)}", "\f"]) for number, page in enumerate(pages, 1))


def entities(text: str) -> str:
    """Signs as HTML writes them."""
    return html.escape(text).translate({ord(c): f"&{n};" for n, c in {"nbsp": "\xa0", "rsquo": "’", "ldquo": "“", "rdquo": "”",
        "eacute": "é", "ocirc": "ô", "euro": "€", "pound": "£", "mdash": "—", "bull": "•"}.items()})  # fmt: skip


def invisible(sign: str, step: int, text: str) -> str:
    """An invisible sign inside each long word."""
    return re.sub(rf"\b\w{{{step}}}(?=\w{{2}})", lambda found: found.group() + sign, text)
