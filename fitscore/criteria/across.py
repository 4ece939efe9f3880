"""What only the whole notice tells of languages, clearances and nationalities, once repeats are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from fitscore.criteria.base import Criterion
from fitscore.criteria.clearance import Clearance, upgrades
from fitscore.criteria.language import Language
from fitscore.criteria.language_rows import with_rows
from fitscore.criteria.nationality import Nationality
from fitscore.criteria.repeats import Found, changed, joined
from fitscore.notices.model import Notice
from fitscore.vocabulary import load


def across(found: Sequence[Found], notice: Notice) -> list[Found]:
    """Pools of other languages without those asked by name; one clearance; one nationality, the widest; upgrades."""
    named = {
        name
        for f in found
        if isinstance(f.criterion, Language) and f.criterion.pattern != "language.rest"
        for name in f.criterion.languages
    }
    out = with_rows([f if (left := _without(f.criterion, named)) is f.criterion else replace(f, criterion=left) for f in found])
    out = _one_clearance(out)
    if any(isinstance(f.criterion, Clearance) for f in out) and upgrades(notice):
        out = [changed(f, upgrade_accepted=True) if isinstance(f.criterion, Clearance) else f for f in out]
    return _one_nationality(_further_nationals(out))


def _without(criterion: Criterion, named: set[str]) -> Criterion:
    """ "Another UN language" is none of those that the notice asks for by name."""
    if not isinstance(criterion, Language) or criterion.pattern != "language.rest":
        return criterion
    left = tuple(name for name in criterion.languages if name not in named)
    return criterion.model_copy(update={"languages": left}) if left else criterion


def _one_clearance(found: list[Found]) -> list[Found]:
    """ "Already hold a clearance at the appropriate level" repeats the level that another sentence states."""
    stated = next((f for f in found if isinstance(f.criterion, Clearance) and f.criterion.level), None)
    open_ones = [f for f in found if isinstance(f.criterion, Clearance) and f.criterion.level is None and _weighs(f, stated)]
    if stated is None or not open_ones:
        return found
    return [joined(f, open_ones, held=True) if f is stated else f for f in found if f not in open_ones]


def _weighs(found: Found, stated: Found | None) -> bool:
    """Whether a statement binds as much as the one that states the level; a mere preference for holders does not change it."""
    return stated is not None and found.criterion.importance == stated.criterion.importance


def _further_nationals(found: list[Found]) -> list[Found]:
    """ "Nationals of Samoa can apply as well" widens the statement on nationals before it."""
    out: list[Found] = []
    last: int | None = None
    for item in sorted(found, key=lambda f: (f.criterion.start, f.criterion.end)):
        own = item.criterion
        if not isinstance(own, Nationality):
            out.append(item)
        elif last is not None and own.countries and load("nationality").pattern("also").search(own.text.lower()):
            before = out[last].criterion
            assert isinstance(before, Nationality)
            countries = tuple(sorted({*before.countries, *own.countries}))
            group = before.group if countries == before.countries else None
            out[last] = joined(out[last], [item], countries=countries, group=group)
        else:
            last = len(out)
            out.append(item)
    return out


def _one_nationality(found: list[Found]) -> list[Found]:
    """Of statements on the same group the widest is kept: "EU or Schengen states" with "open to EU citizens" as its repeat."""
    asked = [f for f in found if isinstance(f.criterion, Nationality)]
    for widest in sorted(asked, key=_width, reverse=True):
        narrower = [f for f in asked if f is not widest and f in found and _within(f.criterion, widest.criterion)]
        if narrower and widest in found:
            found = [joined(f, narrower) if f is widest else f for f in found if f not in narrower]
            break
    return found


def _width(found: Found) -> tuple[int, int]:
    return len(getattr(found.criterion, "countries", ())), -found.criterion.start


def _within(small: Criterion, large: Criterion) -> bool:
    if not isinstance(small, Nationality) or not isinstance(large, Nationality):
        return False
    return small.group == large.group and set(small.countries) <= set(large.countries) and small.importance == large.importance
