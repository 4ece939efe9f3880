"""Whole notices of our own: what all kinds together read in them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.criteria.assemble import extract_criteria
from fitscore.criteria.base import Criterion
from fitscore.criteria.degree import Degree
from fitscore.criteria.experience import Experience
from fitscore.notices.model import Clause, Notice, Posting, Remark
from fitscore.notices.reading import notice_of
from fitscore.text import fold

NATO_LIKE = """3. QUALIFICATIONS AND EXPERIENCE

ESSENTIAL
The incumbent must:

- have at least 9 years' experience in shipping law, out of which a minimum of four years in team management;
- have proven experience in leading large teams;
- have a good knowledge of ledgers, and knowledge of map software is an asset;
- possess excellent drafting skills;

DESIRABLE
The following would be considered an advantage:

- experience in a large port;
- knowledge of sea charts.
"""

UN_LIKE = """Competencies
Functional competencies
- Ability to run surveys of small boats
- Good knowledge of harbour rules

Required Skills and Experience
Education:
- A first-level degree in law with two additional years of work may be accepted in lieu of the advanced degree.
Experience:
- Minimum of 6 years (with secondary education) or 3 years (with bachelor's degree) of relevant experience in payroll is required.
- Experience in the usage of computers is required.
- Previous experience in the Fund is an asset.
- Do you meet these requirements?
- Applicants with a master's degree are not required to have professional experience.
"""


def read(text: str) -> tuple[tuple[Criterion, ...], tuple[Remark, ...]]:
    return extract_criteria(notice_of(text, file="own.txt", sha256=""))


def rows(text: str) -> list[tuple[str, str, str]]:
    return [(c.id, c.kind, c.text) for c in read(text)[0]]


def clause(text: str, **more: Any) -> Clause:
    return Clause(folded=fold(text), **{"part": "qualifications", "listed": True, **more})


def one(*clauses: Clause) -> tuple[tuple[Criterion, ...], tuple[Remark, ...]]:
    return extract_criteria(Notice("own.txt", "", "", Posting(), clauses))


def test_reads_a_notice_of_lists() -> None:
    assert rows(NATO_LIKE) == [
        ("E1", "experience", "have at least 9 years' experience in shipping law"),
        ("E2", "management", "a minimum of four years in team management"),
        ("E3", "management", "have proven experience in leading large teams"),
        ("E4", "capability", "have a good knowledge of ledgers"),
        ("D1", "capability", "knowledge of map software is an asset"),
        ("E5", "capability", "possess excellent drafting skills"),
        ("D2", "experience", "experience in a large port"),
        ("D3", "capability", "knowledge of sea charts"),
    ]


def test_ties_the_years_within() -> None:
    criteria = {c.id: c for c in read(NATO_LIKE)[0]}
    assert criteria["E2"].model_dump()["within"] == "E1"
    assert criteria["E3"].model_dump()["within"] is None


def test_reads_skills_under_competencies_and_leaves_advice_out() -> None:
    found = [row for row in rows(UN_LIKE) if row[1] != "degree"]
    assert [(kind, text) for _, kind, text in found] == [
        ("capability", "Ability to run surveys of small boats"),
        ("capability", "Good knowledge of harbour rules"),
        (
            "experience",
            "Minimum of 6 years (with secondary education) or 3 years (with bachelor's degree) "
            "of relevant experience in payroll is required",
        ),
        ("capability", "Experience in the usage of computers is required"),
        ("experience", "Previous experience in the Fund is an asset"),
    ]


@pytest.mark.parametrize("text", [NATO_LIKE, UN_LIKE])
def test_every_span_is_the_text(text: str) -> None:
    for criterion in read(text)[0]:
        assert fold(text, criterion.start, criterion.end).text == fold(criterion.text).text


def test_a_preference_is_a_criterion_of_its_own() -> None:
    criteria, _ = one(clause("At least 6 years of experience in audit, preferably with an international firm"))
    assert [(c.id, c.text) for c in criteria] == [
        ("E1", "At least 6 years of experience in audit"),
        ("D1", "preferably with an international firm"),
    ]


def test_nothing_is_split_inside_a_desirable_item() -> None:
    criteria, _ = one(clause("experience in audit, preferably with an international firm", importance="desirable"))
    assert [(c.id, c.text) for c in criteria] == [("D1", "experience in audit, preferably with an international firm")]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Sound drafting skills (shorthand a plus)", [("E1", "Sound drafting skills"), ("D1", "shorthand a plus")]),
        ("Sound drafting skills (desirable)", [("D1", "Sound drafting skills (desirable)")]),
        ("Skill with maps (preferred), charts and tide tables", [("E1", "Skill with maps (preferred), charts and tide tables")]),
        ("Fluency in English (Dutch an asset)", [("E1", "Fluency in English"), ("D1", "Dutch an asset")]),
        (
            "Must have a sense of the tides, proven experience in diving is an asset",
            [("E1", "Must have a sense of the tides"), ("D1", "proven experience in diving is an asset")],
        ),
    ],
)
def test_a_softened_bracket_softens_only_its_own_matter(text: str, want: list[tuple[str, str]]) -> None:
    assert sorted((c.id, c.text) for c in one(clause(text))[0]) == sorted(want)


@pytest.mark.parametrize(
    "text",
    [
        "A driving licence is not required.",
        "Knowledge of Dutch is not necessary for this post",
        "No knowledge of Dutch is needed",
        "A university degree is not required",
        "Five years of experience in ports are not required",
    ],
)
def test_what_is_not_required_is_no_criterion(text: str) -> None:
    assert one(clause(text))[0] == ()


@pytest.mark.parametrize(
    ("text", "importance"),
    [
        ("Essential: a diver's licence", "essential"),
        ("Knowledge of tide tables (required)", "essential"),
        ("Knowledge of tide tables is highly preferrable", "desirable"),
        ("Knowledge of tide tables will be highly appreciated", "desirable"),
        ("Knowledge of tide tables (asset)", "desirable"),
        ("Preference for a diploma in tides", "desirable"),
        ("Skill in reaching the desired objectives", "essential"),
    ],
)
def test_the_items_own_words_weigh_it(text: str, importance: Any) -> None:
    over = "desirable" if importance == "essential" and "desired" not in text else "essential"
    assert [c.importance for c in one(clause(text, importance=over))[0]] == [importance]


def test_two_sentences_of_an_item_stay_one() -> None:
    text = "Knowledge of sea charts. Understanding of tides and of the charts made for them"
    assert [c.text for c in one(clause(text))[0]] == [text]


def test_the_same_words_twice_are_one_criterion() -> None:
    source = "knowledge of sea charts. Knowledge of sea charts"
    first = Clause(folded=fold(source, 0, 23), part="qualifications", listed=True)
    second = Clause(folded=fold(source, 25), part="competencies", listed=True, number=1, block=1)
    criteria, _ = one(first, second)
    assert [(c.text, [(r.start, r.end) for r in c.repeats]) for c in criteria] == [("knowledge of sea charts", [(25, 48)])]


def test_a_field_repeats_the_body_and_stands_alone_without_it() -> None:
    field = {"part": "masthead", "label": "Experience", "topic": "experience", "listed": False}
    source = "2 years of experience; at least 2 years of experience in ports"
    short = Clause(folded=fold(source, 0, 21), number=0, **field)
    body = Clause(folded=fold(source, 23), part="qualifications", listed=True, number=1)
    both, _ = one(short, body)
    assert [(c.text, len(c.repeats)) for c in both] == [("at least 2 years of experience in ports", 1)]
    assert [c.text for c in one(short)[0]] == ["2 years of experience"]


def test_one_or_more_of_the_following_is_one_criterion() -> None:
    criteria, _ = one(
        clause("experience in one or more of the following areas:", listed=False, number=0),
        clause("harbour law", number=1),
        clause("sea charts", number=2),
    )
    assert [c.text for c in criteria] == ["experience in one or more of the following areas"]


def test_parts_that_ask_nothing_give_nothing() -> None:
    for part in ("summary", "duties", "contract", "application", "other"):
        assert one(clause("must have at least 5 years of experience in ports", part=part)) == ((), ())


def test_names_numbers_that_disagree() -> None:
    criteria, remarks = one(clause("Minimum ten (5) years of experience in botany"))
    assert [c.model_dump()["min_years"] for c in criteria] == [10]
    assert [(r.code, r.message) for r in remarks] == [("contradiction", "E1 gives the years twice: 10 and 5; the first is used")]


def test_names_more_years_within_than_there_are() -> None:
    _, remarks = one(clause("At least 2 years in trade policy, including a minimum of 3 years in team management"))
    assert [(r.code, r.message) for r in remarks] == [("contradiction", "E2 asks for 3 years within the 2 years of E1")]


def test_names_years_that_are_not_legible() -> None:
    assert [r.code for r in one(clause("at least X years of experience in ports"))[1]] == ["unreadable_years"]


def test_the_same_asked_twice_with_two_weights_is_named() -> None:
    _, remarks = one(clause("knowledge of ledgers"), clause("Knowledge of ledgers", importance="desirable", number=1))
    assert [r.code for r in remarks] == ["contradiction"]


SAID = (
    "at least 5 years of experience in ports ; preferably abroad ( ideally in a bank ) knowledge of ledgers is an asset , "
    "and of which two years leading a team . must have ten (5) required - or bachelor's degree with some of which é …"
)
CLAUSES = st.lists(st.sampled_from(SAID.split()), min_size=1, max_size=60)


@given(CLAUSES, st.booleans(), st.sampled_from([None, "essential", "desirable"]))
def test_any_clause_gives_criteria_that_stand_in_it(words: list[str], listed: bool, importance: Any) -> None:
    source = " ".join(words)
    criteria, remarks = one(clause(source, listed=listed, importance=importance))
    for item in (*criteria, *remarks):
        assert 0 <= item.start < item.end <= len(source)
    for criterion in criteria:
        assert fold(source, criterion.start, criterion.end).text == criterion.text
    assert [(c.start, c.end) for c in criteria] == sorted((c.start, c.end) for c in criteria)
    assert len({c.id for c in criteria}) == len(criteria)


def test_lead_ins_in_brackets_tell_what_is_essential_and_what_an_asset() -> None:
    text = "Surveyor\nShow in your letter how you meet these (essential qualifications)\nExperience in drawing maps\n"
    text += "If you have any of these, show that too (asset qualifications)\nExperience with tides\n"
    criteria, _ = extract_criteria(notice_of(text, file="n.txt", sha256=""))
    assert [(c.importance, c.text) for c in criteria] == [
        ("essential", "Experience in drawing maps"),
        ("desirable", "Experience with tides"),
    ]


def test_further_nationals_widen_the_statement_before_them() -> None:
    text = "Qualifications:\nOnly nationals of Benin and Gabon may apply. Nationals of Togo, a partner, can apply as well.\n"
    criteria, _ = extract_criteria(notice_of(text, file="n.txt", sha256=""))
    (asked,) = [c for c in criteria if c.kind == "nationality"]
    assert asked.model_dump()["countries"] == ("BJ", "GA", "TG")
    assert len(asked.repeats) == 1


def test_holders_who_are_merely_preferred_leave_a_clearance_to_be_obtained() -> None:
    text = "Qualifications:\nYou must be able to obtain a NATO SECRET clearance.\n"
    text += "Persons who already hold a valid clearance are preferred.\n"
    criteria, _ = extract_criteria(notice_of(text, file="n.txt", sha256=""))
    assert [(c.importance, c.model_dump()["held"]) for c in criteria if c.kind == "clearance"] == [
        ("essential", False),
        ("desirable", True),
    ]


def test_rows_of_a_table_say_more_exactly_what_a_sentence_says() -> None:
    table = "Required Qualifications\n\nLanguages\n\nThai and Khmer are required. Either Danish or Swedish is desirable.\n\n"
    table += "Thai\n\nUN Level II\n\nUN Level II\n\nKhmer\n\nUN Level I\n\nUN Level I\n\nDesirable languages\n\n"
    table += "Danish\n\nUN Level I\n\nSwedish\n\nUN Level II\n"
    criteria, remarks = read(table)
    found = [(c.importance, d["languages"], d["levels"], d["scale"], len(c.repeats)) for c in criteria if (d := c.model_dump())]
    assert sorted(found) == [
        ("desirable", ("Danish", "Swedish"), (2,), "UN", 2),
        ("essential", ("Khmer",), (2,), "UN", 0),
        ("essential", ("Thai",), (3,), "UN", 1),
    ]
    assert not remarks


def test_part_of_years_named_before_is_stated_once() -> None:
    text = (
        "Requirements\n- At least nine years of experience in rail safety, of which at least 4 of the 9 years should be abroad\n"
    )
    assert [getattr(criterion, "min_years", None) for criterion in read(text)[0]] == [9, 4]


def test_a_number_before_of_which_is_years_of_its_own() -> None:
    source = (
        "Requirements\n- Seven years of post-qualification experience, at least three (3) of which must be in peat cutting\n"
        "- Ten years of experience in peat, two of which abroad\n"
    )
    found = [(c.min_years, c.domain) for c in read(source)[0] if isinstance(c, Experience)]
    assert found == [(7, None), (3, "peat cutting"), (10, "peat"), (2, None)]


def test_what_may_compensate_for_a_degree_makes_it_replaceable() -> None:
    source = "Requirements\n- Education at master's level. Long practice may compensate for the lack of a master's degree\n"
    (degree,) = [c for c in read(source)[0] if isinstance(c, Degree)]
    assert (degree.level, degree.equivalent_accepted) == ("master", True)


def test_fields_behind_the_label_degree_are_a_degree() -> None:
    source = "Requirements\n- Degree: geology or soil science, with six hours of statistics\n- Degree: required\n"
    assert [c.fields for c in read(source)[0] if isinstance(c, Degree)] == [("geology", "soil science")]
