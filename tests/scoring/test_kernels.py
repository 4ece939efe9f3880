"""The arithmetic: means stay between their terms, order changes nothing, more never hurts."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.scoring.kernels import blend, tier_score, with_unknown_as

SHARES = st.floats(0, 1)
WEIGHTS = st.floats(0.01, 100)
PAIRS = st.lists(st.tuples(SHARES, WEIGHTS), min_size=1, max_size=30)


def test_a_tier_is_the_weighted_mean_of_its_scores() -> None:
    assert tier_score([1, 0.5, 0], [1, 2, 1]) == 50
    assert tier_score([1, 0.25], [1, 3]) == 43.75


@pytest.mark.parametrize("weights", [[], [0.0, 0.0]])
def test_a_tier_without_weight_has_no_score(weights: list[float]) -> None:
    assert tier_score([1.0] * len(weights), weights) is None


@given(PAIRS)
def test_a_tier_lies_between_its_lowest_and_highest_score(pairs: list[tuple[float, float]]) -> None:
    scores = [score for score, _ in pairs]
    value = tier_score(scores, [weight for _, weight in pairs])
    assert value is not None
    assert 100 * min(scores) - 1e-9 <= value <= 100 * max(scores) + 1e-9


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_criteria_changes_no_bit(pairs: list[tuple[float, float]], shuffler: random.Random) -> None:
    mixed = list(pairs)
    shuffler.shuffle(mixed)
    assert tier_score(*map(list, zip(*pairs, strict=True))) == tier_score(*map(list, zip(*mixed, strict=True)))


@given(PAIRS, st.data())
def test_a_higher_score_never_lowers_the_tier(pairs: list[tuple[float, float]], data: st.DataObject) -> None:
    scores, weights = map(list, zip(*pairs, strict=True))
    index = data.draw(st.integers(0, len(scores) - 1))
    better = list(scores)
    better[index] = data.draw(st.floats(scores[index], 1))
    assert (tier_score(better, weights) or 0) >= (tier_score(scores, weights) or 0)


@given(PAIRS, st.sampled_from([2.0, 4.0, 0.5]))
def test_only_the_proportion_of_weights_counts(pairs: list[tuple[float, float]], factor: float) -> None:
    scores, weights = map(list, zip(*pairs, strict=True))
    assert tier_score(scores, [weight * factor for weight in weights]) == pytest.approx(tier_score(scores, weights))


def test_a_missing_tier_leaves_its_share_to_the_other() -> None:
    assert blend([(50.0, 0.8), (100.0, 0.2)]) == 60
    assert blend([(50.0, 0.8), (None, 0.2)]) == 50
    assert blend([(None, 0.8), (70.0, 0.2)]) == 70
    assert blend([(None, 0.8), (None, 0.2)]) is None


def test_a_tier_of_no_share_counts_only_where_it_stands_alone() -> None:
    assert blend([(50.0, 1.0), (100.0, 0.0)]) == 50
    assert blend([(None, 1.0), (100.0, 0.0)]) == 100


@given(st.lists(st.tuples(SHARES, st.booleans()), max_size=20))
def test_potential_is_never_below_fit(pairs: list[tuple[float, bool]]) -> None:
    scores, unknown = [s for s, _ in pairs], [u for _, u in pairs]
    low, high = with_unknown_as(0, scores, unknown), with_unknown_as(1, scores, unknown)
    assert all(a <= b for a, b in zip(low, high, strict=True))
