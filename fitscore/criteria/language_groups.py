"""Names of languages that are asked together: neighbours joined by nothing but glue (working types)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from fitscore.criteria.language_terms import Term, words
from fitscore.records import changed, working


@working
class Group:
    """Neighbouring names that are asked together. ``several``: all of them; else one of them. ``level`` 0: none stated yet."""

    kind: str
    names: tuple[str, ...]
    start: int
    end: int
    count: int
    rest: bool = False
    level: int = 0
    scale: str = ""
    first: int = 0
    last: int = 0
    skill: bool = False
    predicate: bool = False
    run: int = 0


def grouped(terms: Sequence[Term], lower: str) -> list[Group]:
    """Names joined by nothing but glue, then cut where only "and" joins an "or" to something else."""
    runs: list[list[Term]] = []
    for term in terms:
        if term.kind in ("level", "knowledge"):
            continue
        if runs and term.kind in ("language", "pool") and _joins(runs[-1][-1], term, terms, lower):
            runs[-1].append(term)
        else:
            runs.append([term])
    return [changed(group, run=number) for number, run in enumerate(runs) for group in _cut(run, lower)]


def _joins(before: Term, term: Term, terms: Sequence[Term], lower: str) -> bool:
    """Whether a name goes on with the one before it: nothing but glue between them, or a pool opening its members."""
    if before.kind not in ("language", "pool") or any(before.end <= t.start < term.start for t in terms if t.kind == "level"):
        return False
    between = lower[before.end : term.start]
    if before.kind == "pool" and term.kind == "language" and joint("opens", between):
        return True
    return len(between) < 60 and joint("glue", between)


def _cut(run: list[Term], lower: str) -> list[Group]:
    """One run of names as groups: "A and B" asks both, "A, B or C" one of them, "A and B/C" is two statements."""
    if len(run) == 1:
        return [_pool_group(run, lower)]
    parts: list[list[Term]] = [[run[0]]]
    joints = [lower[a.end : b.start] for a, b in pairwise(run)]
    if run[0].kind == "pool" and run[1].kind == "language" and not joint("all", joints[0]) and not joint("any", joints[0]):
        return [_pool_group(run, lower, preferred="prefer" in joints[0])]
    mixed = any(joint("any", between) for between in joints) and any(_only_and(between) for between in joints)
    has_pool = any(term.kind == "pool" for term in run)
    for between, term in zip(joints, run[1:], strict=True):
        if _only_and(between) and (mixed or has_pool):
            parts.append([term])
        else:
            parts[-1].append(term)
    return [_list_group(part, lower) for part in parts]


def _only_and(between: str) -> bool:
    return joint("all", between) and not joint("any", between)


def joint(name: str, between: str) -> bool:
    """Whether the words between two terms join them in that way (`joint.*` of the vocabulary)."""
    return words().pattern(f"joint.{name}").search(between) is not None


def _pool_group(run: list[Term], lower: str, *, preferred: bool = False) -> Group:
    """A pool with, perhaps, its members listed behind it: "another UN language (French or Spanish)"."""
    first = run[0]
    listed = tuple(dict.fromkeys(name for term in run[1:] for name in term.names))
    if preferred and first.names:
        listed = ()
    names = listed or first.names
    both = lower.startswith(("both", "two", "bilingual"), first.start) and not listed
    count = len(names) if both and first.kind == "pool" else 1
    return Group(first.kind, names, first.start, run[-1].end, count, rest=first.rest and not listed)


def _list_group(part: list[Term], lower: str) -> Group:
    names = tuple(dict.fromkeys(name for term in part for name in term.names))
    inside = lower[part[0].start : part[-1].end]
    before = lower[max(0, part[0].start - 45) : part[0].start]
    open_member = any(term.kind == "pool" and not term.names for term in part)
    one = joint("any", inside) or joint("one_of", before)
    if "bilingual" in before[-16:]:
        one = False
    count = 1 if one or any(term.kind == "pool" for term in part) else len(names)
    rest = any(term.rest for term in part) and not (open_member and part[0].kind == "language")
    kind = "pool" if rest and len(part) == 1 else "language"
    return Group(kind, () if open_member and not names else names, part[0].start, part[-1].end, max(count, 1), rest=rest)
