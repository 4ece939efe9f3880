"""What looks wrong in a notice once its criteria are known: all lints, in the order of their places (docs/lint.md)."""

from __future__ import annotations

from fitscore.criteria.base import Criterion
from fitscore.criteria.contradictions import contradictions
from fitscore.criteria.illegible import illegible
from fitscore.criteria.misplaced import requirements_elsewhere
from fitscore.criteria.overload import many_essentials, repeated_essentials
from fitscore.criteria.vagueness import vague_thresholds
from fitscore.notices.model import Notice, Remark


def remarks_on(criteria: tuple[Criterion, ...], notice: Notice) -> tuple[Remark, ...]:
    """Remarks for whoever writes the notice, and for whoever must ask what was meant."""
    found = (
        *contradictions(criteria),
        *vague_thresholds(criteria, notice),
        *many_essentials(criteria),
        *repeated_essentials(criteria, notice),
        *illegible(criteria, notice),
        *requirements_elsewhere(criteria, notice),
    )
    return tuple(sorted(found, key=lambda r: (r.start, r.end, r.code, r.message)))
