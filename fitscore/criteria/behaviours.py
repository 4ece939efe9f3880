"""Which clauses under competencies tell behaviours, and which state a skill: the wording decides (contract §3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fitscore import vocabulary
from fitscore.criteria.free import says_skill
from fitscore.criteria.splitting import part_of
from fitscore.notices.model import Clause, Notice


@dataclass(frozen=True, slots=True)
class Behaviours:
    """Where a notice tells behaviours: its competencies, and the blocks that are no lists of skills.

    ``skills`` are the numbers of clauses that state a skill all the same ("PROFESSIONALISM: Knowledge of …").
    """

    spans: tuple[tuple[int, int], ...]
    blocks: frozenset[int]
    skills: frozenset[int]

    def told_in(self, clause: Clause) -> bool:
        """Whether a clause is a competency or its indicator."""
        if clause.number in self.skills:
            return False
        if clause.block in self.blocks:
            return True
        quote = clause.quote()
        return any(start < quote.end and quote.start < end for start, end in self.spans)


def behaviours_of(notice: Notice) -> Behaviours:
    """A block under competencies lists skills if most of its clauses do, and none of them is a name with its indicators below.

    One "ability to …" among behaviours is a behaviour. Elsewhere a list of names and behaviours follows "must demonstrate:".
    """
    blocks: dict[int, list[Clause]] = {}
    for clause in notice.clauses:
        if clause.part in ("competencies", "qualifications"):
            blocks.setdefault(clause.block, []).append(clause)
    told = frozenset(number for number, clauses in blocks.items() if _tells(clauses))
    skills = frozenset(c.number for number in sorted(told) for c in _skills_among(blocks[number]))
    return Behaviours(tuple((c.start, c.end) for c in notice.competencies), told, skills)


def after_name(clause: Clause) -> Clause:
    """The clause without the name of the competency before its knowledge ("PROFESSIONALISM: Knowledge of …")."""
    found = _named_skill(clause)
    return part_of(clause, found, len(clause.text)) if found else clause


def _tells(clauses: list[Clause]) -> bool:
    if any(clause.part == "qualifications" for clause in clauses):
        words = vocabulary.load("capability")
        shown = words.pattern("must_demonstrate").search((clauses[0].lead_in or clauses[0].heading).lower())
        return bool(shown) and all(words.pattern("named").search(clause.lower) for clause in clauses)
    skilled = [says_skill(clause.lower) for clause in clauses]
    named = any(clause.text.endswith(":") and not skill for clause, skill in zip(clauses, skilled, strict=True))
    return sum(skilled) <= len(skilled) / 2 or named


def _skills_among(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """The knowledge after a competency's name, and the skills that follow it directly."""
    going_on = False
    for clause in clauses:
        going_on = clause.part == "competencies" and bool(_named_skill(clause) or (going_on and says_skill(clause.lower)))
        if going_on:
            yield clause


def _named_skill(clause: Clause) -> int:
    """Where the knowledge begins after a competency's name; 0 where there is none."""
    if clause.part != "competencies":
        return 0
    found = vocabulary.load("capability").pattern("named_skill").search(clause.lower)
    return found.end("name") if found else 0
