"""What a notice says of the post itself."""

import pytest

from fitscore.notices.masthead import plain_grade
from fitscore.notices.model import Posting
from fitscore.notices.reading import notice_of
from fitscore.notices.terms import read_amount, read_length, read_stamp

PORTAL = """Save this job
- Set reminders for follow-ups
Head, Maps Unit

Primary Location
Norway-Stavanger

NATO Body
Joint Warfare Office

Application Deadline
14-May-2027, 5:59:00 PM

Salary (Pay Basis)
9,876.50

Grade
NATO Grade G17

- SUMMARY The unit draws maps.
CONTRACT
The holder is offered a definite duration contract of three years, which may be renewed for three more.
"""

BANK = """Bridge Engineer, Lima, Peru
Organization: Andean Bridge Fund
Country: Peru
Sector: Grade: GF
Term Duration: 2 years 6 months
Preferred Language(s): Closing Date: 5/14/2027 (MM/DD/YYYY) at 11:59pm UTC
"""


def posting(source: str) -> Posting:
    return notice_of(source, file="x", sha256="").posting


def test_labels_over_their_values() -> None:
    found = posting(PORTAL)
    assert found.title == "Head, Maps Unit"
    assert found.organisation == "Joint Warfare Office"
    assert found.location == "Norway-Stavanger"
    assert (found.grade, found.deadline) == ("G17", "2027-05-14T17:59:00")
    assert found.salary is not None
    assert (found.salary.amount, found.salary.currency, found.salary.period) == (9876.5, None, None)
    assert (found.duration_years, found.renewable) == (3, True)


def test_several_labels_in_one_line_and_a_place_behind_the_title() -> None:
    found = posting(BANK)
    assert (found.title, found.location) == ("Bridge Engineer", "Lima, Peru")
    assert (found.organisation, found.grade) == ("Andean Bridge Fund", "GF")
    assert (found.duration_years, found.deadline) == (2.5, "2027-05-14T23:59:00")


def test_sentences_tell_what_no_label_tells() -> None:
    found = posting(
        "The position Keeper of the Seals is vacant as of March.\n1. CONTEXT\nThe seals are kept.\n7. EMPLOYMENT TERMS\n"
        "The position is at grade G 12. The basic monthly salary is Euro 5.432 in all.\n"
        "A non-renewable five (5) year term is offered.\n"
        "8. APPLICATION PROCEDURE\nApplications must be received no later than 2 May 2027.\n"
    )
    assert (found.title, found.grade, found.deadline) == ("Keeper of the Seals", "G12", "2027-05-02")
    assert found.salary is not None
    assert (found.salary.amount, found.salary.currency, found.salary.period) == (5432, "EUR", "month")
    assert (found.duration_years, found.renewable) == (5, False)


def test_a_notice_that_says_nothing_has_no_posting() -> None:
    assert posting("Energy from renewable sources matters. Five years of experience in it are needed.") == Posting()


@pytest.mark.parametrize(
    ("written", "grade"),
    [
        ("NATO Grade G23", "G23"),
        ("G 23", "G23"),
        ("A.4", "A4"),
        ("P-4", "P-4"),
        ("AD7", "AD 7"),
        ("UNOPS LICA6", "LICA6"),
        ("N/A", None),
        ("GG", "GG"),
    ],
)
def test_grade_as_the_organisation_writes_it(written: str, grade: str | None) -> None:
    assert plain_grade(written) == grade


@pytest.mark.parametrize(
    ("written", "stamp"),
    [
        ("26-jan-2027, 6:59:00 am", "2027-01-26T06:59:00"),
        ("march 15, 2027", "2027-03-15"),
        ("22 march 2027 (11:59 pm kst)", "2027-03-22T23:59:00"),
        ("13 march 2027-23:59-gmt+03:00", "2027-03-13T23:59:00"),
        ("2 mars 2027", "2027-03-02"),
        ("06.04.2027", "2027-04-06"),
        ("2027-04-06", "2027-04-06"),
        ("31 february 2027", None),
        ("soon", None),
        ("11:55 pm on sunday 14th june 2027", "2027-06-14T23:55:00"),
        ("17 april 2027, midnight", "2027-04-17"),
    ],
)
def test_dates_of_any_writing(written: str, stamp: str | None) -> None:
    assert read_stamp(written) == stamp


@pytest.mark.parametrize(
    ("written", "amount"),
    [("13,206.07", 13206.07), ("13.206,07", 13206.07), ("14.606", 14606), ("2, 630", 2630), ("84 000", 84000)],
)
def test_sums_with_points_and_commas(written: str, amount: float) -> None:
    assert read_amount(written) == amount


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Canal Bank of the Lower Plains (CBLP) seeks for its Lock Division", "Canal Bank of the Lower Plains"),
        ("EUROPEAN AGENCY FOR NIGHT FERRIES", "EUROPEAN AGENCY FOR NIGHT FERRIES"),
        ("The Fund for Small Boats lends to islands.", "Fund for Small Boats"),
        ("Our agency lends boats to islands.", None),
    ],
)
def test_employers_named_in_the_head(head: str, name: str | None) -> None:
    assert notice_of(f"Clerk of Locks\n{head}\nDuties\nKeep the locks.\n", file="n.txt", sha256="").posting.organisation == name


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("11.5 months", 0.96),
        ("364 days", 1.0),
        ("three years", 3),
        ("one (1) year", 1),
        ("6-month", 0.5),
        ("5 years 0 months", 5),
        ("the year 2027", None),
    ],
)
def test_lengths_in_years(written: str, years: float | None) -> None:
    assert read_length(written) == years


def test_a_telephone_is_no_office_and_a_language_no_grade() -> None:
    found = posting("Driver\nOffice Tele: +00 1234\nGrade\nEnglish\nClosing Date: 3 May 2027, 23.59 Amman time\n")
    assert (found.organisation, found.grade, found.deadline) == (None, None, "2027-05-03T23:59:00")


def test_an_office_is_no_employer_where_the_text_names_one() -> None:
    text = "The European Space Agency builds. " * 4
    assert posting(f"Clerk\n\nDepartment/Office: Oslo, Norway\n\n{text}\n").organisation == "European Space Agency"
    assert posting(f"Clerk\n\nDepartment: Ministry of Ports\n\n{text}\n").organisation == "Ministry of Ports"
    assert posting("Clerk\n\nDepartment/Office: Ferry Desk\n\nThe desk writes to the World Bank.\n").organisation == "Ferry Desk"


def test_a_level_of_something_else_is_no_grade() -> None:
    found = posting("Diver\n\nBeneficiary countries or territories: Peru Registration level: Basic\n")
    assert (found.grade, found.location) == (None, "Peru")
    assert posting("Diver (NO-2), Lima, Peru\n\nThe diver dives.\n").grade == "NO-2"


@pytest.mark.parametrize(
    ("line", "title", "grade"),
    [
        ("Harbour Officer, 2 posts", "Harbour Officer", None),
        ("Harbour Officer (two positions)", "Harbour Officer", None),
        ("Harbour Officer - Ref. VN/2027/14", "Harbour Officer", None),
        ("VN 2027-14: Harbour Officer", "Harbour Officer", None),
        ("Harbour Officer, 2 posts (VA-27/0031)", "Harbour Officer", None),
        ("Harbour Officer (P-3/P-4)", "Harbour Officer", "P-3/P-4"),
        ("Harbour Officer, G5-G6", "Harbour Officer", "G5-G6"),
        ("Harbour Officer, GS-13/14", "Harbour Officer", "GS-13/14"),
        ("Harbour Officer (A2/3)", "Harbour Officer", "A2/3"),
        ("Harbour Officer, Band IV", "Harbour Officer", "Band IV"),
        ("Manager, Reference Collections", "Manager, Reference Collections", None),
    ],
)
def test_title_without_number_of_posts_reference_and_grade(line: str, title: str, grade: str | None) -> None:
    found = posting(f"{line}\n\nOrganisation: Harbour Agency\n\nThe officer keeps the port safe.\n")
    assert (found.title, found.grade) == (title, grade)


@pytest.mark.parametrize(
    ("written", "deadline"),
    [
        ("23:59 CET on 5 March 2027", "2027-03-05T23:59:00"),
        ("5pm on 5 March 2027", "2027-03-05T17:00:00"),
        ("March 5th, 2027", "2027-03-05"),
        ("5 mars 2027 à 23 h 59", "2027-03-05T23:59:00"),
        ("2 weeks from the day of issue", None),
    ],
)
def test_deadline_in_a_sentence(written: str, deadline: str | None) -> None:
    found = posting(f"Harbour Officer\n\nHow to apply\nApplications must be received by {written}.\n")
    assert found.deadline == deadline


@pytest.mark.parametrize(
    ("sentence", "years"),
    [
        ("The term of this contract will be 4 years, with a maximum of 6 years.", 4.0),
        ("Contracts may not exceed 6 years. The term of this contract will be 4 years.", 4.0),
        ("The contract will be for a period not exceeding 3 years.", 3.0),
        ("The total length of all contracts shall not exceed 6 years.", None),
    ],
)
def test_duration_is_that_of_the_first_contract(sentence: str, years: float | None) -> None:
    assert posting(f"Harbour Officer\n\nContract\n{sentence}\n").duration_years == years


def test_a_head_with_few_labels_is_read() -> None:
    head = (
        "River Warden (RW-12-2027-AB)\nBank of the Isles, Roseau, Dominica\n£31,000 to £34,500 a year\nDuration in Months\n18\n"
    )
    body = "ABOUT US\nWe lend.\nHOW TO APPLY\nApplications, with two letters, must reach the Bank by Friday, August 13, 2027.\n"
    found = notice_of(head + body, file="x", sha256="").posting
    assert (found.title, found.location, found.deadline) == ("River Warden", "Roseau, Dominica", "2027-08-13")
    assert (found.salary.amount if found.salary else None, found.duration_years) == (31000, 1.5)


def test_a_division_is_no_employer_and_a_description_no_name() -> None:
    ministry = notice_of("Warden\nDepartment for Weirs and Locks\nAbout us\nWe mind weirs.\n", file="x", sha256="").posting
    assert ministry.organisation == "Department for Weirs and Locks"
    head = "Warden\nOrganization\nXY-Division of Weirs\nCompany Description\nThe River Agency minds the weirs.\n"
    assert notice_of(head, file="x", sha256="").posting.organisation == "River Agency"


def test_the_ticked_box_of_a_form_is_the_place() -> None:
    text = "Clerk (Registry)\nPlace of secondment: ☐ Bruges ☒ Leuven\nLatest application date: 03-04-2027\n\nDuties\n- Files.\n"
    posting = notice_of(text, file="n.txt", sha256="").posting
    assert (posting.location, posting.deadline) == ("Leuven", "2027-04-03")


def test_a_title_stands_behind_a_line_that_breaks_off() -> None:
    text = (
        "The Office for Old Mills keeps two hundred mills turning and lends their keys to those who wish to learn the trade.\n\n"
        "For our site in Leuven we are looking for a\n\nMillwright (f/m/d)\n\nas of now, limited to 18 months.\n"
    )
    posting = notice_of(text, file="n.txt", sha256="").posting
    assert posting.title is not None
    assert posting.title.startswith("Millwright")
    assert posting.duration_years == 1.5


def test_a_name_in_capitals_within_a_sentence_is_the_employer() -> None:
    text = "Miller\nCompany description\nThe FORUM FOR OLD MILLS (FOM) lends keys.\nThe Centre for Stones turns them.\n"
    assert notice_of(text, file="n.txt", sha256="").posting.organisation == "FORUM FOR OLD MILLS"


def test_the_sentence_that_says_when_to_apply_beats_another_date_of_the_field() -> None:
    text = "Miller\nClosing date: the post should be filled by 1 June 2027. Please apply before 4 May 2027.\n\nDuties\n- Mills.\n"
    assert notice_of(text, file="n.txt", sha256="").posting.deadline == "2027-05-04"
    text = "Miller\nEnd date: May 6, 2027 (2 days left to apply)\n\nDuties\n- Mills.\n"
    assert notice_of(text, file="n.txt", sha256="").posting.deadline == "2027-05-06"


def test_a_department_of_plain_words_is_no_employer_where_the_text_names_one_twice() -> None:
    text = "The IAEA tests wells. The IAEA also digs them."
    found = posting(f"Well Tester\n\nDepartment: Research\nGrade: P-3\n\n{text}\n")
    assert found.organisation == "International Atomic Energy Agency"
    text = "General minimum requirements\nThe general minimum requirements for work with the OSCE are:\n- A driving licence\n"
    found = posting(f"{text}Mission Specific Requirements\nMandatory:\n- Knowledge of tides\n")
    assert found.organisation == "Organization for Security and Co-operation in Europe"


def test_a_level_in_a_bracket_is_no_field_and_a_closing_date_no_part_of_the_title() -> None:
    found = posting(
        "Rope Engineer II - Closing date Monday 3rd May 2027 at noon\n\na) Good English (minimum level: B2 of the scale)\n"
    )
    assert (found.title, found.grade) == ("Rope Engineer II", None)


def test_the_name_for_daily_use_is_the_title_and_what_follows_the_grade_is_none() -> None:
    found = posting(
        "Position (business title): Rope Inspector\nFunction group/Grade/Post title: AD 6, Officer\n"
        "Duration of engagement: 3 Year(s) - see below\n"
    )
    assert (found.title, found.duration_years) == ("Rope Inspector", 3.0)
    assert plain_grade("16-18 - Check the simulations of pay for the basic grade") == "16-18"


@pytest.mark.parametrize(
    ("head", "currency", "period"),
    [
        ("Salary: $88,200 a year\nLocation: Halifax, Nova Scotia", "CAD", "year"),
        ("Salary: $88,200\nWho may apply: Australian citizens", "AUD", None),
        ("Salary: full time monthly net pay of €4,100 plus benefits\nLocation: Oslo", "EUR", "month"),
        ("Salary: $88,200\nLocation: Boston", "USD", None),
    ],
)
def test_a_bare_dollar_is_that_of_the_country_and_the_month_may_stand_before_the_sum(
    head: str, currency: str, period: str | None
) -> None:
    salary = posting(f"Rope Engineer\n{head}\n").salary
    assert salary is not None
    assert (salary.currency, salary.period) == (currency, period)


def test_a_date_with_a_european_time_has_its_day_first() -> None:
    assert posting("Rope Engineer\nClosing date: 12/09/2027(23:59 Brussels time)\n").deadline == "2027-09-12T23:59:00"
    assert posting("Rope Engineer\nClosing date: 12/09/2027\n").deadline == "2027-12-09"


@pytest.mark.parametrize(
    ("line", "title", "organisation", "location"),
    [
        ("Legal Officer at United Nations in Nairobi", "Legal Officer", "United Nations", "Nairobi"),
        ("Tide Analyst at UNESCO", "Tide Analyst", "UNESCO", None),
        ("204-7 Harbour Engineer", "Harbour Engineer", None, None),
        ("Harbour Officer (P2) Vava'u, Tonga\nLocation: Vava'u, Tonga", "Harbour Officer", None, "Vava'u, Tonga"),
        ("Officer at Large", "Officer at Large", None, None),
    ],
)
def test_a_portal_puts_the_employer_behind_a_title(line: str, title: str, organisation: str | None, location: str | None) -> None:
    posting = notice_of(f"{line}\n\nRequirements\n\n- Degree in law\n", file="x", sha256="").posting
    assert (posting.title, posting.organisation, posting.location) == (title, organisation, location)


def test_labels_in_the_midst_of_running_text_are_none() -> None:
    notice = notice_of("Gardener\n\nSkills\n- Care about the mission: fond of trees\n", file="x", sha256="")
    assert notice.posting.organisation is None
