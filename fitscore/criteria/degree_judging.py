"""Judging completed study against a degree that a notice asks for (contract §4.1, *degree*)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from fitscore import vocabulary
from fitscore.criteria.base import Assessment, Context, Evidence, Gap
from fitscore.criteria.years import reaches
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.degrees import is_completed, rank
from fitscore.profiles.model import DegreeLevel, Education, Item
from fitscore.profiles.timeline import years
from fitscore.vocabulary.fields import is_related
from fitscore.vocabulary.plain import plain

if TYPE_CHECKING:
    from fitscore.criteria.degree import Degree

NAMES = {
    "secondary": "secondary education",
    "vocational": "vocational qualification",
    "bachelor": "bachelor-level degree",
    "master": "master-level degree",
    "doctorate": "doctorate",
}
_HALF = 0.5


def judge(asked: Degree, candidate: Candidate, *, context: Context) -> Assessment:
    """The verdict on a degree: the level and its fields first, then the other roads, then what may stand for it."""
    done = _completed(candidate)
    holding = [e for e in done if e.level and rank(e.level) >= rank(asked.level)]
    by_level = _in_field(asked, holding, f"{NAMES[asked.level]} asked") if holding else None
    if by_level is not None and by_level.verdict == "met":
        return by_level
    by_road = _by_road(asked, done, candidate, context)
    if by_road is not None and (by_level is None or by_road.score > by_level.score):
        return by_road
    return by_level or _standing_in(asked, done, candidate, context) or _short(asked, done, candidate)


def _completed(candidate: Candidate) -> list[Education]:
    return [e for e in candidate.profile.education if not e.short and is_completed(e, candidate.on)]


def _in_field(asked: Degree, holding: Sequence[Education], because: str) -> Assessment:
    """The level is reached; the fields decide, where any are named."""
    best = max(holding, key=lambda e: rank(e.level or "secondary"))
    if not asked.fields:
        return asked.verdict("met", 1.0, f"{_called(best)}; {because}", evidence=_evidence([best]))
    related = [e for e in holding if is_related(asked.fields, f"{e.area} {e.title}")]
    wanted = ", ".join(asked.fields)
    if related:
        finding = f"{_called(related[0])}, in or near the field asked ({wanted})"
        return asked.verdict("met", 1.0, finding, evidence=_evidence(related[:1]))
    finding = f"{_called(best)} reaches the level, but its field is not clearly related to what is asked ({wanted})"
    gap = Gap(advice=f"show how the studies relate to {wanted}, or a completed degree in one of these fields")
    return asked.verdict("partial", _HALF, finding, evidence=_evidence([best]), gap=gap)


def _by_road(asked: Degree, done: Sequence[Education], candidate: Candidate, context: Context) -> Assessment | None:
    """Another road that the notice states: its level with its years of experience."""
    have = years(candidate.jobs, on=candidate.on).low
    for road in asked.alternatives:
        needed = road.min_years or 0.0
        if road.extra_years is not None:
            needed = _years_of_first_road(asked, context) + road.extra_years
        holding = [e for e in done if e.level and rank(e.level) >= rank(road.level)]
        if holding and reaches(have, needed):
            return _in_field(asked, holding, f"with {have:.1f} years of work, the other road of the notice: {needed:g} years")
    return None


def _years_of_first_road(asked: Degree, context: Context) -> float:
    """The years of experience that the notice asks of those with the degree named first."""
    for criterion in context.criteria:
        if criterion.kind == "experience" and criterion.importance == asked.importance:
            stated = getattr(criterion, "min_years", None)
            if stated:
                return float(stated)
    return 0.0


def _standing_in(asked: Degree, done: Sequence[Education], candidate: Candidate, context: Context) -> Assessment | None:
    """What may stand for the degree where the notice accepts an equivalent: a person must judge it."""
    limits = context.settings.degree
    short = rank(asked.level) - max((rank(e.level) for e in done if e.level), default=-1)
    listed = bool(candidate.profile.education) or bool(candidate.profile.certificates)
    if not asked.equivalent_accepted or not listed or short > limits.equivalent_levels_short + _missing(done):
        return None
    other = list(_other_qualifications(done, candidate))
    have = years(candidate.jobs, on=candidate.on).low
    if not other and have < limits.equivalent_work_years:
        return None
    shown = f"{_quote(other[0])!r}" if other else f"{have:.1f} years of work"
    finding = f"no {NAMES[asked.level]} completed; an equivalent is accepted, and {shown} may count as one"
    gap = Gap(
        short_by=_levels(short), advice=f"a completed {NAMES[asked.level]}, or proof that the qualification is equivalent to one"
    )
    lower = [e for e in done if e.level][:1]
    return asked.verdict("partial", _HALF, finding, evidence=(*other[:2], *_evidence(lower)), gap=gap)


def _missing(done: Sequence[Education]) -> int:
    """Where no level at all is listed nobody knows how far it falls short, so one level more is let pass."""
    return 0 if any(e.level for e in done) else 1


def _other_qualifications(done: Sequence[Education], candidate: Candidate) -> Iterator[Evidence]:
    """Completed post-secondary qualifications that are no degree: staff college, vocational, professional certificates."""
    for education in done:
        if education.staff_college or education.level == "vocational":
            yield from _evidence([education])
    for certificate in candidate.profile.certificates:
        if not _is_short(certificate):
            yield from (Evidence(path=path, quote=text) for path, text in certificate.texts[:1])


def _is_short(certificate: Item) -> bool:
    short = vocabulary.load("titles").pattern("short")
    return any(short.search(plain(text)) for _, text in certificate.texts)


def _short(asked: Degree, done: Sequence[Education], candidate: Candidate) -> Assessment:
    """The level is not reached by anything: how near it comes, or unknown where nothing completed is listed."""
    levels = [e for e in done if e.level]
    advice = Gap(advice=f"a completed {NAMES[asked.level]}")
    if not levels:
        started = [e for e in candidate.profile.education if e.level and not is_completed(e, candidate.on)]
        known = "no education is listed" if not candidate.profile.education else "no completed degree is listed"
        finding = f"{known}; {_called(started[0])} is not finished" if started else known
        return asked.verdict("unknown", 0.0, finding, evidence=_evidence(started[:1]), gap=advice)
    best = max(levels, key=lambda e: rank(e.level or "secondary"))
    short = rank(asked.level) - rank(best.level or "secondary")
    gap = Gap(short_by=_levels(short), advice=advice.advice)
    finding = f"{_called(best)} is {_levels(short)} below the {NAMES[asked.level]} asked"
    return asked.verdict("unmet", _HALF if short == 1 else 0.0, finding, evidence=_evidence([best]), gap=gap)


def _levels(short: int) -> str:
    return "one level" if short == 1 else f"{short} levels"


def _called(education: Education) -> str:
    title = education.title or NAMES.get(education.level or "", "a course of study")
    level: DegreeLevel | None = education.level
    meaning = f" ({level})" if level and level not in title.lower() else ""
    return f"{title}{meaning}"


def _quote(evidence: Evidence) -> str:
    return evidence.quote


def _evidence(found: Sequence[Education]) -> tuple[Evidence, ...]:
    """The words at ``education[i].studyType``, else those of its area or institution."""
    out = []
    for education in found:
        for key, words in (("studyType", education.title), ("area", education.area), ("institution", education.institution)):
            if words:
                detail = education.area if key == "studyType" and education.area else None
                out.append(Evidence(path=f"{education.path}.{key}", quote=words, detail=detail))
                break
    return tuple(out)
