"""A notice that arrives spoilt asks for the same: every sample notice under every noise has the criteria of the clean one."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import noise_texts as texts
import noises as n
import pytest
from noises import Change, Noise

from fitscore.criteria.assemble import extract_criteria
from fitscore.notices.readers.text import read
from fitscore.notices.reading import notice_of

NOTICES = sorted((Path(__file__).parent.parent / "data" / "vacancies").iterdir())
CHANGES: dict[str, Change | tuple[Change, Change]] = {
    **{f"line_ends_{name}": n.replaced("\n", brk) for name, brk in n.BREAKS.items()},
    **{f"blanks_{name}": n.replaced(" ", blank) for name, blank in n.BLANKS.items()},
    "blanks_trailing": n.replaced("\n", "  \t\n"),
    "blanks_leading": n.lines("    {}"),
    "zero_width_space": n.invisible("\u200b", 4),
    "soft_hyphens": n.invisible("\u00ad", 5),
    "zero_width_lines": n.lines("\u200b{}\u200b"),
    "direction_marks": n.lines("\u200e{}\u200f"),
    "byte_order_mark": lambda text: "\ufeff" + text,
    "byte_order_marks_inside": n.replaced("\n\n", "\n\ufeff\n\ufeff"),
    **{f"sign_{name}": n.items("{indent}" + sign + " {words}") for name, sign in n.SIGNS.items()},
    "signs_of_every_kind": n.items("{indent}{number} {words}", lambda count: n.EVERY_SIGN[count % len(n.EVERY_SIGN)]),
    "sign_glued": n.items("{indent}•{words}"),
    "hyphen_glued": n.items("{indent}-{words}"),
    "sign_and_tab": n.items("•\t{words}"),
    "sign_twice": n.items("• - {words}"),
    "sign_on_own_line": n.items("•\n{words}"),
    "sign_far_above": n.items("•\n\n  {words}\n"),
    "sign_o_on_own_line": n.items("o\n{words}"),
    **{f"number_{name}": n.items("{indent}{number} {words}", number) for name, number in n.NUMBERS.items()},
    "blank_line_everywhere": n.replaced("\n", "\n\n"),
    "no_blank_line": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "apostrophes_lost": (n.lost, n.no_marks),
    **{f"apostrophes_{name}": (n.apostrophes(mark), n.no_marks) for name, mark in n.APOSTROPHES.items()},
    "quotes_straight": n.translated("“”’", '""\''),
    "signs_lost": (n.translated("’“”•", "?"), lambda text: re.sub("[?'’“”\"]", "", text)),
    "wrap_72": n.wrapped(72),
    "wrap_100": n.wrapped(100),
    "wrap_60_indented": n.wrapped(60, "    "),
    "wrap_80_indented": n.wrapped(80, "  "),
    "table_rows": (n.fields("| {label} | {value} |"), n.no_separators),
    "table_pairs": (n.fields("{label} | {value}"), n.no_separators),
    "table_items": n.items("| {words} |"),
    "fields_tab": n.fields("{label}:\t{value}"),
    "fields_tab_only": (n.fields("{label}\t{value}"), n.no_separators),
    "fields_tight": (n.fields("{label}:{value}"), n.no_separators),
    "fields_wide": (n.fields("{label} : {value}"), n.no_separators),
    "fields_below": n.fields("{label}:\n{value}"),
    "fields_below_bare": (n.fields("{label}\n{value}"), n.no_separators),
    "fields_bold": (n.fields("**{label}:** {value}"), n.no_separators),
    "fields_run_together": n.run_together,
    "mojibake": (n.misread, n.reread),
    "entities": (n.entities, html.unescape),
    "headings_upper": n.headings(str.upper),
    "headings_colon": n.headings(lambda heading: heading.rstrip(" :") + ":"),
    "headings_hash": n.headings("## {}".format),
    "headings_bold": n.headings("**{}**".format),
    "headings_dashes": n.headings("--- {} ---".format),
    "headings_brackets": n.headings("[{}]".format),
    "headings_underlined": n.headings(lambda heading: f"{heading}\n{'-' * len(heading)}"),
    "paragraphs_doubled": n.doubled(0),
    "long_paragraphs_doubled": n.doubled(300),
    "all_doubled": lambda text: f"{text}\n\n{text}",
    "teaser": lambda text: text + texts.TEASER,
    "teaser_listed": lambda text: text + texts.LISTED_TEASER,
    "menu_and_banner": lambda text: texts.MENU + text + texts.BANNER,
    "pages": n.paged,
    "quoted_letter": n.lines("> {}"),
    "decomposed": (lambda text: unicodedata.normalize("NFD", text), n.composed),
    "ligatures": (n.ligatures, n.composed),
}
ENCODINGS = ["cp1252", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "mac_roman"]
NOISES = [
    *(Noise(name, *(change if isinstance(change, tuple) else (change, n.same))) for name, change in CHANGES.items()),
    *(Noise(f"encoding_{name}", n.same, n.same, name) for name in ENCODINGS),
]


def plain(words: Change, passage: str) -> str:
    """A passage without what a noise changes, in small letters, blanks and invisible signs folded."""
    visible = re.sub("[\u00ad\u200b\u200e\u200f\ufeff]", "", words(passage))
    return " ".join(visible.translate(str.maketrans("“”’–", '""\'-')).lower().split())


@cache
def asked(source: str, words: Change) -> list[dict[str, Any]]:
    """What a notice asks for, without places; the words as `plain` leaves them."""
    criteria, _ = extract_criteria(notice_of(source, file="notice.txt", sha256=""))
    told = []
    for criterion in criteria:
        assert plain(words, source[criterion.start : criterion.end]) == plain(words, criterion.text)
        told.append(criterion.model_dump(mode="json", exclude={"start", "end", "repeats", "pattern"}))
    return [{key: plain_value(words, value) for key, value in entry.items()} for entry in told]


def test_there_are_many_noises_and_each_changes_some_notice() -> None:
    assert len(NOISES) >= 24
    for noise in NOISES:
        assert any(noise.make(clean(path)).encode(noise.encoding, "replace") != clean(path).encode() for path in NOTICES), (
            noise.name
        )


def plain_value(words: Change, value: Any) -> Any:
    if isinstance(value, str):
        return plain(words, value)
    return [plain_value(words, item) for item in value] if isinstance(value, list) else value


@cache
def clean(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("noise", NOISES, ids=lambda noise: noise.name)
def test_a_spoilt_notice_asks_for_the_same(noise: Noise) -> None:
    for path in NOTICES:
        made = noise.make(clean(path))
        if made == clean(path) and noise.encoding == "utf-8":
            continue
        data = made.encode(noise.encoding, errors="replace")
        spoilt = read(data, file=path.name)
        assert asked(spoilt, noise.words) == asked(clean(path), noise.words), path.stem
