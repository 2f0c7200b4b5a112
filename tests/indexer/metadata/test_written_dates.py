from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexer.metadata.published.written import written_dates

FEB_3 = date(2017, 2, 3)


@pytest.mark.parametrize(
    "written",
    [
        "Feb. 3, 2017",
        "February 3rd, 2017",
        "FEBRUARY 03 2017",
        "3 February 2017",
        "3rd of February 2017",
        "le 3 février 2017",
        "vendredi 3 févr. 2017",
        "Friday, February 3, 2017",
        "Feb/03/2017",
        "03-Feb-2017",
        "2017-02-03",
        "2017-02-03T23:59:00-05:00",
        "2017/02/03",
        "2017.2.3",
    ],
)
def test_a_day_is_read_in_every_form_that_can_mean_only_it(written):
    assert [(d.first, d.last, d.is_day) for d in written_dates(written)] == [(FEB_3, FEB_3, True)]


def test_the_first_of_a_month_is_read_in_french():
    assert written_dates("Montréal, le 1er août 2012")[0].first == date(2012, 8, 1)


@pytest.mark.parametrize(
    "written",
    [
        "31 February 2017",
        "2017-02-31",
        "0000-01-01",
        "February 3, 9999",
        "13/13/2017",
        "call 647-2018-555",
        "version 1.2.2017.4",
        "may 2 people",
        "03/02/17",
        "",
    ],
)
def test_what_is_no_date_is_not_read_as_a_day(written):
    assert not [d for d in written_dates(written) if d.is_day]


def test_numbers_that_can_mean_two_days_keep_both():
    found = written_dates("03/02/2017")[0]
    assert not found.is_day
    assert {found.first, found.other} == {date(2017, 2, 3), date(2017, 3, 2)}


def test_a_month_is_read_as_all_its_days():
    found = written_dates("February 2016")[0]
    assert (found.first, found.last) == (date(2016, 2, 1), date(2016, 2, 29))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 150_000))
def test_a_day_written_out_is_read_back(days):
    day = date(1700, 1, 1) + timedelta(days=days)
    assert [d.first for d in written_dates(f"{day:%B} {day.day}, {day.year}")] == [day]
    assert [d.first for d in written_dates(day.isoformat())] == [day]


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=200))
def test_any_line_can_be_read(line):
    for found in written_dates(line):
        assert found.first <= found.last
        assert 0 <= found.start < found.end <= len(line)
