"""Lines: bullets off, broken lines joined, flattened lists laid out, sentences cut."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fitscore.notices.glued import unglue
from fitscore.notices.lines import read_lines
from fitscore.notices.sentences import sentences
from fitscore.text import fold


def texts(source: str) -> list[str]:
    return [line.text for line in unglue(read_lines(source))]


@pytest.mark.parametrize(
    "sign",
    [
        *"-–—•·*▪●■►‣✓✔➢→⇒◆☐»+o?>",
        "--",
        "->",
        "&bull;",
        "â€¢",
        "ï‚·",
        "\uf0b7",
        "\uf0a7",
        "1.",
        "1)",
        "a)",
        "(a)",
        "ii)",
        "I.",
        "3.2",
    ],
)
def test_every_bullet_is_taken_off(sign: str) -> None:
    (line,) = read_lines(f"  {sign} Knowledge of maritime law")
    assert line.text == "Knowledge of maritime law"
    assert line.bullet == sign


def test_a_sign_before_a_telephone_number_or_more_than_is_none() -> None:
    assert texts("+32 555 0100") == ["+32 555 0100"]
    assert texts("Offices in Rome\n2.5 years at sea") == ["Offices in Rome", "2.5 years at sea"]
    assert texts("3.1 hold a diploma\n3.2 know the law") == ["hold a diploma", "know the law"]


def test_marks_of_a_quoted_letter_are_taken_off() -> None:
    assert texts("> Clerk\n>\n> Requirements:\n>\n> - A diploma in law\n> - Two languages") == [
        "Clerk",
        "Requirements:",
        "A diploma in law",
        "Two languages",
    ]


@pytest.mark.parametrize(
    "written", ["## Duties", "**Duties**", "__Duties__", "== Duties ==", "--- Duties ---", "[Duties]", "&nbsp;Duties"]
)
def test_what_marks_a_heading_is_taken_off(written: str) -> None:
    (line,) = read_lines(written)
    assert (line.text, line.bullet) == ("Duties", "")


def test_full_line_of_a_list_without_signs_ends_an_item() -> None:
    items = [
        "The pilot keeps calm in a storm, reads the charts of harbours that nobody knows and has been trained by the port.",
        "Knowledge of harbour charts and of all rules for dangerous goods",
        "Experience with heavy cranes and with the ropes that hold a ship in a storm",
        "Familiarity with the customs forms of the countries on the northern shore",
    ]
    page = "\n".join(textwrap.fill(item, 66) for item in items)
    assert page.split("\n")[2:4] == [items[1], "Experience with heavy cranes and with the ropes that hold a ship"]
    assert texts(page) == items


def test_bullet_alone_on_its_line_belongs_to_the_next() -> None:
    (line,) = read_lines("•\n\nKnowledge of maritime law\n")
    assert (line.text, line.bullet) == ("Knowledge of maritime law", "•")


def test_narrow_page_is_joined_again() -> None:
    words = "the officer keeps the registers of the bureau and answers the letters of the member states in due time " * 8
    page, row = [], ""
    for word in words.split():
        if len(row) + 1 + len(word) > 70:
            page.append(row)
            row = word
        else:
            row = f"{row} {word}".strip()
    assert texts("\n".join([*page, row])) == [words.strip()]


def test_list_of_names_that_runs_over_a_line_is_joined() -> None:
    states = "Open to citizens of Angola, Benin, Burundi, Cameroon, Chad, Gabon,"
    assert texts(f"{states}\nTogo or Uganda only\n") == [f"{states} Togo or Uganda only"]
    assert texts("A diploma and five years of work in the customs office of the\nNetherlands\n") == [
        "A diploma and five years of work in the customs office of the Netherlands"
    ]
    items = "Knowledge of the rules on the transport of dangerous goods by sea,"
    assert texts(f"{items}\nExperience in a large port,\n") == [items, "Experience in a large port,"]


def test_sentence_that_a_bullet_or_an_empty_line_tore_is_joined() -> None:
    assert texts("- Ability to work calmly together with\n\n- tight dates\n- Knowledge of tides") == [
        "Ability to work calmly together with tight dates",
        "Knowledge of tides",
    ]
    assert texts("Knowledge of tides, their causes\n\nand of the charts made for them") == [
        "Knowledge of tides, their causes and of the charts made for them"
    ]


@pytest.mark.parametrize(
    "source",
    [
        "- Have proven experience in\n- drawing sea charts\n- reading tide tables",
        "- knowledge of the tides;\n- and of the charts",
        "- hold a diploma in law, or\n- have passed the bar",
        "(a) hold a licence given by the\n(b) state of the flag",
        "Ability to work calmly together with\n\n- Tight dates",
    ],
)
def test_a_list_is_not_torn_text(source: str) -> None:
    assert len(texts(source)) == len([line for line in source.splitlines() if line])


def test_short_lines_of_a_list_stay_apart() -> None:
    assert texts("Knowledge of law\nKnowledge of finance\nability to travel\n") == [
        "Knowledge of law",
        "Knowledge of finance",
        "ability to travel",
    ]


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("Skills: 1. Drafts well. 2. Speaks well. 3. Listens.", ["Skills:", "Drafts well.", "Speaks well.", "Listens."]),
        ("The clerk must: - hold a diploma; - know the law", ["The clerk must:", "hold a diploma;", "know the law"]),
        ("• A diploma in law • Two languages • A driving licence", ["A diploma in law", "Two languages", "A driving licence"]),
        ("Law | Five years | French", ["Law", "Five years", "French"]),
        ("Minimum QualificationsField(s) of EducationLaw.", ["Minimum Qualifications", "Field(s) of Education", "Law."]),
        ("Use of office software is needed. Desirable skills", ["Use of office software is needed.", "Desirable skills"]),
    ],
)
def test_flattened_list_is_laid_out(line: str, items: list[str]) -> None:
    assert texts(line) == items


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("A Ph.D. in law, e.g. maritime law, is asked. Travel is frequent.", 2),
        ("Work in the U.S. Mission counts (incl. internships). So do 2.5 years at sea.", 2),
        ("Knowledge of tools (word processing. Spreadsheets.) is needed.", 1),
        ("One sentence without an end", 1),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    assert len(list(sentences(fold(text)))) == count


@given(st.text(alphabet=st.sampled_from("abcDEF .;:-•1)(\n\r\t|’"), max_size=300))
def test_lines_lose_no_letter_and_keep_their_places(source: str) -> None:
    lines = list(unglue(read_lines(source)))
    covered = {offset for line in lines for offset in line.folded.offsets}
    for line in lines:
        assert all(fold(source[o]).text.strip() in ("", c) for o, c in zip(line.folded.offsets, line.text, strict=True))
    lost = [source[i] for i in range(len(source)) if source[i] in "DEF" and i not in covered]
    assert lost == [] or any(mark in source for mark in (".", ")"))  # "D." and "(E)" are numbering


@given(st.lists(st.sampled_from(["The clerk keeps records.", "It is so.", "Dr. No came."]), max_size=6))
def test_sentences_together_are_the_whole(parts: list[str]) -> None:
    whole = " ".join(parts)
    assert " ".join(s.text for s in sentences(fold(whole))) == whole


def test_coded_skills_glued_to_each_other_are_lines_of_their_own() -> None:
    source = "Skills may include:CO-Drafting of lettersCO-EditingIT-Web pages (basic)PR-Rules of EU-Funds"
    lines = list(unglue(read_lines(source)))
    assert [(line.text, line.bullet) for line in lines] == [
        ("Skills may include:", ""),
        ("CO-Drafting of letters", "-"),
        ("CO-Editing", "-"),
        ("IT-Web pages (basic)", "-"),
        ("PR-Rules of EU-Funds", "-"),
    ]


def test_a_code_inside_a_sentence_parts_nothing() -> None:
    assert texts("Knowledge of UN-Habitat rules and of the IT-Act") == ["Knowledge of UN-Habitat rules and of the IT-Act"]


def test_an_empty_last_cell_leaves_a_heading_what_it_is() -> None:
    assert [line.text for line in read_lines("Required skills |\n|\n|\n- Knowledge of tides\n")] == [
        "Required skills",
        "Knowledge of tides",
    ]


def test_items_of_a_list_that_ran_together_are_lines_again() -> None:
    text = "Sound health of body Possession of a boat licence Ability to row by night Knowledge of tides, e.g. neap tides\n"
    found = [line.text for line in unglue(read_lines(text))]
    assert found == [
        "Sound health of body",
        "Possession of a boat licence",
        "Ability to row by night",
        "Knowledge of tides, e.g. neap tides",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A Degree in Boats and a Certificate of rowing with the Knowledge of tides.",
        "He came. He has Knowledge of tides and Ability to row at night",
    ],
)
def test_capitals_within_a_sentence_part_nothing(text: str) -> None:
    assert len(list(unglue(read_lines(text)))) == 1


def test_one_passage_that_was_broken_at_a_width_is_joined() -> None:
    source = (
        "Gardener\n\nThe garden lies by the sea, and has been open to all since the day on which the old wall fell in a storm "
        "of spring.\n\nApplicants should know how to plant trees in sand, and have done so before for\n"
        "at least two summers on an island. Some knowledge of the tides and winds would\n"
        "be an advantage, as would the will to work in the rain and on the feast days of\nspring.\n"
    )
    assert texts(source)[2].startswith("Applicants should know how")
    assert texts(source)[2].endswith("on the feast days of spring.")


def test_even_lines_of_a_list_are_not_joined() -> None:
    seas = ("north", "south", "east")
    source = "Skills\n\n" + "".join(f"Knowledge of the trees that grow on the islands of the {sea} sea\n" for sea in seas)
    assert len(texts(source)) == 4


def test_an_item_goes_on_in_the_next_line() -> None:
    text = (
        "1. have kept the great northern canal and its eleven\nlocks in order for at least three winters;\n"
        "2. have steered barges of every size on rivers or\nlakes;\nWages are paid in salt\n"
    )
    assert [line.text for line in read_lines(text)][:2] == [
        "have kept the great northern canal and its eleven locks in order for at least three winters;",
        "have steered barges of every size on rivers or lakes;",
    ]


def test_a_bracket_closes_in_the_next_line_though_its_number_looks_like_a_sign() -> None:
    text = "An appropriate diploma of the harbour school (class\n7) or a higher one of the kind;\n"
    assert [line.text for line in read_lines(text)] == [
        "An appropriate diploma of the harbour school (class 7) or a higher one of the kind;"
    ]


def test_lines_broken_where_letters_differ_in_width_are_joined() -> None:
    lines = [
        "The keeper must have an understanding of the law of canals and",
        "rivers, of the trade in salt and grain on the northern lakes, and of",
        "the customs that are kept there since the days of the duchy. He or she",
        "must also have steered a barge of the larger kind through the eleven",
        "locks in winter, and have kept the books of a harbour in",
        "good order for some years together with the clerks of the town, which",
        "are read each spring.",
    ]
    assert [line.text for line in read_lines("\n".join(lines))] == [" ".join(lines)]


def test_numbers_of_markdown_are_signs() -> None:
    assert [(line.bullet, line.text) for line in read_lines("1\\. Knows ropes.\n2\\. Knows knots.\n")] == [
        ("1\\.", "Knows ropes."),
        ("2\\.", "Knows knots."),
    ]
