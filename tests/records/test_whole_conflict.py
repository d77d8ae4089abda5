"""Which times are those of a total over a whole conflict."""

import datetime as dt

import pytest

from crossbearing.records import When

DAY = dt.date(2014, 3, 5)


@pytest.mark.parametrize(("when", "kind", "total"), [
    (When(cumulative=True), "killing", True),
    (When(cumulative=True), "arrest", False),
    (When(text="since then", cumulative=True), "killing", False),
    (When(text="this year", earliest=DAY.replace(year=2013), latest=DAY, cumulative=True), "displacement", True),
    (When(text="since February", earliest=DAY.replace(month=2), latest=DAY, cumulative=True), "killing", False),
    (When(text="in 2013", earliest=DAY.replace(year=2013), latest=DAY), "killing", False),
])
def test_a_total_is_of_a_whole_conflict_over_half_a_year_or_days_that_nobody_names(when, kind, total):
    assert when.is_of_whole_conflict(kind) is total
