"""Plain text for people: tables and gap reports, 80 columns wide, coloured only where a terminal shows it."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TextIO

from fitscore.reports import view
from fitscore.reports.base import Result

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

    from fitscore.scoring.model import Scorecard

FORMAT = "text"

_COLOURS = {"✓": "green", "~": "yellow", "?": "yellow", "✗": "red"}
_GRID_COLUMNS = 5
"""Notices side by side in the matrix; more of them follow in further grids below."""


def render(result: Result, *, width: int = 80, colour: bool = False) -> str:
    """The result as text of at most ``width`` columns; ``colour`` adds the terminal's colours and nothing else."""
    return paint(_parts(result), width=width, colour=colour)


def render_for(result: Result, stream: TextIO) -> str:
    """The result for a stream: as wide as its terminal (100 at most) and coloured there, else plain and 80 wide."""
    if not stream.isatty():
        return render(result)
    width = min(shutil.get_terminal_size((80, 24)).columns, 100)
    return render(result, width=width, colour="NO_COLOR" not in os.environ)


def paint(parts: Iterable[RenderableType], *, width: int = 80, colour: bool = False) -> str:
    """Parts of a report as text, without blanks at the ends of lines."""
    from rich.console import Console

    out = io.StringIO()
    console: Console = Console(
        file=out,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    for part in parts:
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def heading(words: str, *, level: int = 1) -> RenderableType:
    """A heading; of the first level with a rule under it."""
    from rich.console import Group
    from rich.rule import Rule
    from rich.text import Text

    line = Text(words, style="bold")
    return Group(line, Rule(characters="=" if level == 0 else "-", style="")) if level < 2 else line


def hanging(lead: str, words: str, *, style: str = "", indent: int = 0) -> RenderableType:
    """Words that wrap beside their lead, all of it moved in by ``indent``."""
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(lead, style=style), Text(words))
    return Padding(grid, (0, 0, 0, indent))


def listing(words: str, lines: Sequence[str]) -> Iterable[RenderableType]:
    """A small heading with a list under it; nothing where the list is empty."""
    if lines:
        yield heading(words, level=2)
        yield from (hanging("-", line, indent=2) for line in lines)
        yield ""


def _parts(result: Result) -> Iterable[RenderableType]:
    from rich.text import Text

    if not result.scorecards:
        yield Text(view.title(result))
        yield from listing("Could not be read or scored", view.problems(result))
        return
    yield heading(view.title(result), level=0)
    yield from _overview(result)
    if result.shape != "matrix":
        for card in result.scorecards:
            yield from _card(view.card_view(card, result.vacancies[card.vacancy.id]))
    yield from listing("What reviewers said", view.reviews(result))
    yield from listing("Could not be read or scored", view.problems(result))
    yield Text(view.CLOSING)


def _overview(result: Result) -> Iterable[RenderableType]:
    if result.shape == "matrix":
        yield from _matrix(result.scorecards)
    elif len(result.scorecards) > 1:
        of = "notices" if result.shape == "one profile" else "profiles"
        yield _ranking([view.row(card, of=of) for card in result.scorecards], "Notice" if of == "notices" else "Profile")
        yield ""


def _ranking(rows: Sequence[view.Row], name: str) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    for column, right in (
        ("#", True),
        (name, False),
        ("Verdict", False),
        ("Fit", True),
        ("If confirmed", True),
        ("As of", False),
    ):
        table.add_column(column, justify="right" if right else "left", no_wrap=column != name, overflow="fold")
    for number, row in enumerate(rows, 1):
        words = Text(row.name)
        if row.open:
            words.append(f"\n{row.open}", style="dim")
        verdict = Text(f"{row.sign} {row.word}", style=_COLOURS[row.sign])
        table.add_row(str(number), words, verdict, row.fit, row.potential, row.as_of)
    return table


def _matrix(cards: Sequence[Scorecard]) -> Iterable[RenderableType]:
    """Profiles down, notices across by number, each cell with sign and fit; then each profile's notices ranked."""
    notices = sorted({card.vacancy.id: view.notice_name(card) for card in cards}.items())
    yield from listing("Notices", [f"[{number}] {name} (id {id})" for number, (id, name) in enumerate(notices, 1)])
    numbers = {id: number for number, (id, _) in enumerate(notices, 1)}
    for start in range(1, len(notices) + 1, _GRID_COLUMNS):
        yield _grid(cards, numbers, range(start, min(start + _GRID_COLUMNS, len(notices) + 1)))
        yield ""
    for _, group in groupby(cards, key=lambda card: card.profile.id):
        own = list(group)
        yield heading(view.profile_name(own[0]), level=1)
        yield _ranking([view.row(card, of="notices") for card in own], "Notice")
        yield ""


def _grid(cards: Sequence[Scorecard], numbers: dict[str, int], columns: range) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="bold")
    table.add_column("Profile", overflow="fold")
    for number in columns:
        table.add_column(f"[{number}]", justify="right", no_wrap=True)
    for _, group in groupby(cards, key=lambda card: card.profile.id):
        own = list(group)
        cells = {numbers[card.vacancy.id]: view.row(card, of="notices") for card in own}
        shown = [Text(f"{c.sign} {c.fit}", style=_COLOURS[c.sign]) if (c := cells.get(n)) else Text("-") for n in columns]
        table.add_row(Text(view.profile_name(own[0])), *shown)
    return table


def _card(card: view.Card) -> Iterable[RenderableType]:
    from rich.text import Text

    yield heading(f"{card.notice} — {card.profile}", level=1)
    yield Text(card.facts)
    verdict = Text(f"{card.sign} {card.word}", style=_COLOURS[card.sign])
    yield verdict.append(f" · fit {card.fit} · if confirmed {card.potential} · {card.method}", style="")
    yield ""
    for group in card.groups:
        yield heading(group.heading, level=2)
        for line in group.lines:
            yield from _line(line)
        yield ""
    yield from listing("Conditions, not scored", card.conditions)
    yield from listing("What looks wrong in the notice itself", card.remarks)


def _line(line: view.Line) -> Iterable[RenderableType]:
    yield hanging(f"{line.sign} {line.id}", f"{line.word}: “{line.text}”", style=_COLOURS[line.sign])
    if line.review:
        yield hanging("review:", line.review, indent=5)
    yield hanging("", line.finding, indent=4)
    yield from (hanging(">", words, indent=5) for words in line.evidence)
    if line.gap:
        yield hanging("gap:", line.gap, indent=5)
