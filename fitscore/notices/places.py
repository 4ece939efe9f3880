"""Where in the notice the reading stands, and how headings move it."""

from __future__ import annotations

from dataclasses import field

from fitscore.notices.headings import Heading
from fitscore.notices.leads import Lead
from fitscore.notices.lines import Line
from fitscore.notices.model import Importance, Part
from fitscore.records import changed, working
from fitscore.vocabulary import load


@working
class Place:
    """The part, and what its headings and lead-in say.

    ``opener``: how the heading that opened the part is set; ``tier``: how the one that gave the importance is set, None
    where none did; ``nested``: how the headings directly under that one are set; ``last``: how the last heading is set;
    ``above``: how the one before the one that gave the importance is; ``fresh``: no clause yet since a heading;
    ``known``: a heading of the vocabulary opened the part.
    """

    part: Part = "masthead"
    importance: Importance | None = None
    topic: str | None = None
    heading: str = ""
    lead: Lead | None = None
    opener: str = ""
    tier: str | None = None
    nested: frozenset[str] = field(default_factory=frozenset)
    last: str = ""
    above: str = ""
    fresh: bool = False
    known: bool = False


def entered(place: Place, heading: Heading, words: str, style: str) -> Place:
    """The place after a heading: a new part, or a sub-heading that inherits what its own words do not say."""
    tier = style if heading.importance else None
    as_lead = heading.importance is not None and words.lower().startswith("the following")  # it covers its own list only
    if heading.part != place.part or heading.part != "qualifications":
        return Place(
            heading.part, heading.importance, heading.topic, words, None, style, tier, last=style, fresh=True, known=not as_lead
        )
    below = changed(place, topic=heading.topic, heading=words, lead=None, last=style, fresh=True, known=not as_lead)
    if heading.importance:
        above = place.above if place.last == place.tier or place.last in place.nested else place.last
        return changed(below, importance=heading.importance, tier=style, nested=frozenset(), above=above)
    if place.tier is None:
        return below
    if place.fresh:
        return changed(below, nested=place.nested | {style})
    return below if style in place.nested or not _is_level(place, style) else changed(below, importance=None)


def part_of_label(here: Part, heading: Heading, words: str, *, bulleted: bool) -> Part | None:
    """The part of what stands on a heading's own line where it is a label that opens nothing; None where it opens a part."""
    if bulleted and heading.part == here == "qualifications":
        return here
    if here in ("qualifications", "summary", "duties") and words.lower() in load("sections").table("notes"):
        return "other"
    return "security" if here == "masthead" and heading.part == "security" else None


def _is_level(place: Place, style: str) -> bool:
    """Whether a heading so set stands level with the one that gave the importance, or above it."""
    outranked = "capitals" in (place.tier or "") and "capitals" not in style
    return style in (place.tier, place.opener) or (style == place.above and not outranked)


def style_of(line: Line, words: str) -> str:
    """How a heading is set; headings of one style are of one level."""
    letters = "capitals" if words.isupper() else "small"
    sign = "number" if line.bullet and line.bullet[-1] in ".)" else line.bullet
    return f"{letters} {sign} {'colon' if line.text.rstrip().endswith(':') else ''}"


def label_of(text: str) -> str:
    """The few words before a colon with which a line of the head begins; "" where there are none."""
    colon = text.find(":", 1, 50)
    return text[:colon].strip() if colon > 0 and len(text[:colon].split()) <= 6 else ""
