"""Evidence in a profile's own statements: what is shown, what is studied, what is merely claimed (contract §4.1).

A statement is held against a topic by itself, and the statements of one job and of the whole profile also together,
since a topic of several things ("drafting, networking and negotiation") is seldom shown by one sentence. Being together
with more never makes it less, so a further statement never lowers a figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from fitscore import vocabulary
from fitscore.criteria.base import Context, Evidence
from fitscore.nlp import Relation, tokens
from fitscore.nlp.topics import names_in, roads_of
from fitscore.profiles.candidate import Candidate, Job, Standing, Statement
from fitscore.settings import EvidenceSettings
from fitscore.text import lower_same_length
from fitscore.vocabulary.thesaurus import index

SHOWN: tuple[Standing, ...] = ("done", "certified")
CLAIMED: tuple[Standing, ...] = ("listed", "claimed")
IN_ONE_JOB = 0.85
"""What the statements of one job together are worth beside a single statement that says it all."""
IN_ALL = 0.7
"""The same for the statements of all jobs together."""
PASTED_WORDS = 7
"""So many words in a row that also stand in the notice are the notice's words, and prove nothing."""
BELOW = 0.98
"""Of a threshold: as far as what is improbable may count."""
QUOTES = 3
"""Most statements quoted for one criterion."""
MOST_WORDS = 4
"""Most words that a finding names."""


@dataclass(frozen=True, slots=True)
class Support:
    """How far some statements count towards a topic in part (``partly``) and as all of it (``wholly``); the best of them first.

    Both take them together too, ``single`` the strongest of them alone. ``words`` are those of the best statement that tell,
    ``missing`` the notice's words that nothing in any of them speaks of.
    """

    partly: float = 0.0
    wholly: float = 0.0
    statements: tuple[Statement, ...] = ()
    single: float = 0.0
    words: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Weighed:
    """How far (0..1) a relation counts in part and as the whole: both are held against the thresholds of the settings."""

    partly: float
    wholly: float


def weigh(relation: Relation, settings: EvidenceSettings) -> Weighed:
    """A text counts as far as it covers the topic, unless the judge finds it improbable: then it stays below the threshold.

    What covers little but is probable counts in part all the same, and what is certain as the whole.
    """
    partly = relation.covered if relation.possible >= settings.improbable else min(relation.covered, BELOW * settings.weak)
    if relation.possible >= settings.probable:
        partly = max(partly, settings.weak)
    wholly = relation.covered if relation.sure >= settings.unsure else min(relation.covered, BELOW * settings.strong)
    if relation.sure >= settings.certain:
        partly, wholly = max(partly, settings.strong), max(wholly, settings.strong)
    return Weighed(partly, wholly)


@dataclass(frozen=True, slots=True)
class Found:
    """What a profile holds on a topic: done or certified, studied, claimed; ``pasted``: the notice's own words stand in it."""

    shown: Support
    studied: Support
    claimed: Support
    pasted: tuple[Statement, ...] = ()


def find(topic: str, words: str, candidate: Candidate, *, context: Context, jobs: bool = True) -> Found:
    """What the profile's statements say on ``topic``; ``words`` are the notice's, which prove nothing when pasted.

    ``jobs`` False leaves out what is said of jobs.
    """
    pasted = tuple(s for s in candidate.statements if is_pasted(s.text, words))
    usable = [s for s in candidate.statements if (jobs or s.job is None) and s not in pasted and counts(s.text)]
    relations = context.likeness.relate(topic, [s.text for s in usable])
    related = [(s, weigh(r, context.settings.evidence), r) for s, r in zip(usable, relations, strict=True)]

    def support(standings: tuple[Standing, ...]) -> Support:
        return _support(topic, [row for row in related if row[0].standing in standings], candidate, context)

    courses = is_training(topic)
    shown: tuple[Standing, ...] = (*SHOWN, "studied") if courses else SHOWN
    return Found(support(shown), Support() if courses else support(("studied",)), support(CLAIMED), pasted)


_Related = tuple[Statement, Weighed, Relation]
"""A statement, how far it counts, and how it relates to the topic."""


def _support(topic: str, related: Sequence[_Related], candidate: Candidate, context: Context) -> Support:
    if not related:
        return Support()
    groups: dict[tuple[str, str], list[str]] = {}
    for statement, *_ in related:
        if statement.job is not None:
            groups.setdefault(post(candidate.jobs[statement.job]), []).append(statement.text)
    settings = context.settings.evidence
    everything = context.likeness.together(topic, [statement.text for statement, *_ in related])
    joined = [(weigh(context.likeness.together(topic, texts), settings), IN_ONE_JOB) for texts in groups.values()]
    joined.append((weigh(everything, settings), IN_ALL))
    best = sorted(related, key=lambda row: (-_rung(row[1], settings), -row[2].sure, -row[2].possible, row[0].path, row[0].text))
    single = max(weighed.partly for _, weighed, _ in best)
    return Support(
        max(single, *(weighed.partly * worth for weighed, worth in joined)),
        max(*(weighed.wholly for _, weighed, _ in best), *(weighed.wholly * worth for weighed, worth in joined)),
        tuple(statement for statement, *_ in best[:QUOTES]),
        single,
        best[0][2].words,
        everything.missing,
    )


def _rung(weighed: Weighed, settings: EvidenceSettings) -> int:
    """What a statement shows by itself: the whole (2), a part (1), nothing (0)."""
    return 2 if weighed.wholly >= settings.strong else int(weighed.partly >= settings.weak)


def post(job: Job) -> tuple[str, str]:
    """What tells one post from another: a post that the CV lists in two parts is still one."""
    return job.employer, job.title


def quotes(statements: Iterable[Statement]) -> tuple[Evidence, ...]:
    """Statements as evidence: their exact words at their path, and when."""
    return tuple(Evidence(path=s.path, quote=s.text, detail=s.when or None) for s in statements)


def listed(words: Sequence[str]) -> str:
    """The first of some words, each in quotation marks."""
    return ", ".join(f"\u201c{word}\u201d" for word in words[:MOST_WORDS])


@lru_cache(maxsize=4096)
def counts(text: str) -> bool:
    """Whether a sentence says that something is so: it neither denies it nor plans it."""
    lower = lower_same_length(" ".join(text.split()))
    return not vocabulary.load("evidence").group("denied").matches(lower)


@lru_cache(maxsize=16384)
def is_pasted(text: str, words: str) -> bool:
    """Whether a sentence of the CV repeats the notice's words in a row: `PASTED_WORDS`, or all of them if five or more."""
    asked = _stems(words)
    least = min(PASTED_WORDS, max(5, len(asked)))
    if len(asked) < least:
        return False
    own = _stems(text)
    runs = {asked[i : i + least] for i in range(len(asked) - least + 1)}
    return any(own[i : i + least] in runs for i in range(len(own) - least + 1))


@lru_cache(maxsize=4096)
def _stems(text: str) -> tuple[str, ...]:
    return tuple(token.stem for token in tokens(text) if token.stem[0].isalnum())


def topic_in(topic: str, words: str) -> str:
    """The topic, or the notice's own words where the topic has lost the concept they speak of ("field" of "field experience")."""

    return topic if names_a_matter(topic) or not names_a_matter(words) else words


def names_a_matter(words: str) -> bool:
    """Whether words name any concept of the vocabulary."""
    return bool(names_in(words))


def is_training(topic: str) -> bool:
    """Whether the topic is something that courses and certificates show."""
    words = {token.stem for token in tokens(topic)}
    return bool(words & _training_stems()) or _speaks_of(topic, "shown_by_courses")


def plain_statement_enough(topic: str) -> bool:
    """Whether a plain statement or a listed skill is enough: availability, willingness, everyday office software.

    So it is where that is at least half of what the topic names.
    """
    wanted = frozenset(vocabulary.load("evidence").table("plain_statement_enough"))
    known = index("fields").names
    units = [unit for road in roads_of(topic, "fields") for unit in road.units]
    plain = sum(unit.weight for unit in units if wanted.intersection(known[name] for name in unit.concepts))
    return 0 < plain >= 0.5 * sum(unit.weight for unit in units)


def _speaks_of(topic: str, table: str) -> bool:
    wanted = frozenset(vocabulary.load("evidence").table(table))
    return bool(wanted & names_in(topic))


@cache
def _training_stems() -> frozenset[str]:
    return frozenset(token.stem for word in vocabulary.load("evidence").table("training_words") for token in tokens(word))
