"""Years that a notice states for several levels of study."""

import pytest

from fitscore.criteria.assemble import extract_criteria
from fitscore.criteria.degree import Degree
from fitscore.criteria.experience import Experience
from fitscore.notices.model import Clause
from fitscore.notices.reading import notice_of
from fitscore.text import fold


@pytest.mark.parametrize(
    ("text", "years", "domain"),
    [
        (
            "At least 7 years in case of a master's (9 years with a first degree) of experience of work on port law",
            7,
            "port law",
        ),
        ("Minimum 2 years of experience (or 3 years with an undergraduate degree) in port law or tides", 2, "port law or tides"),
        ("At least 3 years (for advanced degree holders, and 5 years for bachelor holders) in harbour work", 3, "harbour work"),
        (
            "A minimum of 2 years (or no experience if graduated with a master's) of experience in charts",
            2,
            "charts",
        ),
        ("At least 2 years of work experience (after Master's degree) in sail making", 2, "sail making"),
    ],
)
def test_the_domain_stands_behind_the_levels_of_study(text: str, years: float, domain: str) -> None:
    clause = Clause(folded=fold(text), part="qualifications", listed=True)
    assert [(c.min_years, c.domain) for c in Experience.extract(clause)] == [(years, domain)]


def test_years_for_holders_of_another_level_are_a_road_and_no_years_of_their_own() -> None:
    text = (
        "Education\n\n- Master's degree in port law\n\nExperience\n\n"
        "- Minimum two years of work in ports, if the candidate has a Master's degree\n"
        "- At least four years of work for holders of a Bachelor's degree\n"
        "- At least four years of work with stakeholders\n"
    )
    criteria, _ = extract_criteria(notice_of(text, file="own.txt", sha256=""))
    assert [getattr(c, "min_years", None) for c in criteria] == [None, 2, 4]
    assert isinstance(criteria[0], Degree)
    assert [(road.level, road.min_years) for road in criteria[0].alternatives] == [("bachelor", 4)]
