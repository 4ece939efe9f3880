"""What a reviewer said of an assessment: whether a verdict is theirs, and who said what, why, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fitscore.scoring.words import VERDICTS
from fitscore.showing import plain

if TYPE_CHECKING:
    from fitscore.criteria.base import Assessment, Override


def is_reviewed(assessment: Assessment) -> bool:
    """Whether its verdict is a reviewer's, be it another than the program's or the same."""
    return assessment.override is not None and assessment.override.verdict is not None


def is_overridden(assessment: Assessment) -> bool:
    """Whether a reviewer chose another verdict than the program's."""
    override = assessment.override
    return override is not None and override.verdict not in (None, override.machine_verdict)


def override_words(override: Override) -> str:
    """Who said what of an assessment, why, and what the program had said."""
    who = plain(override.reviewer or "") or "a reviewer who gave no name"
    why = f"“{plain(override.reason or '')}”" if plain(override.reason or "") else "no reason given"
    machine = VERDICTS[override.machine_verdict][1]
    if override.verdict is None:
        return f"remark by {who}: {why}"
    if override.verdict == override.machine_verdict:
        return f"{machine}, confirmed by {who}: {why}"
    return f"{VERDICTS[override.verdict][1]}, says {who}: {why}; fitscore said: {machine}"
