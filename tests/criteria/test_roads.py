"""Which road of a notice a candidate is held against."""

from types import SimpleNamespace

import pytest

from fitscore.criteria.roads import years_asked


def road(level, **years):
    return SimpleNamespace(level=level, **{"min_years": None, "extra_years": None, **years})


def notice(*roads):
    degree = SimpleNamespace(id="E1", kind="degree", importance="essential", level="master", alternatives=roads)
    first = SimpleNamespace(id="E2", kind="experience", importance="essential", min_years=5)
    second = SimpleNamespace(id="E3", kind="experience", importance="essential", min_years=3)
    return degree, first, second


@pytest.mark.parametrize(
    ("levels", "roads", "years"),
    [
        (("master",), (road("bachelor", extra_years=2),), 5),
        (("bachelor",), (road("bachelor", extra_years=2),), 7),
        (("bachelor",), (road("bachelor", min_years=6),), 6),
        (("doctorate",), (road("doctorate", min_years=3), road("bachelor", min_years=7)), 3),
        (("secondary",), (road("bachelor", extra_years=2),), 5),
        ((), (road("bachelor", extra_years=2),), 5),
        (("bachelor",), (), 5),
        (("secondary", "bachelor"), (road("secondary", min_years=9), road("bachelor", min_years=7)), 7),
    ],
)
def test_the_road_with_the_fewest_years_of_those_open(make, levels, roads, years):
    criteria = notice(*roads)
    candidate = make(education=tuple({"title": "", "level": level} for level in levels))
    assert years_asked(criteria[1], candidate, criteria) == years
    assert years_asked(criteria[2], candidate, criteria) == 3


def test_a_degree_not_completed_opens_no_road(make):
    criteria = notice(road("doctorate", min_years=2))
    candidate = make(education=({"title": "", "level": "doctorate", "completed": False},))
    assert years_asked(criteria[1], candidate, criteria) == 5
