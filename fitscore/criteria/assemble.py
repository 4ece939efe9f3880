"""The pass over a whole notice: every kind reads every clause, then what they found is put together.

Structured kinds read the whole clause first. What they leave is read in pieces by the free kinds; a piece that holds
something structured gives nothing more unless it states a skill of its own. Then repeats are joined, roads of degree and
years tied, and contradictions named.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from fitscore import vocabulary
from fitscore.criteria.across import across
from fitscore.criteria.base import Criterion
from fitscore.criteria.behaviours import Behaviours, behaviours_of, skill_parts
from fitscore.criteria.capability import Capability
from fitscore.criteria.choices import join_choices
from fitscore.criteria.degree_roads import join_roads
from fitscore.criteria.experience import Experience
from fitscore.criteria.free import asks_nothing, free_kind, says_skill
from fitscore.criteria.importance import stated_importance, unasked
from fitscore.criteria.management import Management
from fitscore.criteria.matters import lists_of, take_line, with_list
from fitscore.criteria.preferences import of_experience
from fitscore.criteria.remarks import remarks_on
from fitscore.criteria.repeats import Found, join_repeats
from fitscore.criteria.splitting import Piece, part_of, pieces, sentences, trimmed
from fitscore.criteria.stated_years import PRECEDING, names_years, stated_years
from fitscore.criteria.structured import FREE, structured
from fitscore.notices.model import Clause, Importance, Notice, Remark
from fitscore.records import working

LEARNED = "model.clause"
"""The ``pattern`` of a statement that is a requirement because the clause model says so."""
_STATED_BY: dict[str | None, tuple[type[Criterion], ...]] = {
    "management": (Management,),
    "experience": (Experience,),
    "capability": (Capability,),
}
_ASKING = ("qualifications", "competencies")
_NAME = 4  # blanks that a label before a dash does not reach
_REST = 20  # letters that the rest of a piece beside something structured needs, to be read at all


def extract_criteria(notice: Notice) -> tuple[tuple[Criterion, ...], tuple[Remark, ...]]:
    """What a notice asks for, in its order and with ids, and what looks wrong in it."""
    found: list[Found] = []
    behaviours = behaviours_of(notice)
    lists = lists_of(notice)
    content: set[int] = set()
    for clause in notice.clauses:
        if clause.number in content or take_line(clause, found):
            continue
        asked = with_list(_of_clause(clause, behaviours), lists.get(clause.number, ()))
        found += [Found(criterion, clause) for criterion in asked]
        content.update(item.number for item in lists.get(clause.number, ()) if asked)
    together = join_roads(join_choices(join_repeats(found), notice), notice)
    criteria = _numbered(across(together, notice))
    return criteria, remarks_on(criteria, notice)


@working
class _Unit:
    """Pieces of one clause that are read as one, with their importance."""

    start: int
    end: int
    importance: Importance


def _of_clause(clause: Clause, behaviours: Behaviours) -> list[Criterion]:
    """What one clause asks for."""
    asking = clause.part in _ASKING
    field = bool(clause.label) and clause.topic is not None
    found = _asked(clause, structured(clause, anywhere=not asking and not field))
    if not asking and not field:
        return found
    years = _asked(clause, _years(clause))
    if not asking or behaviours.told_in(clause):
        return [*found, *years]
    taken = [*found, *years]
    free = of_experience([c for part in skill_parts(clause, behaviours) for c in _free(part, taken)], taken)
    return [*taken, *([c.model_copy(update={"pattern": LEARNED}) for c in free] if clause.learned else free)]


def _asked(clause: Clause, found: list[Criterion]) -> list[Criterion]:
    """Without what stands in a sentence that says only that it is not required."""
    if not found or " no" not in f" {clause.lower}":
        return found
    spans = [span for span in sentences(clause) if unasked(clause.lower[span[0] : span[1]])]
    waived = [range(clause.folded.offsets[start], clause.folded.offsets[end - 1] + 1) for start, end in spans]
    return [c for c in found if not any(c.start in span for span in waived)]


def _years(clause: Clause) -> list[Criterion]:
    """The years that a clause asks for; its preferences are read on their own. They may nest in a degree's words."""
    out: list[Criterion] = []
    if not names_years(clause.lower):
        return out
    for piece in pieces(clause):
        if not names_years(clause.lower[piece.start : piece.end]):
            continue
        part = part_of(clause, piece.start, piece.end, importance=piece.importance)
        if not stated_years(part):
            continue
        for kind in (Management, Experience):
            out += [c for c in kind.extract(part) if c.pattern.endswith(".years")]
    return _once(out)


def _once(criteria: Iterable[Criterion]) -> list[Criterion]:
    """Each place once, the first reading of it."""
    kept: dict[tuple[int, int], Criterion] = {}
    for criterion in criteria:
        kept.setdefault((criterion.start, criterion.end), criterion)
    return list(kept.values())


def _free(clause: Clause, taken: list[Criterion]) -> list[Criterion]:
    """The free requirements of a clause: its pieces that hold nothing structured, joined where they weigh the same."""
    out: list[Criterion] = []
    for unit in _units(clause, taken):
        part = part_of(clause, unit.start, unit.end, importance=unit.importance)
        readers = FREE if names_years(part.lower) else _STATED_BY.get(free_kind(part), ())
        out += next((found for kind in readers if (found := list(kind.extract(part)))), [])
    return out


def _units(clause: Clause, taken: list[Criterion]) -> list[_Unit]:
    units: list[_Unit] = []
    for piece in pieces(clause):
        if _explains(clause, piece, taken) or _is_label(clause, piece, taken):
            continue
        for start, end in _left_over(clause, piece, taken):
            if asks_nothing(clause.lower[start:end]):
                continue
            importance = piece.importance or clause.importance or "essential"
            if units and units[-1].importance == importance and _adjacent(clause, units[-1].end, start, taken):
                units[-1] = _Unit(units[-1].start, end, importance)
            else:
                units.append(_Unit(start, end, importance))
    return units


def _explains(clause: Clause, piece: Piece, taken: list[Criterion]) -> bool:
    """Whether a piece after a dash, or in a list behind a colon, only lists what the years before it are in.

    As in "12 years in law - sea, air, space", or "12 years with decisions on such matters as: sea law; air law".
    """
    before = clause.text[max(0, piece.start - 3) : piece.start]
    lower = clause.lower[piece.start : piece.end]
    colon = clause.lower.rfind(":", 0, piece.start)
    if before.strip().endswith(";") and colon > 0 and ". " not in clause.lower[colon : piece.start]:
        years = [c for c in taken if c.pattern == "experience.years" and clause.place(colon, colon + 1)[0] < c.end]
        return bool(years) and not (_asks_more(lower) or stated_importance(lower))
    if before[-2:] != "- " or not _touching(clause, max(0, piece.start - 4), piece.start - 2, taken):
        return False
    cue = vocabulary.load("capability").pattern("cue")
    return not (_asks_more(lower) or cue.search(lower) or stated_importance(lower))


def _is_label(clause: Clause, piece: Piece, taken: list[Criterion]) -> bool:
    """Whether a few words before a dash only name what is read behind it ("Language skills - Fluent Danish")."""
    if (
        piece.start
        or clause.lower[piece.start : piece.end].count(" ") >= _NAME
        or clause.lower[piece.end : piece.end + 3] != " - "
    ):
        return False
    stop = clause.lower.find(". ", piece.end)
    behind = _touching(clause, piece.end + 3, stop if stop > 0 else len(clause.lower), taken)
    return bool(behind) and not _touching(clause, 0, piece.end, taken)


def _adjacent(clause: Clause, end: int, start: int, taken: list[Criterion]) -> bool:
    """Whether nothing but blanks and signs stands between two pieces of a clause."""
    return start >= end and not any(map(str.isalnum, clause.text[end:start])) and not _touching(clause, end, start, taken)


def _left_over(clause: Clause, piece: Piece, taken: list[Criterion]) -> list[tuple[int, int]]:
    """What of a piece is still to be read: all of it, or the rest beside something structured where it names a skill."""
    inside = _touching(clause, piece.start, piece.end, taken) if taken else ()
    if not inside:
        return [(piece.start, piece.end)]
    rest = []
    edges = [piece.start, *[edge for span in inside for edge in span], piece.end]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        start, end = _without_joint(clause, start, end)
        if end - start >= _REST and _asks_more(clause.lower[start:end]):
            rest.append((start, end))
    return rest


def _asks_more(lower: str) -> bool:
    """Whether the rest beside something structured states a skill, or a certificate."""
    return says_skill(lower) or bool(vocabulary.load("capability").pattern("certificate").search(lower))


def _without_joint(clause: Clause, start: int, end: int) -> tuple[int, int]:
    """Without the "and", "or", "with" that joined it to what was read already, before it or after it."""
    words = vocabulary.load("capability")
    start, end = trimmed(clause.text, start, max(start, end))
    joint = words.pattern("joint").regex.match(clause.lower, start, end)
    start = joint.end() if joint else start
    after = words.pattern("joint_after").regex.search(clause.lower, max(start, end - 24), end)
    return start, after.start() if after else end


def _touching(clause: Clause, start: int, end: int, taken: list[Criterion]) -> list[tuple[int, int]]:
    """The parts of ``text[start:end]`` that criteria stand on, joined and in order."""
    spans: list[tuple[int, int]] = []
    for criterion in sorted(taken, key=lambda c: (c.start, c.end)):
        first = max(bisect_left(clause.folded.offsets, criterion.start), start)
        last = min(bisect_left(clause.folded.offsets, criterion.end), end)
        if first >= last:
            continue
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return spans


def _numbered(found: list[Found]) -> tuple[Criterion, ...]:
    """Ids in the order of the notice, and ``within`` tied to the years before it."""
    counts = {"essential": 0, "desirable": 0}
    out: list[Criterion] = []
    for item in sorted(found, key=lambda f: (f.criterion.start, f.criterion.end, f.criterion.kind)):
        criterion = item.criterion
        counts[criterion.importance] += 1
        change: dict[str, object] = {"id": f"{criterion.importance[0].upper()}{counts[criterion.importance]}"}
        if isinstance(criterion, Management) and criterion.within == PRECEDING:
            change["within"] = _outer(out)
        out.append(criterion.model_copy(update=change))
    return tuple(out)


def _outer(before: list[Criterion]) -> str | None:
    """The id of the nearest years of experience stated before."""
    years = [c.id for c in before if isinstance(c, Experience) and c.min_years is not None]
    return years[-1] if years else None
