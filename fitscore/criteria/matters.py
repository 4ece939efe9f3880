"""What a degree or experience is in, where it stands in lines of its own below the requirement.

"A degree in one of the following areas:" and the list below it are one requirement, and so are a degree and the line
"Areas: law, economics" behind it. The lines are its content: fields of the degree, or the domain of the experience.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from fitscore import vocabulary
from fitscore.criteria.base import Criterion
from fitscore.criteria.capability import Capability
from fitscore.criteria.degree import Degree
from fitscore.criteria.degree_fields import listed_fields
from fitscore.criteria.experience import Experience
from fitscore.criteria.free import says_skill
from fitscore.criteria.importance import stated_importance
from fitscore.criteria.language import Language
from fitscore.criteria.repeats import Found
from fitscore.notices.model import Clause, Notice
from fitscore.text import lower_same_length
from fitscore.vocabulary.languages import language_name

_PARTS = ("qualifications", "competencies")
_MARGIN = 24  # characters before an item in which its sign stands
_NEAR = 3  # clauses within which a line of fields stands behind what it belongs to
_TEXT = re.compile(r"[,;/]| and | or ")


def lists_of(notice: Notice) -> Mapping[int, tuple[Clause, ...]]:
    """For each opener ("one or more of the following:") the clauses that are its content, by its number."""
    out: dict[int, tuple[Clause, ...]] = {}
    inside: set[int] = set()
    for index, clause in enumerate(notice.clauses):
        if clause.number not in inside and _is_opener(clause):
            out[clause.number] = _content(notice.clauses, index)
            inside.update(item.number for item in out[clause.number])
    return out


def with_list(criteria: Sequence[Criterion], content: Sequence[Clause]) -> list[Criterion]:
    """An opener's criteria, with what the list below it holds."""
    texts = [clause.text.rstrip(" .;,") for clause in content]
    return [_filled(criterion, texts) for criterion in criteria] if texts else list(criteria)


def take_line(clause: Clause, found: list[Found]) -> bool:
    """Whether a clause is a line of fields ("Areas: …") of what stands before it, which then has them."""
    if clause.part not in _PARTS:
        return False
    before = f"{clause.label}: " if clause.label else ""
    label = vocabulary.load("capability").pattern("matter_line").search(lower_same_length(before) + clause.lower)
    place = _owner(clause, found) if label else None
    if label is None or place is None:
        return False
    owner = found[place]
    found[place] = Found(_filled(owner.criterion, [(before + clause.text)[label.end() :]]), owner.clause)
    return True


def _is_opener(clause: Clause) -> bool:
    """Whether a clause is one requirement whose choices are below it."""
    return clause.part in _PARTS and bool(vocabulary.load("capability").pattern("choice_opener").search(clause.lower))


def _content(clauses: Sequence[Clause], index: int) -> tuple[Clause, ...]:
    """The list behind an opener, whichever sign it has; without a list, one line that only names matters."""
    opener, following = clauses[index], clauses[index + 1 :]
    if not following or following[0].part != opener.part or following[0].heading != opener.heading:
        return ()
    first = following[0]
    if first.listed:
        alike = _asks_itself(first)
        inside = takewhile(lambda c: c.listed and c.block == first.block and not _is_opener(c), following)
        own = _sign(opener) if _sign(opener) != _sign(first) else None  # the opener is an item itself, of an outer list
        return tuple(takewhile(lambda c: (alike or not _asks_itself(c)) and (own is None or _sign(c) != own), inside))
    return (first,) if _names_matters(first) else ()


def _sign(clause: Clause) -> str:
    """What sort of sign stands before a clause on its line: "1" for any number, "a" for a letter, else the sign itself."""
    start = clause.place()[0]
    source = clause.folded.source
    sign = source[max(source.rfind("\n", 0, start), start - _MARGIN) + 1 : start].strip(" .)(\t")
    return "1" if sign.isdigit() else "a" if sign.isalpha() and len(sign) == 1 else sign


def _asks_itself(clause: Clause) -> bool:
    """Whether an item is no choice among others: it names a language, or says how much it weighs."""
    return stated_importance(clause.lower) is not None or next(Language.extract(clause), None) is not None


def _names_matters(clause: Clause) -> bool:
    """Whether running text is a mere list of matters ("harbour law; tide science")."""
    cue = vocabulary.load("capability").pattern("cue")
    return bool(_TEXT.search(clause.lower)) and not (
        cue.search(clause.lower) or says_skill(clause.lower) or stated_importance(clause.lower)
    )


def _owner(clause: Clause, found: Sequence[Found]) -> int | None:
    """The place of the degree or the years that a line of fields belongs to: near before it, under its heading.

    Of several degrees it is the one that is essential and has fields at all.
    """
    near = [place for place, before in enumerate(found) if _stands_over(before, clause)]
    main = [
        place for place in near if found[place].criterion.importance == "essential" and not _is_school(found[place].criterion)
    ]
    return max(main or near, default=None)


def _stands_over(before: Found, clause: Clause) -> bool:
    """Whether a degree or years near before a clause stand under the same heading."""
    if clause.number - before.clause.number > _NEAR or not (isinstance(before.criterion, Degree) or _has_years(before.criterion)):
        return False
    return bool(clause.label) or before.clause.heading == clause.heading or clause.topic == before.clause.topic


def _is_school(criterion: Criterion) -> bool:
    return isinstance(criterion, Degree) and criterion.level == "secondary"


def _has_years(criterion: Criterion) -> bool:
    return isinstance(criterion, Experience) and criterion.min_years is not None


def _filled(criterion: Criterion, texts: Sequence[str]) -> Criterion:
    """A criterion with the fields or the domain that other lines name."""
    if isinstance(criterion, Degree):
        named = [field for text in texts for field in listed_fields(text)]
        return criterion.model_copy(update={"fields": tuple(dict.fromkeys([*criterion.fields, *named]))})
    if isinstance(criterion, Language) and not criterion.languages:
        names = filter(None, map(language_name, texts))
        return criterion.model_copy(update={"languages": tuple(dict.fromkeys(names))})
    if isinstance(criterion, Experience):
        return criterion.model_copy(update={"domain": _completed(criterion.domain or "", texts)})
    if isinstance(criterion, Capability):
        return criterion.model_copy(update={"topic": _completed(criterion.topic, texts)})
    return criterion


def _completed(words: str, texts: Sequence[str]) -> str:
    """The words before "in one or more of the following areas", then what is named below."""
    choice = vocabulary.load("capability").pattern("choice").search(lower_same_length(words))
    before = (words[: choice.start()] if choice else words).strip(" ,:")
    named = "; ".join(text.strip(" .;") for text in texts)
    return f"{before}: {named}" if before else named
