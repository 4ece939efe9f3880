"""Nationalities: what sentences ask, and how a candidate's are held against it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from fitscore.criteria.assemble import extract_criteria
from fitscore.criteria.base import Assessment, Context
from fitscore.criteria.nationality import Nationality
from fitscore.nlp import Relation
from fitscore.notices.model import Clause
from fitscore.notices.reading import notice_of
from fitscore.profiles.candidate import Candidate
from fitscore.profiles.model import Profile
from fitscore.settings import default_settings
from fitscore.text import fold
from fitscore.vocabulary.countries import group_members

CORPUS = yaml.safe_load((Path(__file__).parents[1] / "corpus" / "nationality.yaml").read_text(encoding="utf-8"))


class _NoLikeness:
    def relate(self, topic: str, texts: Any) -> list[Relation]:
        return [Relation(0.0) for _ in texts]


def read(text: str) -> list[Nationality]:
    return list(Nationality.extract(Clause(folded=fold(text), part="application")))


def assess(criterion: Nationality, *nations: str, written: tuple[str, ...] = ()) -> Assessment:
    document = {"basics": {"nationalities": list(written or nations)}}
    profile = Profile(id="p", name="P", file="p", sha256="0", nationalities=nations, document=document)
    return criterion.assess(Candidate(profile, date(2026, 2, 1), (), ()), context=Context(default_settings(), (), _NoLikeness()))


@pytest.mark.parametrize("case", CORPUS["criteria"], ids=lambda case: case["text"][:60])
def test_a_sentence_asks_for_a_nationality(case: dict[str, Any]) -> None:
    (found,) = read(case["text"])
    if "members" in case:
        assert (found.group, len(found.countries)) == (None, case["members"])
    else:
        members = group_members(case["group"]) if "group" in case else tuple(case["countries"])
        assert (found.group, found.countries) == (case.get("group"), members)
    assert found.or_permit == case.get("or_permit", False)
    assert " ".join(case["text"][found.start : found.end].split()) == found.text


@pytest.mark.parametrize("text", CORPUS["none"])
def test_a_sentence_asks_for_no_nationality(text: str) -> None:
    assert read(text) == []


def test_states_that_are_not_named_leave_the_countries_empty() -> None:
    (found,) = read("You must be a national of one of the member states of the Fund")
    assert (found.group, found.countries) == ("member states", ())
    assert assess(found, "FR").verdict == "unknown"


@pytest.mark.parametrize(
    ("text", "countries"),
    [("U.S. citizen.", ("US",)), ("Samoan citizenship or permanent residency status", ("WS",)), ("Samoan citizens' rights", ())],
)
def test_an_item_that_names_only_a_nationality_asks_for_it(text: str, countries: tuple[str, ...]) -> None:
    found = list(Nationality.extract(Clause(folded=fold(text), part="qualifications", listed=True)))
    assert tuple(code for criterion in found for code in criterion.countries) == countries


def test_any_one_nationality_is_enough() -> None:
    (nato,) = read("Only nationals of NATO member states may apply")
    assert (assess(nato, "AT", "FR").verdict, assess(nato, "AT").verdict, assess(nato).verdict) == ("met", "unmet", "unknown")


def test_a_permit_that_a_cv_does_not_show_leaves_it_open() -> None:
    (found,) = read("Applicants must be nationals of Austria or hold a valid work permit")
    assert (assess(found, "AT").verdict, assess(found, "PE").verdict) == ("met", "unknown")


def test_evidence_quotes_the_profile_as_it_is_written() -> None:
    (found,) = read("Candidates must be Norwegian nationals")
    (evidence,) = assess(found, "SE", "NO", written=("Sweden", "Norway")).evidence
    assert (evidence.path, evidence.quote) == ("basics.nationalities[1]", "Norway")


def test_a_nationality_or_a_permit_in_words_of_its_own() -> None:
    (found,) = read("Samoan nationality or a residence permit for Samoa")
    assert (found.countries, found.or_permit) == (("WS",), True)


def test_a_list_of_countries_under_its_heading_asks_for_a_nationality() -> None:
    text = "Gardener\n\nRequired nationality\nAustria, Belgium and Malta\n\nDuties\nWaters beds in Austria, Belgium and Malta.\n"
    criteria, _ = extract_criteria(notice_of(text, file="own.txt", sha256=""))
    assert [(c.kind, getattr(c, "countries", ())) for c in criteria] == [("nationality", ("AT", "BE", "MT"))]
