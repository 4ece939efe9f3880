"""Scorecards: weights, outcome, figures that can be worked out again from the record, and the order of a ranking."""

from __future__ import annotations

import json
from datetime import date
from itertools import permutations
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.criteria.base import Assessment, Criterion, Verdict
from fitscore.criteria.experience import Experience
from fitscore.errors import InputError
from fitscore.notices.model import Importance, Posting
from fitscore.profiles.model import Profile
from fitscore.reports.record import scorecard_data
from fitscore.scoring.aggregate import aggregate, outcome, rank_key
from fitscore.scoring.model import Scorecard, Source, Vacancy
from fitscore.settings import Settings, default_settings

ON = date(2026, 1, 26)
PROFILE = Profile(id="ada", name="Ada Example", file="ada.yaml", sha256="0" * 64)


def assessed(
    verdict: str, importance: str = "essential", *, id: str = "E1", kind: str = "experience", score: float = 0.5
) -> Assessment:
    fixed = {"met": 1.0, "unknown": 0.0}
    return Assessment(
        criterion=id, kind=kind, importance=cast(Importance, importance), verdict=cast(Verdict, verdict),
        score=fixed.get(verdict, score), finding="as the test has it",
    )  # fmt: skip


def vacancy(count: int = 1) -> Vacancy:
    criteria: tuple[Criterion, ...] = tuple(
        Experience(id=f"E{n}", importance="essential", text="x", start=0, end=1, pattern="test") for n in range(1, count + 1)
    )
    source = Source(file="notice.txt", sha256="1" * 64)
    return Vacancy(id="notice", source=source, posting=Posting(title="Analyst"), criteria=criteria)


def card(*assessments: Assessment, **changes: Any) -> Scorecard:
    settings = Settings.model_validate({**default_settings().model_dump(), **changes})
    return aggregate(PROFILE, vacancy(), assessments, settings=settings, on=ON)


@pytest.mark.parametrize(
    ("essential", "desirable", "expected"),
    [
        (["met"], [], "eligible"),
        (["met"], ["unmet", "unknown"], "eligible"),
        (["met", "partial"], [], "verify"),
        (["met", "unknown"], [], "verify"),
        (["partial", "unmet", "unknown"], ["met"], "not_eligible"),
        ([], ["unmet"], "eligible"),
    ],
)
def test_the_outcome_is_what_the_essential_criteria_say(essential: list[str], desirable: list[str], expected: str) -> None:
    assert outcome([*map(assessed, essential), *(assessed(v, "desirable") for v in desirable)]) == expected


def test_fit_and_potential_by_the_contract() -> None:
    made = card(assessed("met"), assessed("unknown"), assessed("partial", score=0.5), assessed("met", "desirable"))
    assert made.essential.score == 50
    assert made.fit == pytest.approx(0.8 * 50 + 0.2 * 100)
    assert made.potential == pytest.approx(0.8 * 250 / 3 + 0.2 * 100)
    assert (made.essential.met, made.essential.partial, made.essential.unknown, made.desirable.met) == (1, 1, 1, 1)


def test_without_desirable_criteria_fit_is_the_essential_score() -> None:
    made = card(assessed("met"), assessed("unmet", score=0.25))
    assert made.fit == made.essential.score == 62.5
    assert made.desirable.score is None


def test_a_weight_by_id_beats_one_by_kind() -> None:
    made = card(
        assessed("met", kind="degree"), assessed("unmet", kind="degree", id="E2", score=0.0), assessed("met", id="E3"),
        weights={"degree": 2, "E2": 0.5},
    )  # fmt: skip
    assert [a.weight for a in made.assessments] == [2, 0.5, 1]
    assert made.fit == pytest.approx(100 * 3 / 3.5)


def test_a_weight_of_zero_keeps_a_criterion_out_of_the_figures_but_not_out_of_the_outcome() -> None:
    made = card(assessed("met"), assessed("unmet", id="E2", score=0.0), weights={"E2": 0})
    assert (made.fit, made.outcome) == (100, "not_eligible")


def test_a_notice_without_requirements_is_not_scorable() -> None:
    with pytest.raises(InputError, match=r"notice\.txt: no requirement was found"):
        aggregate(PROFILE, vacancy(0), [], settings=default_settings(), on=ON)
    with pytest.raises(InputError, match="weight 0"):
        card(assessed("met"), weights={"experience": 0})


VERDICTS = st.sampled_from(["met", "partial", "unmet", "unknown"])
ASSESSMENTS = st.lists(
    st.tuples(VERDICTS, st.sampled_from(["essential", "desirable"]), st.floats(0, 0.99)), min_size=1, max_size=25
)


@given(ASSESSMENTS, st.dictionaries(st.sampled_from(["E1", "E2", "E3", "experience"]), st.floats(0.1, 9), max_size=3))
def test_the_figures_can_be_worked_out_again_from_the_record(
    rows: list[tuple[str, str, float]], weights: dict[str, float]
) -> None:
    made = card(*(assessed(v, i, id=f"E{n}", score=s) for n, (v, i, s) in enumerate(rows)), weights=weights)
    record = json.loads(json.dumps(scorecard_data(made)))
    for blank, figure in ((0, "fit"), (1, "potential")):
        tiers = {}
        for importance in ("essential", "desirable"):
            own = [a for a in record["assessments"] if a["importance"] == importance]
            if own:
                total = sum(a["weight"] for a in own)
                tiers[importance] = sum(a["weight"] * (blank if a["verdict"] == "unknown" else a["score"]) for a in own) / total
        share = {"essential": 0.8, "desirable": 0.2} if len(tiers) == 2 else dict.fromkeys(tiers, 1)
        again = 100 * sum(share[tier] * value for tier, value in tiers.items())
        assert record[figure] == pytest.approx(again, abs=0.0500001)
    assert made.potential >= made.fit


def test_ranking_goes_by_outcome_then_fit_then_potential_then_id_unrounded() -> None:
    base = card(assessed("met"))
    head = base.profile
    order = [
        base.model_copy(update={"outcome": "eligible", "fit": 10.0}),
        base.model_copy(update={"outcome": "verify", "fit": 70.04, "potential": 80.0}),
        base.model_copy(update={"outcome": "verify", "fit": 70.01, "potential": 90.0}),
        base.model_copy(update={"outcome": "verify", "fit": 70.01, "potential": 80.0}),
        base.model_copy(
            update={"outcome": "verify", "fit": 70.01, "potential": 80.0, "profile": head.model_copy(update={"id": "bob"})}
        ),
        base.model_copy(update={"outcome": "not_eligible", "fit": 99.0}),
    ]
    for mixed in list(permutations(order))[::37]:
        assert sorted(mixed, key=rank_key) == order
