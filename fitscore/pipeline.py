"""The whole flow: files to vacancies and profiles, the two to scorecards; over several processes where asked.

One bad file is one error among the results, never the end of a run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from fitscore.criteria.assemble import extract_criteria
from fitscore.criteria.base import Context, kinds
from fitscore.errors import Defect, InputError
from fitscore.nlp import default_likeness
from fitscore.notices.reading import read_notice
from fitscore.profiles.candidate import Candidate, make_candidate
from fitscore.profiles.model import Profile
from fitscore.scoring.aggregate import aggregate, not_scorable
from fitscore.scoring.model import Scorecard, Source, Vacancy
from fitscore.settings import Settings, default_settings, read_settings
from fitscore.workers import ordered

NamedFile = tuple[str, Path]
Read = TypeVar("Read", Vacancy, Profile)


def read_vacancy(path: Path | str, *, id: str | None = None) -> Vacancy:
    """Read a vacancy notice and extract what it asks for. ``id`` is the file's name without its ending unless given."""
    path = Path(path)
    notice = read_notice(path)
    criteria, remarks = extract_criteria(notice)
    vacancy = Vacancy(
        id=path.stem if id is None else id,
        source=Source(file=str(path), sha256=notice.sha256),
        posting=notice.posting,
        criteria=criteria,
        competencies=notice.competencies,
        conditions=notice.conditions,
        notices=tuple(sorted((*notice.remarks, *remarks), key=lambda r: (r.start, r.end, r.code, r.message))),
    )
    return vacancy.with_source_text(notice.source)


def read_profile(path: Path | str, *, id: str | None = None) -> Profile:
    """Read a CV in any supported form. ``id`` is the file's name without its ending unless given."""
    from fitscore.profiles.reading import read_profile as read_document  # `extract` needs no reader of CVs

    path = Path(path)
    profile = read_document(path)
    return profile.model_copy(update={"id": path.stem if id is None else id})


def fit(profile: Profile, vacancy: Vacancy, *, on: date, settings: Settings | None = None) -> Scorecard:
    """Hold a profile against a vacancy on a day. Raises `InputError` where the notice states no requirement."""
    settings = settings or default_settings()
    return _score(make_candidate(profile, on, settings), vacancy, settings)


def fit_all(
    profiles: Iterable[Profile],
    vacancies: Iterable[Vacancy],
    *,
    on: date | None = None,
    otherwise: date | None = None,
    settings: Settings | None = None,
    workers: int = 1,
) -> Iterator[Scorecard | InputError]:
    """Hold each profile against each vacancy: profile by profile, vacancies in the order given.

    ``on`` is the reference day; without it each notice's closing date, and ``otherwise`` where a notice has none. The
    results do not depend on ``workers``.
    """
    shared = _Shared(tuple(vacancies), on, otherwise, settings or default_settings())
    step = max(1, min(_SLICE, len(shared.vacancies)))
    tasks = ((profile, start, start + step) for profile in profiles for start in range(0, len(shared.vacancies), step))
    work = partial(_score_slice, shared) if workers <= 1 else _score_shared
    for cards in ordered(work, tasks, workers=workers, prepare=_share if workers > 1 else None, given=(shared,)):
        yield from cards


def read_vacancies(files: Iterable[NamedFile], *, workers: int = 1) -> Iterator[Vacancy | InputError]:
    """Each notice read, or why it cannot be; in the order given."""
    return ordered(partial(_attempt, read_vacancy), files, workers=workers)


def read_profiles(files: Iterable[NamedFile], *, workers: int = 1) -> Iterator[Profile | InputError]:
    """Each CV read, or why it cannot be; in the order given."""
    return ordered(partial(_attempt, read_profile), files, workers=workers)


def load_settings(path: Path | None) -> Settings:
    """The settings of a file (None: the default). Raises `InputError` with every mistake."""
    if path is None:
        return default_settings()
    return read_settings(path, kinds=frozenset(str(kind.model_fields["kind"].default) for kind in kinds()))


def reference_day(vacancy: Vacancy, *, on: date | None, otherwise: date | None) -> date:
    """The day to hold a profile against this notice: ``on``, else its closing date, else ``otherwise``."""
    deadline = vacancy.posting.deadline
    day = on or (date.fromisoformat(deadline[:10]) if deadline else otherwise)
    if day is None:
        raise InputError.one(vacancy.source.file, "this notice has no closing date", instead="name the reference day")
    return day


_SLICE = 64
"""Vacancies in one task: enough to make starting it cheap, few enough to spread one profile over all workers."""


@dataclass(frozen=True, slots=True)
class _Shared:
    vacancies: tuple[Vacancy, ...]
    on: date | None
    otherwise: date | None
    settings: Settings


_shared: list[_Shared] = []
"""In a worker process: what all its tasks have in common, sent once."""


def _share(shared: _Shared) -> None:
    _shared[:] = [shared]


def _score_shared(task: tuple[Profile, int, int]) -> list[Scorecard | InputError]:
    return _score_slice(_shared[0], task)


def _score_slice(shared: _Shared, task: tuple[Profile, int, int]) -> list[Scorecard | InputError]:
    profile, start, end = task
    candidates: dict[date, Candidate] = {}
    return [_score_one(shared, profile, vacancy, candidates) for vacancy in shared.vacancies[start:end]]


def _score_one(shared: _Shared, profile: Profile, vacancy: Vacancy, candidates: dict[date, Candidate]) -> Scorecard | InputError:
    try:
        day = reference_day(vacancy, on=shared.on, otherwise=shared.otherwise)
        if day not in candidates:
            candidates[day] = make_candidate(profile, day, shared.settings)
        return _score(candidates[day], vacancy, shared.settings)
    except InputError as error:
        return error
    except Exception as error:
        return Defect.of(error, f"{profile.file} against {vacancy.source.file}")


def _score(candidate: Candidate, vacancy: Vacancy, settings: Settings) -> Scorecard:
    if not vacancy.criteria:
        raise not_scorable(vacancy)
    context = Context(settings=settings, criteria=vacancy.criteria, likeness=default_likeness())
    assessments = [criterion.assess(candidate, context=context) for criterion in vacancy.criteria]
    return aggregate(candidate.profile, vacancy, assessments, settings=settings, on=candidate.on)


def _attempt(read: Callable[..., Read], file: NamedFile) -> Read | InputError:
    name, path = file
    try:
        return read(path, id=name)
    except InputError as error:
        return error
    except Exception as error:
        return Defect.of(error, str(path))
