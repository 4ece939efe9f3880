"""A notice cut into passages as the clause model sees them, with the label that the rules' own headings give each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fitscore.criteria.free import asks_nothing
from fitscore.criteria.importance import importance_of
from fitscore.nlp.clauses import Passage
from fitscore.notices.conditions import read_conditions
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


FEWEST_ASKED = 3
"""Where headings tell at least so many requirements of a notice, what stands under none of them is taken to be none."""


def lines_of(source: str) -> list[Line]:
    """The lines of a notice as the reader takes them."""
    return list(join_language_rows(list(unglue(read_lines(source)))))


class Watched(_Reader):
    """The reader of the rules, with a record of what it took as headings and lead-ins, and of which clauses they cover."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(lines)
        self.headings: list[tuple[int, int]] = []
        self.leads: list[tuple[int, int]] = []
        self.told: set[int] = set()
        self._now: Line | None = None
        self._lead_block = -1

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
            self._lead_block = self.block
        return taken

    def _add(self, *args: object, **named: object) -> None:
        before = len(self.clauses)
        place, by_label = self.place, named.get("heading") is not None
        super()._add(*args, **named)  # type: ignore[arg-type]
        if len(self.clauses) > before and (by_label or self._is_told(place)):
            self.told.add(self.clauses[-1].folded.offsets[0])

    def _is_told(self, place: Place) -> bool:
        """Whether a known heading opened the place, or a lead-in stands over this very list."""
        if place.lead is not None:
            return self.block - self._lead_block <= 1
        return bool(place.opener) and bool(place.heading)


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
    """The passages of a notice with the labels of the rules; headings and lead-ins among them or left out."""
    lines = lines_of(source)
    watched = Watched(lines)
    ruled = tell_by_stars(watched.read())
    owner: dict[int, str | None] = {}
    asked = sum(c.part == "qualifications" and c.folded.offsets[0] in watched.told for c in ruled)
    for clause in ruled:
        sure = asked >= FEWEST_ASKED or clause.folded.offsets[0] in watched.told
        label = label_of(clause) if sure else None
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
