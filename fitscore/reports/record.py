"""JSON: the records of the contract. One array; one scorecard a pair, or one vacancy a notice."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fitscore.profiles.model import Profile
    from fitscore.reports.base import Result
    from fitscore.scoring.model import Scorecard, Vacancy

FORMAT = "json"
ENDING = ".json"

_STEERING = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069\ud800-\udfff]")


def render(result: Result) -> str:
    """The scorecards as one JSON array, in the order of the result."""
    return to_json([scorecard_data(card) for card in result.scorecards])


def to_json(data: Any) -> str:
    """Plain data as JSON text that is safe to show: signs that steer a terminal stand as escapes."""
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return _STEERING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text) + "\n"


def scorecard_data(card: Scorecard) -> dict[str, Any]:
    """A scorecard as plain data: figures to one decimal, scores as they are, so that the figures can be worked out again.

    ``override`` stands only where a person reviewed.
    """
    data = card.model_dump(mode="json")
    for assessment in data["assessments"]:
        if assessment["override"] is None:
            del assessment["override"]
    for holder, key in ((data, "fit"), (data, "potential"), (data["essential"], "score"), (data["desirable"], "score")):
        holder[key] = None if holder[key] is None else round(holder[key], 1)
    return data


def vacancy_data(vacancy: Vacancy) -> dict[str, Any]:
    """A vacancy as plain data; the limits of an age stand only in a condition of age."""
    data = vacancy.model_dump(mode="json")
    for condition in data["conditions"]:
        if condition["kind"] != "age":
            del condition["min"], condition["max"]
    return data


def vacancies_json(vacancies: Iterable[Vacancy]) -> str:
    """Vacancies as one JSON array."""
    return to_json([vacancy_data(vacancy) for vacancy in vacancies])


def vacancies_yaml(vacancies: Iterable[Vacancy]) -> str:
    """Vacancies as YAML, one document each."""
    return documents_yaml(vacancy_data(vacancy) for vacancy in vacancies)


def profiles_json(profiles: Sequence[Profile]) -> str:
    """The CV as a JSON Resume, or an array of them where there are several."""
    documents = [profile.document for profile in profiles]
    return to_json(documents[0] if len(documents) == 1 else documents)


def profiles_yaml(profiles: Sequence[Profile]) -> str:
    """CVs as JSON Resumes in YAML, one document each."""
    return documents_yaml(profile.document for profile in profiles)


def documents_yaml(documents: Iterable[Any]) -> str:
    """Plain data as YAML documents, with ``---`` between them."""
    from fitscore.documents import dump_yaml

    return "---\n".join(dump_yaml(document) for document in documents)
