"""Items that "or" ties together across lines, and what stands beside years in one item."""

from fitscore.criteria.assemble import extract_criteria
from fitscore.criteria.base import Criterion
from fitscore.notices.reading import notice_of


def read(text: str) -> tuple[Criterion, ...]:
    return extract_criteria(notice_of(text, file="own.txt", sha256=""))[0]


def kinds(text: str) -> list[str]:
    return [c.kind for c in read(text)]


def test_a_degree_and_or_another_on_the_next_line_are_one_with_two_roads() -> None:
    found = read(
        "Required Qualifications\n• Master's degree in Geology with one year of work in the field; or,\n"
        "• Bachelor's degree in the same with three years of relevant work experience.\n• Knowledge of maps;\n"
    )
    assert [c.kind for c in found] == ["degree", "experience", "capability"]
    degree, years = found[0].model_dump(), found[1].model_dump()
    assert (degree["level"], list(degree["alternatives"])) == ("master", [{"level": "bachelor", "min_years": 3}])
    assert years["min_years"] == 1


def test_years_of_work_within_the_name_of_shorter_studies_go_with_them() -> None:
    found = read(
        "Eligibility criteria\na) Completed university studies attested by a diploma when they take four years or more;\nOR\n"
        "Completed university studies attested by a diploma and suitable experience of at least two years when their "
        "normal period is three years.\nb) Fluency in Danish.\n"
    )
    degree = found[0].model_dump()
    assert [c.kind for c in found] == ["degree", "language"]
    assert (degree["level"], list(degree["alternatives"])) == ("master", [{"level": "bachelor", "extra_years": 2}])
    assert not degree["equivalent_accepted"]


def test_or_on_a_line_of_its_own_and_a_road_that_is_no_degree() -> None:
    found = read(
        "Minimum requirements\na) University degree in law;\nOR\nProfessional training of like standing in the coast guard.\n"
        "b) At least 4 years of professional experience.\n"
    )
    assert [c.kind for c in found] == ["degree", "experience"]
    assert found[0].model_dump()["equivalent_accepted"]


def test_items_without_or_between_them_stay_apart() -> None:
    text = "Requirements\n• University degree in law.\n• Training in the coast guard or navy is needed.\n"
    assert kinds(text) == ["degree", "capability"]


def test_another_number_in_brackets_belongs_to_the_same_years() -> None:
    (years,) = read("Requirements\n• At least 4 years (or 7 years for the senior grade) of relevant experience in lending.\n")
    assert years.model_dump()["min_years"] == 4


def test_a_licence_beside_years_is_a_requirement_of_its_own() -> None:
    found = read("Requirements\n• Valid driving licence (category C) with at least three years of driving practice.\n")
    assert [(c.kind, c.text) for c in found] == [
        ("capability", "Valid driving licence (category C)"),
        ("experience", "with at least three years of driving practice"),
    ]


def test_a_higher_degree_that_spares_years_is_a_road_with_the_years_left() -> None:
    found = read(
        "Education\nCompletion of secondary school is required. "
        "A university degree may be accepted in lieu of two years of the experience.\n"
        "Work Experience\nA minimum of six years of experience in office administration is required. "
        "The years of experience asked are reduced by two years for those who hold a university degree.\n"
    )
    assert [c.kind for c in found] == ["degree", "experience"]
    assert list(found[0].model_dump()["alternatives"]) == [{"level": "bachelor", "min_years": 4}]


def test_no_experience_on_a_higher_road_and_a_list_after_a_dash() -> None:
    found = read(
        "Requirements\n• University degree in law.\n"
        "• A minimum of 2 years (or no experience if you hold an advanced university degree) of work in mapping.\n"
        "• At least 15 years of experience in port management — pilotage and towing, berths, tariffs and dredging.\n"
    )
    assert [c.kind for c in found] == ["degree", "experience", "experience"]
    assert list(found[0].model_dump()["alternatives"]) == [{"level": "master", "min_years": 0}]


def test_a_language_beside_another_road_is_asked_of_everybody() -> None:
    found = read(
        "Requirements\n• Master's degree in law with two years of experience; or\n"
        "• Bachelor's degree in law with four years of experience. Fluency in Danish is required.\n"
    )
    assert [c.kind for c in found] == ["degree", "experience", "language"]


def test_two_levels_of_study_in_items_of_their_own_are_two_roads() -> None:
    found = read(
        "Eligibility criteria\n- a level of education which corresponds to completed university studies attested by a diploma "
        "when they take four years or more,\n- a level of education which corresponds to completed university studies "
        "attested by a diploma and fitting experience of at least one year when they take three years.\n- Fluency in Danish\n"
    )
    degree = found[0].model_dump()
    assert [c.kind for c in found] == ["degree", "language"]
    assert list(degree["alternatives"]) == [{"level": "bachelor", "extra_years": 1}]


def test_states_listed_under_a_heading_and_a_preference_between_two_languages() -> None:
    found = read(
        "Keeper\n\nRequired nationality\nSamoa, Tonga, Fiji\n\nRequirements\n- A degree in botany\n"
        "- Thorough knowledge of one official language, preferably Danish or Dutch, and a good knowledge of German\n"
    )
    nationality = found[0].model_dump()
    assert (nationality["kind"], sorted(nationality["countries"])) == ("nationality", ["FJ", "TO", "WS"])
    assert {(c.kind, c.importance) for c in found[2:]} == {("language", "essential")}


def test_two_fields_share_the_noun_behind_the_second() -> None:
    (found,) = read("Requirements\n- A degree in law, public or business administration, peace and conflict studies or botany\n")
    fields = found.model_dump()["fields"]
    assert list(fields) == [
        "law",
        "public administration",
        "business administration",
        "peace studies",
        "conflict studies",
        "botany",
    ]


def test_languages_of_a_pool_that_is_not_named_are_one_statement() -> None:
    (found,) = read(
        "Requirements\n- have a thorough knowledge (at least C1) of one of the languages of the member states and a fair "
        "knowledge (B1) of another of these languages\n"
    )
    assert found.model_dump()["levels"] == (5, 3)


def test_nationals_that_answer_the_question_who_may_apply() -> None:
    (found,) = read("Keeper of records\nType of contract\nFixed term\nWho can apply?\nSamoan nationals\nSalary\nEUR 5 000\n")
    assert (found.kind, found.model_dump()["countries"], found.text) == ("nationality", ("WS",), "Samoan nationals")


def test_an_emphasis_that_is_preferred_and_years_that_stand_in_a_paragraph_of_their_own() -> None:
    degree, wish = read(
        "Requirements\n- possess a university degree, preferably with an emphasis on botany or have equivalent experience\n"
    )
    assert (degree.model_dump()["equivalent_accepted"], wish.kind, wish.importance) == (True, "degree", "desirable")
    (years,) = read(
        "To qualify at the next grade, applicants must have at least one (1) full year of work in a mill that grinds wheat or "
        "oats, which shows that they know how to dress a millstone, keep a ledger and run a small crew without being told to.\n"
    )
    assert (years.kind, years.model_dump()["min_years"]) == ("experience", 1.0)
