"""Schemas: the samples fit the form of a CV; every kind of criterion stands in the vacancy's."""

import json
from pathlib import Path

import pytest
from pydantic import ValidationError

from fitscore.criteria.base import kinds
from fitscore.documents import load_yaml
from fitscore.profiles.resume import Resume
from fitscore.schemas import full_vacancy, schema

PROFILES = sorted((Path(__file__).parent.parent / "data" / "profiles").iterdir())


@pytest.mark.parametrize("path", PROFILES, ids=lambda path: path.stem)
def test_every_sample_fits_the_form_of_a_cv(path: Path) -> None:
    Resume.model_validate(load_yaml(path.read_text(encoding="utf-8"), file=path.name).data)


@pytest.mark.parametrize(
    "wrong", [{"work": {}}, {"work": [{"startDate": "soon"}]}, {"work": [{"workload": 2}]}, {"clearances": [{}]}]
)
def test_the_form_of_a_cv_refuses_what_is_wrong(wrong: object) -> None:
    with pytest.raises(ValidationError):
        Resume.model_validate(wrong)


def test_the_names_are_those_of_the_document() -> None:
    made = schema("profile")["$defs"]["Work"]["properties"]
    assert {"startDate", "directReports", "teamSize", "workload"} <= set(made)


def test_every_kind_stands_in_the_schema_of_a_vacancy() -> None:
    choices = schema("vacancy")["properties"]["criteria"]["items"]["discriminator"]["mapping"]
    assert sorted(choices) == sorted(str(kind.model_fields["kind"].default) for kind in kinds())
    assert "min_years" in json.dumps(schema("vacancy"))


def test_an_unknown_document_has_none() -> None:
    with pytest.raises(KeyError):
        schema("cv")


def test_a_vacancy_is_read_back_as_its_kinds() -> None:
    criterion = {
        "kind": "experience",
        "importance": "essential",
        "text": "x",
        "start": 0,
        "end": 1,
        "pattern": "p",
        "min_years": 3,
    }
    data = {"id": "a", "source": {"file": "a", "sha256": "b"}, "posting": {}, "criteria": [criterion]}
    again = full_vacancy().model_validate(data)
    assert again.criteria[0].min_years == 3  # type: ignore[attr-defined]
    with pytest.raises(ValidationError):
        full_vacancy().model_validate({**data, "criteria": [{**criterion, "kind": "charm"}]})
