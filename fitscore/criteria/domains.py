"""What experience is in, as the notice words it."""

from __future__ import annotations

from fitscore import vocabulary
from fitscore.text import lower_same_length

_EDGES = " .;,:-()"
_PREPOSITIONS = (" in", " to", " of", " with", " as", " on", " for")  # they may end the noun of a record ("exposure to")
_FEW = 5  # words that name a field before "experience" at most


def domain_of(text: str, unit: int) -> str | None:
    """The field that the years at ``text[unit:]`` ("years' experience in law") are in; None where any work will do."""
    words = vocabulary.load("experience")
    lower = lower_same_length(text)
    if other := words.pattern("other_post").regex.match(lower, unit):
        text, lower = (whole[: other.end("unit")] + whole[other.end() :] for whole in (text, lower))
    focus = words.pattern("focus").search(lower, unit)
    if focus:
        return _tidy(text[focus.start("topic") :])
    head = words.pattern("head").regex.match(lower, unit)
    if head:
        return _after_noun(text, head.start("noun")) or _tidy(text[head.start("topic") : head.end("topic")])
    bare = words.pattern("bare_domain").regex.match(lower, unit)
    if bare:
        return _after_noun("experience " + text[bare.start("topic") :], 0)
    return _before(text, unit)


def topic_of(text: str) -> str | None:
    """The field of a track record without a number ("solid experience in law")."""
    lower = lower_same_length(text)
    found = vocabulary.load("experience").pattern("track.head").search(lower)
    if found is None:
        return _tidy(text)
    noun = "experience" if lower.startswith("experience", found.start()) else found.group()
    joined = " in" if noun.endswith(_PREPOSITIONS) else ""
    after = _after_noun(f"experience{joined}{text[found.start() + len(noun) :]}", 0)
    return after or _adjectives(text[: found.start()])


def _adjectives(words: str) -> str | None:
    """The field of "public health experience"; None where the words before the noun say nothing of a field, or are a sentence."""
    kept = words.strip(_EDGES).split()
    plain = vocabulary.load("experience").pattern("plain_word").regex
    while kept and plain.match(lower_same_length(kept[0])):
        kept = kept[1:]
    return " ".join(kept) if 0 < len(kept) <= _FEW else None


def _after_noun(text: str, noun: int) -> str | None:
    opener = vocabulary.load("experience").pattern("field_opener").regex.match(lower_same_length(text), noun)
    return _tidy(text[opener.end() :]) if opener else None


def _before(text: str, unit: int) -> str | None:
    """ "experience in law of at least five years": the field stands before the years."""
    lower = lower_same_length(text[:unit])
    at = lower.find("experience")
    if at < 0:
        return None
    quantifier = vocabulary.load("experience").pattern("quantifier")
    stop = next((m.start() for m in quantifier.finditer(lower)), unit)
    return _after_noun(text[: max(stop, at)], at)


def _tidy(text: str) -> str | None:
    """Without what follows the field ("… is required", "at the national level"); None where nothing of the field is left."""
    words = vocabulary.load("experience")
    lower = lower_same_length(text)
    lead = words.pattern("level_lead").search(lower)
    text, lower = (text[lead.end() :], lower[lead.end() :]) if lead else (text, lower)
    tail = words.pattern("domain_tail").search(lower)
    kept = text[: tail.start()] if tail else text
    kept = kept.strip(_EDGES).removeprefix("a ").removeprefix("an ")
    if kept.count("(") > kept.count(")"):
        kept += ")"
    low = lower_same_length(kept)
    road = words.pattern("road").search(low[:40])
    if (
        not kept
        or words.pattern("no_domain").search(low)
        or (road and low.startswith(("a ", "an ", "bachelor", "master", "high s", "doctor", "ph")))
    ):
        return None
    return kept
