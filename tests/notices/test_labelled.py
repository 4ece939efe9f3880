"""Labels and their values, however they are laid out; other posts under a notice."""

import pytest

from fitscore.notices.elsewhere import before_other_posts
from fitscore.notices.labelled import apart, with_values
from fitscore.notices.lines import read_lines
from fitscore.notices.reading import notice_of


def texts(source: str) -> list[str]:
    return [line.text for line in with_values(list(apart(read_lines(source))))]


@pytest.mark.parametrize(
    "written",
    [
        "Clearance level: NATO SECRET",
        "Clearance level\nNATO SECRET",
        "Clearance level:\nNATO SECRET",
        "| Clearance level | NATO SECRET |",
        "Clearance level | NATO SECRET",
        "Clearance level\tNATO SECRET",
        "Clearance  level    NATO SECRET",
    ],
)
def test_a_label_stands_in_one_line_with_its_value(written: str) -> None:
    lines = list(with_values(list(apart(read_lines(f"Harbour Pilot\n{written}\nPilots are sought.")))))
    assert [line.text for line in lines] == ["Harbour Pilot", "Clearance level: NATO SECRET", "Pilots are sought."]
    quote = lines[1].folded.quote()
    assert quote.text.startswith("Clearance")
    assert quote.text.endswith("NATO SECRET")


def test_fields_in_one_line_are_told_apart() -> None:
    assert texts("Location: Oslo Grade: P-3 Closing date: 3 May 2027") == [
        "Location: Oslo",
        "Grade: P-3",
        "Closing date: 3 May 2027",
    ]


@pytest.mark.parametrize(
    "source",
    ["Location\nGrade\n", "Mission\nThe mission helps ports to grow.\n", "The grade: it depends on the level: ask us\n"],
)
def test_what_is_no_field_stays_as_it_is(source: str) -> None:
    assert texts(source) == source.splitlines()


ASKED = """Harbour Pilot

Requirements
- A diploma in navigation is required.
- Five years of experience at sea
- Fluent Norwegian
"""


def test_other_posts_under_a_notice_are_left_out_and_a_remark_says_so() -> None:
    source = ASKED + "\nSimilar jobs\nCrane Driver\nTen years of experience with cranes are required.\n"
    notice = notice_of(source, file="pilot.txt", sha256="")
    assert not [clause.text for clause in notice.clauses if "crane" in clause.lower]
    (remark,) = [remark for remark in notice.remarks if remark.code == "other_posts"]
    assert source[remark.start : remark.end].startswith("Similar jobs")
    assert source[remark.start : remark.end].endswith("required.")


@pytest.mark.parametrize("source", ["Similar jobs\n" + ASKED, ASKED + "Other positions held must be listed.\n"])
def test_nothing_is_left_out_before_the_requirements_or_without_such_a_title(source: str) -> None:
    lines = read_lines(source)
    assert before_other_posts(lines) == (lines, ())
