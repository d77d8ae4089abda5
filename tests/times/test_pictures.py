"""The dates of pictures date no report."""

import datetime as dt

import pytest

from crossbearing.times import anchor_of

GIVEN = dt.date(2011, 6, 10)


@pytest.mark.parametrize("credit", [" (Rasta and Agencies)", ". (Rasta Photo)", ". RASTA/Lina Haddad"])
def test_a_captions_date_is_not_that_of_the_report(credit: str) -> None:
    assert anchor_of(f"A boy sits in a burnt mill in Marnah March 3 2011{credit} Nine fled.", GIVEN).day == GIVEN


@pytest.mark.parametrize("head", ["MARNAH, March 3 2011 (Rasta) -- Nine fled.", "March 3 2011 (Rasta) Nine fled."])
def test_a_dateline_with_its_agency_is(head: str) -> None:
    assert anchor_of(head, GIVEN).day == dt.date(2011, 3, 3)
