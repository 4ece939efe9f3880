"""Lists that no sign marks: short lines, one under another, none of them a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fitscore.notices.fields import label_names
from fitscore.notices.lines import Line

_FEWEST = 3  # lines of a list
_LONGEST = 160  # letters of an item
_WORDS = 3  # that an item has at least; two alone may be a heading
_OF_FORMS = frozenset(("comments", "comment", "remarks", "remark", "notes", "details", "information"))
"""Words with which the labels of a form end ("Education - further remarks")."""


def unmarked_items(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that stand in such a list: three or more without an empty line between them."""
    items: set[int] = set()
    for run in _runs(lines):
        if len(run) >= _FEWEST:
            items.update(index for index in run if len(lines[index].text.split()) >= _WORDS)
    return frozenset(items)


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    run: list[int] = []
    for index, line in enumerate(lines):
        if line.gap or not _may_be_item(line):
            yield run
            run = []
        if _may_be_item(line):
            run.append(index)
    yield run


def _may_be_item(line: Line) -> bool:
    """Whether a line begins with a capital and ends as an item does, not as a sentence or a heading over others."""
    text = line.text
    if text.rpartition(" ")[2].lower() in _OF_FORMS or _is_field(line.folded.lower):
        return False
    return not line.bullet and text[:1].isupper() and len(text) <= _LONGEST and text[-1].isalnum() and ". " not in text


def _is_field(lower: str) -> bool:
    """Whether a line begins with the label of a field of the head ("number of posts 3")."""
    words = lower.replace(":", " ").split(maxsplit=4)[:4]
    return any(" ".join(words[:count]) in label_names() for count in range(2, len(words) + 1))
