"""Dates are read strictly, and as ranges."""

from datetime import date

import pytest

from fitscore.profiles.dates import NotADateError, is_open_end, read_date


@pytest.mark.parametrize(
    ("value", "text", "earliest", "latest"),
    [
        ("2019", "2019", date(2019, 1, 1), date(2019, 12, 31)),
        (2019, "2019", date(2019, 1, 1), date(2019, 12, 31)),
        ("2019-03", "2019-03", date(2019, 3, 1), date(2019, 3, 31)),
        ("2019-3", "2019-03", date(2019, 3, 1), date(2019, 3, 31)),
        ("2020-02", "2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        (" 2019-03-14 ", "2019-03-14", date(2019, 3, 14), date(2019, 3, 14)),
        ("2019-03-14T09:30:00Z", "2019-03-14", date(2019, 3, 14), date(2019, 3, 14)),
        ("1900", "1900", date(1900, 1, 1), date(1900, 12, 31)),
        ("2100-12-31", "2100-12-31", date(2100, 12, 31), date(2100, 12, 31)),
    ],
)
def test_date_is_a_range_of_days(value: object, text: str, earliest: date, latest: date) -> None:
    span = read_date(value)
    assert (span.text, span.earliest, span.latest) == (text, earliest, latest)


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("2019-13", "2019-13 is not a month"),
        ("2019-00", "2019-00 is not a month"),
        ("2019-02-29", "2019-02-29 is not a day of the calendar"),
        ("1899", "1899 is not a year from 1900 to 2100"),
        (2101, "2101 is not a year from 1900 to 2100"),
        ("March 2019", "March 2019 is not a date"),
        ("03/2019", "03/2019 is not a date"),
        ("٢٠١٩", "٢٠١٩ is not a date"),
        (2019.5, "2019.5 is not a date"),
        (True, "True is not a date"),
        (["2019"], "['2019'] is not a date"),
        ("", " is not a date"),
    ],
)
def test_wrong_date_says_what_is_wrong(value: object, what: str) -> None:
    with pytest.raises(NotADateError) as caught:
        read_date(value)
    assert str(caught.value) == what


@pytest.mark.parametrize("value", [None, "", "present", "Today", " NOW ", "ongoing"])
def test_open_end(value: object) -> None:
    assert is_open_end(value)


@pytest.mark.parametrize("value", ["2019", 2019, "soon", False])
def test_no_open_end(value: object) -> None:
    assert not is_open_end(value)
