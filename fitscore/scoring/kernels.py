"""The arithmetic of a scorecard: pure functions of numbers, nothing rounded (contract §4.2)."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum


def tier_score(scores: Sequence[float], weights: Sequence[float]) -> float | None:
    """The weighted mean of scores (0..1) as 0..100: 100 × Σ(weight·score) / Σweight; None where nothing has weight.

    The sums are exact before their one rounding (`math.fsum`), so that the order of the criteria changes nothing.
    """
    total = fsum(weights)
    if total <= 0:
        return None
    share = fsum(weight * score for weight, score in zip(weights, scores, strict=True)) / total
    return 100 * min(max(share, 0.0), 1.0)


def blend(parts: Sequence[tuple[float | None, float]]) -> float | None:
    """The figure of several tiers, each given as (score or None, share): a tier without a score leaves its share to the others.

    None where no tier has a score. Where all tiers that have one have no share, they count alike.
    """
    there = [(score, share) for score, share in parts if score is not None]
    if not there:
        return None
    total = fsum(share for _, share in there)
    if total <= 0:
        return fsum(score for score, _ in there) / len(there)
    return fsum(score * (share / total) for score, share in there)


def with_unknown_as(value: float, scores: Sequence[float], unknown: Sequence[bool]) -> list[float]:
    """The scores with ``value`` wherever the profile says nothing: 0 gives ``fit``, 1 gives ``potential``."""
    return [value if blank else score for score, blank in zip(scores, unknown, strict=True)]
