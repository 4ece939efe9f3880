"""Other posts that a portal names under a notice ("Similar jobs"): they are none of its business."""

from __future__ import annotations

from collections.abc import Sequence

from fitscore.notices.lines import Line
from fitscore.notices.model import Remark
from fitscore.vocabulary import load

_LONGEST = 80
_EDGES = " :.!>-"
_FEWEST = 3  # requirements above a title over other posts


def before_other_posts(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Remark, ...]]:
    """The notice's own lines, and a remark on those left out: from a title over other posts on, once requirements stand above."""
    title = load("sections").pattern("other_posts")
    for index, line in enumerate(lines):
        if not title.may_match(line.folded.lower):
            continue
        lower = line.folded.lower.strip(_EDGES)
        if len(lower) <= _LONGEST and title.search(lower) and _asked(lines[:index]) >= _FEWEST:
            start, end = line.folded.offsets[0], lines[-1].folded.offsets[-1] + 1
            message = f"what stands under “{line.text[:60]}” is about other posts and was left out"
            return lines[:index], (Remark(code="other_posts", message=message, start=start, end=end),)
    return lines, ()


def _asked(lines: Sequence[Line]) -> int:
    """How many lines read like requirements."""
    requirement = load("sections").pattern("evidence.requirement")
    return sum(requirement.search(line.folded.lower.strip(_EDGES)) is not None for line in lines)
