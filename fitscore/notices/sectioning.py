"""From a notice's source to its clauses: what part each stands in, and what its heading and lead-in say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from fitscore.notices.headings import Found, Heading, find_heading, read_heading
from fitscore.notices.leads import Lead, read_lead
from fitscore.notices.lines import Line, read_lines
from fitscore.notices.model import Clause, Importance, Part, Remark
from fitscore.notices.repeats import drop_repeats
from fitscore.notices.sentences import sentences
from fitscore.text import Folded
from fitscore.vocabulary import load

_CLOSING = ("; and", "; or", ", and", ";", ",", "; et", "|")
_HEAD_VALUE = 90
_ASKING: frozenset[Part] = frozenset({"qualifications", "competencies"})


@dataclass(slots=True)
class _Place:
    """Where in the notice the reading stands."""

    part: Part = "masthead"
    importance: Importance | None = None
    topic: str | None = None
    heading: str = ""
    lead: Lead | None = None
    major: str = ""  # the style of the heading that opened the part
    tier_style: str | None = None  # the style of the heading that gave the importance
    nested: set[str] = field(default_factory=set)  # styles seen directly under it
    fresh: bool = False  # a heading stands just before, no clause yet


def section(source: str) -> tuple[tuple[Clause, ...], tuple[Remark, ...]]:
    """The clauses of a notice, in its order, and what looks wrong in the notice itself."""
    reader = _Reader(read_lines(source))
    clauses, remarks = drop_repeats(reader.read())
    return clauses, (*remarks, *_untold(clauses))


class _Reader:
    """Walks over the lines once; only this walk knows the state."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.place = _Place()
        self.clauses: list[Clause] = []
        self.block = 0
        self.last_bullet = ""

    def read(self) -> list[Clause]:
        for index, line in enumerate(self.lines):
            self._line(line, index)
        return self.clauses

    def _line(self, line: Line, index: int) -> None:
        if bool(line.bullet) != bool(self.last_bullet) or (line.gap and not line.bullet):
            self.block += 1
        self.last_bullet = line.bullet
        found = find_heading(line.folded, line.bullet)
        if found and self._accepts(found, line, index):
            self._heading(found, line)
            return
        lead = read_lead(line.text, bulleted=bool(line.bullet) and not line.inner)
        if lead and self._lead(lead):
            return
        if self._is_unknown_heading(line, index):
            self._unknown(line)
            return
        self._text(line)

    def _accepts(self, found: Found, line: Line, index: int) -> bool:
        """Whether a heading that could be one is one here."""
        heading, rest = found.heading, line.text[found.rest :]
        here = self.place.part
        if (
            here == "masthead"
            and rest
            and len(rest) < _HEAD_VALUE
            and heading.part in ("qualifications", "duties", "contract", "other")
        ):
            return False
        if rest and line.bullet and heading.part != "qualifications":
            return line.bullet[0].isdigit() or line.text[:4].isupper()
        if heading.part == "duties" and line.bullet and here in _ASKING and not line.text.isupper():
            return False
        if not heading.weak or here in _ASKING:
            return not (here == "competencies" and heading.weak and line.bullet and not self._evidence(heading, rest, index))
        return self._evidence(heading, rest, index)

    def _evidence(self, heading: Heading, rest: str, index: int) -> bool:
        """Whether what follows reads like requirements of that topic."""
        name = "evidence.education" if heading.topic == "education" else "evidence.requirement"
        pattern = load("sections").pattern(name)
        following = [rest] if rest else [line.text for line in self.lines[index + 1 : index + 3]]
        return any(pattern.search(text.lower()) for text in following)

    def _heading(self, found: Found, line: Line) -> None:
        heading, rest = found.heading, line.folded.cut(found.rest, len(line.text))
        style = _style(line, found.words)
        if line.bullet and rest.text and heading.part == self.place.part == "qualifications":
            self._add(rest, line, label=found.words, heading=heading)
            return
        self.place = _entered(self.place, heading, found.words, style)
        if rest.text:
            self._rest(rest, line, found.words)

    def _rest(self, rest: Folded, line: Line, label: str) -> None:
        """What stands on the heading's own line: perhaps a lead-in, perhaps another heading, else the first clause."""
        lead = read_lead(rest.text, bulleted=False)
        inner = find_heading(rest, "")
        if lead and self._lead(lead):
            return
        if inner and inner.heading.part == self.place.part and inner.rest < len(rest.text):
            self._heading(inner, replace(line, folded=rest, bullet=""))
            return
        self._text(replace(line, folded=rest, bullet="", inner=False), label=label)

    def _lead(self, lead: Lead) -> bool:
        place = self.place
        if lead.part == "duties":
            if place.part in _ASKING:
                return False
            place.part = place.part if place.part == "summary" else "duties"
        elif lead.part == "competencies":
            if place.part not in _ASKING:
                return False
            place.part, place.importance = "competencies", None
        elif place.part not in _ASKING:
            if lead.part != "qualifications" or place.part in ("application", "contract", "security"):
                return False
            self.place = place = _Place(part="qualifications")
        elif place.part == "competencies" and lead.part == "qualifications" and lead.importance == "desirable":
            place.part = "qualifications"
        place.lead = lead
        return True

    def _is_unknown_heading(self, line: Line, index: int) -> bool:
        text = line.text
        if (
            line.bullet
            and not (text.isupper() and len(text) > 6)
            or len(text) > 70
            or len(text.split()) > 8
            or not text[:1].isupper()
        ):
            return False
        if text.endswith((".", ";", ",", "!", "?")) or any(char.isdigit() for char in text):
            return False
        following = self.lines[index + 1] if index + 1 < len(self.lines) else None
        if following is None or self.place.part in ("masthead", "other"):
            return False
        return text.endswith(":") or (text.isupper() and len(text) > 6) or (bool(following.bullet) and not line.bullet)

    def _unknown(self, line: Line) -> None:
        """A heading not in the vocabulary ends the lead-in; one of the style of the part's own heading ends the part."""
        place, style = self.place, _style(line, line.text)
        if place.part in _ASKING and style == place.major and "capitals" in style:
            self.place = _Place(part="other", heading=line.text, major=style)
            return
        place.lead, place.topic, place.heading = None, None, line.text.rstrip(" :")
        self._add(line.folded, line, quiet=True)

    def _text(self, line: Line, label: str = "") -> None:
        folded, place = line.folded, self.place
        if place.part == "masthead":
            self._add(folded, line, label=label or _label(folded.text))
            return
        listed = bool(line.bullet) or line.inner or folded.text.endswith(";")
        if listed:
            self._add(folded, line, label=label, listed=True)
            return
        for sentence in sentences(folded):
            self._add(sentence, line, label=label)

    def _add(
        self,
        folded: Folded,
        line: Line,
        *,
        label: str = "",
        listed: bool = False,
        heading: Heading | None = None,
        quiet: bool = False,
    ) -> None:
        folded = _trimmed(folded)
        if not any(char.isalnum() for char in folded.text):
            return
        place = self.place
        lead = place.lead
        importance: Importance | None = lead.importance if lead and lead.importance else place.importance
        topic = place.topic
        if label and heading is None and place.part == "masthead":
            heading = read_heading(label)
        if heading is not None and heading.part in ("qualifications", "security"):
            importance, topic = heading.importance or importance, heading.topic
        self.clauses.append(
            Clause(
                folded,
                "other" if quiet and place.part in _ASKING else place.part,
                importance,
                topic,
                place.heading,
                lead.text if lead else "",
                label,
                listed or bool(line.bullet),
                len(self.clauses),
                self.block,
            )
        )
        place.fresh = place.fresh and quiet


def _entered(place: _Place, heading: Heading, words: str, style: str) -> _Place:
    """The place after a heading: a new part, or a sub-heading that inherits what its own words do not say."""
    if heading.part != place.part or heading.part != "qualifications":
        return _Place(
            heading.part,
            heading.importance,
            heading.topic,
            words,
            None,
            style,
            style if heading.importance else None,
            set(),
            True,
        )
    if heading.importance:
        return replace(
            place,
            importance=heading.importance,
            topic=heading.topic,
            heading=words,
            lead=None,
            tier_style=style,
            nested=set(),
            fresh=True,
        )
    inherits = place.fresh or style in place.nested or style != place.tier_style
    nested = place.nested | {style} if place.fresh else place.nested
    return replace(
        place,
        importance=place.importance if inherits else None,
        topic=heading.topic,
        heading=words,
        lead=None,
        nested=nested,
        fresh=True,
    )


def _style(line: Line, words: str) -> str:
    """How a heading is set; headings of one style are of one level."""
    letters = "capitals" if words.isupper() else "small"
    sign = "number" if line.bullet and line.bullet[-1] in ".)" else line.bullet
    return f"{letters} {sign} {'colon' if line.text.rstrip().endswith(':') else ''}"


def _label(text: str) -> str:
    colon = text.find(":", 1, 50)
    return text[:colon].strip() if colon > 0 and len(text[:colon].split()) <= 6 else ""


def _trimmed(folded: Folded) -> Folded:
    """Without the closing sign of a list item."""
    for closing in _CLOSING:
        if folded.lower.endswith(closing):
            return folded.cut(0, len(folded.text) - len(closing))
    return folded


def _untold(clauses: tuple[Clause, ...]) -> tuple[Remark, ...]:
    """A remark where no word of the qualifications tells essential from desirable."""
    asked = [c for c in clauses if c.part == "qualifications"]
    words = load("sections").pattern("told")
    if len(asked) < 3 or any(c.importance or words.search(c.lower) for c in asked):
        return ()
    first, last = asked[0].quote(), asked[-1].quote()
    message = "the qualifications do not say which are essential and which desirable; all count as essential"
    return (Remark(code="importance_not_told_apart", message=message, start=first.start, end=last.end),)
