"""Reading a clause for the languages it asks for: which pool, which levels, on which words (working types)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from fitscore.criteria.importance import stated_importance
from fitscore.criteria.language_groups import Group, grouped, joint
from fitscore.criteria.language_terms import Term, opens_profile, referring_back, terms_in, words
from fitscore.notices.model import Clause
from fitscore.records import changed, working

_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*'?|[^\w\s]")


@working
class Asked:
    """One statement: the pool, the levels asked of different languages of it, and where it stands in the clause."""

    languages: tuple[str, ...]
    levels: tuple[int, ...]
    scale: str
    start: int
    end: int
    rule: str


def read_languages(clause: Clause) -> tuple[Asked, ...]:
    """What the clause asks of languages, from left to right."""
    lower = clause.lower
    terms = terms_in(lower, clause.text)
    named: tuple[str, ...] = ()
    if not any(term.kind in ("language", "pool") for term in terms):
        terms, named = referring_back(clause.lower, clause.before)
        if not named:
            return ()
    if words().pattern("job_classes").search(f"{clause.label.lower()}: {lower}"):
        return ()  # a rule for whole classes of jobs, not what this one asks for
    announced = clause.topic == "language" or "language" in clause.label.lower()
    groups = _shared(_leveled(grouped(terms, lower), terms, lower))
    kept = [
        g
        for g, following in zip(groups, [*groups[1:], None], strict=True)
        if (following is not None and following.kind == "one" and g.kind in ("pool", "language"))
        or _is_asked(g, lower, announced=announced)
    ]
    return tuple(_tidy(asked, lower) for asked in _paired(_with_heading_level(kept, clause), lower, named))


def _leveled(groups: list[Group], terms: Sequence[Term], lower: str) -> list[Group]:
    """Each group with the level stated before or behind it, and the words that belong to it."""
    levels = [term for term in terms if term.kind in ("level", "knowledge")]
    out: list[Group] = []
    claimed = 0
    for index, group in enumerate(groups):
        following = groups[index + 1].start if index + 1 < len(groups) else len(lower)
        found, first, skill = _before(group, levels, claimed, lower)
        behind = None if _opens_a_pair(groups, index) else _behind(group, levels, following, lower)
        if behind is not None and (found is None or (behind.scale != "words" and group.kind not in ("one", "other"))):
            found = behind
        last = behind.end if behind is not None and found is behind else group.end
        hit = words().pattern("predicate").regex.match(lower, last)
        last = hit.end() if hit and hit.end() <= following + 1 else last
        if tail := words().pattern("tail").regex.match(lower, last):
            last = tail.end()
        level, scale = (found.level, found.scale) if found else (0, "words")
        skill = skill or words().pattern("skill_behind").regex.match(lower, group.end) is not None
        out.append(
            changed(
                group,
                level=level,
                scale=scale,
                first=first,
                last=last,
                skill=skill,
                predicate=hit is not None and last == hit.end(),
            )
        )
        claimed = last
    return out


def _opens_a_pair(groups: Sequence[Group], index: int) -> bool:
    """Whether "in one" follows a pool: the level between them is asked of that one ("English/French: level V in one")."""
    return groups[index].kind != "one" and index + 1 < len(groups) and groups[index + 1].kind == "one"


def _shared(groups: list[Group]) -> list[Group]:
    """Names of one run share what is said of it: "Fluency in English and Spanish/Portuguese required"."""
    out: list[Group] = []
    for group in groups:
        same = [other for other in groups if other.run == group.run]
        before = next((other for other in reversed(out) if other.run == group.run and other.level), None)
        if not group.level and before is not None:
            group = changed(group, level=before.level, scale=before.scale)
        out.append(changed(group, predicate=any(other.predicate for other in same), skill=any(other.skill for other in same)))
    return out


def _before(group: Group, levels: Sequence[Term], claimed: int, lower: str) -> tuple[Term | None, int, bool]:
    """The level to which fillers alone lead back from the group, where its words begin, and whether a skill is named."""
    window = max(claimed, group.start - 160)
    at = {term.end: term for term in levels if term.start >= window and term.end <= group.start}
    named = words().pattern("apposed").regex.search(lower, window, group.start)
    tokens = list(_TOKEN.finditer(lower, window, named.start() if named else group.start))
    found: Term | None = None
    first, skill, index = group.start, False, len(tokens) - 1
    while index >= 0:
        token = tokens[index]
        if (term := at.get(token.end())) is not None:
            if found is None or found.kind == "knowledge" or (found.scale == "words" and term.scale != "words"):
                found = term
            first = term.start
            while index >= 0 and tokens[index].start() >= term.start:
                index -= 1
            continue
        if token[0] in _listed("skills"):
            skill = True
        elif token[0] not in _fillers():
            break
        if token[0][0].isalnum() and token[0] not in ("and", "or", "et", "ou"):
            first = token.start()
        index -= 1
    return found, first, skill


def _behind(group: Group, levels: Sequence[Term], following: int, lower: str) -> Term | None:
    """A level right behind the group: "English (C1)", "English - fluent", "French: level B2", "Spanish proficiency"."""
    for term in levels:
        if group.end <= term.start < following and term.kind == "level":
            between = lower[group.end : term.start]
            light = joint("behind", between)
            comma = between.strip().startswith(",") and term.scale == "words" and not re.search("level|both", between)
            praise = re.match(r" (?:asset|advantage|plus|preference|merit|benefit|desire)", lower[term.end :])
            return term if light and not comma and not praise else None
    return None


def _is_asked(group: Group, lower: str, *, announced: bool) -> bool:
    """Whether a group is a requirement at all, not the language of the work, of a form, of a law or of a teacher."""
    if group.kind in ("one", "other"):
        return group.level > 0 or announced or group.skill
    if any(words().pattern(name).regex.match(lower, group.end) for name in ("working_language", "about")):
        return False
    if any(hit.end() <= group.start and group.start - hit.end() < 12 for hit in words().pattern("not_asked").finditer(lower)):
        return False
    if opens_profile(lower, group.end + 1):
        return True
    after = _TOKEN.match(lower, group.end + (1 if lower[group.end : group.end + 1] == " " else 0))
    if after and after[0][0].isalnum() and after[0] not in _listed("followers") and lower[group.end : group.end + 1] != "(":
        return False
    if lower[group.end : group.end + 1] == "-" and lower[group.end + 1 : group.end + 2].isalpha():
        return False
    return group.level > 0 or group.skill or group.predicate or announced


def _with_heading_level(groups: list[Group], clause: Clause) -> list[Group]:
    """A level that the label or heading states holds for what has none: "Languages (at least B2): English, French"."""
    if all(group.level for group in groups):
        return groups
    over = f"{clause.label} {clause.lead_in} {clause.heading}".lower()
    stated = [term for term in terms_in(over, over) if term.kind == "level"] if "language" in over else []
    if not stated:
        return groups
    return [g if g.level else changed(g, level=stated[0].level, scale=stated[0].scale) for g in groups]


def _paired(groups: list[Group], lower: str, named: tuple[str, ...]) -> list[Asked]:
    """Statements, with "V in one; III in the other" as one; ``named``: the languages before the clause that it refers to."""
    out: list[Asked] = []
    for index, group in enumerate(groups):
        following = groups[index + 1] if index + 1 < len(groups) else None
        if group.kind in ("pool", "language") and following and following.kind == "one" and not group.level:
            named = group.names
            continue
        again = group.rest and out and set(out[-1].languages) == set(group.names) and group.names
        if out and (group.kind == "other" or again):
            out[-1:] = _with_other(out[-1], group, lower)
            continue
        if group.kind == "other":
            if named and not out:  # the one language was asked for before the clause
                out.append(_asked(changed(group, kind="one", count=2), named, group.first))
            continue
        start = group.first
        if group.kind == "one":
            before = groups[index - 1] if index else None
            start = min(start, before.first if before else start)
        asked = _asked(group, named or (("English", "French") if group.kind == "one" else ()), start)
        named = tuple(dict.fromkeys((*named, *group.names)))
        out.append(asked)
    return [_narrowed(asked, out) for asked in out]


def _asked(group: Group, named: tuple[str, ...], start: int) -> Asked:
    names = group.names if group.kind not in ("one", "both") else named
    level = group.level or 4
    if group.kind == "both":
        group = changed(group, count=len(named))
    rule = "language.rest" if group.rest else ("language.pool" if group.kind == "pool" else "language.named")
    return Asked(names, (level,) * group.count, group.scale or "words", start, group.last, rule)


def _with_other(before: Asked, group: Group, lower: str) -> list[Asked]:
    level = group.level or 4
    levels = tuple(sorted((*before.levels, level), reverse=True))
    if 0 < len(before.languages) < len(levels):  # "fluent Greek, and another official language": any but Greek
        return [before, Asked((), (level,), group.scale, group.first, group.last, "language.rest")]
    if (
        stated_importance(lower[group.first : group.last]) == "desirable"
        and stated_importance(lower[before.start : before.end]) != "desirable"
    ):
        own = Asked(before.languages, levels, group.scale, group.first, group.last, "language.other")
        return [before, own]
    return [changed(before, levels=levels, end=group.last, rule="language.pair")]


def _tidy(asked: Asked, lower: str) -> Asked:
    """The statement without leading small words, and with the bracket that it opens."""
    lead = re.match(
        r"(?:[ ,:(/-]*(?:to|a|an|the|and|or|of|in|with|as|for|at|is|are|skills|both|le|la|les|de|en)(?![\w'-]))*[ ,:/-]*",
        lower[asked.start : asked.end],
    )
    start = asked.start + (lead.end() if lead else 0)
    end = asked.end
    if lower[end : end + 1] == ")" and lower.count("(", start, end) > lower.count(")", start, end):
        end += 1
    return changed(asked, start=start, end=end)


def _narrowed(asked: Asked, others: Sequence[Asked]) -> Asked:
    """A pool of *other* languages leaves out those that the clause has asked for by name."""
    if asked.rule != "language.rest":
        return asked
    named = {name for other in others if other.rule == "language.named" for name in other.languages}
    return changed(asked, languages=tuple(name for name in asked.languages if name not in named and name != "English"))


@cache
def _fillers() -> frozenset[str]:
    return frozenset(map(str, words().table("fillers"))) | frozenset("()/,:\"'-")


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(str, words().table(name)))
