"""Reading a degree out of a clause's words: the roads it names in order, the fields, whether an equivalent will do."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from fitscore import vocabulary
from fitscore.profiles.model import DEGREE_LEVELS, DegreeLevel
from fitscore.vocabulary.numbers import number

_LONGEST_FIELD = 90


@dataclass(frozen=True, slots=True)
class Mention:
    """A level named at ``start`` to ``end``, with the years of experience that go with it (None: none are said).

    ``extra``: the years come on top of those asked otherwise. ``gap`` is what stands between it and the next mention.
    """

    start: int
    end: int
    level: DegreeLevel
    years: float | None = None
    extra: bool = False


def mentions(lower: str) -> tuple[Mention, ...]:
    """The levels that words name, from left to right; a bracket right after a level says which one is meant."""
    found: list[Mention] = []
    for pattern in vocabulary.load("degree").group("level"):
        found += [Mention(m.start(), m.end(), pattern.value) for m in pattern.finditer(lower)]
    found.sort(key=lambda m: (m.start, -m.end, DEGREE_LEVELS.index(m.level)))
    apart: list[Mention] = []
    for mention in found:
        if not apart or mention.start >= apart[-1].end:
            apart.append(mention)
    return tuple(_explained(lower, apart))


def _explained(lower: str, found: list[Mention]) -> list[Mention]:
    """Join what is said twice: "Advanced university degree (Master's or equivalent)", "Bachelor's or Master's degree"."""
    out: list[Mention] = []
    for mention in found:
        between = lower[out[-1].end : mention.start] if out else ""
        if out and _is_bracket(between):
            level = mention.level if _vague(lower, out[-1]) else _least(out[-1].level, mention.level)
            out[-1] = Mention(out[-1].start, mention.end, level)
        elif out and between.strip(" ,/()") in ("or", "and/or", "", "or a", "or an", "and") and len(between) < 12:
            out[-1] = Mention(out[-1].start, mention.end, _least(out[-1].level, mention.level))
        else:
            out.append(mention)
    return out


def _is_bracket(between: str) -> bool:
    return between.lstrip().startswith("(") and ")" not in between and len(between) < 30


def _vague(lower: str, mention: Mention) -> bool:
    """Whether a wording names no level of its own ("advanced degree", "university degree")."""
    words = lower[mention.start : mention.end]
    return "master" not in words and "bachelor" not in words and "first" not in words


def _least(one: DegreeLevel, other: DegreeLevel) -> DegreeLevel:
    return min(one, other, key=DEGREE_LEVELS.index)


def with_years(lower: str, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The same mentions, each with the years of experience that stand with it.

    Years belong to the mention before them ("Master's and 5 years or Bachelor's and 7 years"), or to the one after
    them where the words say "with" ("5 years with a Master's").
    """
    years = [(m.start(), m.end(), number(m.group("number"))) for m in vocabulary.load("numbers").pattern("years").finditer(lower)]
    before = _with_before(lower, found, years)
    out = []
    for index, mention in enumerate(found):
        limit = found[index + 1].start if index + 1 < len(found) else len(lower)
        near = [y for y in years if (y[1] <= mention.start if before else mention.end <= y[0] < limit)]
        near = near[-1:] if before else near[:1]
        if before and index and near and near[0][0] < found[index - 1].start:
            near = []
        value = near[0][2] if near else None
        around = lower[max(0, near[0][0] - 30) : near[0][1] + 20] if near else ""
        extra = bool(vocabulary.load("degree").pattern("extra").search(around))
        out.append(Mention(mention.start, mention.end, mention.level, value, extra))
    return tuple(out)


def _with_before(lower: str, found: tuple[Mention, ...], years: list[tuple[int, int, float | None]]) -> bool:
    """Whether each level stands after its years ("3 years with a diploma; or 2 years with a degree")."""
    if not found or not years or years[0][0] > found[0].start:
        return False
    joined = lower[years[0][1] : found[0].start]
    return len(joined) < 60 and ("with" in joined or "(" in joined or "for" in joined)


def accepts_equivalent(lower: str) -> bool:
    """Whether an equivalent that is not named will do ("or equivalent")."""
    return vocabulary.load("degree").pattern("equivalent").search(lower) is not None


def fields_after(lower: str, text: str, end: int) -> tuple[tuple[str, ...], int]:
    """The fields of study named after a level that ends at ``end``, as the notice writes them, and where they end.

    Nothing named gives ((), end).
    """
    words = vocabulary.load("degree")
    found = words.pattern("fields_begin").regex.match(lower, end) or words.pattern("fields_begin").regex.match(lower[end:])
    if found is None:
        return (), end
    offset = end if found.string is not lower else 0
    start = found.start("fields") + offset
    stop_at = words.pattern("field_stop").regex.search(lower, start)
    stop = min(stop_at.start() if stop_at else len(lower), found.end("fields") + offset)
    return split_fields(text[start:stop]), stop


def split_fields(written: str) -> tuple[str, ...]:
    """ "law, economics or a related field" gives ("law", "economics"); what only says "related" names no field."""
    vague = vocabulary.load("degree").pattern("field_vague")
    out: list[str] = []
    for part in _parts(written):
        plain = part.strip(" ,.:()")
        if 2 < len(plain) < _LONGEST_FIELD and not vague.search(plain.lower()):
            out.append(plain)
    return tuple(dict.fromkeys(out))


def _parts(written: str) -> list[str]:
    """A list of fields at its commas and at "or"; "and" parts the last of a list, and stays inside a name."""
    by_comma = [part for part in written.replace(";", ",").split(",") if part.strip()]
    out: list[str] = []
    for index, part in enumerate(by_comma):
        pieces = _split_words(part, " or ")
        for piece in pieces:
            plain = piece.strip()
            for joint in ("or ", "and ", "and/or "):
                plain = plain.removeprefix(joint) if index else plain
            out += _split_words(plain, " and/or ")
    return out


def _split_words(text: str, joint: str) -> list[str]:
    lower = text.lower()
    cuts = [0]
    place = lower.find(joint)
    while place >= 0:
        cuts += [place, place + len(joint)]
        place = lower.find(joint, place + len(joint))
    cuts.append(len(text))
    return [text[a:b] for a, b in list(pairwise(cuts))[::2]]
