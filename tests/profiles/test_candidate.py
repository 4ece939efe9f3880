"""A candidate's statements stand in the document at their paths, and its jobs have their days and weights."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fitscore.profiles.candidate import Candidate, make_candidate
from fitscore.profiles.dates import read_date
from fitscore.profiles.model import Education, Item, Position, Profile
from fitscore.profiles.reading import read_profile
from fitscore.settings import default_settings

SAMPLES = Path(__file__).parents[2] / "data" / "profiles"
ON = date(2025, 6, 30)
PROFILE = Profile(
    id="p",
    name="Secret Name",
    file="p.yaml",
    sha256="",
    label="Planner",
    summary="Plans wars. Ends them, e.g. Troy.",
    work=(
        Position(
            path="work[0]",
            employer="Bureau",
            title="Head of Plans",
            summary="Led four planners. Wrote plans.",
            highlights=("Cut costs; saved time.",),
            start=read_date("2020-03"),
            direct_reports=4,
        ),
        Position(path="work[1]", title="Adviser", end=read_date("2019"), summary="Advised."),
        Position(
            path="work[2]", title="Trainee", start=read_date("2024"), end=read_date("2026"), type="internship", workload=0.5
        ),
        Position(path="work[3]", title="Minister", start=read_date("2026-01")),
    ),
    volunteer=(
        Position(path="volunteer[0]", employer="Shelter", start=read_date("2010"), end=read_date("2011"), type="volunteer"),
    ),
    education=(Education(path="education[0]", title="MSc", area="Physics", courses=("Optics",), end=read_date("2009")),),
    certificates=(Item(path="certificates[0]", texts=(("certificates[0].name", "PRINCE2"),), when=read_date("2016")),),
    skills=(Item(path="skills[0]", texts=(("skills[0].name", "Office"), ("skills[0].keywords[0]", "Excel"))),),
    projects=(Item(path="projects[0]", texts=(("projects[0].name", "Move"),)),),
)


def candidate() -> Candidate:
    return make_candidate(PROFILE, ON, default_settings())


def test_statements_have_path_standing_job_and_time() -> None:
    assert [(s.path, s.text, s.standing, s.job, s.when) for s in candidate().statements] == [
        ("work[0].position", "Head of Plans", "done", 0, "2020-03 to today"),
        ("work[0].name", "Bureau", "done", 0, "2020-03 to today"),
        ("work[0].summary", "Led four planners.", "done", 0, "2020-03 to today"),
        ("work[0].summary", "Wrote plans.", "done", 0, "2020-03 to today"),
        ("work[0].highlights[0]", "Cut costs; saved time.", "done", 0, "2020-03 to today"),
        ("work[1].position", "Adviser", "claimed", 1, ""),
        ("work[1].summary", "Advised.", "claimed", 1, ""),
        ("work[2].position", "Trainee", "done", 2, "2024 to 2026"),
        ("work[3].position", "Minister", "claimed", 3, "2026-01 to today"),
        ("volunteer[0].organization", "Shelter", "done", 4, "2010 to 2011"),
        ("projects[0].name", "Move", "claimed", None, ""),
        ("certificates[0].name", "PRINCE2", "certified", None, "2016"),
        ("education[0].studyType", "MSc", "studied", None, "2009"),
        ("education[0].area", "Physics", "studied", None, "2009"),
        ("education[0].courses[0]", "Optics", "studied", None, "2009"),
        ("skills[0].name", "Office", "listed", None, ""),
        ("skills[0].keywords[0]", "Excel", "listed", None, ""),
        ("basics.label", "Planner", "claimed", None, ""),
        ("basics.summary", "Plans wars.", "claimed", None, ""),
        ("basics.summary", "Ends them, e.g. Troy.", "claimed", None, ""),
    ]


def test_jobs_have_weights_and_know_their_statements() -> None:
    jobs = candidate().jobs
    assert [(job.index, job.path, job.weight, job.running, job.dated) for job in jobs] == [
        (0, "work[0]", 1.0, True, True),
        (1, "work[1]", 1.0, False, False),
        (2, "work[2]", 0.25, True, True),
        (3, "work[3]", 1.0, False, False),
        (4, "volunteer[0]", 0.5, False, True),
    ]
    assert jobs[0].statements == (0, 1, 2, 3, 4)
    assert jobs[0].first is not None
    assert jobs[0].first.earliest == jobs[0].first.latest == date(2020, 3, 1)
    assert jobs[2].last is not None
    assert jobs[2].last.latest == ON


def value_at(document: Any, path: str) -> Any:
    for key, index in re.findall(r"([^.\[\]]+)|\[(\d+)\]", path):
        document = document[key] if key else document[int(index)]
    return document


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*")), ids=lambda path: path.name)
def test_every_statement_stands_in_the_document_and_no_person_does(path: Path) -> None:
    profile = read_profile(path)
    statements = make_candidate(profile, ON, default_settings()).statements
    assert statements
    for statement in statements:
        assert statement.text in value_at(profile.document, statement.path)
        assert not re.match(r"basics\.(?!label|summary)|references|interests|meta", statement.path)


def test_name_is_no_statement() -> None:
    assert not any("Secret" in statement.text for statement in candidate().statements)
