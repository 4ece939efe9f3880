"""Tables of requirements whose rows are flattened into lines."""

import pytest

from fitscore.criteria.assemble import extract_criteria
from fitscore.notices.reading import notice_of


def read(table: str) -> list[tuple[str, str]]:
    notice = notice_of(f"Required qualifications\n\n{table}\n", file="own.txt", sha256="")
    return [(c.importance, c.text) for c in extract_criteria(notice)[0]]


TIDES, CHARTS = "Knowledge of tide tables and buoyage", "Experience in making charts"


@pytest.mark.parametrize(
    "table",
    [
        f"| Matter | Code | Importance |\n|---|---|---|\n| Technical | T1 | {TIDES} |\n| Technical | T2 | {CHARTS} |",
        f"Skill | Code | Description\nTechnical | T1 | {TIDES}\nTechnical | T2 | {CHARTS}",
    ],
)
def test_of_a_row_its_content_is_the_requirement(table: str) -> None:
    assert read(table) == [("essential", TIDES), ("essential", CHARTS)]


@pytest.mark.parametrize(
    "table",
    [
        f"{CHARTS} | Desirable\n{TIDES} | Essential",
        f"| Desirable | {CHARTS} |\n| Essential | {TIDES} |",
        f"1 | Work | {CHARTS} | Desirable\n2 | Skill | {TIDES} | Essential",
    ],
)
def test_the_weight_of_a_row_stands_in_a_cell_of_its_own(table: str) -> None:
    assert read(table) == [("desirable", CHARTS), ("essential", TIDES)]


def test_rows_with_more_than_one_requirement_keep_them_all() -> None:
    assert read(f"| 1 | {TIDES} | {CHARTS} |") == [("essential", TIDES), ("essential", CHARTS)]


def test_a_degree_and_a_language_in_a_row_are_kept() -> None:
    table = f"| Education | University degree in law | none |\n| Languages | French | fluent |\n| Skill | {TIDES} | high |"
    assert [text for _, text in read(table)] == ["University degree in law", "French", TIDES]
