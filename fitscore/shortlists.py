"""fitscore in a notebook: read notices and CVs, rank candidates, hold the result as a `Shortlist` that knows its frames."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from fitscore import pipeline
from fitscore.criteria.base import kinds
from fitscore.errors import InputError, Problem
from fitscore.files import find_files
from fitscore.profiles.model import Profile
from fitscore.scoring.aggregate import rank_key
from fitscore.scoring.model import Scorecard, Vacancy
from fitscore.scoring.words import OUTCOMES, TO_CONFIRM
from fitscore.settings import Settings, default_settings
from fitscore.showing import Sheet, Shown, count

if TYPE_CHECKING:
    import pandas as pd

Errors = Literal["raise", "collect"]
Paths = Path | str | Iterable[Path | str]
Item = TypeVar("Item", bound=Vacancy | Profile)
_SHOWN = 20
"""Rows that a long list shows of itself."""


class Batch(Shown, list[Item]):
    """What was read, in the order of the files: a list. ``problems``: what could not be read; ``skipped``: what was not meant."""

    def __init__(self, items: Iterable[Item], problems: Iterable[Problem] = (), skipped: Iterable[Problem] = ()) -> None:
        super().__init__(items)
        self.problems = tuple(problems)
        self.skipped = tuple(skipped)

    def _sheet(self) -> Sheet:
        captions = [item._sheet().caption for item in self[:_SHOWN]]
        notes = [*_more(self), *map(str, self.problems), *(f"passed over: {skipped}" for skipped in self.skipped)]
        return Sheet(
            f"{len(self)} read", ("place", "what was read"), [(str(n), caption) for n, caption in enumerate(captions)], notes
        )


@dataclass(frozen=True, repr=False)
class Shortlist(Shown, Sequence[Scorecard]):
    """The scorecards of many candidates for one vacancy, best first: a sequence. ``problems`` are those not scored."""

    vacancy: Vacancy
    cards: tuple[Scorecard, ...]
    settings: Settings
    problems: tuple[Problem, ...] = ()

    def __len__(self) -> int:
        return len(self.cards)

    @overload
    def __getitem__(self, key: int | str) -> Scorecard: ...
    @overload
    def __getitem__(self, key: slice) -> Shortlist: ...
    def __getitem__(self, key: int | str | slice) -> Scorecard | Shortlist:
        """A place from 0, a candidate's id, or a slice, which is a shortlist again."""
        if isinstance(key, slice):
            return replace(self, cards=self.cards[key])
        if isinstance(key, str):
            found = next((card for card in self.cards if card.profile.id == key), None)
            if found is None:
                raise KeyError(f"no candidate {key!r} on this shortlist")
            return found
        return self.cards[key]

    def to_frame(self, *, long: bool = False) -> pd.DataFrame:
        """A pandas frame: wide, a row a candidate; or long, a row a candidate and criterion (``docs/columns.md``)."""
        from fitscore.scoring import frame

        return frame.long(self.cards, [self.vacancy]) if long else frame.wide(self.cards)

    def evidence(self) -> pd.DataFrame:
        """A pandas frame, a row a quote (``docs/columns.md``)."""
        from fitscore.scoring import frame

        return frame.evidence(self.cards)

    def reweigh(
        self, weights: Mapping[str, float] | None = None, *, essential: float | None = None, desirable: float | None = None
    ) -> Shortlist:
        """The shortlist under other weights, by kind or by id: ``reweigh({"degree": 2, "E3": 0})``. Nothing is read anew.

        ``essential`` and ``desirable`` are the shares of the two tiers: ``reweigh(essential=0.5, desirable=0.5)``. Raises
        `InputError` for a name that is neither a kind nor an id of this notice.
        """
        ids = [criterion.id for criterion in self.vacancy.criteria]
        known = {*ids, *(str(kind.model_fields["kind"].default) for kind in kinds())}
        for name in weights or ():
            if name not in known:
                what = f"{name!r} is neither a kind of criterion nor an id of this notice"
                raise InputError.one(self.vacancy.source.file, what, instead=f"it has {', '.join(ids)}")
        given = {"essential": essential, "desirable": desirable}
        shares = {**self.settings.tiers.model_dump(), **{name: share for name, share in given.items() if share is not None}}
        merged = {**self.settings.weights, **(weights or {})}
        settings = Settings.model_validate({**self.settings.model_dump(), "tiers": shares, "weights": merged})
        return self._anew((card.reweigh(settings) for card in self.cards), settings)

    def if_confirmed(self, criteria: Collection[str] | None = None) -> Shortlist:
        """The shortlist as if everything unknown were confirmed, or only what is unknown of these ``criteria``."""
        return self._anew((self._confirmed(card, criteria) for card in self.cards), self.settings)

    def _confirmed(self, card: Scorecard, criteria: Collection[str] | None) -> Scorecard:
        unknown = [
            a.criterion for a in card.assessments if a.verdict == "unknown" and (criteria is None or a.criterion in criteria)
        ]
        return card.suppose(dict.fromkeys(unknown, "met"), settings=self.settings)

    def _anew(self, cards: Iterable[Scorecard], settings: Settings) -> Shortlist:
        return replace(self, cards=tuple(sorted(cards, key=rank_key)), settings=settings)

    def _sheet(self) -> Sheet:
        header = ("rank", "candidate", "outcome", "fit", "if confirmed", "essentials met", "id")
        rows = [_row(rank, card) for rank, card in enumerate(self.cards[:_SHOWN], 1)]
        notes = [*_more(self), *(f"not scored: {problem}" for problem in self.problems), TO_CONFIRM]
        caption = f"{self.vacancy.posting.title or self.vacancy.id}: {count(len(self), 'candidate')}"
        return Sheet(caption, header, rows, notes)


def read_vacancies(path: Paths, *, errors: Errors = "raise", workers: int = 1) -> Batch[Vacancy]:
    """Read notices: a file, a folder, or several of either.

    Everything is read first. Then ``errors="raise"`` raises one `InputError` with every problem of every file;
    ``errors="collect"`` gives what could be read, with the rest in ``.problems``.
    """
    return _read(pipeline.read_vacancies, path, errors, workers)


def read_profiles(path: Paths, *, errors: Errors = "raise", workers: int = 1) -> Batch[Profile]:
    """Read CVs: a file, a folder, or several of either. ``errors`` as in `read_vacancies`."""
    return _read(pipeline.read_profiles, path, errors, workers)


def shortlist(
    profiles: Iterable[Profile],
    vacancy: Vacancy,
    *,
    on: date | str | None = None,
    settings: Settings | None = None,
    errors: Errors = "raise",
    workers: int = 1,
) -> Shortlist:
    """Rank candidates for a vacancy on a day, a date or "YYYY-MM-DD" (without it the notice's closing date).

    ``errors="collect"`` puts a candidate that could not be scored into ``.problems``; else one `InputError` names them all.
    """
    settings = settings or default_settings()
    day = date.fromisoformat(on) if isinstance(on, str) else on
    results = list(pipeline.fit_all(profiles, [vacancy], on=day, settings=settings, workers=workers))
    problems = _problems(results, errors)
    cards = sorted((card for card in results if isinstance(card, Scorecard)), key=rank_key)
    return Shortlist(vacancy, tuple(cards), settings, problems)


def _read(read: Callable[..., Iterator[Item | InputError]], path: Paths, errors: Errors, workers: int) -> Batch[Item]:
    given = [Path(path)] if isinstance(path, Path | str) else [Path(each) for each in path]
    found = find_files(given)
    results = list(read(found.files, workers=workers))
    problems = _problems([*map(InputError, ([problem] for problem in found.problems)), *results], errors)
    return Batch((item for item in results if not isinstance(item, InputError)), problems, found.skipped)


def _problems(results: Iterable[Any], errors: Errors) -> tuple[Problem, ...]:
    if errors not in ("raise", "collect"):
        raise ValueError(f'errors is "raise" or "collect", not {errors!r}')
    said = (problem for result in results if isinstance(result, InputError) for problem in result.problems)
    problems = tuple(dict.fromkeys(said))
    if problems and errors == "raise":
        raise InputError(problems)
    return problems


def _more(items: Sequence[Any]) -> list[str]:
    return [f"… and {len(items) - _SHOWN} more"] if len(items) > _SHOWN else []


def _row(rank: int, card: Scorecard) -> tuple[str, ...]:
    outcome = " ".join(OUTCOMES[card.outcome])
    met = f"{card.essential.met}/{card.essential.total}"
    return (
        str(rank),
        card.profile.name or card.profile.id,
        outcome,
        f"{card.fit:.1f}",
        f"{card.potential:.1f}",
        met,
        card.profile.id,
    )
