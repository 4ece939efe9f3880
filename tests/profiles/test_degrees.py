"""Titles of qualifications of many countries, what was completed, and what is no degree."""

from datetime import date

import pytest

from fitscore.profiles.degrees import is_completed, read_title
from fitscore.profiles.model import DateSpan, Education

TITLES = {
    "secondary": [
        "A-levels",
        "High school diploma",
        "Abitur",
        "Baccalauréat",
        "Bachillerato",
        "Matura",
        "Maturità classica",
        "GCSEs",
        "International Baccalaureate",
        "Liceo scientifico",
        "Secondary education",
        "Studentereksamen",
    ],
    "vocational": [
        "HND",
        "BTS Commerce international",
        "DUT",
        "Associate of Arts",
        "Foundation degree",
        "Higher National Certificate",
        "Técnico superior",
        "Ausbildung",
        "Diploma in catering",
        "Meisterbrief",
        "Graduaat",
        "Yrkeshögskola",
        "Technik informatyk",
    ],
    "bachelor": [
        "BA",
        "B.Sc.",
        "BSc (Hons)",
        "Bachelor of Commerce",
        "LL.B.",
        "BEng",
        "M.A. (Hons)",
        "MA (Oxon)",
        "Licence",
        "Licence professionnelle",
        "Maîtrise",
        "Dipl.-Ing. (FH)",
        "Diplom-Betriebswirt (FH)",
        "Laurea triennale",
        "Grado en Derecho",
        "Diplomatura",
        "Bacharelato",
        "HBO",
        "Licencjat",
        "Inżynier",
        "Bc.",
        "Cand.mag.",
        "Kandidatexamen",
        "Lisans",
        "Ptychio",
        "Postgraduate Diploma",
        "Bachelor i statsvitenskap",
    ],
    "master": [
        "MA",
        "M.Sc.",
        "Master of Science",
        "MBA",
        "Executive MBA",
        "MPA",
        "LL.M.",
        "MPhil",
        "MEng",
        "Juris Doctor",
        "JD",
        "M.D.",
        "MBBS",
        "Master 2",
        "DEA",
        "DESS",
        "Diplôme d'ingénieur",
        "Magister",
        "Diplom-Ingenieur",
        "Diplom-Volkswirt",
        "Erstes Staatsexamen",
        "Lizentiat",
        "Laurea magistrale",
        "Laurea specialistica",
        "Máster",
        "Mestrado",
        "drs.",
        "Mgr.",
        "JUDr.",
        "PhDr.",
        "MUDr.",
        "Cand.polit.",
        "Cand. jur.",
        "Sivilingeniør",
        "Diplomi-insinööri",
        "Civilingenjör",
        "Yüksek lisans",
        "Maestría",
    ],
    "doctorate": [
        "PhD",
        "Ph.D.",
        "DPhil",
        "Doctor of Philosophy",
        "Doctorat",
        "Doctorado",
        "Dottorato di ricerca",
        "Dr. phil.",
        "Dr. rer. nat.",
        "EdD",
        "DBA",
        "CSc.",
        "Doutoramento",
        "Doktora",
    ],
}
NO_LEVEL = [
    "Certificate",
    "Staff college",
    "Pilot licence",
    "Scrum master",
    "Course for heads of unit",
    "Membership",
    "",
    "Two-day course in master planning",
]


def span(text: str, first: date, last: date) -> DateSpan:
    return DateSpan(text=text, earliest=first, latest=last)


@pytest.mark.parametrize(("title", "level"), [(title, level) for level, titles in TITLES.items() for title in titles])
def test_level_of_a_title(title: str, level: str) -> None:
    assert read_title(title, "", None, None).level == level


@pytest.mark.parametrize("title", NO_LEVEL)
def test_no_level(title: str) -> None:
    assert read_title(title, "", None, None).level is None


@pytest.mark.parametrize(
    ("title", "country", "year", "level"),
    [
        ("Licenciatura", "ES", 2004, "master"),
        ("Licenciatura", "ES", 2018, "bachelor"),
        ("Licenciatura", "PT", 2004, "bachelor"),
        ("Licenciatura", "MX", 2004, "bachelor"),
        ("Laurea", "IT", 1994, "master"),
        ("Laurea", "IT", 2008, "bachelor"),
        ("Ing.", "CZ", 2001, "master"),
        ("Ing.", "SK", 2001, "master"),
        ("Ing.", "NL", 2001, "bachelor"),
        ("ir.", "NL", 2001, "master"),
        ("ir.", "US", 2001, None),
        ("Kandidat", "SE", 2001, "bachelor"),
        ("Kandidat", "DK", 2001, "master"),
        ("Kandidat", "RU", 2001, "doctorate"),
    ],
)
def test_titles_that_differ_by_country_and_year(title, country, year, level) -> None:
    assert read_title(title, "", country, year).level == level


def test_the_area_tells_where_the_title_is_empty() -> None:
    assert read_title("", "BSc Computer Science", None, None).level == "bachelor"
    assert read_title("BSc", "Master data management", None, None).level == "bachelor"


@pytest.mark.parametrize(
    "title",
    [
        "BSc (left without completing)",
        "MSc (expected 2027)",
        "PhD candidate",
        "PhD, ABD",
        "Doktoratsstudium (laufend)",
        "Master (en cours)",
        "Laurea magistrale (in corso)",
        "MBA in progress",
        "Diplom, nicht abgeschlossen",
        "Licence non terminée",
        "BA, not awarded",
        "Studia magisterskie, nieukończone",
        "Master (abgebrochen)",
        "Doctor honoris causa",
        "PhD coursework only",
        "Currently studying for an LLM",
        "Erasmus year",
        "Two years of law studies",
        "MSc student",
    ],
)
def test_words_that_say_not_completed(title: str) -> None:
    assert read_title(title, "", None, None).completed is False


@pytest.mark.parametrize(
    "title", ["BSc", "Master in student affairs", "Master of Current Affairs", "Honours degree", "One-year master"]
)
def test_words_that_say_nothing_of_completion(title: str) -> None:
    assert read_title(title, "", None, None).completed is None


def test_words_that_say_completed() -> None:
    assert read_title("BSc, completed with distinction", "", None, None).completed is True


@pytest.mark.parametrize(
    ("title", "institution"),
    [
        ("Staff college", ""),
        ("Senior Course", "NATO Defense College, Rome"),
        ("Generalstabslehrgang", "Führungsakademie der Bundeswehr"),
        ("Brevet", "École de guerre, Paris"),
        ("Course for heads of unit", "Scuola Nazionale dell'Amministrazione"),
        ("Certificate", "Royal Higher Institute for Defence"),
    ],
)
def test_staff_colleges(title: str, institution: str) -> None:
    assert read_title(title, "", None, None, institution).staff_college


def test_a_degree_of_a_staff_college_stays_a_degree() -> None:
    reading = read_title("Master of Arts", "", None, None, "Joint Services Command and Staff College")
    assert (reading.level, reading.staff_college) == ("master", False)


@pytest.mark.parametrize(
    "title", ["Leadership (online, 6 hours)", "Two-day course in procurement", "MOOC in statistics", "Summer school in law"]
)
def test_courses_of_hours_or_days(title: str) -> None:
    reading = read_title(title, "", None, None)
    assert (reading.short, reading.level) == (True, None)


JULY = span("2020-07", date(2020, 7, 1), date(2020, 7, 31))
SOMETIME = span("2026", date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("fields", "done"),
    [
        ({}, True),
        ({"end": JULY}, True),
        ({"start": JULY}, False),
        ({"start": JULY, "end": SOMETIME}, False),
        ({"start": JULY, "end": SOMETIME, "completed": True}, True),
        ({"end": JULY, "completed": False}, False),
    ],
)
def test_completed_on_a_day(fields, done) -> None:
    assert is_completed(Education(path="education[0]", **fields), date(2026, 2, 1)) is done
