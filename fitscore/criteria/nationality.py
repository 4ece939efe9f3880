"""Nationalities that may apply: a gate, never a rank (countries and groups: `vocabulary/countries.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar, Literal, Self

from fitscore.criteria.base import Assessment, Context, Criterion, Evidence, Gap
from fitscore.criteria.importance import stated_importance
from fitscore.notices.model import Clause
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.model import Profile
from fitscore.vocabulary import Group, load
from fitscore.vocabulary.countries import countries_in, country_code, country_name, group_members, groups_in

_ASKING = ("apply?", "eligible?")  # ends of the question that the words answer
_PARTS_OUT = ("duties", "competencies")
_BETWEEN = re.compile(r"[,;/]| and | or ")
_MOSTLY = 0.8  # of the parts of a list that are states
_OPEN_TO = "open to "
_QUESTION = 16  # letters before a clause that may be the question
_NEAR = 90  # letters between the words that bind and the people they bind
_LONG = 200  # a sentence longer than this gives only the words that bind


class Nationality(Criterion):
    """The states whose nationals may apply. ``group`` names a group of states ("NATO", "EU"), None where they are listed.

    ``countries`` empty: the notice speaks of member states without saying of what. ``or_permit``: a permit to live and
    work there does as well, of which a CV says nothing.
    """

    anywhere: ClassVar[bool] = True
    priority: ClassVar[int] = 10

    kind: Literal["nationality"] = "nationality"
    countries: tuple[str, ...] = ()
    group: str | None = None
    or_permit: bool = False

    @classmethod
    def cues(cls) -> Group:
        """The ways to say whose nationals may apply."""
        return load("nationality").group("who")

    @classmethod
    def extract(cls, clause: Clause) -> Iterator[Self]:
        """The nationalities that the clause asks for: at most one criterion."""
        lower = clause.lower
        if clause.part in _PARTS_OUT:
            return
        named = any(word in lower for word in ("national", "citizen", "passport"))
        bare = clause.part == "qualifications" and load("nationality").pattern("bare").search(lower) is not None
        found = (_found(lower, bare=bare) or _answer(clause) if named else None) or (
            _listed(clause) if clause.topic == "nationality" else None
        )
        if found is None:
            return
        start, end, group, countries = found
        yield cls(
            importance=stated_importance(lower[start:end]) or "essential",
            countries=countries,
            group=group,
            or_permit=load("nationality").pattern("permit").search(lower) is not None,
            pattern="nationality.group" if group else "nationality.named",
            **clause.words_at(start, end),
        )

    def assess(self, candidate: Candidate, *, context: Context) -> Assessment:  # noqa: ARG002
        """Any nationality of the candidate in the list is enough (contract §4.1)."""
        given = candidate.profile.nationalities
        wanted = (
            f"{_a(self.group)} {self.group} state"
            if self.group
            else ", ".join(map(country_name, self.countries)) or "a member state"
        )
        if not given:
            gap = Gap(advice="state your nationalities")
            return self.verdict("unknown", 0.0, f"no nationality is given; a national of {wanted} asked", gap=gap)
        fitting = [code for code in given if code in self.countries]
        evidence = nationality_evidence(candidate.profile, fitting or given)
        if fitting:
            return self.verdict("met", 1.0, f"a national of {country_name(fitting[0])}; {wanted} asked", evidence=evidence)
        told = f"a national of {', '.join(map(country_name, given))}; {wanted} asked"
        if not self.countries:
            return self.verdict("unknown", 0.0, f"{told}: the notice does not say which states those are", evidence=evidence)
        if self.or_permit:
            gap = Gap(advice="show a permit to live and work in the country")
            return self.verdict(
                "unknown", 0.0, f"{told}, or a permit, of which the profile says nothing", evidence=evidence, gap=gap
            )
        return self.verdict("unmet", 0.0, told, evidence=evidence, gap=Gap(advice=f"the post is for nationals of {wanted}"))


def _a(group: str) -> str:
    return "an" if group[0] in "AEIO" else "a"


def nationality_evidence(profile: Profile, codes: Sequence[str]) -> tuple[Evidence, ...]:
    """Where the profile states these nationalities, in its own words."""
    basics = profile.document.get("basics") or {}
    written = basics.get("nationalities") or []
    listed = [written] if isinstance(written, str) else list(written)
    found = []
    for index, word in enumerate(listed):
        if country_code(str(word)) in codes:
            found.append(Evidence(path=f"basics.nationalities[{index}]", quote=str(word)))
    return tuple(found) or tuple(Evidence(path="basics.nationalities", quote=code) for code in codes)


def _found(lower: str, *, bare: bool) -> tuple[int, int, str | None, tuple[str, ...]] | None:
    """The place, group and countries of the first words that bind applicants to a nationality; ``bare``: nothing else is said."""
    vocabulary = load("nationality")
    for pattern in vocabulary.group("who").possible(lower):
        behind = pattern.name.endswith(".of")
        for hit in pattern.finditer(lower):
            people = hit.start() if behind else hit.end()
            first, last = _sentence(lower, hit.start("who"), people)
            if vocabulary.pattern("free").search(lower[first:last]):
                continue
            bound = first if bare else _bound(lower, first, people if behind else hit.start(), hit)
            named = _named(hit["who"] if behind else _last_names(hit["who"]), lower[first:last] if behind else hit["who"])
            if bound is not None and named is not None:
                start = first + _lead(lower[first:last])
                if last - start > _LONG:
                    start, last = max(start, bound), min(last, hit.end())
                return start, last, *named
    return None


def _answer(clause: Clause) -> tuple[int, int, str | None, tuple[str, ...]] | None:
    """The states in a line of a few words under the question who may apply ("EU nationals")."""
    asked = f"{clause.heading} {clause.label} {clause.before[-_QUESTION:]}".lower()
    if len(clause.lower) > _NEAR or not load("nationality").pattern("asked").search(asked):
        return None
    found = _found(_OPEN_TO + clause.lower, bare=False)
    return (max(0, found[0] - len(_OPEN_TO)), found[1] - len(_OPEN_TO), *found[2:]) if found else None


def _listed(clause: Clause) -> tuple[int, int, str | None, tuple[str, ...]] | None:
    """The states in a list under a heading such as "Nationality" that holds hardly anything else."""
    parts = [part for part in _BETWEEN.split(clause.text) if part.strip()]
    countries = {code for part in parts if (code := country_code(part.strip(" .")))}
    if not countries or len(countries) < _MOSTLY * len(parts):
        return None
    return 0, len(clause.lower.rstrip(" .")), None, tuple(sorted(countries))


def _bound(lower: str, first: int, people: int, hit: re.Match[str]) -> int | None:
    """Where the words begin that bind applicants, before the people or right behind them; None if nothing binds."""
    vocabulary = load("nationality")
    begin = max(first, people - _NEAR)
    if before := vocabulary.pattern("bound.before").search(lower[begin : hit.end()]):
        return begin + before.start()
    return hit.start() if vocabulary.pattern("bound.after").search(lower[hit.end() : hit.end() + 30]) else None


def _last_names(who: str) -> str:
    """The names that stand right before "nationals": "open to Kenyan, Ugandan or Tanzanian" gives the three."""
    lead = load("nationality").pattern("lead_words").search(who)
    names = re.sub(r"(?<!\w)us$", "usa", who[lead.end() :] if lead else who)  # "us citizens": here no pronoun
    last = " ".join(names.split()[-4:])
    return names if countries_in(last) or groups_in(last) else ""


def _named(who: str, sentence: str) -> tuple[str | None, tuple[str, ...]] | None:
    """Group and countries of the words; with further countries beside a group all are listed and there is no group."""
    groups, countries = groups_in(sentence if "member" in sentence else who), countries_in(who)
    if groups:
        members = {code for name in groups for code in group_members(name)} | set(countries)
        alone = set(group_members(groups[0])) >= set(countries)
        return (groups[0] if alone else None), tuple(sorted(members))
    if countries:
        return None, tuple(sorted(countries))
    return ("member states", ()) if load("nationality").pattern("member").search(sentence) and who else None


def _sentence(lower: str, start: int, people: int) -> tuple[int, int]:
    """The sentence, or the words in brackets, around a place."""
    first = max(lower.rfind(sign, 0, start + 1) + len(sign) - 1 for sign in (". ", "; ", "? ", "! "))
    if lower.endswith(_ASKING, 0, first):
        first = 0  # "Who can apply? Samoan nationals" is one statement
    opening = lower.rfind("(", 0, start + 1)
    stop = min((at for sign in (". ", "; ") if (at := lower.find(sign, people)) >= 0), default=len(lower.rstrip(".")))
    if opening >= first and ")" not in lower[opening:people]:
        closing = lower.find(")", people)
        return opening + 1, closing if closing >= 0 else stop
    return first + 1 if first > 0 else 0, stop


def _lead(words: str) -> int:
    """How many letters of an opening that says nothing ("Please note that") are left out."""
    opening = re.match(r"(?:[-( ]{0,3})(?:please |kindly )?(?:be )?(?:note|advised)(?: that)?[ :,]{1,2}|[-( ]{1,3}", words)
    return opening.end() if opening else 0
