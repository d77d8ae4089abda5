import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.times.calendar import Period, containing, moved

GRAINS = ["day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century"]
DAYS = st.dates(dt.date(1000, 1, 1), dt.date(8000, 1, 1))
DAY = r"\d{4}-\d\d-\d\d"
EDTF = re.compile(rf"{DAY}|{DAY}/{DAY}|\d{{4}}(-(0[1-9]|1[0-2]|2[1-4]|3[3-6]|4[01]))?|\d{{3}}X|\d\dXX")


@given(st.sampled_from([grain for grain in GRAINS if grain != "weekend"]), DAYS)
def test_the_span_that_holds_a_day_holds_it(grain, day):
    span = containing(grain, day)
    assert span.first <= day <= span.last


@given(st.sampled_from(GRAINS), DAYS, st.integers(-5, 5))
def test_a_span_moved_there_and_back_is_itself(grain, day, count):
    span = containing(grain, day)
    assert span.shifted(count).shifted(-count) == span


@given(st.sampled_from([grain for grain in GRAINS if grain != "weekend"]), DAYS)
def test_the_next_span_begins_the_day_after_this_one_ends(grain, day):
    span = containing(grain, day)
    assert span.shifted(1).first == moved(span.last, days=1)


@given(st.sampled_from(GRAINS), DAYS)
def test_every_span_has_an_edtf_form_of_the_specification(grain, day):
    assert EDTF.fullmatch(containing(grain, day).edtf)


@given(st.dates(), st.integers(-4_000_000, 4_000_000), st.integers(-200_000, 200_000))
def test_no_move_leaves_the_calendar(day, days, months):
    assert dt.date.min <= moved(day, days=days, months=months) <= dt.date.max


@pytest.mark.parametrize(
    ("grain", "day", "timex", "edtf"),
    [
        ("day", "2011-06-10", "2011-06-10", "2011-06-10"),
        ("week", "2011-01-01", "2010-W52", "2010-12-27/2011-01-02"),
        ("weekend", "2011-06-10", "2011-W23-WE", "2011-06-11/2011-06-12"),
        ("season", "2011-06-10", "2011-SU", "2011-22"),
        ("quarter", "2011-06-10", "2011-Q2", "2011-34"),
        ("half", "2011-06-10", "2011-H1", "2011-40"),
        ("decade", "2011-06-10", "201", "201X"),
        ("century", "2011-06-10", "20", "20XX"),
    ],
)
def test_spans_have_their_names_in_both_standards(grain, day, timex, edtf):
    span = containing(grain, dt.date.fromisoformat(day))
    assert (span.timex, span.edtf) == (timex, edtf)


def test_the_like_day_of_a_year_without_a_leap_day_is_the_last_of_february():
    assert Period("day", dt.date(2012, 2, 29)).years_on(-1).timex == "2011-02-28"
