"""What statements show: done, certified, studied, claimed, denied, pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.criteria.capability import Capability
from fitscore.criteria.evidence import counts, is_pasted

BASE = {"id": "E1", "importance": "essential", "start": 0, "end": 1, "pattern": "test"}
SINCE = {"start": "2019-01-01", "employer": "Lake Commission", "title": "Officer"}


def asked(topic, text=None):
    return Capability(topic=topic, text=text or topic, **BASE)


@pytest.mark.parametrize(
    ("topic", "profile", "verdict", "words"),
    [
        ("negotiation skills", {"job": "Negotiated two water treaties."}, "met", "shown"),
        ("negotiation skills", {"skills": ("negotiation",)}, "partial", "claimed, not shown"),
        ("negotiation skills", {"summary": "A born negotiator."}, "partial", "claimed, not shown"),
        ("negotiation skills", {"job": "Kept the stock of paint."}, "unknown", "says nothing"),
        ("negotiation skills", {"job": "No experience of negotiation."}, "unknown", "says nothing"),
        ("negotiation skills", {"skills": ("Currently learning negotiation",)}, "unknown", "says nothing"),
        ("knowledge of audit", {"certificates": ("Certified internal auditor",)}, "met", "shown"),
        ("knowledge of audit", {"education": ({"title": "MSc", "area": "Audit"},)}, "partial", "studied"),
        ("staff college training", {"education": ({"title": "Command course of the staff college"},)}, "met", "shown"),
        ("proficiency in Microsoft Office", {"skills": ("Excel", "PowerPoint")}, "met", "enough"),
        ("willingness to travel", {"summary": "Free to travel at any time."}, "met", "enough"),
        ("willingness to travel", {"summary": "A friend of order."}, "unknown", "says nothing"),
        ("drafting, audit and negotiation skills", {"job": "Drafted audit reports and negotiated leases."}, "met", "shown"),
        ("drafting, audit and negotiation skills", {"job": "Drafted reports and negotiated leases."}, "partial", "in part"),
        (
            "drafting, audit, agriculture and negotiation skills",
            {"job": "Drafted reports and negotiated leases."},
            "partial",
            "in part",
        ),
    ],
)
def test_what_a_profile_shows(make, assess, topic, profile, verdict, words):
    profile = dict(profile)
    jobs = [{**SINCE, "summary": profile.pop("job")}] if "job" in profile else []
    found = assess(asked(topic), make(*jobs, **profile))
    assert (found.verdict, words in found.finding) == (verdict, True), found.finding
    assert (found.gap is None) == (verdict == "met")
    assert found.score <= (0.3 if "claimed" in found.finding else 1)


def test_the_notice_s_own_words_prove_nothing(make, assess):
    text = "excellent knowledge of the procurement rules of large river commissions and of their audit"
    candidate = make({**SINCE, "summary": f"I have {text}."})
    found = assess(asked(text, text), candidate)
    assert found.verdict == "unknown"
    assert "own words" in found.finding
    assert found.evidence[0].quote in {s.text for s in candidate.statements}


def test_a_sentence_of_one_s_own_on_the_same_matter_is_not_pasted():
    assert not is_pasted("Ran procurement for a river commission and its yearly audit", "knowledge of procurement and audit")


@pytest.mark.parametrize(
    ("text", "says_so"),
    [("No missed deadline in nine years", True), ("Never fewer than ten files", True), ("No knowledge of French law", False)],
)
def test_denials(text, says_so):
    assert counts(text) is says_so


SAID = [
    "Negotiated leases.",
    "Wrote minutes.",
    "Trained two clerks.",
    "Audited the stores.",
    "No experience of law.",
    "Painted walls.",
]
TOPICS = ["negotiation and drafting skills", "knowledge of audit", "experience with training and coaching", "law"]


@given(st.lists(st.sampled_from(SAID), max_size=4), st.sampled_from(SAID), st.sampled_from(TOPICS))
def test_a_further_statement_never_hurts_and_order_changes_nothing(make, assess, said, further, topic):
    def score(highlights):
        return assess(asked(topic), make({**SINCE, "highlights": tuple(highlights)})).score

    assert score([*said, further]) >= score(said)
    assert score([*reversed(said)]) == score(said)


def test_the_gap_names_only_words_of_which_nothing_at_all_is_said(make, assess):
    topic = asked("drafting, audit and negotiation skills")
    part = assess(topic, make({**SINCE, "summary": "Drafted reports and negotiated leases."}))
    assert "nothing is said of “audit”:" in part.gap.advice
    more = assess(topic, make({**SINCE, "summary": "Drafted audit reports."}, skills=("leadership in negotiation",)))
    assert more.verdict == "partial"
    assert "nothing is said of" not in more.gap.advice
