"""Clearances: what sentences ask, and what a candidate's clearances are worth against it."""

from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from fitscore.criteria.base import Assessment, Context
from fitscore.criteria.clearance import Clearance, upgrades
from fitscore.nlp import Relation
from fitscore.notices.model import Clause, Notice, Posting
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.clearances import read_clearance
from fitscore.profiles.model import Clearance as HeldClearance
from fitscore.profiles.model import DateSpan, Profile
from fitscore.settings import default_settings
from fitscore.text import fold

CORPUS = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "clearance.yaml").read_text(encoding="utf-8"))
ON = date(2026, 2, 1)


class _NoLikeness:
    def relate(self, topic: str, texts: Any) -> list[Relation]:
        return [Relation(0.0) for _ in texts]


def read(text: str, **over: Any) -> list[Clearance]:
    return list(Clearance.extract(Clause(folded=fold(text), part="security", **over)))


def held(text: str, issuer: str | None = None, until: str | None = None, *, path: str = "clearances[0]") -> HeldClearance:
    day = DateSpan(text=until, earliest=date.fromisoformat(until), latest=date.fromisoformat(until)) if until else None
    reading = read_clearance(text, issuer)
    return HeldClearance(
        path=path, text=text, issuer=issuer, scheme=reading.scheme, rank=reading.rank, possible=reading.possible, valid_until=day
    )


def assess(criterion: Clearance, *entries: HeldClearance, nations: tuple[str, ...] = ()) -> Assessment:
    document = {"basics": {"nationalities": list(nations)}}
    profile = Profile(id="p", name="P", file="p", sha256="0", nationalities=nations, clearances=entries, document=document)
    return criterion.assess(Candidate(profile, ON, (), ()), context=Context(default_settings(), (), _NoLikeness()))


def asked(level: str | None, *, hold: bool = False, upgrade: bool = False) -> Clearance:
    return Clearance(
        importance="essential",
        text="x",
        start=0,
        end=1,
        pattern="clearance.stated",
        level=level,
        held=hold,
        upgrade_accepted=upgrade,
    )


@pytest.mark.parametrize("case", CORPUS["criteria"], ids=lambda case: case["text"][:60])
def test_a_sentence_asks_for_a_clearance(case: dict[str, Any]) -> None:
    (found,) = read(case["text"], topic=case.get("topic"), label=case.get("label", ""))
    got = (found.level, found.held, found.upgrade_accepted, found.importance)
    assert got == (case["level"], case["held"], case.get("upgrade_accepted", False), case.get("importance", "essential"))
    assert " ".join(case["text"][found.start : found.end].split()) == found.text


@pytest.mark.parametrize("text", CORPUS["none"])
def test_a_sentence_asks_for_no_clearance(text: str) -> None:
    assert read(text) == []


def test_duties_ask_for_no_clearance() -> None:
    assert list(Clearance.extract(Clause(folded=fold("asks for a NATO SECRET clearance for visitors"), part="duties"))) == []


@pytest.mark.parametrize(
    ("criterion", "entries", "nations", "verdict", "score"),
    [
        (asked("NATO SECRET", hold=True), [held("NATO SECRET", "BE", "2026-02-01")], ("BE",), "met", 1.0),
        (asked("NATO SECRET", hold=True), [held("NATO SECRET", "BE", "2026-01-31")], ("BE",), "unmet", 0.5),
        (asked("NATO SECRET", hold=True), [held("GEHEIM", "DE")], ("DE",), "met", 1.0),
        (asked("NATO SECRET", hold=True), [held("RISERVATISSIMO", "IT")], ("IT",), "unmet", 0.5),
        (asked("NATO SECRET", hold=True, upgrade=True), [held("RISERVATISSIMO", "IT")], ("IT",), "partial", 0.5),
        (asked("NATO SECRET", hold=True), [], ("IT",), "unknown", 0.0),
        (asked("NATO SECRET", hold=True), [held("EU SECRET")], ("IT",), "partial", 0.5),
        (asked("NATO SECRET", hold=True), [held("RESERVADO")], ("ES",), "partial", 0.5),
        (asked("NATO SECRET", hold=True), [held("BPSS")], ("GB",), "unknown", 0.0),
        (asked(None, hold=True), [held("NATO CONFIDENTIAL")], (), "met", 1.0),
        (asked(None, hold=True), [held("NATO RESTRICTED")], (), "unmet", 0.5),
        (asked("COSMIC TOP SECRET"), [], ("FR",), "partial", 0.5),
        (asked("COSMIC TOP SECRET"), [], ("AT",), "unmet", 0.0),
        (asked("COSMIC TOP SECRET"), [], ("AT", "FR"), "partial", 0.5),
        (asked("COSMIC TOP SECRET"), [], (), "unknown", 0.0),
        (asked("COSMIC TOP SECRET"), [held("SECRETO", "ES")], (), "met", 1.0),
        (asked("EU SECRET"), [], ("AT",), "partial", 0.5),
        (asked("EU SECRET"), [], ("NO",), "unmet", 0.0),
        (asked("US TOP SECRET"), [], ("US",), "partial", 0.5),
        (asked("US TOP SECRET"), [], ("CA",), "unmet", 0.0),
        (asked("US TOP SECRET", hold=True), [held("TS/SCI")], ("US",), "met", 1.0),
        (asked("UK SECRET", hold=True), [held("SC", "GB")], ("GB",), "met", 1.0),
    ],
)
def test_verdicts(
    criterion: Clearance, entries: list[HeldClearance], nations: tuple[str, ...], verdict: str, score: float
) -> None:
    found = assess(criterion, *entries, nations=nations)
    assert (found.verdict, found.score) == (verdict, score)


def test_the_finding_is_honest() -> None:
    found = assess(asked("NATO SECRET", hold=True), held("Hemmelig", "NO"))
    assert found.verdict == "met"
    assert "not verified" in found.finding
    assert "no expiry date given" in found.finding


def test_another_sentence_may_speak_of_an_upgrade() -> None:
    clause = Clause(
        folded=fold("If the post needs a PSC at a level higher than you possess, an upgrade will be asked for."), part="security"
    )
    notice = Notice("n", "0", "", Posting(), (clause,))
    assert upgrades(notice)
    assert not upgrades(Notice("n", "0", "", Posting(), ()))


ENTRIES = st.lists(
    st.tuples(
        st.sampled_from(
            [
                ("NATO SECRET", "BE"),
                ("GEHEIM", "DE"),
                ("RESERVADO", None),
                ("SC", "GB"),
                ("COSMIC TOP SECRET", "FR"),
                ("foo", "IT"),
            ]
        ),
        st.sampled_from([None, "2025-01-01", "2027-01-01"]),
    ),
    max_size=3,
)


@given(ENTRIES, st.sampled_from(["NATO CONFIDENTIAL", "NATO SECRET", "COSMIC TOP SECRET", "EU SECRET"]), st.booleans())
def test_order_changes_nothing_and_one_more_never_hurts(
    entries: list[tuple[tuple[str, str | None], str | None]], level: str, hold: bool
) -> None:
    made = [held(*entry, until, path=f"clearances[{i}]") for i, (entry, until) in enumerate(entries)]
    criterion = asked(level, hold=hold)
    whole = assess(criterion, *made, nations=("FR",))
    assert {(a.verdict, a.score) for order in permutations(made) for a in [assess(criterion, *order, nations=("FR",))]} == {
        (whole.verdict, whole.score)
    }
    assert all(assess(criterion, *made[:n], nations=("FR",)).score <= whole.score for n in range(len(made)))
