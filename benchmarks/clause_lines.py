"""A notice cut into passages as the clause model sees them, with the label that the rules' own headings give each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fitscore.criteria.free import asks_nothing
from fitscore.criteria.importance import importance_of
from fitscore.nlp.clauses import Passage
from fitscore.notices.conditions import read_conditions
from fitscore.notices.cueless import FEWEST_ASKED
from fitscore.notices.glued import unglue
from fitscore.notices.headings import Found
from fitscore.notices.leads import Lead
from fitscore.notices.lines import Line, read_lines
from fitscore.notices.model import Clause
from fitscore.notices.places import Place
from fitscore.notices.sectioning import _Reader
from fitscore.notices.starred import tell_by_stars
from fitscore.notices.tables import join_language_rows

LABEL_OF_PART = {
    "duties": "duty",
    "competencies": "competency",
    "summary": "none",
    "other": "none",
    "application": "none",
    "contract": "none",
    "masthead": "none",
    "security": "none",
}


def lines_of(source: str) -> list[Line]:
    """The lines of a notice as the reader takes them."""
    return list(join_language_rows(list(unglue(read_lines(source)))))


class Watched(_Reader):
    """The reader of the rules, with a record of what it took as headings and lead-ins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(lines)
        self.headings: list[tuple[int, int]] = []
        self.leads: list[tuple[int, int]] = []
        self._now: Line | None = None

    def _line(self, line: Line, index: int) -> None:
        self._now = line
        super()._line(line, index)

    def _heading(self, found: Found, line: Line) -> None:
        self.headings.append((line.folded.offsets[0], line.folded.offsets[found.rest - 1] + 1))
        super()._heading(found, line)

    def _lead(self, lead: Lead) -> bool:
        taken = super()._lead(lead)
        if taken and self._now is not None:
            offsets = self._now.folded.offsets
            self.leads.append((offsets[0], offsets[-1] + 1))
        return taken


class Plain(_Reader):
    """A reader that knows no heading and no lead-in: passages only."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(lines)
        self.place = Place(part="summary")

    def _line(self, line: Line, index: int) -> None:  # noqa: ARG002
        self._text(line)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A passage and its label; None where no heading told it."""

    passage: Passage
    label: str | None
    start: int


def label_of(clause: Clause) -> str:
    """The label of a clause whose part is certain."""
    if clause.part == "qualifications":
        return "none" if asks_nothing(clause.lower) else importance_of(clause)
    if clause.part != "duties" and read_conditions([clause]):
        return "condition"
    return LABEL_OF_PART[clause.part]


def read_labelled(source: str, *, headings: bool) -> list[Labelled]:
    """The passages of a notice with the labels of the rules; headings and lead-ins among them, or left out.

    Where the rules tell hardly any requirement, only those they tell have a label.
    """
    lines = lines_of(source)
    watched = Watched(lines)
    ruled = tell_by_stars(watched.read())
    owner: dict[int, str | None] = {}
    asked = [c.told and c.part in ("qualifications", "competencies") for c in ruled]
    all_told = sum(asked) >= FEWEST_ASKED
    for clause, sure in zip(ruled, asked, strict=True):
        label = label_of(clause) if all_told or sure else None
        owner.update(dict.fromkeys(clause.folded.offsets, label))
    marks = {at for span in (*watched.headings, *watched.leads) for at in range(*span)}
    out = []
    for clause in Plain(lines).read():
        offsets = clause.folded.offsets
        if 2 * sum(at in marks for at in offsets) > len(offsets):
            if headings:
                out.append(Labelled(Passage(clause.text, clause.listed), "heading", offsets[0]))
            continue
        middle = offsets[len(offsets) // 2]
        out.append(Labelled(Passage(clause.text, clause.listed), owner.get(middle), offsets[0]))
    return out
