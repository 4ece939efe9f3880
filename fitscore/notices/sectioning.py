"""From a notice's lines to its clauses: what part each stands in, and what its heading and lead-in say."""

from __future__ import annotations

from collections.abc import Sequence

from fitscore.notices.asking import ask_by_words
from fitscore.notices.cueless import decide_untold
from fitscore.notices.foreign import closes, is_foreign, is_stray, states_alone
from fitscore.notices.glossary import glossary_lines
from fitscore.notices.headings import Found, Heading, find_heading, read_heading
from fitscore.notices.labelled import fields_follow
from fitscore.notices.leads import Lead, by_items, read_lead
from fitscore.notices.lines import Line
from fitscore.notices.model import Clause, Importance, Part, Remark
from fitscore.notices.other_duties import tasks_apart
from fitscore.notices.places import Place, entered, label_of, part_of_label, style_of
from fitscore.notices.repeats import drop_repeats
from fitscore.notices.sentences import sentences, without_closing
from fitscore.notices.starred import tell_by_stars
from fitscore.notices.tables import names_behaviours, title_rows
from fitscore.notices.unmarked import unmarked_items
from fitscore.notices.unnamed import conjunctions, is_unknown_heading, opens_text
from fitscore.notices.untold import remark_untold
from fitscore.records import changed
from fitscore.text import Folded
from fitscore.vocabulary import load

_HEAD_VALUE = 90
_HEAD = 30
_PARAGRAPH = 220
_BEFORE = 400  # letters of what stands before a clause to which it may refer back
_ASKING: frozenset[Part] = frozenset({"qualifications", "competencies"})
_OPENING: frozenset[Part] = frozenset({"summary", "duties"})
_WORKING: frozenset[Part] = frozenset({"duties", "contract"})
_AFTER: frozenset[Part] = frozenset({"application", "contract", "other"})


def section(lines: Sequence[Line]) -> tuple[tuple[Clause, ...], tuple[Remark, ...]]:
    """The clauses of a notice's lines, in its order, and what looks wrong in the notice itself."""
    clauses, remarks = drop_repeats(tell_by_stars(decide_untold(tasks_apart(ask_by_words(_Reader(lines).read())))))
    return clauses, (*remarks, *remark_untold(clauses))


class _Reader:
    """Walks over the lines once; only this walk knows the place."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.place = Place()
        self.clauses: list[Clause] = []
        self.last: tuple[str, ...] = ()
        self.block, self.lead_block = 0, 0
        self.strayed = False  # a requirement outside their part stood last
        self.items = {lines[index].folded.offsets[0] for index in unmarked_items(lines)}  # where they begin
        self.words = load("sections")

    def read(self) -> list[Clause]:
        bulleted = False
        asides = glossary_lines(self.lines) | title_rows(self.lines) | conjunctions(self.lines)
        for index, line in enumerate(self.lines):
            if index in asides:
                self.place = Place(part="competencies") if names_behaviours(line) else self.place
                self._add(line.folded, line, part="other")
                continue
            if bool(line.bullet) != bulleted or (line.gap and not line.bullet):
                self.block += 1
            bulleted = bool(line.bullet)
            self._line(line, index)
        return self.clauses

    def _line(self, line: Line, index: int) -> None:
        lead = by_items(read_lead(line.text, bulleted=bool(line.bullet) and not line.inner), self.lines, index)
        if lead and lead.part in _ASKING and self._lead(lead):
            return
        found = find_heading(line.folded, line.bullet)
        if found and self._accepts(found, line, index):
            self._heading(found, line)
        elif lead and self._lead(lead):
            pass
        elif is_unknown_heading(self.lines, index, self.place.part):
            self._unknown(line, ends=not line.bullet and opens_text(self.lines, index, self.place.part))
        else:
            self._text(line)

    def _accepts(self, found: Found, line: Line, index: int) -> bool:
        """Whether a heading that could be one is one here."""
        heading, rest, here = found.heading, line.text[found.rest :], self.place.part
        if (
            here == "masthead"
            and rest
            and len(rest) < _HEAD_VALUE
            and heading.part in ("qualifications", "duties", "contract", "other")
        ):
            return False
        if here == "masthead" and heading.part in ("application", "contract") and index < _HEAD:
            return False
        if here == "masthead" and heading.part == "other" and fields_follow(self.lines, index):
            return False  # a portal's own line above the notice ("Share this vacancy")
        if heading.part == "qualifications":
            return self._accepts_asking(heading, rest, line, index)
        if heading.weak:
            return here == heading.part
        if line.bullet and rest:
            return line.bullet[0].isdigit() or line.text[:4].isupper()
        if line.bullet and here in _ASKING and heading.part == "duties":
            return len(found.words.split()) > 1 and (found.words.istitle() or found.words.isupper())
        return True

    def _accepts_asking(self, heading: Heading, rest: str, line: Line, index: int) -> bool:
        """A heading of qualifications: a weak one, or one after the end of the notice proper, needs what follows to agree."""
        here = self.place.part
        if here == "qualifications" or (here == "competencies" and not (heading.weak and line.bullet)):
            return True
        return self._evidence(heading, rest, index) if heading.weak or here in _AFTER else True

    def _evidence(self, heading: Heading, rest: str, index: int) -> bool:
        """Whether what follows reads like requirements of that topic."""
        pattern = self.words.pattern("evidence.education" if heading.topic == "education" else "evidence.requirement")
        near = [line for line in self.lines[index + 1 : index + 3] if line.bullet or heading.topic != "listed"]
        following = [rest] if rest and heading.topic != "listed" else [line.text for line in near]
        return any(pattern.search(text.lower()) for text in following)

    def _heading(self, found: Found, line: Line) -> None:
        heading, rest, self.strayed = found.heading, line.folded.cut(found.rest, len(line.text)), False
        part = part_of_label(self.place.part, heading, found.words, bulleted=bool(line.bullet)) if rest.text else None
        if part:
            self._add(rest, line, label=found.words, heading=None if part == "other" else heading, part=part)
            return
        self.block += heading.part != self.place.part
        self.place, self.lead_block = entered(self.place, heading, found.words, style_of(line, found.words)), self.block
        if rest.text:
            self._rest(rest, line, found.words)

    def _rest(self, rest: Folded, line: Line, label: str) -> None:
        """What stands on the heading's own line: perhaps a lead-in, perhaps another heading, else the first clause."""
        lead = read_lead(rest.text, bulleted=False)
        if lead and self._lead(lead):
            return
        inner = find_heading(rest, "")
        if inner and inner.heading.part == self.place.part and inner.rest < len(rest.text):
            self._heading(inner, changed(line, folded=rest, bullet=""))
            return
        self._text(changed(line, folded=rest, bullet="", inner=False), label=label)

    def _lead(self, lead: Lead) -> bool:
        """Take a lead-in, if it is one here."""
        place = self.place
        if lead.part == "application":
            place = Place(part="application")
        elif lead.part == "duties":
            if place.part in _ASKING:
                return False
            place = place if place.part == "summary" else changed(place, part="duties")
        elif lead.part == "competencies":
            named = place.part in _ASKING or "competenc" in lead.text.lower()
            if not named and (place.part not in _OPENING or "value" in lead.text.lower() or "behavio" in lead.text.lower()):
                return False
            place = changed(place, part="competencies", importance=None) if named else Place(part="qualifications")
        elif place.part not in _ASKING and not lead.certain:
            if lead.part != "qualifications" or place.part in ("application", "contract", "security"):
                return False
            if place.part == "other" and any(clause.part == "qualifications" for clause in self.clauses):
                return False
            place = Place(part="qualifications")
        elif place.part not in _ASKING:
            place = Place(part="qualifications")
        elif place.part == "competencies" and lead.part == "qualifications" and lead.importance == "desirable":
            place = changed(place, part="qualifications")
        known = place.known and place.part == self.place.part
        self.place, self.lead_block = changed(place, lead=lead, known=known), self.block
        return True

    def _unknown(self, line: Line, *, ends: bool) -> None:
        """A heading not in the vocabulary ends the lead-in; one in capitals, else set like the part's own, ends the part."""
        style = style_of(line, line.text)
        alike = style.removesuffix("colon") == (self.place.opener or "").removesuffix("colon")
        if ends or (self.place.part in _ASKING and alike and "capitals" in style):
            self.place = Place(part="other", heading=line.text, opener=style)
            return
        self.place = changed(self.place, lead=None, topic=None, heading=line.text.rstrip(" :"))
        self._add(line.folded, line, part="other" if self.place.part in _ASKING else self.place.part)

    def _text(self, line: Line, label: str = "") -> None:
        folded, lower = line.folded, line.folded.lower
        if self.place.part == "masthead" and len(lower) > _PARAGRAPH:
            self.place = Place(part="summary")
        item = folded.text.endswith(";") or (folded.offsets[0] in self.items and self.place.part == "qualifications")
        if self.place.part == "masthead":
            self._add(folded, line, label=label or label_of(folded.text))
        elif line.bullet or line.inner or item:
            if self.place.part in _WORKING and is_stray(lower, listed=bool(line.bullet)):
                self.place = Place(part="qualifications")
            self._add(folded, line, label=label, listed=True, part=self._own_part(folded, listed=True))
        else:
            self._paragraph(folded, line, label)

    def _paragraph(self, folded: Folded, line: Line, label: str) -> None:
        """Running text, a clause a sentence; one of a known foreign kind ends the qualifications."""
        stray = self.strayed = self.place.part not in _ASKING and is_stray(folded.lower, listed=False, on=self.strayed)
        parts = list(sentences(folded))
        for number, sentence in enumerate(parts, start=1):
            opens = read_lead(sentence.text, bulleted=False) if number == len(parts) > 1 else None
            if opens and self._lead(opens):  # "We are few. You will need:"
                return
            if self.place.part in _ASKING and closes(sentence.lower):
                self.place = Place(part="other", heading=self.place.heading)
            states = stray and not is_foreign(sentence, listed=False)
            part = "qualifications" if states else self._own_part(sentence, listed=False)
            self._add(sentence, line, label=label, part=part, told=states and is_stray(sentence.lower, listed=False))

    def _own_part(self, folded: Folded, *, listed: bool) -> Part:
        """The part that a clause shows by its own words, else that of the place."""
        here = self.place.part
        if here in _AFTER and states_alone(folded.lower):
            return "qualifications"
        if here == "qualifications" and self.words.pattern("levelled").search(folded.lower):
            return "competencies"
        return "other" if here in _ASKING and is_foreign(folded, listed=listed) else here

    def _add(
        self,
        folded: Folded,
        line: Line,
        *,
        label: str = "",
        listed: bool = False,
        heading: Heading | None = None,
        part: Part | None = None,
        told: bool = False,
    ) -> None:
        folded = without_closing(folded)
        if not folded.text[:1].isalnum() and not any(map(str.isalnum, folded.text)):
            return
        place, lead = self.place, self.place.lead
        importance: Importance | None = lead.importance if lead and lead.importance else place.importance
        topic = place.topic
        if label and heading is None and place.part == "masthead":
            heading = read_heading(label)
        if heading is not None and heading.part in ("qualifications", "security"):
            importance, topic = heading.importance or importance, heading.topic
        near = self.block - self.lead_block <= 1
        told = told or heading is not None or place.known or (near and (lead is not None or place.tier is not None))
        before = " ".join(self.last)[-_BEFORE:]
        of_place = (importance, topic, place.heading, lead.text if lead else "", label)
        where = (listed or bool(line.bullet), len(self.clauses), self.block)
        self.clauses.append(Clause(folded, part or place.part, *of_place, *where, before=before, told=told))
        self.last = (self.last[-1], folded.text) if self.last else (folded.text,)
        if place.fresh:
            self.place = changed(place, fresh=False)
