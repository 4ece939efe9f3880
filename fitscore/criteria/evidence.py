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
from fitscore.nlp import Likeness, Relation, tokens
from fitscore.nlp.topics import names_in, roads_of
from fitscore.profiles.candidate import Candidate, Job, Standing, Statement
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
QUOTES = 3
"""Most statements quoted for one criterion."""


@dataclass(frozen=True, slots=True)
class Support:
    """How probably some statements show a topic at least in part (``possible``) and wholly (``sure``); the best of them first.

    Both take them together too, ``single`` the strongest of them alone. ``words``: those of the best statement that show it.
    """

    possible: float = 0.0
    sure: float = 0.0
    statements: tuple[Statement, ...] = ()
    single: float = 0.0
    words: tuple[str, ...] = ()


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
    related = list(zip(usable, context.likeness.relate(topic, [s.text for s in usable]), strict=True))

    def support(standings: tuple[Standing, ...]) -> Support:
        return _support(topic, [pair for pair in related if pair[0].standing in standings], candidate, context.likeness)

    courses = is_training(topic)
    shown: tuple[Standing, ...] = (*SHOWN, "studied") if courses else SHOWN
    return Found(support(shown), Support() if courses else support(("studied",)), support(CLAIMED), pasted)


def _support(topic: str, related: Sequence[tuple[Statement, Relation]], candidate: Candidate, likeness: Likeness) -> Support:
    if not related:
        return Support()
    groups: dict[tuple[str, str], list[str]] = {}
    for statement, _ in related:
        if statement.job is not None:
            groups.setdefault(post(candidate.jobs[statement.job]), []).append(statement.text)
    joined = [(likeness.together(topic, texts), IN_ONE_JOB) for texts in groups.values()]
    joined.append((likeness.together(topic, [s.text for s, _ in related]), IN_ALL))
    best = sorted(related, key=lambda pair: (-pair[1].possible, -pair[1].sure, pair[0].path, pair[0].text))
    return Support(
        max(best[0][1].possible, *(relation.possible * worth for relation, worth in joined)),
        max(*(relation.sure for _, relation in best), *(relation.sure * worth for relation, worth in joined)),
        tuple(statement for statement, _ in best[:QUOTES]),
        best[0][1].possible,
        best[0][1].words,
    )


def post(job: Job) -> tuple[str, str]:
    """What tells one post from another: a post that the CV lists in two parts is still one."""
    return job.employer, job.title


def quotes(statements: Iterable[Statement]) -> tuple[Evidence, ...]:
    """Statements as evidence: their exact words at their path, and when."""
    return tuple(Evidence(path=s.path, quote=s.text, detail=s.when or None) for s in statements)


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
