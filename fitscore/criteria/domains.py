"""What experience is in, as the notice words it."""

from __future__ import annotations

from fitscore import vocabulary
from fitscore.text import lower_same_length

_EDGES = " .;,:-()"
_PREPOSITIONS = (" in", " to", " of", " with", " as", " on", " for")  # they may end the noun of a record ("exposure to")
_NOUNS = ("experienced", "experience", "expérience")
_LEVELS = ("bachelor", "master", "high s", "doctor", "ph", "undergraduate", "graduate deg")
_FEW = 5  # words that name a field before "experience" at most


def domain_of(text: str, unit: int) -> str | None:
    """The field that the years at ``text[unit:]`` ("years' experience in law") are in; None where any work will do."""
    words = vocabulary.load("experience")
    text, unit = _without_roads(text, unit)
    lower = lower_same_length(text)
    for name in ("other_post", "road_aside"):  # what stands between the years and their field
        if aside := words.pattern(name).regex.match(lower, unit):
            text, lower = (whole[: aside.end("unit")] + whole[aside.end() :] for whole in (text, lower))
    focus = words.pattern("focus").search(lower, unit)
    if focus and _field(text[: focus.start()], unit) is None:
        return _tidy(text[focus.start("topic") :])
    return _field(text, unit)


def _field(text: str, unit: int) -> str | None:
    words = vocabulary.load("experience")
    lower = lower_same_length(text)
    if head := words.pattern("head").regex.match(lower, unit):
        return _after_noun(text, head.start("noun")) or _tidy(text[head.start("topic") : head.end("topic")])
    if bare := words.pattern("bare_domain").regex.match(lower, unit):
        return _after_noun("experience " + text[bare.start("topic") :], 0)
    if matter := words.pattern("bare_matter").regex.match(lower, unit):
        return _tidy(text[matter.start("topic") :])
    closed = words.pattern("after_bracket").regex.match(lower, unit)
    return (_after_noun("experience" + text[closed.end() :], 0) if closed else None) or _before(text, unit)


def _without_roads(text: str, unit: int) -> tuple[str, int]:
    """The words without the levels of study that years are stated for, and where the unit of the years stands in them."""
    asides = list(vocabulary.load("experience").pattern("road_around").finditer(lower_same_length(text)))
    for aside in reversed(asides):
        if aside.start() <= unit < aside.end():  # the years of the last road stand in the bracket itself
            return text, unit
        text = text[: aside.start()] + text[aside.end() :]
        unit -= (aside.end() - aside.start()) * (aside.end() <= unit)
    return text, unit


def topic_of(text: str) -> str | None:
    """The field of a track record without a number ("solid experience in law")."""
    lower = lower_same_length(text)
    found = vocabulary.load("experience").pattern("track.head").search(lower)
    if found is None:
        return _tidy(text)
    if found.group().startswith(("has ", "have ", "having ")):  # "has led surveys of reefs"
        return _tidy(text[found.end() :])
    noun = next((word for word in _NOUNS if lower.startswith(word, found.start())), found.group())
    joined = " in" if noun.endswith(_PREPOSITIONS) else ""
    after = _after_noun(f"experience{joined}{text[found.start() + len(noun) :]}", 0)
    return after or _adjectives(text[: found.start()])


def _adjectives(words: str) -> str | None:
    """The field of "public health experience"; None where the words before the noun say nothing of a field, or are a sentence."""
    kept = words.strip(_EDGES).split()
    plain = vocabulary.load("experience").pattern("plain_word").regex
    while kept and plain.match(lower_same_length(kept[0])):
        kept = kept[1:]
    return " ".join(kept) if 0 < len(kept) <= _FEW and not any(map(str.isdigit, words)) else None


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
    stop = next((m.start() for m in quantifier.finditer(lower) if m.start() > at), unit)
    return _after_noun(text[:stop], at) or _adjectives(text[:at])


def _tidy(text: str) -> str | None:
    """Without what follows the field ("… is required", "at the national level"); None where nothing of the field is left."""
    words = vocabulary.load("experience")
    lower = lower_same_length(text)
    lead = words.pattern("level_lead").search(lower)
    text, lower = (text[lead.end() :], lower[lead.end() :]) if lead else (text, lower)
    tail = words.pattern("domain_tail").search(lower)
    kept = text[: tail.start()] if tail else text
    kept = kept.strip(_EDGES).removeprefix("a ").removeprefix("an ")
    loose = words.pattern("loose_end").search(lower_same_length(kept))
    kept = kept[: loose.start()].strip(_EDGES) if loose else kept
    if kept.count("(") > kept.count(")"):
        kept += ")"
    low = lower_same_length(kept)
    if (
        not any(map(str.isalnum, kept))
        or words.pattern("no_domain").search(low)
        or (low.startswith(("a ", "an ", *_LEVELS)) and words.pattern("road").search(low[:40]))
    ):
        return None
    return kept
