"""Clauses over which no known heading and no lead-in stands: the clause model says what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from fitscore.nlp.clauses import ClauseModel, Passage, default_model
from fitscore.notices.fields import label_names
from fitscore.notices.foreign import is_stray_sentence, reckons
from fitscore.notices.model import Clause, Importance, Part

FEWEST_ASKED = 3
"""A notice in which known headings and lead-ins tell so many requirements has told where they stand."""
FEWEST_CLAUSES = 10
"""A text of fewer clauses gives the model too little to go by: it judges a clause by what stands around it."""
_OPEN: tuple[Part, ...] = ("summary", "duties", "qualifications", "competencies")
_ASKING: tuple[Part, ...] = ("qualifications", "competencies")


def decide_untold(clauses: Sequence[Clause], model: Callable[[], ClauseModel] = default_model) -> list[Clause]:
    """The clauses, those that no cue tells in the part that the model gives them.

    Where hardly any requirement is told, no cue says either where the duties end: then all but the told requirements is
    the model's. Elsewhere it decides on running text and lists only, not on the fields of the head and on what is foreign by
    its own words. It is not loaded where nothing is open, nor for a text of a few clauses.
    """
    asked = [clause.told and clause.part in _ASKING for clause in clauses]
    sure = [known or _is_field(clause) for known, clause in zip(asked, clauses, strict=True)]
    if sum(asked) >= FEWEST_ASKED:
        sure = [clause.told or clause.part not in _OPEN for clause in clauses]
    if all(sure) or len(clauses) < FEWEST_CLAUSES:
        return list(clauses)
    sure = [known or _tells_itself(clause) for clause, known in zip(clauses, sure, strict=True)]
    fixed = [_label(clause) if known else None for clause, known in zip(clauses, sure, strict=True)]
    labels = model().read([Passage(clause.text, clause.listed) for clause in clauses], fixed)
    return [c if known else moved(c, label) for c, known, label in zip(clauses, sure, labels, strict=True)]


def _is_field(clause: Clause) -> bool:
    """Whether a clause is a labelled field of the head ("Security clearance: EU SECRET")."""
    return clause.part == "masthead" and clause.label.lower() in label_names()


def _tells_itself(clause: Clause) -> bool:
    """Whether a clause shows by its own words that it states a requirement, or how experience is reckoned."""
    states = clause.part == "qualifications" and not clause.listed and is_stray_sentence(clause.lower)
    return states or reckons(clause.lower)


def _label(clause: Clause) -> str:
    """The label of a clause whose part is certain."""
    if clause.part == "qualifications":
        return clause.importance or "essential"
    return {"competencies": "competency", "duties": "duty"}.get(clause.part, "none")


def moved(clause: Clause, label: str) -> Clause:
    """The clause in the part of a label; other labels only take it out of the parts that ask for something."""
    importance: Importance
    for importance in ("essential", "desirable"):
        if label == importance and clause.part != "qualifications":
            return replace(clause, part="qualifications", importance=importance, learned=True)
    part: Part = {"competency": "competencies", "duty": "duties"}.get(label, clause.part)  # type: ignore[assignment]
    if label in ("condition", "heading", "none") and part in _ASKING:
        part = "other"
    return clause if part == clause.part else replace(clause, part=part, importance=None, learned=True)
