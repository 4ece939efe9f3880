"""Other posts that a portal names under a notice ("Similar jobs"): they are none of its business."""

from __future__ import annotations

from collections.abc import Sequence

from fitscore.notices.lines import Line
from fitscore.notices.model import Remark
from fitscore.vocabulary import load

_LONGEST = 80


def before_other_posts(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[Remark, ...]]:
    """The notice's own lines, and a remark on those left out: from a title over other posts on, once requirements stand above."""
    words = load("sections")
    asked = 0
    for index, line in enumerate(lines):
        lower = line.folded.lower.strip(" :.!>-")
        if asked >= 3 and len(lower) <= _LONGEST and words.pattern("other_posts").search(lower):
            start, end = line.folded.offsets[0], lines[-1].folded.offsets[-1] + 1
            message = f"what stands under “{line.text[:60]}” is about other posts and was left out"
            return lines[:index], (Remark(code="other_posts", message=message, start=start, end=end),)
        asked += bool(words.pattern("evidence.requirement").search(lower))
    return lines, ()
