"""A notice that arrives spoilt asks for the same: every sample notice under every noise has the criteria of the clean one."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

import noises as n
from fitscore.criteria.assemble import extract_criteria
from fitscore.notices.reading import notice_of
from fitscore.notices.readers.text import read
from noises import Noise

NOTICES = sorted((Path(__file__).parent.parent / "data" / "vacancies").iterdir())


def of(make: n.Change, words: n.Change = n.same) -> tuple[n.Change, n.Change]:
    return make, words


def nfkc(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


CHANGES: dict[str, n.Change | tuple[n.Change, n.Change]] = {
    **{f"line_ends_{name}": (lambda brk: lambda t: t.replace("\n", brk))(brk) for name, brk in n.BREAKS.items()},
    **{f"blanks_{name}": (lambda b: lambda t: t.replace(" ", b))(blank) for name, blank in n.BLANKS.items()},
    "blanks_trailing": lambda t: t.replace("\n", "  \t\n"),
    "blanks_leading": lambda t: n.on_lines(lambda line: "    " + line, t),
    "zero_width_space": partial(n.invisible, "\u200b", 4),
    "soft_hyphens": partial(n.invisible, "\u00ad", 5),
    "zero_width_lines": lambda t: n.on_lines(lambda line: "\u200b" + line + "\u200b", t),
    "direction_marks": lambda t: n.on_lines(lambda line: "\u200e" + line + "\u200f", t),
    "byte_order_mark": lambda t: "\ufeff" + t,
    "byte_order_marks_inside": lambda t: t.replace("\n\n", "\n\ufeff\n\ufeff"),
    **{f"sign_{name}": partial(n.signed, sign) for name, sign in n.SIGNS.items()},
    "sign_glued": lambda t: n.on_items(lambda item, _: f"{item['indent']}•{item['words']}", t),
    "hyphen_glued": lambda t: n.on_items(lambda item, _: f"{item['indent']}-{item['words']}", t),
    "sign_and_tab": lambda t: n.on_items(lambda item, _: f"•\t{item['words']}", t),
    "sign_and_no_break": lambda t: n.on_items(lambda item, _: f"•\u00a0\u00a0{item['words']}", t),
    "sign_twice": lambda t: n.on_items(lambda item, _: f"• - {item['words']}", t),
    "sign_on_own_line": lambda t: n.on_items(lambda item, _: f"•\n{item['words']}", t),
    "sign_far_above": lambda t: n.on_items(lambda item, _: f"•\n\n  {item['words']}\n", t),
    "sign_o_on_own_line": lambda t: n.on_items(lambda item, _: f"o\n{item['words']}", t),
    **{f"number_{name}": partial(n.numbered, number) for name, number in n.NUMBERS.items()},
    "blank_line_everywhere": lambda t: t.replace("\n", "\n\n"),
    "three_blank_lines": lambda t: t.replace("\n\n", "\n\n\n\n"),
    "no_blank_line": lambda t: re.sub(r"\n\s*\n", "\n", t),
    "apostrophes_lost": (n.lost, n.no_marks),
    **{
        f"apostrophes_{name}": ((lambda m: lambda t: n._INSIDE_WORD.sub(m, t))(mark), n.no_marks)
        for name, mark in n.APOSTROPHES.items()
    },
    "signs_lost": (lambda t: t.translate(dict.fromkeys(map(ord, "’“”•"), "?")), lambda t: re.sub("[?'’“”\"]", "", t)),
    "quotes_straight": (lambda t: t.translate(str.maketrans("“”’", "\"\"'")), lambda t: t.translate(str.maketrans("“”’", "\"\"'"))),
    "wrap_72": partial(n.wrapped, 72, ""),
    "wrap_60_indented": partial(n.wrapped, 60, "    "),
    "wrap_80_indented": partial(n.wrapped, 80, "  "),
    "wrap_100": partial(n.wrapped, 100, ""),
    "table_rows": (partial(n.fields, lambda label, value: f"| {label} | {value} |"), n.no_separators),
    "table_pairs": (partial(n.fields, lambda label, value: f"{label} | {value}"), n.no_separators),
    "table_items": lambda t: n.on_items(lambda item, _: f"| {item['words']} |", t),
    "fields_tab": partial(n.fields, lambda label, value: f"{label}:\t{value}"),
    "fields_tab_only": (partial(n.fields, lambda label, value: f"{label}\t{value}"), n.no_separators),
    "fields_tight": (partial(n.fields, lambda label, value: f"{label}:{value}"), n.no_separators),
    "fields_wide": (partial(n.fields, lambda label, value: f"{label} : {value}"), n.no_separators),
    "fields_below": partial(n.fields, lambda label, value: f"{label}:\n{value}"),
    "fields_below_bare": (partial(n.fields, lambda label, value: f"{label}\n{value}"), n.no_separators),
    "fields_bold": (partial(n.fields, lambda label, value: f"**{label}:** {value}"), n.no_separators),
    "fields_run_together": n.run_together,
    "mojibake": (n.misread, n.reread),
    "entities": (n.entities, html.unescape),
    "headings_upper": partial(n.headings, str.upper),
    "headings_colon": partial(n.headings, lambda h: h.rstrip(" :") + ":"),
    "headings_bare": partial(n.headings, lambda h: h.rstrip(" :")),
    "headings_hash": partial(n.headings, lambda h: "## " + h),
    "headings_bold": partial(n.headings, lambda h: f"**{h}**"),
    "headings_equals": partial(n.headings, lambda h: f"== {h} =="),
    "headings_underlined": partial(n.headings, lambda h: h + "\n" + "-" * len(h)),
    "headings_dashes": partial(n.headings, lambda h: f"--- {h} ---"),
    "headings_brackets": partial(n.headings, lambda h: f"[{h}]"),
    "paragraphs_doubled": partial(n.doubled, 0),
    "long_paragraphs_doubled": partial(n.doubled, 300),
    "all_doubled": lambda t: t + "\n\n" + t,
    "teaser": lambda t: t + n.TEASER,
    "teaser_listed": lambda t: t + n.LISTED_TEASER,
    "menu_and_banner": lambda t: n.MENU + t + n.BANNER,
    "pages": n.paged,
    "quoted_mail": lambda t: n.on_lines(lambda line: "> " + line, t),
    "decomposed": (lambda t: unicodedata.normalize("NFD", t), nfkc),
    "ligatures": (lambda t: re.sub("ffi|fi|fl|ff", lambda f: {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}[f.group()], t), nfkc),
}
ENCODINGS = ["cp1252", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "mac_roman"]
NOISES = [
    *(Noise(name, *(change if isinstance(change, tuple) else (change,))) for name, change in CHANGES.items()),
    *(Noise(f"encoding_{name}", n.same, n.same, name) for name in ENCODINGS),
]


def plain(words: n.Change, passage: str) -> str:
    """A passage without what a noise changes, in small letters, blanks and invisible signs folded."""
    visible = re.sub("[\u00ad\u200b\u200e\u200f\ufeff]", "", words(passage))
    return " ".join(visible.translate(str.maketrans("“”’–", "\"\"'-")).lower().split())


def asked(source: str, words: n.Change) -> list[dict[str, Any]]:
    """What a notice asks for, without places; the words as `plain` leaves them."""
    criteria, _ = extract_criteria(notice_of(source, file="notice.txt", sha256=""))
    told = []
    for criterion in criteria:
        assert plain(words, source[criterion.start : criterion.end]) == plain(words, criterion.text)
        told.append(criterion.model_dump(mode="json", exclude={"start", "end", "repeats", "pattern"}))
    return [{key: plain_value(words, value) for key, value in entry.items()} for entry in told]


def plain_value(words: n.Change, value: Any) -> Any:
    if isinstance(value, str):
        return plain(words, value)
    return [plain_value(words, item) for item in value] if isinstance(value, list) else value


@cache
def clean(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def asked_clean(path: Path, words: n.Change) -> list[dict[str, Any]]:
    return asked(clean(path), words)


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: noise.name)
def test_a_spoilt_notice_asks_for_the_same(noise: Noise) -> None:
    for path in NOTICES:
        data = noise.make(clean(path)).encode(noise.encoding, errors="replace")
        spoilt = read(data, file=path.name)
        assert asked(spoilt, noise.words) == asked_clean(path, noise.words), path.stem
