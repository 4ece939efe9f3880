"""Markdown: the same report for issue trackers, notebooks and e-mail. Words of CVs and notices can never become markup."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from fitscore.reports import view
from fitscore.reports.base import Result, plain

if TYPE_CHECKING:
    from jinja2 import Template

    from fitscore.scoring.model import Scorecard

FORMAT = "markdown"
ENDING = ".md"

_ACTIVE = re.compile(r"[\\`*_{}\[\]<>&|~#$]|:(?=//)|(?<=www)\.|^[-+=!.]|^[0-9]{1,9}[.)](?= |$)", re.IGNORECASE)
_AT = "@\u2060"
"""A word joiner after the sign: GitHub links addresses after escapes are gone, and mentions people."""


def render(result: Result) -> str:
    """The result as CommonMark with tables as GitHub writes them."""
    of = "profiles" if result.shape == "shortlist" else "notices"
    rows = [view.row(card, of=of) for card in result.scorecards] if len(result.scorecards) > 1 else []
    if result.shape == "matrix":
        rows = [_both(card, row) for card, row in zip(result.scorecards, rows, strict=True)]
    shown = () if result.shape == "matrix" else result.scorecards
    return _template().render(
        title=view.title(result),
        of={"matrix": "Profile: notice", "shortlist": "Profile"}.get(result.shape, "Notice"),
        rows=rows,
        cards=[view.card_view(card, result.vacancies[card.vacancy.id]) for card in shown],
        reviews=view.reviews(result),
        problems=view.problems(result),
        closing=view.CLOSING,
    )


def escape(text: str) -> str:
    """Words as Markdown that shows just these words: no emphasis, link, heading, table cell, formula or HTML."""
    return _ACTIVE.sub(_shown, plain(text)).replace("@", _AT)


def _shown(sign: re.Match[str]) -> str:
    found = sign[0]
    return f"{found[:-1]}\\{found[-1]}"


def _both(card: Scorecard, row: view.Row) -> view.Row:
    return replace(row, name=f"{view.profile_name(card)}: {row.name}")


class _Own(str):
    """Text of the template's own, which needs no escape."""

    __slots__ = ()


@cache
def _template() -> Template:
    """The report's template. Whatever it puts in is escaped, unless it says that the words are its own."""
    from importlib.resources import files

    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=False,  # noqa: S701  (this is Markdown: `finalize` escapes it)
        finalize=lambda value: value if isinstance(value, _Own) else escape(str(value)),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["own"] = _Own
    return environment.from_string(files("fitscore.reports").joinpath("report.md.jinja").read_text(encoding="utf-8"))
