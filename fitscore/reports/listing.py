"""Vacancies and profiles as plain text for people: what was read, nothing judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from fitscore.reports import view
from fitscore.reports.base import plain
from fitscore.reports.terminal import hanging, heading, listing, paint

if TYPE_CHECKING:
    from rich.console import RenderableType

    from fitscore.criteria.base import Criterion
    from fitscore.profiles.model import Profile
    from fitscore.scoring.model import Vacancy


def vacancies_text(vacancies: Sequence[Vacancy]) -> str:
    """What each notice asks for."""
    return "\n".join(paint(_vacancy(vacancy)) for vacancy in vacancies)


def profiles_text(profiles: Sequence[Profile]) -> str:
    """What each CV says, path by path."""
    return "\n".join(paint(_profile(profile)) for profile in profiles)


def _vacancy(vacancy: Vacancy) -> Iterable[RenderableType]:
    yield heading(plain(vacancy.posting.title or vacancy.id), level=0)
    yield plain(view.facts(vacancy.posting, vacancy.id))
    yield ""
    for importance in ("essential", "desirable"):
        members = [criterion for criterion in vacancy.criteria if criterion.importance == importance]
        yield heading(f"{importance.capitalize()}: {len(members) or 'none found'}", level=2)
        for criterion in members:
            yield hanging(criterion.id, f"{criterion.kind}{_details(criterion)}: “{plain(criterion.text)}”")
        yield ""
    competencies = [plain(f"{c.name}: {c.indicator}" if c.indicator else c.name) for c in vacancy.competencies]
    yield from listing("Competencies, not scored", competencies)
    yield from listing("Conditions, not scored", view.conditions(vacancy))
    yield from listing("What looks wrong in the notice itself", view.remarks(vacancy))


def _details(criterion: Criterion) -> str:
    """The fields of the criterion's own kind, those that say something."""
    own = criterion.model_dump(mode="json", exclude=_COMMON)
    if own.get("group"):
        own.pop("countries", None)
    said = [f"{_label(name)} {_word(value)}" for name, value in own.items() if value not in (None, False, [], "")]
    return f" ({plain('; '.join(said))})" if said else ""


def _label(name: str) -> str:
    return name.replace("_", " ") + ":"


_COMMON = {"id", "kind", "importance", "text", "start", "end", "repeats", "pattern", "topic"}


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "yes"
    if isinstance(value, list):
        return ", ".join(_word(item) for item in value)
    if isinstance(value, dict):
        return " ".join(f"{key.replace('_', ' ')} {_word(item)}" for key, item in value.items() if item is not None)
    return f"{value:g}" if isinstance(value, float) else str(value)


def _profile(profile: Profile) -> Iterable[RenderableType]:
    from fitscore.documents import walk

    yield heading(plain(profile.name or profile.id), level=0)
    for path, value in walk(profile.document):
        if not isinstance(value, dict | list) and value not in (None, ""):
            yield hanging(f"{plain(path)}:", plain(str(value)))
    yield from listing("Kept, but not understood", [plain(notice) for notice in profile.notices])
