"""The sections of a JSON Resume as records: one small function a kind of entry."""

from __future__ import annotations

from typing import get_args

from fitscore.profiles.checking import Part
from fitscore.profiles.clearances import read_clearance
from fitscore.profiles.degrees import read_title
from fitscore.profiles.levels import read_level
from fitscore.profiles.model import DEGREE_LEVELS, Clearance, DegreeLevel, Education, Item, LanguageSkill, Position, WorkType
from fitscore.vocabulary.countries import country_code
from fitscore.vocabulary.languages import language_name

_TYPES: dict[str, WorkType] = {name: name for name in get_args(WorkType)}
_LEVELS: dict[str, DegreeLevel] = {name: name for name in DEGREE_LEVELS}
_UNIONS = ("NATO", "EU")


def position(part: Part) -> Position:
    """One job of ``work`` or ``volunteer``; what stands under ``volunteer`` is volunteering, whatever its type."""
    unpaid = part.kind == "volunteer"
    start, end = part.dates()
    given = part.choice("type", tuple(_TYPES))
    return Position(
        path=part.path,
        employer=part.text("organization" if unpaid else "name"),
        title=part.text("position"),
        location=part.text("location"),
        description=part.text("description"),
        summary=part.text("summary"),
        highlights=tuple(words for _, words in part.texts("highlights")),
        start=start,
        end=end,
        type="volunteer" if unpaid else _TYPES[given or "employment"],
        workload=part.share("workload"),
        direct_reports=part.count("directReports"),
        team_size=part.count("teamSize"),
    )


def education(part: Part) -> Education:
    """One course of study; its title tells the level unless ``level`` does."""
    start, end = part.dates()
    title, area, stated = part.text("studyType"), part.text("area"), part.choice("level", DEGREE_LEVELS)
    place = _country(part, "country")
    reading = read_title(title, area, place, end.latest.year if end else None, part.text("institution"))
    completed = part.flag("completed")
    return Education(
        path=part.path,
        institution=part.text("institution"),
        title=title,
        area=area,
        courses=tuple(words for _, words in part.texts("courses")),
        start=start,
        end=end,
        level=_LEVELS[stated] if stated else reading.level,
        completed=reading.completed if completed is None else completed,
        country=place,
        staff_college=reading.staff_college,
        short=reading.short,
    )


def language(part: Part) -> LanguageSkill | None:
    """One language with its level; a level or name that cannot be read is kept, with a notice."""
    written, level, fluency = part.text("language"), part.text("level"), part.text("fluency")
    if not written:
        part.check.notices.append(f"{part.source}: no language is named here, so the entry is not used")
        return None
    name = language_name(written)
    if name is None:
        part.check.notices.append(f"{part.source}: {written!r} is not a language that fitscore knows; kept as written")
    words = level or fluency
    reading = read_level(words) if words else None
    if words and reading is None:
        key = "level" if level else "fluency"
        part.check.notices.append(f"{part.where(key)}: {words!r} is not a level that fitscore can read; kept without one")
    scale, low, high = (reading.scale, reading.low, reading.high) if reading else (None, None, None)
    return LanguageSkill(path=part.path, language=name or written, text=words, scale=scale, low=low, high=high)


def clearance(part: Part) -> Clearance | None:
    """One clearance; a marking that nobody knows is kept, with a notice."""
    until, level, issuer = part.date("validUntil"), part.text("level"), _issuer(part)
    if not level:
        if not isinstance(part.out.get("level"), dict | list | bool):
            part.wrong("level", "a clearance needs its level", "write it as on the certificate, such as NATO SECRET")
        return None
    reading = read_clearance(level, issuer)
    if reading.rank is None and not reading.possible:
        part.check.notices.append(f"{part.where('level')}: {level!r} is not a clearance that fitscore knows; kept as written")
    return Clearance(
        path=part.path,
        text=level,
        issuer=issuer,
        scheme=reading.scheme,
        rank=reading.rank,
        possible=reading.possible,
        valid_until=until,
    )


def item(part: Part, *, words: tuple[str, ...], lists: tuple[str, ...] = (), when: str | None = None) -> Item:
    """A certificate, project, publication, award or skill: its words with their paths, in the order of the keys given."""
    texts = [(part.place(key), text) for key in words if (text := part.text(key))]
    for key in lists:
        texts += part.texts(key)
    return Item(path=part.path, texts=tuple(texts), when=part.date(when) if when else None)


def certificate(part: Part) -> Item:
    """A certificate, and the day on which it ends if it does."""
    found = item(part, words=("name", "issuer"), when="date")
    return found.model_copy(update={"until": part.date("validUntil")})


def project(part: Part) -> Item:
    """A project with its days."""
    start, end = part.dates()
    found = item(part, words=("name", "description", "entity", "type"), lists=("highlights", "keywords", "roles"))
    return found.model_copy(update={"when": start, "until": end})


def skill(part: Part) -> Item:
    """A skill: its name and its keywords; the level a candidate gives himself shows nothing."""
    part.text("level")
    return item(part, words=("name",), lists=("keywords",))


def nationalities(part: Part) -> tuple[str, ...]:
    """The candidate's nationalities as codes, each once; one country may stand alone."""
    value = part.take("nationalities")
    if isinstance(value, str):
        part.out["nationalities"] = [value]
        alone = True
    else:
        alone = False
    codes = []
    for index, (_, words) in enumerate(part.texts("nationalities")):
        code = country_code(words)
        if code is None:
            where = part.where("nationalities") + ("" if alone else f"[{index}]")
            part.check.problem(where, f"{words!r} is not a country", "write a code such as BE, or an English name")
        else:
            codes.append(code)
    if codes:
        part.out["nationalities"] = list(dict.fromkeys(codes))
    return tuple(dict.fromkeys(codes))


def _country(part: Part, key: str) -> str | None:
    words = part.text(key)
    code = country_code(words) if words else None
    if words and code is None:
        part.wrong(key, f"{words!r} is not a country", "write a code such as BE, or an English name")
    elif code is not None:
        part.out[key] = code
    return code


def _issuer(part: Part) -> str | None:
    words = part.text("issuer")
    if words.upper() in _UNIONS:
        part.out["issuer"] = words.upper()
        return words.upper()
    return _country(part, "issuer")
