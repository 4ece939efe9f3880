"""Headings glued to their neighbours, where a page lost its line ends ("Minimum QualificationsField(s) of EducationLaw.")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from fitscore.notices.headings import read_heading
from fitscore.notices.leads import read_lead
from fitscore.notices.lines import Line
from fitscore.notices.sentences import sentences
from fitscore.vocabulary import load

# A small letter, full stop or bracket straight before a capital; a word straight before a dash and a capital. The rarer
# sign is looked for first, what stands before it second: that is many times faster.
_JOINT = re.compile(r"[A-Z–•-](?:(?<=[a-z.?:)*;\]][A-Z])(?=[a-zA-Z(])|(?<=[a-z)][–•-])(?= [A-Z][a-z]))")
# A note in brackets ("other field(Subjects with a star are essential)") or a sentence ("… in FrenchThe tests are …"),
# glued to what stands before.
_NOTE = re.compile(
    r"[(TAFPCO](?<=[a-z].)(?:(?<=\()(?=[A-Z][^()]{20,90}\))"
    r"|(?:(?<=T)he|(?<=T)his|(?<=A)ll|(?<=F)or|(?<=P)lease|(?<=C)andidates|(?<=A)pplicants|(?<=O)nly) [a-z])"
)
# the code of a skill from a catalogue, glued to the item or the label before it ("CO-EditingIT-Web pages")
_CODE = re.compile(r"[A-Z](?<=[a-z):*].)[A-Z]-(?=[A-Z][A-Za-z])(?<!UN-)(?<!EU-)")
_MAY_BE_GLUED = re.compile(r"[(A-Z–•-](?<=[a-z.?:)*;\]].)")  # what both begin with
_DASH = re.compile(r"[-–•] ?(?=[A-Z])")
_CODED = re.compile(r"[A-Z]{2}-[A-Z]")
_PLAIN = re.compile(r"(?:[^;:.]|\.(?! [A-Z])|(?<=etc)\.)*")  # no more than one sentence, and no list with signs of its own
_FEWEST_ITEMS = 3
_FEWEST_BLANKS = 2  # in an item
_SHORTEST_RUN = 60
_LONGEST = 60
_LONGEST_LABEL = 40
_BEFORE_TAIL = 20
_SHORTEST_TAILED = 24


def unglue(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines, with glued headings on lines of their own."""
    for line in lines:
        pieces = list(_pieces(line)) if _may_be_glued(line.text) else ()
        if len(pieces) < 2:
            yield from _items(line) or _tail(line)
            continue
        for number, (start, end) in enumerate(pieces):
            dash = _DASH.match(line.text, start)
            folded = line.folded.cut(dash.end() if dash else start, end)
            first = number == 0
            coded = not first and _CODED.match(folded.text) is not None
            bullet = dash.group().strip() if dash else (line.bullet if first else "-" * coded)
            if folded.text:
                yield Line(folded, bullet, line.gap or not (first or coded), line.inner and first)


def _may_be_glued(text: str) -> bool:
    if _MAY_BE_GLUED.search(text) is None:
        return False
    return _JOINT.search(text) is not None or _NOTE.search(text) is not None


def _pieces(line: Line) -> Iterator[tuple[int, int]]:
    """Where the line is cut: around each stretch between two joints that is a heading, as a whole."""
    text = line.text
    joints = [hit.start() for hit in _JOINT.finditer(text) if not _after_label(text, hit.start())]
    notes = [hit.start() for pattern in (_NOTE, _CODE) for hit in pattern.finditer(text)]
    if not joints:
        return pairwise(sorted({0, *notes, len(text)}))
    edges = [0, *joints, len(text)]
    cuts = {0, len(text)}
    for start, end in pairwise(edges):
        if end - start <= _LONGEST and (start, end) != (0, len(text)) and _is_heading(text[start:end]):
            cuts.update((start, end))
    return pairwise(sorted(cuts.union(notes)))


def _after_label(text: str, joint: int) -> bool:
    """Whether a joint is that of a label and its value ("Functional level:Professional")."""
    label = text[: joint - 1]
    return text[joint - 1] == ":" and len(label) <= _LONGEST_LABEL and read_heading(label) is None and label.count(".") == 0


def _is_heading(words: str) -> bool:
    return words[:1].isupper() and len(words) > 3 and not words.endswith(".") and read_heading(words) is not None


def _items(line: Line) -> tuple[Line, ...]:
    """The items of a list whose line ends are lost ("Sound health Knowledge of tides Ability to swim"); none for another line."""
    text = line.text
    if line.bullet or len(text) < _SHORTEST_RUN or not _PLAIN.fullmatch(text):
        return ()
    halfway = load("sections").table("halfway")
    cuts = [0, *(hit.end() for hit in _opener().finditer(text) if hit["before"] not in halfway), len(text)]
    pieces = list(pairwise(cuts))
    if len(pieces) < _FEWEST_ITEMS or any(text.count(" ", start, end) < _FEWEST_BLANKS for start, end in pieces):
        return ()
    return tuple(Line(line.folded.cut(start, end), "-", line.gap and not start) for start, end in pieces)


@cache
def _opener() -> re.Pattern[str]:
    """A small word before one with a capital that opens a requirement."""
    words = "|".join(sorted(str(word).capitalize() for word in load("sections").table("openers")))
    return re.compile(rf"\b(?P<before>[a-z]{{2,30}})\.? (?=(?:{words}) [a-z(])")


def _tail(line: Line) -> tuple[Line, ...]:
    """A heading after the last sentence of an item ("… web tools. Desired skills") is a line of its own."""
    text = line.text
    if text.endswith(":"):
        return _lead_apart(line)
    if len(text) < _SHORTEST_TAILED or text.endswith((".", ";")):
        return (line,)
    last_stop = max(text.rfind(". ", 0, len(text) - 2), text.rfind("; ", 0, len(text) - 2))
    words = text[last_stop + 2 :]
    if last_stop < _BEFORE_TAIL or len(words) > 100 or len(words.split()) < 2 or not words[:1].isupper():
        return (line,)
    whole = list(sentences(line.folded))
    heading = read_heading(words)
    if heading is None or heading.weak or whole[-1].text != words:
        return (line,)
    return replace(line, folded=line.folded.cut(0, last_stop + 1)), Line(line.folded.cut(last_stop + 2, len(text)), "", True)


def _lead_apart(line: Line) -> tuple[Line, ...]:
    """A lead-in at the end of a paragraph ("… in Rome. The candidate must have:") is a line of its own."""
    whole = list(sentences(line.folded))
    if len(whole) < 2 or read_lead(whole[-1].text, bulleted=False) is None:
        return (line,)
    return replace(line, folded=line.folded.cut(0, len(line.text) - len(whole[-1].text))), Line(whole[-1], "", True)
