"""Where in the notice the reading stands, and how headings move it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from fitscore.notices.headings import Heading
from fitscore.notices.leads import Lead
from fitscore.notices.lines import Line
from fitscore.notices.model import Importance, Part


@dataclass(frozen=True, slots=True)
class Place:
    """The part, and what its headings and lead-in say.

    ``opener``: how the heading that opened the part is set; ``tier``: how the one that gave the importance is set, None
    where none did; ``nested``: how the headings directly under that one are set; ``fresh``: no clause yet since a heading.
    """

    part: Part = "masthead"
    importance: Importance | None = None
    topic: str | None = None
    heading: str = ""
    lead: Lead | None = None
    opener: str = ""
    tier: str | None = None
    nested: frozenset[str] = field(default_factory=frozenset)
    fresh: bool = False


def entered(place: Place, heading: Heading, words: str, style: str) -> Place:
    """The place after a heading: a new part, or a sub-heading that inherits what its own words do not say."""
    tier = style if heading.importance else None
    if heading.part != place.part or heading.part != "qualifications":
        return Place(heading.part, heading.importance, heading.topic, words, None, style, tier, frozenset(), True)
    if heading.importance:
        return replace(
            place,
            importance=heading.importance,
            topic=heading.topic,
            heading=words,
            lead=None,
            tier=style,
            nested=frozenset(),
            fresh=True,
        )
    as_opener = style == place.opener and not place.fresh
    inherits = place.fresh or style in place.nested or (style != place.tier and not as_opener)
    return replace(
        place,
        importance=place.importance if inherits else None,
        topic=heading.topic,
        heading=words,
        lead=None,
        nested=place.nested | {style} if place.fresh else place.nested,
        fresh=True,
    )


def style_of(line: Line, words: str) -> str:
    """How a heading is set; headings of one style are of one level."""
    letters = "capitals" if words.isupper() else "small"
    sign = "number" if line.bullet and line.bullet[-1] in ".)" else line.bullet
    return f"{letters} {sign} {'colon' if line.text.rstrip().endswith(':') else ''}"
