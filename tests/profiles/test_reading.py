"""Profiles are read and checked as a whole: every mistake at once, nothing dropped, and read back the same."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fitscore.documents import Document, dump_yaml
from fitscore.errors import InputError
from fitscore.profiles.model import Profile
from fitscore.profiles.reading import make_profile, read_profile
from fitscore.profiles.statements import make_statements

SAMPLES = Path(__file__).parents[2] / "data" / "profiles"
SHARED = Path(__file__).parents[3] / "shared" / "cvs" / "jsonresume"

BAD = """\
basics:
  name: Ada Example
  nationalities: [NO, Atlantis]
work:
  - name: Bureau
    position: [Clerk]
    startDate: 2019-13
  - name: Office
    startDate: 2018-05
    endDate: 2017-03
    workload: 1.5
    directReports: -2
    type: hobby
education:
  - studyType: BSc
    level: genius
    completed: perhaps
    country: Narnia
languages: French
clearances:
  - issuer: BE
certificates:
  - just words
"""
MISTAKES = [
    "cv.yaml:3: basics.nationalities[1]: 'Atlantis' is not a country — write a code such as BE, or an English name",
    "cv.yaml:6: work[0].position: a list stands where text is expected — put the words in quotes",
    "cv.yaml:7: work[0].startDate: 2019-13 is not a month — write YYYY, YYYY-MM or YYYY-MM-DD",
    "cv.yaml:10: work[1].endDate: 2017-03 lies before the start 2018-05 — check which of the two is right",
    "cv.yaml:11: work[1].workload: 1.5 is not a share of full time — write a number above 0 and up to 1, such as 0.8",
    "cv.yaml:12: work[1].directReports: -2 is not a number of people — write a whole number, 0 or more",
    "cv.yaml:13: work[1].type: hobby is not known here — write one of employment, military, freelance, internship, volunteer",
    "cv.yaml:16: education[0].level: genius is not known here — write one of secondary, vocational, bachelor, master, doctorate",
    "cv.yaml:17: education[0].completed: perhaps is neither true nor false — write true or false",
    "cv.yaml:18: education[0].country: 'Narnia' is not a country — write a code such as BE, or an English name",
    "cv.yaml:19: languages: text stands where a list is expected — begin each entry with '- '",
    "cv.yaml:21: clearances[0].level: a clearance needs its level — write it as on the certificate, such as NATO SECRET",
    "cv.yaml:23: certificates[0]: text stands where an entry with keys is expected — write key: value",
]


def read(folder: Path, text: str, name: str = "cv.yaml") -> Profile:
    (folder / name).write_text(text, encoding="utf-8")
    return read_profile(folder / name)


def mistakes(folder: Path, text: str, name: str = "cv.yaml") -> list[str]:
    with pytest.raises(InputError) as caught:
        read(folder, text, name)
    return [str(problem).replace(f"{folder}/", "") for problem in caught.value.problems]


def test_all_mistakes_are_reported_at_once_with_line_and_path(tmp_path: Path) -> None:
    assert mistakes(tmp_path, BAD) == MISTAKES


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("cv.yaml", "", "this file is empty"),
        ("cv.json", "", "this file is empty"),
        ("cv.json", "{}", "this file is empty"),
        ("cv.json", "[1, 2]", "this is a list, not a CV with keys"),
        ("cv.yaml", "only words", "this is bare text, not a CV with keys"),
        ("cv.json", '{"title": "a vacancy"}', "not a JSON Resume"),
        ("cv.json", '{"name": "X", "info": {}, "employment": {}}', "FRESH"),
        ("cv.json", '{"basics": {"name": "X"', "cv.json:1: this is not valid JSON"),
        ("cv.docx", "words", "a CV of this form (.docx) is not read — give .json, .yaml or .yml"),
        ("cv.yaml", "basics: [a]", "cv.yaml:1: basics: a list stands where keys are expected"),
        ("cv.yaml", "work:\n  -\n", "work[0]: this entry is empty"),
        ("cv.yaml", "work:\n  - directReports: true\n", "true is not a number of people"),
        ("cv.yaml", "work:\n  - workload: 0\n", "0 is not a share of full time"),
        ("cv.yaml", "work:\n  - company: [x]\n", "work[0].company: a list stands"),
        ("cv.yaml", "clearances:\n  - level: NATO SECRET\n    issuer: Mordor\n", "'Mordor' is not a country"),
        ("cv.yaml", "clearances:\n  - level: NATO SECRET\n    validUntil: soon\n", "soon is not a date"),
    ],
)
def test_what_is_no_profile_is_said_plainly(tmp_path: Path, name: str, text: str, expected: str) -> None:
    found = mistakes(tmp_path, text, name)
    assert len(found) == 1
    assert expected in found[0]


def test_missing_file_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_profile(tmp_path / "nobody.yaml")


def test_norway_is_a_country_however_it_is_written(tmp_path: Path) -> None:
    for written in ("[NO]", "NO", "['NO']", "[Norway]", "[no, Norwegian]"):
        profile = read(tmp_path, f"basics:\n  nationalities: {written}\n")
        assert profile.nationalities == ("NO",)
        assert profile.document == {"basics": {"nationalities": ["NO"]}}


FULL = """\
basics: {name: Ada Example, label: Planner, summary: Plans. Drafts., nationalities: [Belgium, FRA], email: a@example.org}
work:
  - {name: Bureau, position: Planner, startDate: 2019, endDate: present, workload: 0.8, directReports: 3, teamSize: 12,
     highlights: [Drafted plans], department: North}
  - {company: Old House, website: "https://example.org", startDate: 2015-3, endDate: 2018-12-31, type: military}
volunteer:
  - {organization: Shelter, position: Cook, startDate: 2014, endDate: null}
education:
  - {institution: Ghent, studyType: Master of Science, area: Physics, startDate: 2009, endDate: 2014-06, country: Belgium,
     gpa: 3.5}
languages:
  - {language: French, level: V}
  - {language: english, fluency: Native speaker}
  - {language: Dutch, level: pretty okay-ish}
clearances:
  - {level: NATO SECRET, issuer: Belgium, validUntil: 2027-05}
certificates: [{name: PRINCE2, date: 2016, issuer: PeopleCert}]
skills: [{name: Drafting, level: Expert, keywords: [minutes, 365]}]
projects: [{name: Move, description: Moved house, startDate: 2017, roles: [Lead]}]
publications: [{name: On plans, publisher: Press, releaseDate: 2018-01}]
awards: [{title: Medal, awarder: State, date: 2020}]
"""


def test_fields_and_additions_are_read(tmp_path: Path) -> None:
    profile = read(tmp_path, FULL)
    assert (profile.id, profile.name, profile.label, profile.nationalities) == ("cv", "Ada Example", "Planner", ("BE", "FR"))
    bureau, house = profile.work
    assert (bureau.workload, bureau.direct_reports, bureau.team_size, bureau.end) == (0.8, 3, 12, None)
    assert (house.employer, house.type, house.start and house.start.earliest) == ("Old House", "military", date(2015, 3, 1))
    assert [job.type for job in profile.volunteer] == ["volunteer"]
    assert profile.education[0].level == "master"
    assert [(entry.language, entry.low) for entry in profile.languages] == [("French", 5), ("English", 6), ("Dutch", None)]
    assert (profile.clearances[0].issuer, profile.clearances[0].rank) == ("BE", 3)
    assert profile.skills[0].texts == (
        ("skills[0].name", "Drafting"), ("skills[0].keywords[0]", "minutes"), ("skills[0].keywords[1]", "365"),
    )  # fmt: skip


def test_what_is_not_understood_is_kept_and_named(tmp_path: Path) -> None:
    profile = read(tmp_path, FULL)
    assert profile.notices == (
        "languages[2].level: 'pretty okay-ish' is not a level that fitscore can read; kept without one",
        "kept, but not known and not used: work[0].department",
    )
    assert profile.document["work"][0]["department"] == "North"
    assert profile.document["languages"][2]["level"] == "pretty okay-ish"


def test_document_has_names_of_version_1_and_plain_values(tmp_path: Path) -> None:
    document = read(tmp_path, FULL).document
    assert document["basics"]["nationalities"] == ["BE", "FR"]
    assert document["work"][1] == {
        "name": "Old House", "url": "https://example.org", "startDate": "2015-03", "endDate": "2018-12-31", "type": "military",
    }  # fmt: skip
    assert "endDate" not in document["work"][0]
    assert document["education"][0]["score"] == 3.5
    assert document["clearances"][0] == {"level": "NATO SECRET", "issuer": "BE", "validUntil": "2027-05"}


def assert_reads_back_the_same(profile: Profile, folder: Path) -> None:
    same = {"id": "", "file": "", "sha256": ""}
    texts = ("a.yaml", dump_yaml(profile.document)), ("b.json", json.dumps(profile.document))
    for name, text in texts:
        assert read(folder, text, name).model_copy(update=same) == profile.model_copy(update=same)


def test_normalised_profile_reads_back_the_same(tmp_path: Path) -> None:
    assert_reads_back_the_same(read(tmp_path, FULL), tmp_path)


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*")), ids=lambda path: path.name)
def test_samples_read_back_the_same(path: Path, tmp_path: Path) -> None:
    assert_reads_back_the_same(read_profile(path), tmp_path)


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the folder ../shared is not there")
def test_any_existing_json_resume_is_accepted(tmp_path: Path) -> None:
    paths = sorted(SHARED.glob("*.json"))
    assert paths
    for path in paths:
        if "_fresh_" in path.name:
            with pytest.raises(InputError, match="FRESH"):
                read_profile(path)
        else:
            assert_reads_back_the_same(read_profile(path), tmp_path)


@pytest.mark.parametrize("text", ["{name: , company: Old}", "{company: Old, name: }", "{company: Old}", "{name: Old, company: }"])
def test_an_old_name_counts_where_the_new_one_is_empty(text: str, tmp_path: Path) -> None:
    profile = read(tmp_path, f"work: [{text}]\n")
    assert profile.work[0].employer == "Old"


def test_an_old_name_beside_the_new_one_is_kept_and_named(tmp_path: Path) -> None:
    profile = read(tmp_path, "work: [{name: New, company: Old}]\n")
    assert profile.document == {"work": [{"name": "New", "company": "Old"}]}
    assert profile.notices == ("kept, but not known and not used: work[0].company",)


def test_file_with_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "cv.json").write_bytes(b"\xef\xbb\xbf" + b'{"basics": {"name": "Ada"}}')
    assert read_profile(tmp_path / "cv.json").name == "Ada"


WORDS = """basics work volunteer education languages clearances skills projects certificates name company position startDate
endDate workload directReports level fluency language issuer validUntil nationalities nationality keywords highlights
completed country type studyType other"""
KEYS = st.sampled_from([*WORDS.split(), ""])
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(["2019", "2019-03", "BE", "V", "C1"]),
)
JUNK = st.recursive(
    LEAVES, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=4)), max_leaves=25
)


@settings(max_examples=300)
@given(JUNK, KEYS)
def test_any_document_gives_a_profile_or_an_input_error(data: object, key: str) -> None:
    for document in (data, {key: data}, {key: [data]}):
        try:
            profile = make_profile(Document(document, {}), id="p", file="p.json", sha256="")
        except InputError:
            continue
        again = make_profile(Document(profile.document, {}), id="p", file="p.json", sha256="")
        assert again == profile
        assert all(statement.text for statement in make_statements(profile, on=date(2025, 1, 1)))
