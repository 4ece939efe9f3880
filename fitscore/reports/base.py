"""What every output has in common: the result it shows, how outputs are found, and text made harmless."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Literal

from fitscore.extras import first_missing, why_missing
from fitscore.showing import harmless, plain

if TYPE_CHECKING:
    from fitscore.errors import Problem
    from fitscore.profiles.model import Profile
    from fitscore.scoring.model import Scorecard, Vacancy

__all__ = ["Output", "Result", "Shape", "by_ending", "by_format", "harmless", "in_order", "outputs", "plain"]

Shape = Literal["one profile", "shortlist", "matrix"]


@dataclass(frozen=True, slots=True)
class Result:
    """A run's outcome: scorecards in the order to be shown, their vacancies by id, and what could not be read or scored.

    ``shape`` tells which reading fits: notices ranked for one profile, profiles ranked for one notice, or the matrix.
    """

    scorecards: tuple[Scorecard, ...]
    vacancies: Mapping[str, Vacancy]
    problems: tuple[Problem, ...] = ()
    shape: Shape = "one profile"


@dataclass(frozen=True, slots=True)
class Output:
    """One way of writing results: the word for ``--format`` and the ending for ``--export`` (None: not offered there).

    What goes to standard output is text; a file may be bytes. ``needs`` are libraries that the extra ``extra`` brings.
    """

    format: str | None
    ending: str | None
    render: Callable[[Result], str | bytes]
    extra: str = ""
    needs: tuple[str, ...] = ()

    def why_not(self) -> str | None:
        """Why this output cannot be written here, or None."""
        missing = first_missing(self.needs)
        return why_missing(missing, self.extra) if missing else None


@cache
def outputs() -> tuple[Output, ...]:
    """Every output there is: the modules of this package that have a ``render``, by name."""
    package = importlib.import_module("fitscore.reports")
    modules = (importlib.import_module(f"{package.__name__}.{info.name}") for info in pkgutil.iter_modules(package.__path__))
    return tuple(_output(module) for module in modules if hasattr(module, "render"))


def by_format() -> dict[str, Output]:
    """The outputs for standard output, by their word; the plain one for people first."""
    found = {output.format: output for output in outputs() if output.format}
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
) -> Result:
    """The result of a run, its scorecards ranked: over one notice, or for each profile in the order of their ids."""
    from fitscore.scoring.aggregate import rank_key

    shape: Shape = "one profile" if len(profiles) <= 1 else "shortlist" if len(vacancies) <= 1 else "matrix"
    key = rank_key if shape == "shortlist" else lambda card: (card.profile.id, rank_key(card))
    return Result(tuple(sorted(cards, key=key)), {v.id: v for v in vacancies}, tuple(problems), shape)


def _output(module: ModuleType) -> Output:
    extra, needs = getattr(module, "EXTRA", ""), getattr(module, "NEEDS", ())
    return Output(getattr(module, "FORMAT", None), getattr(module, "ENDING", None), module.render, extra, needs)
