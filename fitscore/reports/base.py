"""What every output has in common: the result it shows, how outputs are found, and text made harmless."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from fitscore.extras import first_missing, why_missing
from fitscore.showing import harmless, plain

if TYPE_CHECKING:
    from fitscore.errors import Problem
    from fitscore.profiles.model import Profile
    from fitscore.scoring.model import Scorecard, Vacancy
    from fitscore.settings import Settings

__all__ = ["Output", "Result", "Shape", "by_ending", "by_format", "harmless", "in_order", "outputs", "plain"]

Shape = Literal["one profile", "shortlist", "matrix"]


@dataclass(frozen=True, slots=True)
class Result:
    """A run's outcome: scorecards in the order to be shown, their vacancies by id, and what could not be read or scored.

    ``shape`` tells which reading fits: notices ranked for one profile, profiles ranked for one notice, or the matrix.
    ``settings`` are those it was scored with, where they are known.
    """

    scorecards: tuple[Scorecard, ...]
    vacancies: Mapping[str, Vacancy]
    problems: tuple[Problem, ...] = ()
    shape: Shape = "one profile"
    settings: Settings | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """One way of writing results: the word for ``--format`` and the ending for ``--export`` (None: not offered there).

    What goes to standard output is text (``render``); a file may be bytes, or ``write`` fills it piece by piece. ``needs``
    are libraries that the extra ``extra`` brings.
    """

    format: str | None
    ending: str | None
    render: Callable[[Result], str | bytes] | None
    write: Callable[[Result, Path], None] | None = None
    extra: str = ""
    needs: tuple[str, ...] = ()

    def text(self, result: Result) -> str:
        """The result as text for standard output."""
        return str(self.render(result)) if self.render else ""

    def save(self, result: Result, path: Path) -> None:
        """Write the result to this path."""
        if self.write is not None:
            self.write(result, path)
        elif self.render is not None:
            content = self.render(result)
            path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)

    def why_not(self) -> str | None:
        """Why this output cannot be written here, or None."""
        missing = first_missing(self.needs)
        return why_missing(missing, self.extra) if missing else None


@cache
def outputs() -> tuple[Output, ...]:
    """Every output there is: the modules of this package that have a ``render`` or a ``write``, by name."""
    package = importlib.import_module("fitscore.reports")
    modules = (importlib.import_module(f"{package.__name__}.{info.name}") for info in pkgutil.iter_modules(package.__path__))
    return tuple(_output(module) for module in modules if hasattr(module, "render") or hasattr(module, "write"))


def by_format() -> dict[str, Output]:
    """The outputs for standard output, by their word; the plain one for people first."""
    found = {output.format: output for output in outputs() if output.format and output.render}
    return dict(sorted(found.items(), key=lambda item: (item[0] != "text", item[0])))


def by_ending() -> dict[str, Output]:
    """The outputs for files, by their ending."""
    return {output.ending: output for output in outputs() if output.ending}


def in_order(
    cards: Iterable[Scorecard],
    vacancies: Sequence[Vacancy],
    profiles: Sequence[Profile],
    *,
    problems: Iterable[Problem] = (),
    settings: Settings | None = None,
) -> Result:
    """The result of a run, its scorecards ranked: over one notice, or for each profile in the order of their ids."""
    from fitscore.scoring.aggregate import rank_key

    shape: Shape = "one profile" if len(profiles) <= 1 else "shortlist" if len(vacancies) <= 1 else "matrix"
    key = rank_key if shape == "shortlist" else lambda card: (card.profile.id, rank_key(card))
    return Result(tuple(sorted(cards, key=key)), {v.id: v for v in vacancies}, tuple(problems), shape, settings)


def _output(module: ModuleType) -> Output:
    return Output(
        format=getattr(module, "FORMAT", None),
        ending=getattr(module, "ENDING", None),
        render=getattr(module, "render", None),
        write=getattr(module, "write", None),
        extra=getattr(module, "EXTRA", ""),
        needs=getattr(module, "NEEDS", ()),
    )
