"""Notices without headings: the clause model tells their requirements; where headings tell them it is not loaded."""

import subprocess
import sys

from fitscore.criteria.assemble import extract_criteria
from fitscore.notices.reading import notice_of

BARE = """Keeper of Instruments, Observatory of the Southern Islands

The observatory watches the sky for its nine member states and lends instruments to schools.

- Looks after the telescopes and keeps a record of each repair
- Prepares loans to schools and writes the papers for customs
- Trains volunteers in the safe handling of lenses

- University degree in physics or engineering
- At least five years of professional experience in the care of optical instruments
- Excellent knowledge of English
- Ability to work independently and to explain technical matters in plain words
- Knowledge of Spanish would be an asset

Applications that reach the observatory late will not be considered.
"""
SOFT = BARE.replace("University degree in physics or engineering", "Sound understanding of optics")
SOFT = SOFT.replace("At least five years of professional experience in", "Skills in").replace(
    "- Excellent knowledge of English\n", ""
)
HEADED = BARE.replace("\n- University", "\nQUALIFICATIONS\n- University").replace(
    "\nApplications that", "\nHOW TO APPLY\nApplications that"
)
LOADED = "import sys; from fitscore.notices.reading import notice_of; from fitscore.nlp.clauses import default_model; "


def criteria_of(source):
    return extract_criteria(notice_of(source, file="x", sha256=""))[0]


def test_a_notice_without_headings_states_its_requirements():
    found = criteria_of(BARE)
    assert [(c.kind, c.importance) for c in found] == [
        ("degree", "essential"),
        ("experience", "essential"),
        ("language", "essential"),
        ("capability", "essential"),
        ("language", "desirable"),
    ]


def test_the_model_tells_where_no_item_names_a_degree_or_years():
    found = [c for c in criteria_of(SOFT) if c.kind == "capability"]
    assert {c.pattern for c in found} == {"model.clause"}
    assert "Ability to work independently and to explain technical matters in plain words" in [c.text for c in found]


def test_headings_need_no_model():
    assert [c.text for c in criteria_of(HEADED)] == [c.text for c in criteria_of(BARE)]
    assert "model.clause" not in {c.pattern for c in criteria_of(HEADED)}
    for source, loads in ((HEADED, 0), (BARE, 0), (SOFT, 1)):
        code = LOADED + f"notice_of({source!r}, file='x', sha256=''); print(default_model.cache_info().currsize)"
        out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        assert int(out) == loads


def test_told_requirements_keep_their_part_and_importance():
    source = BARE.replace("- Looks after", "DESIRABLE\n- A driving licence\n\nMAIN DUTIES\n- Looks after")
    told = [c for c in notice_of(source, file="x", sha256="").clauses if c.text == "A driving licence"]
    assert [(c.part, c.importance, c.learned) for c in told] == [("qualifications", "desirable", False)]


def test_a_labelled_field_of_the_head_stays_where_it_is():
    source = "Diver\n- Location: Apia\n- Number of posts: 2\n- Security clearance: EU SECRET\n" + BARE
    fields = [c for c in notice_of(source, file="x", sha256="").clauses if c.label in ("Location", "Number of posts")]
    assert [(c.part, c.learned) for c in fields] == [("masthead", False)] * 2
