"""Reads vacancy notices and holds a candidate's CV against each requirement, with evidence.

>>> from datetime import date
>>> from fitscore import fit, read_profile, read_vacancy                       # doctest: +SKIP
>>> fit(read_profile("cv.yaml"), read_vacancy("notice.txt"), on=date(2026, 1, 26))   # doctest: +SKIP
>>> from fitscore import read_profiles, shortlist                              # doctest: +SKIP
>>> shortlist(read_profiles("cvs/"), read_vacancy("notice.txt")).to_frame()    # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

STEPS = {
    "read a notice": "fitscore.notices.reading",
    "section it into clauses": "fitscore.notices.sectioning",
    "extract criteria from a clause": "fitscore.criteria",
    "assemble the criteria of a notice": "fitscore.criteria.assemble",
    "read a profile": "fitscore.profiles.reading",
    "make it ready for a day": "fitscore.profiles.candidate",
    "assess a criterion": "fitscore.criteria",
    "aggregate assessments": "fitscore.scoring.aggregate",
    "show the result": "fitscore.reports",
}
"""The way of the data: each step and the module that does it; `fitscore.pipeline` joins them."""

_HOMES = {
    "read_vacancy": "fitscore.pipeline",
    "read_profile": "fitscore.pipeline",
    "fit": "fitscore.pipeline",
    "fit_all": "fitscore.pipeline",
    "read_vacancies": "fitscore.shortlists",
    "read_profiles": "fitscore.shortlists",
    "shortlist": "fitscore.shortlists",
    "Shortlist": "fitscore.shortlists",
    "read_table": "fitscore.scoring.frame",
    "Vacancy": "fitscore.scoring.model",
    "Scorecard": "fitscore.scoring.model",
    "Profile": "fitscore.profiles.model",
    "Settings": "fitscore.settings",
    "read_settings": "fitscore.settings",
    "InputError": "fitscore.errors",
    "Problem": "fitscore.errors",
}

__all__ = [
    "STEPS",
    "InputError",
    "Problem",
    "Profile",
    "Scorecard",
    "Settings",
    "Shortlist",
    "Vacancy",
    "__version__",
    "fit",
    "fit_all",
    "read_profile",
    "read_profiles",
    "read_settings",
    "read_table",
    "read_vacancies",
    "read_vacancy",
    "shortlist",
]

if TYPE_CHECKING:
    from fitscore.errors import InputError, Problem
    from fitscore.pipeline import fit, fit_all, read_profile, read_vacancy
    from fitscore.profiles.model import Profile
    from fitscore.scoring.frame import read_table
    from fitscore.scoring.model import Scorecard, Vacancy
    from fitscore.settings import Settings, read_settings
    from fitscore.shortlists import Shortlist, read_profiles, read_vacancies, shortlist


def __getattr__(name: str) -> Any:
    """Import a public name when it is first asked for, so that `import fitscore` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module 'fitscore' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
