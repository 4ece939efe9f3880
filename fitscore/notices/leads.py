"""Lead-ins: the line that opens a list and says how what follows is meant ("The incumbent must:")."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from fitscore.notices.lines import Line
from fitscore.notices.model import Importance, Part
from fitscore.records import working
from fitscore.vocabulary import load

_LONGEST = 260
_OPEN = (" as;", " following;", " include;", " includes;", " are;")  # a semicolon for a colon
_FEWEST_NAMED = 2  # degrees, years and languages among items that are no behaviours
_OPENINGS = ("the following ", "additional assets", "les éléments suivants")
_LONGEST_OPENING = 21  # letters


@working
class Lead:
    """A lead-in: its words, the part it belongs to (``qualifications`` only where it says so alone), the importance it gives.

    ``certain``: requirements follow it wherever it stands ("… (essential qualifications)").
    """

    text: str
    part: Part | None
    importance: Importance | None
    certain: bool = False


def read_lead(text: str, *, bulleted: bool) -> Lead | None:
    """What a line says as a lead-in, or None if it is none; a bulleted line only where it begins like a list of its own."""
    if len(text) > _LONGEST:
        return None
    text = text.rstrip(" -–—")  # ":-"
    text = f"{text[:-1]}:" if text.endswith(_OPEN) else text
    if not (text.endswith((":", ")")) or text[:_LONGEST_OPENING].lower().startswith(_OPENINGS)):
        return None
    lower = text.lower()
    if not (lower.endswith(":") or _closes_as_lead(lower)):
        return None
    if bulleted and not lower.startswith(
        ("the following", "desirable", "desired", "additional", "preferred", "advantage", "asset")
    ):
        return None
    return _read(text, lower)


def by_items(lead: Lead | None, lines: Sequence[Line], index: int) -> Lead | None:
    """The lead-in on this line; over degrees or years one to behaviours ("you must demonstrate:") asks for these."""
    if lead is None or lead.part != "competencies":
        return lead
    firmly = load("sections").pattern("asks.firmly")
    items = takewhile(lambda line: line.bullet, (lines[number] for number in range(index + 1, len(lines))))
    named = sum(firmly.search(line.folded.lower) is not None for line in items)
    return Lead(lead.text, "qualifications", "essential") if named >= _FEWEST_NAMED else lead


def _read(text: str, lower: str) -> Lead | None:
    words = load("sections")
    if words.pattern("lead.competencies").search(lower):
        return Lead(text, "competencies", None)
    if words.pattern("lead.application").search(lower):
        return Lead(text, "application", None)
    asks = any(words.pattern(f"lead.{name}").search(lower) for name in ("possess", "asks"))
    certain = words.pattern("lead.bracketed").search(lower) is not None
    if words.pattern("lead.desirable").search(lower):
        return Lead(text, "qualifications" if asks else None, "desirable", certain)
    if words.pattern("lead.essential").search(lower):
        return Lead(text, "qualifications" if asks else None, "essential", certain)
    if words.pattern("lead.duties").search(lower):
        return Lead(text, "duties", None)
    if words.pattern("lead.neutral").search(lower):
        return Lead(text, "qualifications" if asks else None, None)
    favour = words.pattern("lead.favour").search(lower)
    return Lead(text, "qualifications", "desirable" if favour else "essential") if asks else None


def _closes_as_lead(lower: str) -> bool:
    """ "The following would be considered an advantage" is a lead-in even where its colon is lost."""
    if load("sections").pattern("lead.bracketed").search(lower):
        return True
    return lower.startswith(_OPENINGS) and len(lower) < 110
