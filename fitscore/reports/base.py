"""What every output has in common: the result it shows, how outputs are found, and text made harmless."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from fitscore.errors import Problem
    from fitscore.profiles.model import Profile
    from fitscore.scoring.model import Scorecard, Vacancy

Shape = Literal["one profile", "shortlist", "matrix"]

_UNSAFE = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], "\ufffd"),
    **dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C], "\ufffd"),
    **dict.fromkeys([0x2028, 0x2029, 0x0A, 0x0D, 0x09, 0x0B, 0x0C, 0x85], " "),
}


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
    """One way of writing results: the word for ``--format`` and the ending for ``--export`` (None: not offered there)."""

    format: str | None
    ending: str | None
    render: Callable[[Result], str]


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


def harmless(text: str) -> str:
    """The text without line breaks or any sign that would steer a terminal or turn the direction of writing.

    Control characters show as U+FFFD, so that nobody overlooks them; line breaks and tabs become blanks.
    """
    return text.translate(_UNSAFE).encode("utf-8", "replace").decode("utf-8")


def plain(text: str) -> str:
    """The text `harmless`, with single blanks."""
    return " ".join(harmless(text).split())


def _output(module: ModuleType) -> Output:
    return Output(getattr(module, "FORMAT", None), getattr(module, "ENDING", None), module.render)
