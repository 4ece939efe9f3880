"""A verdict from the profile's own statements: the rule that capability shares with experience and management without years."""

from __future__ import annotations

from fitscore.criteria.base import Assessment, Context, Criterion, Evidence, Gap
from fitscore.criteria.evidence import Found, Support, find, listed, plain_statement_enough, quotes, topic_in
from fitscore.profiles.candidate import Candidate

MOST_PARTIAL = 0.9
ADVICE = "say in a dated job what was done and with what result, or list a certificate"
LEAST = 0.05
"""Least score of what shows something."""
STUDIED_SCORE = 0.5
"""Most that a course or degree alone earns for something that is to be shown in a job."""


def assess_evidence(
    criterion: Criterion, topic: str, candidate: Candidate, *, context: Context, jobs: bool = True, enough: bool = True
) -> Assessment:
    """Shown in a dated job or certified, met; related, weak or studied, partial; merely claimed, partial; nothing, unknown.

    ``jobs`` False leaves out what is said of jobs; ``enough`` False: evidence of this kind is never enough for met.
    """
    topic = topic_in(topic, criterion.text)
    found = find(topic, criterion.text, candidate, context=context, jobs=jobs)
    strong, weak = context.settings.evidence.strong, context.settings.evidence.weak
    anywhere = (found.shown, found.claimed, found.studied)
    if enough and found.shown.wholly >= strong:
        return criterion.verdict("met", 1.0, "shown" + _where(found.shown), evidence=quotes(found.shown.statements))
    if plain_statement_enough(topic) and max(s.single for s in anywhere) >= weak:
        support = max(anywhere, key=lambda s: s.single)
        return criterion.verdict(
            "met", 1.0, "stated, which is enough here" + _where(support), evidence=quotes(support.statements)
        )
    partial = _partial(criterion, found, context=context)
    if partial is not None and max(support.partly for support in anywhere) >= weak:
        return partial
    return _nothing(criterion, found)


def better(one: Assessment, other: Assessment) -> Assessment:
    """The one with the higher score (the first where they are even), so that a further road never does harm."""
    return other if other.score > one.score else one


def _partial(criterion: Criterion, found: Found, *, context: Context) -> Assessment | None:
    """The best of what is shown in part, studied, or claimed; the score never falls when one of them grows."""
    strong, weak = context.settings.evidence.strong, context.settings.evidence.weak
    claimed_most = context.settings.evidence.claimed_score
    options = [
        (min(MOST_PARTIAL, found.shown.wholly / strong), "shown in part", found.shown),
        (STUDIED_SCORE * min(1.0, found.studied.wholly / strong), "studied, not shown in a job", found.studied),
        (claimed_most * min(1.0, found.claimed.wholly / strong), "claimed, not shown", found.claimed),
    ]
    enough = [option for option in options if option[2].partly >= weak and option[2].statements]
    if not enough:
        return None
    score, how, support = max(enough, key=lambda option: option[0])
    gap = Gap(advice=_advice(found))
    return criterion.verdict("partial", max(LEAST, score), how + _where(support), evidence=quotes(support.statements), gap=gap)


def _advice(found: Found) -> str:
    """What would show it, and of which of the notice's words nothing is said, whether shown, studied or claimed."""
    said = [support for support in (found.shown, found.studied, found.claimed) if support.statements]
    missing = [word for word in said[0].missing if all(word in support.missing for support in said)]
    return f"nothing is said of {listed(missing)}: {ADVICE}" if missing else ADVICE


def _nothing(criterion: Criterion, found: Found) -> Assessment:
    if found.pasted:
        finding = "the profile repeats the notice's own words, which show nothing by themselves"
        return criterion.verdict("unknown", 0.0, finding, evidence=_pasted(found), gap=Gap(advice=ADVICE))
    return criterion.verdict("unknown", 0.0, "the profile says nothing on this", gap=Gap(advice=ADVICE))


def _pasted(found: Found) -> tuple[Evidence, ...]:
    return tuple(Evidence(path=s.path, quote=s.text, detail="the notice's own words") for s in found.pasted)


def _where(support: Support) -> str:
    """In which span of time the strongest statement was shown, and by which of its words; or that several are read together."""
    if not support.statements:
        return " by several statements together"
    when = support.statements[0].when
    by = f", by {listed(support.words)}" if support.words else ""
    return f", {when}{by}" if when else by
