"""How the workbook looks: a verdict is told by a letter and a sign first, and by a colour besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

MARKS = {"met": "✓ M", "partial": "~ P", "unmet": "✗ N", "unknown": "? U"}
"""A verdict in a narrow cell: M meets, P in part, N does not meet, U not shown (unknown)."""
OUTCOME_MARKS = {"eligible": "✓ M", "verify": "? V", "not_eligible": "✗ N"}
"""An outcome in a narrow cell: M meets, V to verify, N does not meet."""
LEGEND = "M meets · P in part · N does not meet · U not shown"
OUTCOME_LEGEND = "M meets · V to verify · N does not meet; with fit, 0 to 100"

_VERDICT_COLOURS = {
    "met": {"bg_color": "#D5E8D4", "font_color": "#10381A"},
    "partial": {"bg_color": "#FFF2CC", "font_color": "#4A3500"},
    "unmet": {"bg_color": "#F4C7C3", "font_color": "#5B0F0A"},
    "unknown": {"bg_color": "#E4E4EA", "font_color": "#2B2B33"},
}
_LIKE = {"eligible": "met", "verify": "partial", "not_eligible": "unmet"}
PLAIN = {"font_name": "Calibri", "font_size": 11, "valign": "vcenter", "text_wrap": True}
"""The look of a cell that has none of its own; most have none, which makes writing them quicker."""
_BORDER = {"border": 1, "border_color": "#C9C9CF"}
_TEXT = {**PLAIN, "quote_prefix": True}
_HEAD = {**_TEXT, **_BORDER, "bold": True, "border_color": "#8A8A94"}
_MIDDLE = {"align": "center"}

Styles = Mapping[str, "Format"]


def add_styles(book: Workbook) -> Styles:
    """The formats of a workbook by their names; those of verdicts and outcomes are ``verdict:met``, ``mark:met``, …"""
    looks: dict[str, dict[str, Any]] = {
        "guarded": _TEXT,
        "long": {**_TEXT, "valign": "top"},
        "strong": {**_TEXT, "bold": True},
        "link": {**_TEXT, "font_color": "#0B4F9E", "underline": 1},
        "count": {**PLAIN, **_MIDDLE, "num_format": "0"},
        "figure": {**PLAIN, **_MIDDLE, "num_format": "0.0"},
        "score": {**PLAIN, **_MIDDLE, "num_format": "0.00"},
        "head": {**_HEAD, "bg_color": "#DDE3EC", "valign": "bottom"},
        "head:essential": {**_HEAD, "bg_color": "#C6D3E6", "rotation": 90, "valign": "bottom", "align": "center"},
        "head:desirable": {**_HEAD, "bg_color": "#EDF1F7", "rotation": 90, "valign": "bottom", "align": "center"},
        "head:yours": {**_HEAD, "bg_color": "#FFE08A", "valign": "bottom"},
        "yours": {**_TEXT, **_BORDER, "bg_color": "#FFFBEA"},
    }
    for name, colours in _VERDICT_COLOURS.items():
        looks[f"verdict:{name}"] = {**_TEXT, **_BORDER, **colours}
        looks[f"mark:{name}"] = {**_TEXT, **_BORDER, **colours, **_MIDDLE, "text_wrap": False}
    for name, like in _LIKE.items():
        looks[f"outcome:{name}"] = {**_TEXT, **_BORDER, **_VERDICT_COLOURS[like]}
    return {name: book.add_format(look) for name, look in looks.items()}
