"""Every place, quote and figure checks out, for each sample CV against each sample notice."""

from __future__ import annotations

import re
from collections import Counter
from math import isclose
from pathlib import Path
from typing import Any

import pytest
from samples import DATA, NOTICES, PEOPLE, card, profile, vacancy

from fitscore.decoding import decode
from fitscore.pipeline import read_vacancy
from fitscore.scoring.model import Scorecard, Tier, Vacancy
from fitscore.text import fold_blanks

SHARED = Path(__file__).parent.parent.parent / "shared" / "vacancies"


def cards(person: str) -> list[Scorecard]:
    """A sample CV against each sample notice."""
    return [card(person, notice) for notice in NOTICES]


def at(document: Any, path: str) -> Any:
    """The value at a path such as ``work[1].highlights[0]``."""
    for step in re.findall(r"[^.\[\]]+", path):
        document = document[int(step) if isinstance(document, list) else step]
    return document


def misplaced(post: Vacancy, source: str) -> list[str]:
    """The passages whose place in the source does not hold their words, and those that lie outside it."""
    quoted = [*post.criteria, *post.competencies, *post.conditions]
    wrong = [q.text for q in quoted if fold_blanks(source[q.start : q.end]) != q.text]
    places = [*quoted, *post.notices, *(again for c in post.criteria for again in c.repeats)]
    return [*wrong, *(str(p) for p in places if not 0 <= p.start < p.end <= len(source) or not source[p.start : p.end].strip())]


@pytest.mark.parametrize("notice", NOTICES)
def test_every_place_in_a_notice_holds_its_words(notice: str) -> None:
    source = decode((DATA / "vacancies" / notice).read_bytes())
    assert vacancy(notice).criteria
    assert not misplaced(vacancy(notice), source)


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_hold_with_other_line_ends_and_a_byte_order_mark(ends: str, mark: str, tmp_path: Path) -> None:
    for notice in NOTICES[::4]:
        source = (DATA / "vacancies" / notice).read_text(encoding="utf-8").replace("\n", ends)
        copy = tmp_path / notice
        copy.write_bytes((mark + source).encode())
        post = read_vacancy(copy)
        assert not misplaced(post, source)
        assert [(c.kind, c.text) for c in post.criteria] == [(c.kind, c.text) for c in vacancy(notice).criteria]


@pytest.mark.parametrize("notice", NOTICES)
def test_no_two_criteria_of_a_kind_stand_on_the_same_words(notice: str) -> None:
    seen = Counter((c.kind, c.start, c.end) for c in vacancy(notice).criteria)
    assert max(seen.values()) == 1
    starts = [c.start for c in vacancy(notice).criteria]
    assert starts == sorted(starts)


@pytest.mark.parametrize("person", PEOPLE)
def test_every_quote_stands_in_the_profile_at_its_path(person: str) -> None:
    document = profile(person).document
    for held in cards(person):
        for assessment in held.assessments:
            for evidence in assessment.evidence:
                value = at(document, evidence.path)
                texts = [str(v) for v in value.values()] if isinstance(value, dict) else [str(value)]
                assert evidence.quote, assessment
                assert any(evidence.quote in text for text in texts), (assessment.criterion, evidence)


def recomputed(card: Scorecard, importance: str, unknown: float) -> float | None:
    """100 × Σ(weight·score)/Σweight of a tier; None where it is empty."""
    members = [a for a in card.assessments if a.importance == importance]
    scores = [a.weight * (unknown if a.verdict == "unknown" else a.score) for a in members]
    return 100 * sum(scores) / sum(a.weight for a in members) if members else None


def blended(card: Scorecard, unknown: float) -> float:
    """Four fifths essential and one fifth desirable; one alone where the other is empty."""
    essential, desirable = (recomputed(card, importance, unknown) for importance in ("essential", "desirable"))
    if essential is None or desirable is None:
        return essential if desirable is None else desirable  # type: ignore[return-value]
    return 0.8 * essential + 0.2 * desirable


def counted(tier: Tier) -> dict[str, int]:
    """How many criteria of a tier have each verdict."""
    return {verdict: getattr(tier, verdict) for verdict in ("met", "partial", "unmet", "unknown")}


@pytest.mark.parametrize("person", PEOPLE)
def test_the_figures_of_a_scorecard_follow_from_its_assessments(person: str) -> None:
    for held in cards(person):
        assert isclose(held.fit, blended(held, 0.0), abs_tol=1e-9)
        assert isclose(held.potential, blended(held, 1.0), abs_tol=1e-9)
        for importance in ("essential", "desirable"):
            tier, score = getattr(held, importance), recomputed(held, importance, 0.0)
            assert (tier.score is None) == (score is None)
            assert score is None or isclose(tier.score, score, abs_tol=1e-9)
            verdicts = Counter(a.verdict for a in held.assessments if a.importance == importance)
            assert counted(tier) == {verdict: verdicts[verdict] for verdict in counted(tier)}
        decisive = {a.verdict for a in held.assessments if a.importance == "essential"}
        open_ones = decisive & {"partial", "unknown"}
        assert held.outcome == ("not_eligible" if "unmet" in decisive else "verify" if open_ones else "eligible")


@pytest.mark.parametrize("person", PEOPLE)
def test_each_verdict_has_a_score_in_its_range(person: str) -> None:
    for held in cards(person):
        for a in held.assessments:
            fits = {"met": a.score == 1, "partial": 0 < a.score < 1, "unmet": 0 <= a.score < 1, "unknown": a.score == 0}
            assert fits[a.verdict], a
            assert a.finding, a


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the real notices are not there")
def test_every_place_in_a_real_notice_holds_its_words() -> None:
    wrong = {
        path.name: found
        for path in sorted(SHARED.glob("*.txt"))
        if (found := misplaced(read_vacancy(path), decode(path.read_bytes())))
    }
    assert not wrong
