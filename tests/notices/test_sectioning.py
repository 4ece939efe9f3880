"""Clauses stand in the right part, with the importance of their heading or lead-in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.notices.model import Clause
from fitscore.notices.reading import notice_of
from fitscore.text import fold_blanks

NATO = """Archivist, Records Section
1. POST CONTEXT
The section keeps the records. The archivist must know them well.
2. QUALIFICATIONS
ESSENTIAL
The incumbent must:
- possess a university degree in history; it may be a recent one;
- have five years' experience in archives;

- know two languages;
DESIRABLE
The following would be considered an advantage:
- knowledge of conservation;
- MAIN ACCOUNTABILITIES
Knowledge Management
Keeps the indexes. Experience is shared.
3. COMPETENCIES
The incumbent must demonstrate:
- Clarity: writes plainly;
4. CONTRACT
A definite duration contract of three years will be offered.
"""


def clauses_of(source: str) -> tuple[Clause, ...]:
    return notice_of(source, file="x", sha256="").clauses


def asked(source: str) -> list[tuple[str, str | None]]:
    return [(c.text, c.importance) for c in clauses_of(source) if c.part == "qualifications"]


def test_essential_and_desirable_items_of_a_notice() -> None:
    assert asked(NATO) == [
        ("possess a university degree in history; it may be a recent one", "essential"),
        ("have five years' experience in archives", "essential"),
        ("know two languages", "essential"),
        ("knowledge of conservation", "desirable"),
    ]


def test_other_parts_hold_their_own() -> None:
    parts = {c.text: c.part for c in clauses_of(NATO)}
    assert parts["The archivist must know them well."] == "summary"
    assert parts["Experience is shared."] == "duties"
    assert parts["Clarity: writes plainly"] == "competencies"
    assert parts["A definite duration contract of three years will be offered."] == "contract"


def test_lead_ins_alone_tell_the_importance() -> None:
    source = (
        "SUMMARY\nThe unit cooks.\nThe incumbent must:\n- cook well;\n- have a diploma;\n"
        "The following would be considered an advantage:\n- a sense of humour.\n"
    )
    assert asked(source) == [("cook well", "essential"), ("have a diploma", "essential"), ("a sense of humour.", "desirable")]


def test_sub_headings_inherit_the_importance_and_a_new_one_ends_it() -> None:
    source = (
        "DESIRABLE QUALIFICATIONS\nEducation:\n- a doctorate in law\nExperience:\n- two years at sea\n"
        "ESSENTIAL QUALIFICATIONS\nLanguages:\n- French\n"
    )
    assert [(c.importance, c.topic) for c in clauses_of(source) if c.part == "qualifications"] == [
        ("desirable", "education"),
        ("desirable", "experience"),
        ("essential", "language"),
    ]


def test_sibling_of_a_desirable_heading_inherits_nothing() -> None:
    source = "Qualifications\nExperience:\n- five years at sea\nDesirable skills:\n- knots\nLanguages:\n- fluency in French\n"
    assert asked(source) == [("five years at sea", None), ("knots", "desirable"), ("fluency in French", None)]


def test_heading_level_with_the_one_above_a_desirable_list_inherits_nothing() -> None:
    source = (
        "QUALIFICATIONS\n*** Relevant experience\nEssential:\nFive years at sea.\nDesirable:\nTwo years on land.\n"
        "*** Language requirements\nFrench is needed everywhere.\n"
    )
    assert asked(source) == [
        ("Five years at sea.", "essential"),
        ("Two years on land.", "desirable"),
        ("French is needed everywhere.", None),
    ]


def test_short_line_over_a_paragraph_after_a_list_ends_the_requirements() -> None:
    story = (
        "We meet each morning at eight and drink tea together; the boats leave at nine and come back before dark, rain or shine."
    )
    assert asked(f"REQUIREMENTS\n- A degree in law\n\nHow our days pass\n{story}\n") == [("A degree in law", None)]


def test_stars_tell_what_is_essential() -> None:
    source = "REQUIREMENTS\nFunctional skills\n*Navigation\nCarpentry and joinery\n(Skills with an asterisk* are essential)\n"
    assert asked(source) == [("Navigation", "essential"), ("Carpentry and joinery", "desirable")]


def test_heading_behind_the_last_item_opens_the_next_list() -> None:
    source = "Required skills:\n- Use of charts is needed. Desired skills in addition to those named above\n- Knots;\n"
    assert asked(source) == [("Use of charts is needed.", "essential"), ("Knots", "desirable")]


def test_running_text_is_cut_into_sentences_and_items_stay_whole() -> None:
    source = "REQUIREMENTS\nA degree in law is required. French is an asset.\n\n- Knows the law. Keeps learning it.\n"
    assert [c.text for c in clauses_of(source) if c.part == "qualifications"] == [
        "A degree in law is required.",
        "French is an asset.",
        "Knows the law. Keeps learning it.",
    ]


def test_doubled_paragraph_is_kept_once_with_its_other_place() -> None:
    paragraph = "The bureau keeps the registers of all member states and answers their letters, " * 2 + "every day of the week."
    notice = notice_of(f"SUMMARY\n\n{paragraph}\n\n{paragraph}\n\nThe rest follows here.\n", file="x", sha256="")
    (kept,) = [c for c in notice.clauses if c.text.startswith("The bureau")]
    (other,) = kept.repeats
    assert notice.source[other.start : other.end] == paragraph
    assert [r.code for r in notice.remarks] == ["doubled_paragraph"]


def test_advice_and_policy_statements_are_no_requirements() -> None:
    source = (
        "Languages:\n- Fluency in Greek is required.\n\nPlease attach a cover letter.\n\n"
        "The bureau is committed to diversity. Experience of all kinds is welcome.\n\nWe pay well.\n"
    )
    assert [text for text, _ in asked(source)] == ["Fluency in Greek is required."]


def test_glossary_of_a_portal_ends_no_section() -> None:
    source = "REQUIREMENTS\n- A degree in law\n\n📚 Key Term\n\nKSG\n\nKey Skills Group\n\n- French\n"
    assert [text for text, _ in asked(source)] == ["A degree in law", "French"]


def test_rows_of_a_language_table_are_one_clause() -> None:
    source = "Language\nRequired\nReading\nWriting\nFrench\nUN Level III\nUN Level III\nGerman\nUN Level II\nUN Level II\n"
    texts = [c.text for c in clauses_of(source)]
    assert "French UN Level III UN Level III" in texts
    assert "German UN Level II UN Level II" in texts


def test_untold_importance_is_remarked() -> None:
    source = "QUALIFICATIONS\n- Degree in law\n- Knowledge of Greek\n- Good manners\n"
    assert [r.code for r in notice_of(source, file="x", sha256="").remarks] == ["importance_not_told_apart"]
    assert notice_of(source.replace("- Good", "- Desirable: good"), file="x", sha256="").remarks == ()


LINE = st.sampled_from(
    [
        "QUALIFICATIONS",
        "Essential:",
        "- knows law;",
        "The incumbent must:",
        "Duties",
        "It rains. It pours.",
        "",
        "• x",
        "Contract",
        "| a | b | c |",
        "Deadline: 3 May 2027",
    ]
)


@given(st.lists(LINE, max_size=25))
def test_every_clause_is_in_the_source_and_in_order(lines: list[str]) -> None:
    notice = notice_of("\n".join(lines), file="x", sha256="")
    places = []
    for number, clause in enumerate(notice.clauses):
        quote = clause.quote()
        assert fold_blanks(notice.source[quote.start : quote.end]) == quote.text
        assert clause.number == number
        places.append(quote.start)
    assert places == sorted(places)


@given(st.text(max_size=400))
def test_any_text_is_read(source: str) -> None:
    for clause in notice_of(source, file="x", sha256="").clauses:
        assert clause.text


def test_a_list_of_requirements_under_duties_is_read_as_one() -> None:
    text = "Terms of reference\n- Minimum 2-3 years of experience in the upkeep of boats.\n- Sound knowledge of sails.\n"
    assert [c.part for c in clauses_of(text)] == ["qualifications", "qualifications"]
    duties = "Main duties\n- At least 2 years of tide data are collected.\n- Knowledge of sails is shared.\n"
    told = "Requirements\n- a diploma in history\n- a boat licence\n- good knowledge of tides\n"
    assert [c.part for c in clauses_of(duties + told)][:2] == ["duties", "duties"]


def test_a_profile_that_is_desired_is_no_wish() -> None:
    assert asked("Desired candidate profile:\n- a diploma in history\n") == [("a diploma in history", "essential")]


def test_what_is_to_be_submitted_is_no_requirement() -> None:
    told = "Requirements\n- a diploma in history\n- a boat licence\n- good knowledge of tides\n"
    text = f"{told}\nCandidates shall submit the following:\n\n- Two samples of their work\n"
    assert [words for words, _ in asked(text)] == ["a diploma in history", "a boat licence", "good knowledge of tides"]


def test_titles_of_columns_and_a_lone_or_are_neither_requirements_nor_headings() -> None:
    source = "Required expertise\nField\nA diploma in forestry; or\nOR\nFive years of experience as a ranger\n"
    assert [text for text, _ in asked(source)][-2:] == ["A diploma in forestry", "Five years of experience as a ranger"]
    table = "Required expertise\nFunction\tName\tDescription\nWoods\tFire watch\tSound knowledge of fire watching.\n"
    assert asked(table) == [("Woods Fire watch Sound knowledge of fire watching.", "essential")]


def test_rows_under_two_columns_are_a_name_and_what_it_means() -> None:
    source = "Core competencies\nName\tDefinition\nCandour\tSays what is so. Hears what is said.\nThrift\tSpends with care.\n"
    texts = [c.text for c in clauses_of(source) if c.part == "competencies"]
    assert texts == ["Candour: Says what is so. Hears what is said.", "Thrift: Spends with care."]


def test_a_note_between_requirements_ends_no_list() -> None:
    before, behind = "Essential qualifications\nEducation:\n- a diploma in nursing\n", "Certificates:\n- a pass in first aid\n"
    source = f"{before}Note: Diplomas of old schools count.\n{behind}"
    assert asked(source) == [("a diploma in nursing", "essential"), ("a pass in first aid", "essential")]


def test_bracketed_lead_in_opens_requirements_wherever_it_stands() -> None:
    source = (
        "Work environment\nAn open office.\nTell us how you meet the following (essential qualifications)\n"
        "- a diploma in nursing\n"
        "Tell us also which of these you hold (other qualifications)\n- a licence to dive\n"
    )
    assert asked(source) == [("a diploma in nursing", "essential"), ("a licence to dive", "desirable")]


def test_names_between_dots_are_a_list_from_the_first() -> None:
    source = "Competencies\nCandour at Work · Care for Others · Thrift\n"
    assert [c.text for c in clauses_of(source) if c.part == "competencies"] == ["Candour at Work", "Care for Others", "Thrift"]


def test_following_are_essential_requirements_opens_an_essential_list() -> None:
    source = (
        "Desirable qualifications\n- knowledge of bees\nREQUIREMENTS (for all posts)\n"
        "The following are mandatory requirements for everybody who works on the island:\nYou must be able to swim.\n"
    )
    assert asked(source) == [("knowledge of bees", "desirable"), ("You must be able to swim.", "essential")]


def test_a_licence_among_the_terms_of_the_contract_is_asked_for() -> None:
    source = (
        "Qualifications\n- a diploma in nursing\nConditions of employment\nYou must hold a valid driver's licence.\n"
        "You must be willing to travel by boat.\nYou must prove your identity.\nProbation lasts a year.\n"
    )
    assert [text for text, _ in asked(source)][1:] == [
        "You must hold a valid driver's licence.",
        "You must be willing to travel by boat.",
    ]


def test_it_would_be_great_and_the_skills_that_are_tested() -> None:
    source = (
        "Person specification\n- skill in rowing\nIt would be great if you also had:\n- a boat\n"
        "Technical skills\nWe will assess you against these technical skills on the day:\nKnots and splices\n"
    )
    assert asked(source) == [("skill in rowing", None), ("a boat", "desirable"), ("Knots and splices", "essential")]


def test_the_last_sentence_of_a_paragraph_opens_the_list_below() -> None:
    text = "Miller\nWhat you will do\n- mill\n\nAbout you\nMills please you. To succeed you'll bring:\n- patience\n- order\n"
    clauses = notice_of(text, file="n.txt", sha256="").clauses
    assert [(c.part, c.importance) for c in clauses[-2:]] == [("qualifications", "essential")] * 2


def test_rows_under_the_titles_of_a_table_of_behaviours_are_competencies() -> None:
    text = "Miller\nRequirements\n- Knowledge of wheat\n\nCapability\tWhat it looks like\nLeading others\tListens and decides\n"
    notice = notice_of(text, file="n.txt", sha256="")
    assert [c.name for c in notice.competencies] == ["Leading others"]


def test_a_graded_skill_is_no_heading_over_the_list_below() -> None:
    text = "Miller\nEssential qualifications\nSlide rules: advanced\n- Knowledge of wheat\n"
    assert [c.heading for c in notice_of(text, file="n.txt", sha256="").clauses[-1:]] == ["Essential qualifications"]


def test_a_line_that_only_announces_requirements_is_none() -> None:
    text = (
        "Miller\nDesirable\nThe special requirements for work at this mill are:\n- Knowledge of wheat\n"
        "Essential\nTo be of use to a mill as old as ours, candidates need to be:-\n- patient with horses and millstones\n"
    )
    clauses = notice_of(text, file="n.txt", sha256="").clauses
    asked = [(c.text, c.importance) for c in clauses if c.part == "qualifications"]
    assert asked == [("Knowledge of wheat", "desirable"), ("patient with horses and millstones", "essential")]


@pytest.mark.parametrize(
    ("lead", "importance"),
    [
        ("The person appointed will have:", "essential"),
        ("Each candidate must, on the day of the harvest:", "essential"),
        ("This post requires a person with:", "essential"),
        ("It would be an advantage to have:", "desirable"),
        ("We would particularly welcome millers with:", "desirable"),
        ("The successful candidate will demonstrate:", None),
    ],
)
def test_words_that_say_who_is_sought_open_a_list_anywhere(lead: str, importance: str | None) -> None:
    clauses = notice_of(f"Miller\nWhat you will do\n- mill\n\n{lead}\n- knowledge of wheat\n", file="n.txt", sha256="").clauses
    assert (clauses[-1].part, clauses[-1].importance) == ("qualifications", importance)


def test_a_numbered_title_over_a_paragraph_asks_for_nothing() -> None:
    text = (
        "Miller\nSelection criteria\n1. Sifting\nThose who have a diploma are sifted by a panel of three millers, who "
        "look at each letter in turn, and twice where they doubt.\n2. Knowledge of wheat\n3. A licence\n"
    )
    clauses = notice_of(text, file="n.txt", sha256="").clauses
    assert [c.part for c in clauses if c.text in ("Sifting", "Knowledge of wheat")] == ["other", "qualifications"]


def test_a_lead_in_to_behaviours_over_degrees_and_years_asks_for_them() -> None:
    items = "- Four years of experience in diving\n- A crew of its own\n- Fluency in Danish\n"
    text = "Diver\n\nELIGIBILITY CRITERIA\n\nApplicants must demonstrate:\n\n"
    parts = {c.part for c in notice_of(text + items, file="x", sha256="").clauses if c.listed}
    assert parts == {"qualifications"}
    parts = {c.part for c in notice_of(text + "- Courage\n- Calm\n", file="x", sha256="").clauses if c.listed}
    assert parts == {"competencies"}


def test_skills_beside_competencies_are_asked_for_whether_a_colon_follows_or_not() -> None:
    for heading in ("Required skills and competencies", "Required skills and competencies:"):
        text = f"Harbour Adviser\n\nSelection criteria\n\n{heading}\n\n- Ability to read charts of the northern coast.\n"
        notice = notice_of(text, file="n.txt", sha256="0" * 64)
        assert [(c.part, c.importance) for c in notice.clauses if "charts" in c.text] == [("qualifications", "essential")]
