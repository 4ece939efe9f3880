"""The form of a CV document: JSON Resume v1 and fitscore's additions, for `fitscore schema profile`.

It describes; what checks a CV, line by line, is `fitscore.profiles.reading`. Every part may be left out, and further keys
are allowed, as in JSON Resume itself (https://jsonresume.org/schema).
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from fitscore.profiles.model import DegreeLevel, WorkType

Day = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$", description="YYYY, YYYY-MM or YYYY-MM-DD")]
Maybe = Day | int | None
"""A date, a bare year, or nothing."""


class Form(BaseModel):
    """A part of the document; keys that are not named here are allowed."""

    model_config = ConfigDict(extra="allow", alias_generator=to_camel, populate_by_name=True)


class Dated(Form):
    """A part with a beginning and an end; no end date means that it goes on."""

    start_date: Maybe = None
    end_date: Maybe = None


class Basics(Form):
    """Who it is."""

    name: str | None = None
    label: str | None = None
    summary: str | None = None
    nationalities: list[str] = Field(default=[], description="ISO 3166-1 alpha-2 codes or English names")


class Work(Dated):
    """A job."""

    name: str | None = Field(None, description="The employer")
    position: str | None = None
    location: str | None = None
    description: str | None = None
    summary: str | None = None
    highlights: list[str] | None = None
    type: WorkType | None = Field(None, description="Default: employment")
    workload: float | None = Field(None, gt=0, le=1, description="Share of full time; default 1")
    direct_reports: int | None = Field(None, ge=0, description="People led directly")
    team_size: int | None = Field(None, ge=0, description="People led in all")


class Volunteer(Work):
    """Unpaid work; it counts half."""

    organization: str | None = None


class Study(Dated):
    """A course of study."""

    institution: str | None = None
    study_type: str | None = Field(None, description="The degree: Bachelor, MSc, Licence, …")
    area: str | None = None
    courses: list[str] | None = None
    level: DegreeLevel | None = Field(None, description="Where the title alone does not tell")
    completed: bool | None = None
    country: str | None = Field(None, description="Where, for titles that differ by country")


class Language(Form):
    """A language; ``level`` is one of any scale: V, C1, SLP 3333, ILR 3+, UN fluent, native."""

    language: str | None = None
    level: str | int | None = None
    fluency: str | None = None


class Clearance(Form):
    """A personnel security clearance of any national, NATO or EU scheme."""

    level: str
    issuer: str | None = None
    valid_until: Maybe = None


class Skill(Form):
    """A skill with its keywords."""

    name: str | None = None
    level: str | None = None
    keywords: list[str] | None = None


class Certificate(Form):
    """A certificate or training."""

    name: str | None = None
    issuer: str | None = None
    date: Maybe = None


class Project(Dated):
    """A project."""

    name: str | None = None
    description: str | None = None
    highlights: list[str] | None = None


class Publication(Form):
    """A publication."""

    name: str | None = None
    publisher: str | None = None
    release_date: Maybe = None
    summary: str | None = None


class Award(Form):
    """An award."""

    title: str | None = None
    awarder: str | None = None
    date: Maybe = None
    summary: str | None = None


class Resume(Form):
    """A JSON Resume v1 document with fitscore's additions."""

    basics: Basics | None = None
    work: list[Work] | None = None
    volunteer: list[Volunteer] | None = None
    education: list[Study] | None = None
    languages: list[Language] | None = None
    clearances: list[Clearance] | None = None
    certificates: list[Certificate] | None = None
    skills: list[Skill] | None = None
    projects: list[Project] | None = None
    publications: list[Publication] | None = None
    awards: list[Award] | None = None


def resume_schema() -> dict[str, Any]:
    """The JSON Schema of the document."""
    return Resume.model_json_schema(by_alias=True)
