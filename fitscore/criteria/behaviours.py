"""Which clauses under competencies tell behaviours, and which state a skill: the wording decides (contract §3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fitscore import vocabulary
from fitscore.criteria.free import says_skill
from fitscore.criteria.splitting import part_of
from fitscore.notices.model import Clause, Notice
from fitscore.notices.sentences import sentences

_ONE_ITEM = 2  # sentences of a list item that is one requirement


@dataclass(frozen=True, slots=True)
class Behaviours:
    """Where a notice tells behaviours: its competencies, and the blocks that are no lists of skills.

    ``skills`` are the numbers of clauses that state a skill all the same ("PROFESSIONALISM: Knowledge of …"); where such a
    clause is a whole paragraph of skills and behaviours, ``mixed`` has its number.
    """

    spans: tuple[tuple[int, int], ...]
    blocks: frozenset[int]
    skills: frozenset[int]
    mixed: frozenset[int]

    def told_in(self, clause: Clause) -> bool:
        """Whether a clause is a competency or its indicator."""
        if clause.number in self.skills:
            return False
        if clause.block in self.blocks:
            return True
        first, last = clause.place()
        return any(start < last and first < end for start, end in self.spans)


def behaviours_of(notice: Notice) -> Behaviours:
    """A block under competencies lists skills if most of its clauses do, and none of them is a name with its indicators below.

    One "ability to …" among behaviours is a behaviour. Elsewhere a list of names and behaviours follows "must demonstrate:".
    """
    blocks: dict[int, list[Clause]] = {}
    for clause in notice.clauses:
        if clause.part in ("competencies", "qualifications"):
            blocks.setdefault(clause.block, []).append(clause)
    told = frozenset(number for number, clauses in blocks.items() if _tells(clauses))
    skills = {c.number: c for clauses in blocks.values() for c in _skills_among(clauses)}
    mixed = frozenset(number for number, c in skills.items() if c.block in told and _is_mixed(c))
    return Behaviours(tuple((c.start, c.end) for c in notice.competencies), told, frozenset(skills), mixed)


def skill_parts(clause: Clause, behaviours: Behaviours) -> Iterator[Clause]:
    """The clause without the name of the competency before its knowledge ("PROFESSIONALISM: Knowledge of …").

    Of a paragraph of skills and behaviours, each sentence that states a skill.
    """
    if clause.number not in behaviours.skills:
        yield clause
        return
    part = part_of(clause, _named_skill(clause), len(clause.text))
    for sentence in sentences(part.folded) if clause.number in behaviours.mixed else [part.folded]:
        if _states_skill(sentence.lower):
            yield replace(clause, folded=sentence.cut(_shown(sentence.lower), len(sentence.text)))


def _tells(clauses: list[Clause]) -> bool:
    if any(clause.part == "qualifications" for clause in clauses):
        words = vocabulary.load("capability")
        shown = words.pattern("must_demonstrate").search((clauses[0].lead_in or clauses[0].heading).lower())
        return bool(shown) and all(words.pattern("named").search(clause.lower) for clause in clauses)
    skilled = [says_skill(clause.lower) for clause in clauses]
    named = any(clause.text.endswith(":") and not skill for clause, skill in zip(clauses, skilled, strict=True))
    return sum(skilled) <= len(skilled) / 2 or named


def _skills_among(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The knowledge after a competency's name, and the skills that follow it before the next name."""
    going_on = False
    for clause in clauses:
        named = _named_skill(clause) > 0
        going_on = clause.part == "competencies" and (named or (going_on and not _has_name(clause)))
        if going_on and (named or _states_skill(clause.lower)):
            yield clause


def _named_skill(clause: Clause) -> int:
    """Where the knowledge begins after a competency's name; 0 where there is none."""
    if clause.part != "competencies":
        return 0
    found = vocabulary.load("capability").pattern("named_skill").search(clause.lower)
    return found.end("name") if found else 0


def _is_mixed(clause: Clause) -> bool:
    """Whether an item is a paragraph: of behaviours beside skills, or longer than the two sentences of one requirement."""
    told = [
        _states_skill(sentence.lower) for sentence in sentences(part_of(clause, _named_skill(clause), len(clause.text)).folded)
    ]
    return clause.listed and (len(told) > _ONE_ITEM or not all(told))


def _has_name(clause: Clause) -> bool:
    words = vocabulary.load("capability")
    return clause.text.endswith(":") or bool(words.pattern("named").search(clause.lower))


def _states_skill(lower: str) -> bool:
    """Whether a sentence of a competency's paragraph states a skill ("Shows ability to edit reports")."""
    return says_skill(lower[_shown(lower) :])


def _shown(lower: str) -> int:
    """Where the skill begins behind the verb that shows it."""
    found = vocabulary.load("capability").pattern("shown").search(lower)
    return found.end() if found else 0
