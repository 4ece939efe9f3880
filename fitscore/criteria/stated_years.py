"""Years of experience as a clause states them: how many, in what, leading people or not.

`Experience` and `Management` both read what is found here; each keeps its own. A ladder of years and degrees ("6 years
with a diploma, or 3 with a degree") is one statement, whose years are those of the road named first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from fitscore import vocabulary
from fitscore.criteria import domains, leading
from fitscore.criteria.splitting import sentences, trimmed
from fitscore.criteria.year_mentions import BEFORE, Mention, numbers_within, unit_of
from fitscore.notices.model import Clause
from fitscore.vocabulary import numbers

_NEAR = 160  # characters within which "experience" explains a number of years
_SHORT_PREFIX = 60
_QUANTIFIED = 80  # characters that the words before a number take up at most
_PART_OF = (" of the ", " of these ", " of those ")  # "3 of the 8 years": the 8 were named before
PRECEDING = "preceding"
"""What ``within`` holds until the whole notice is assembled and the ids are known."""


@dataclass(frozen=True, slots=True)
class StatedYears:
    """Years asked for in ``text[start:end]`` of a clause; ``years`` None: "some of which …" gives no number.

    ``readings`` are all numbers that the words give ("ten (5)": two); ``within``: they lie inside the years stated before.
    """

    start: int
    end: int
    years: float | None
    readings: tuple[float, ...]
    leads: bool
    level: Literal["team", "senior"]
    domain: str | None
    recent: bool
    within: bool


def names_years(lower: str) -> bool:
    """Whether words may state years at all."""
    return "year" in lower or "month" in lower or "yr" in lower


def stated_years(clause: Clause) -> tuple[StatedYears, ...]:
    """Every statement of years of experience in a clause, from left to right."""
    if not names_years(clause.lower):
        return ()
    return _stated(clause.text, clause.lower, sentences(clause), experience_said=clause.topic == "experience")


@lru_cache(maxsize=512)
def _stated(text: str, lower: str, spans: tuple[tuple[int, int], ...], *, experience_said: bool) -> tuple[StatedYears, ...]:
    """Every kind asks for the years again, so that the last are kept."""
    out: list[StatedYears] = []
    for start, end in spans:
        words = lower[start:end]
        mentions = _ladders(words, _mentions(words, experience_said=experience_said))
        out += _sentence(text, start, words, mentions)
    return tuple(out)


def _sentence(text: str, offset: int, lower: str, mentions: list[Mention]) -> list[StatedYears]:
    bounds = _bounds(lower, mentions)
    out = []
    for mention, (start, end) in zip(mentions, bounds, strict=True):
        first, last = trimmed(text, offset + start, offset + end)
        if first >= last:
            continue
        body = lower[start : last - offset]
        leads = leading.leads_people(_without_part(body), mention.unit - start)
        out.append(
            StatedYears(
                first,
                last,
                mention.years,
                mention.readings,
                leads,
                leading.level_of(body),
                domains.domain_of(text[offset + start : last], mention.last_unit - start),
                bool(_words().pattern("recent").search(body)),
                mention.within,
            )
        )
    return _with_some_of(text, offset, lower, out)


def _without_part(body: str) -> str:
    """The words before "some of which …", which speak of the years themselves."""
    link = _words().pattern("within").search(body, min(len(body), 12))
    return body[: link.start()] if link else body


def _with_some_of(text: str, offset: int, lower: str, found: list[StatedYears]) -> list[StatedYears]:
    """Add "some of which in a management capacity", which gives no number, and end the years before it."""
    if not found:
        return found
    tail = found[-1]
    body = lower[tail.start - offset : tail.end - offset]
    link = _words().pattern("within").search(body, min(len(body), 12))
    if link is None or not leading.leads_people(body[link.start() :], 0) or found[-1].leads:
        return found
    start, end = trimmed(text, tail.start + link.start(), tail.end)
    before = trimmed(text, tail.start, tail.start + link.start())
    level = leading.level_of(body[link.start() :])
    some = StatedYears(start, end, None, (), True, level, None, False, True)
    return [*found[:-1], replace(tail, start=before[0], end=before[1]), some]


def _mentions(lower: str, *, experience_said: bool) -> list[Mention]:
    """The numbers of years in a sentence that are years of experience."""
    if _words().pattern("road_sentence").search(lower):
        return []
    other = {m.end("number") for m in _words().pattern("other.before").finditer(lower)}
    out: list[Mention] = []
    for months, pattern in ((False, vocabulary.load("numbers").pattern("years")), (True, _words().pattern("months"))):
        for found in pattern.finditer(lower):
            unit = unit_of(found)
            if found.end("number") in other or _words().pattern("other.after").regex.match(lower, unit):
                continue
            if (experience_said and not months) or _said_near(lower, found.start(), found.end()):
                out += _mention(found, unit, months=months)
    out.sort(key=lambda mention: mention.start)
    return sorted([*out, *numbers_within(lower, out)], key=lambda mention: mention.start)


def _mention(found: re.Match[str], unit: int, *, months: bool) -> list[Mention]:
    start, written = found.start(), found.group("number")
    if least := _words().pattern("least_first").regex.search(found.string, max(0, start - BEFORE), start):
        start, written = least.start("number"), least.group("number")  # "three, preferably five years"
    readings = numbers.readings(written)
    if not readings or readings[0] == 0:
        return []
    years = round(readings[0] / 12, 2) if months else readings[0]
    return [Mention(start, unit, unit, found.end(), written, years, readings, False)]


def _said_near(lower: str, start: int, end: int) -> bool:
    context = _words().pattern("context").regex
    after = context.search(lower, end, min(len(lower), end + _NEAR))
    return bool(after or context.search(lower, max(0, start - _NEAR), start))


def _ladders(lower: str, mentions: list[Mention]) -> list[Mention]:
    """Merge the years that go with several degrees into the first of them."""
    out: list[Mention] = []
    for mention in mentions:
        if out and _is_road(lower, out[-1], mention):
            between = lower[out[-1].end : mention.start]
            aside = between.count("(") > between.count(")")  # the second number only stands in a bracket
            out[-1] = replace(out[-1], end=mention.end, last_unit=out[-1].last_unit if aside else mention.unit)
            continue
        between = lower[out[-1].end if out else 0 : mention.start]
        if out and between in _PART_OF:
            out[-1] = replace(out[-1], end=mention.end, unit=mention.unit, last_unit=mention.unit)
            continue
        hangs = mention.within or bool(_words().pattern("within").search(between + mention.written))
        out.append(replace(mention, within=hangs))
    return out


def _is_road(lower: str, before: Mention, mention: Mention) -> bool:
    road, between = _words().pattern("road"), lower[before.end : mention.start]
    if _words().pattern("other_post").regex.match(lower, before.unit) or _words().pattern("in_bracket").search(between):
        return True
    beside = between + lower[mention.end : mention.end + 60]
    linked = re.search(r"\b(?:or|and|ou)\b|[/;,(]", between)
    inside = _words().pattern("within").search(between)
    return bool(linked and road.search(beside) and not inside and not mention.within)


def _bounds(lower: str, mentions: list[Mention]) -> list[tuple[int, int]]:
    """Where the words of each mention begin and end in its sentence."""
    starts = []
    for index, mention in enumerate(mentions):
        begin = _quantified(lower, mention)
        prefix = lower[:begin]
        own = "experience" in prefix or len(prefix) <= _SHORT_PREFIX
        if index == 0 and own and not _stands_alone(prefix):
            begin = 0
        starts.append(begin)
    ends = [_link_start(lower, s) for s in starts[1:]] + [len(lower)] * bool(starts)
    return list(zip(starts, ends, strict=True))


def _stands_alone(prefix: str) -> bool:
    """Whether the words before the years are a requirement of their own: a degree, a certificate."""
    return bool(_words().pattern("road").search(prefix) or vocabulary.load("capability").pattern("certificate").search(prefix))


def _quantified(lower: str, mention: Mention) -> int:
    """Where "at least", "a minimum of", … before the number begins."""
    for found in _words().pattern("quantifier").regex.finditer(lower, max(0, mention.start - _QUANTIFIED)):
        if found.start("number") == mention.start:
            return found.start()
    return mention.start


def _link_start(lower: str, start: int) -> int:
    """The start of the linking words right before ``start`` ("…, out of which ")."""
    for link in _words().pattern("within").finditer(lower):
        if link.start() < start <= link.end() + 14:
            return link.start()
    return start


def _words() -> vocabulary.Vocabulary:
    return vocabulary.load("experience")
