"""Labelled fields laid out anew: several run together in one line, a label and its value in two lines or two cells of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from fitscore.notices.fields import label_names, labels_with_colon
from fitscore.notices.headings import find_heading, may_announce, read_heading
from fitscore.notices.lines import Line
from fitscore.text import Folded

_HEAD = 70
_NEAR = 8
_PARAGRAPH = 220
_LONGEST_VALUE = 90
_LONGEST_LABEL = 50


def apart(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; one near the head that holds several labels with their values is as many lines."""
    for index, line in enumerate(lines):
        near = index < _HEAD and line.folded.text.count(":") > 1
        starts = [at for at in labels_with_colon(line.folded.lower) if line.text[at].isupper()] if near else []
        if len(starts) < 2 or len(line.text) > _LONGEST_VALUE * len(starts) or find_heading(line.folded, "") is not None:
            yield line
            continue
        for start, end in pairwise(sorted({0, *starts, len(line.text)})):
            yield replace(line, folded=line.folded.cut(start, end), gap=line.gap and start == 0)


def fields_follow(lines: Sequence[Line], index: int) -> bool:
    """Whether behind a line the labelled fields of a notice's head are still to come."""
    following = lines[index + 1 : index + 1 + _NEAR]
    return sum(0 in labels_with_colon(line.folded.lower) for line in following) > 1


def with_values(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, near the head each label in one line with the value that stands behind it ("Grade", "P-4")."""
    index, near = 0, True
    while index < len(lines):
        line, below = lines[index], lines[index + 1] if index + 1 < len(lines) else None
        near = near and index < _HEAD and len(line.text) <= _PARAGRAPH
        if near and below and (_is_row(lines, index) or (_is_label(line) and _is_value(below, line))):
            yield Line(labelled(line.folded, below.folded), gap=line.gap)
            index += 2
            continue
        yield _with_cells(line) if near and not line.bullet and ":" not in line.text else line
        index += 1


def _with_cells(line: Line) -> Line:
    """The line with a colon between its label and its value, where they are the cells of a table ("Grade | P-4")."""
    for cell in reversed(list(_cell_ends(line.folded))):
        label, value = line.folded.cut(0, cell), line.text[cell:].lstrip(" |")
        if value and _is_label(replace(line, folded=label)):
            return replace(line, folded=labelled(label, line.folded.cut(len(line.text) - len(value), len(line.text))))
    return line


def _is_row(lines: Sequence[Line], index: int) -> bool:
    """Whether a line and the next are the two cells of one row of a table, the first of them short."""
    if not _same_row(lines[index], lines[index + 1]):
        return False
    if len(lines[index].text) > _LONGEST_LABEL or len(lines[index + 1].text) > _LONGEST_VALUE:
        return False
    before = index > 0 and _same_row(lines[index - 1], lines[index])
    behind = index + 2 < len(lines) and _same_row(lines[index + 1], lines[index + 2])
    return not before and not behind


def _same_row(left: Line, right: Line) -> bool:
    if not left.bullet == right.bullet == "|":
        return False
    return len(left.folded.source[left.folded.offsets[-1] : right.folded.offsets[0]].splitlines()) == 1


def _cell_ends(folded: Folded) -> Iterator[int]:
    """Where the first cell of a line may end: at a bar, a tab, or two blanks."""
    head, offsets = folded.text[:_LONGEST_LABEL], folded.offsets
    if isinstance(offsets, range) and "|" not in head and "\t" not in folded.source[offsets[0] : offsets[-1]]:
        return  # nothing was left out between its signs
    for at, char in enumerate(head):
        if char == "|":
            yield at
        elif char == " " and at + 1 < len(folded.text):
            gap = folded.source[folded.offsets[at] : folded.offsets[at + 1]]
            if "\t" in gap or len(gap) > 1:
                yield at


def _is_label(line: Line) -> bool:
    words = line.folded.lower.strip(" :")
    if line.bullet not in ("", "|") or len(words) > _LONGEST_LABEL or not line.text[0].isupper():
        return False
    if words in label_names():
        return True
    heading = read_heading(words) if may_announce("security", words) else None
    return heading is not None and heading.part == "security"


def _is_value(line: Line, label: Line) -> bool:
    """Whether a line can be the value of the label above it: short, no sentence, no label or heading itself."""
    if line.bullet != label.bullet or len(line.text) > _LONGEST_VALUE or line.text.endswith((".", ":", ";")):
        return False
    known = line.folded.lower.strip(" :") in label_names() or 0 in labels_with_colon(line.folded.lower)
    return not known and find_heading(line.folded, "") is None


def labelled(label: Folded, value: Folded) -> Folded:
    """Label and value as one passage, a colon between them."""
    bare = label.cut(0, len(label.text.rstrip(" :")))
    between = bare.offsets[-1] + 1
    text, lower = f"{bare.text}: {value.text}", f"{bare.lower}: {value.lower}"
    return Folded(label.source, text, lower, [*bare.offsets, between, between, *value.offsets])
