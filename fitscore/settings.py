"""Settings: the documented default, and a user's changes to it, checked."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import ConfigDict, Field, ValidationError, model_validator

from fitscore.decoding import decode
from fitscore.documents import Document, load_yaml
from fitscore.errors import InputError, Problem
from fitscore.records import Record

_ID = re.compile(r"[ED][1-9][0-9]{0,3}\Z")


class Part(Record):
    """A part of the settings: its numbers are finite."""

    model_config = ConfigDict(allow_inf_nan=False)


class TierShares(Part):
    """Shares of the two tiers in ``fit``; they are normalised to sum to 1."""

    essential: float = Field(ge=0)
    desirable: float = Field(ge=0)

    @model_validator(mode="after")
    def _some(self) -> Self:
        if self.essential + self.desirable == 0:
            raise ValueError("one of the two shares must be above 0")
        return self


class DegreeSettings(Part):
    """When something else may stand for a degree."""

    equivalent_work_years: float = Field(ge=0)
    equivalent_levels_short: int = Field(ge=0)


class ExperienceSettings(Part):
    """How years count."""

    enough_without_years: float = Field(gt=0)
    recent_slack_years: float = Field(ge=0)
    half_types: tuple[Literal["internship", "volunteer", "freelance", "military", "employment"], ...]


class ManagementSettings(Part):
    """When a post is a senior one."""

    senior_people: int = Field(gt=0)


class EvidenceSettings(Part):
    """When words show what is asked."""

    strong: float = Field(gt=0, le=1)
    weak: float = Field(gt=0, le=1)
    improbable: float = Field(ge=0, le=1)
    probable: float = Field(ge=0, le=1)
    unsure: float = Field(ge=0, le=1)
    certain: float = Field(ge=0, le=1)
    claimed_score: float = Field(gt=0, le=1)


class Settings(Part):
    """All settings (``fitscore config`` prints them with their comments)."""

    tiers: TierShares
    weights: dict[str, Annotated[float, Field(ge=0, le=1e6)]]
    degree: DegreeSettings
    experience: ExperienceSettings
    management: ManagementSettings
    evidence: EvidenceSettings

    @property
    def sha256(self) -> str:
        """A digest of the values, the same for the same values however they were written."""
        canonical = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(canonical.encode()).hexdigest()


def default_text() -> str:
    """The default settings as a documented YAML file."""
    return files("fitscore").joinpath("settings.yaml").read_text(encoding="utf-8")


@cache
def default_settings() -> Settings:
    """The default settings."""
    return Settings.model_validate(load_yaml(default_text(), file="settings.yaml").data)


def read_settings(path: Path, *, kinds: frozenset[str] | None = None) -> Settings:
    """The default with the changes of a YAML file. Raises `InputError` with every mistake, its line and path.

    ``kinds`` are the kinds of criteria that ``weights`` may name (None: any word will do).
    """
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise InputError.one(str(path), f"cannot be read: {error.strerror}") from None
    document = load_yaml(text, file=str(path))
    if document.data is not None and not isinstance(document.data, dict):
        raise InputError.one(str(path), "settings are a mapping", line=1, instead="start from `fitscore config`")
    merged = _merge(default_settings().model_dump(mode="json"), document.data or {})
    problems = _unknown_weights(document, str(path), kinds)
    try:
        settings = Settings.model_validate(merged)
    except ValidationError as error:
        problems += [_problem(document, str(path), item["msg"], item["loc"]) for item in error.errors()]
    if problems:
        raise InputError(sorted(problems, key=lambda problem: (problem.line or 0, problem.path or "")))
    return settings


def _problem(document: Document, file: str, what: str, location: Sequence[int | str]) -> Problem:
    where = ".".join(map(str, location))
    return Problem(file, what, document.line(where), where, "see `fitscore config` for what may stand here")


def _unknown_weights(document: Document, file: str, kinds: frozenset[str] | None) -> list[Problem]:
    weights = document.data.get("weights") if isinstance(document.data, dict) else None
    if kinds is None or not isinstance(weights, dict):
        return []
    instead = f"name a criterion's id (E1, D2) or one of {', '.join(sorted(kinds))}"
    return [
        Problem(
            file, "this is neither a kind of criterion nor an id", document.line(f"weights.{name}"), f"weights.{name}", instead
        )
        for name in weights
        if name not in kinds and not _ID.match(name)
    ]


def _merge(base: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, value in change.items():
        inner = out.get(key)
        out[key] = _merge(inner, value) if isinstance(inner, dict) and isinstance(value, dict) else value
    return out
