"""The JSON Schemas of the documents that go in and come out."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Annotated, Any

from pydantic import BaseModel, Field, create_model

from fitscore.criteria.base import kinds
from fitscore.profiles.resume import resume_schema
from fitscore.scoring.model import Scorecard, Vacancy


def schema(document: str) -> dict[str, Any]:
    """The JSON Schema of ``profile``, ``vacancy`` or ``scorecard``. Raises `KeyError` for any other word."""
    made = {"profile": resume_schema, "vacancy": _vacancy, "scorecard": _scorecard}[document]()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **made}


def full_vacancy() -> type[BaseModel]:
    """The vacancy record with every kind of criterion spelled out: it checks, and reads back, what `extract` prints."""
    each: Any = Annotated[reduce(or_, kinds()), Field(discriminator="kind")]
    return create_model("Vacancy", __base__=Vacancy, __doc__=Vacancy.__doc__, criteria=(tuple[each, ...], ...))


def _vacancy() -> dict[str, Any]:
    return full_vacancy().model_json_schema(mode="serialization")


def _scorecard() -> dict[str, Any]:
    return Scorecard.model_json_schema(mode="serialization")
