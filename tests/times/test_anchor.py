import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.times import anchor_of
from crossbearing.times.printed import printed_dates

GIVEN = dt.date(2011, 2, 1)
JUNE_10 = dt.date(2011, 6, 10)

PRINTED = [
    "Bridge shelled\n\nFri 10 Jun 2011 Bridge shelled. Two people died.",
    "Bridge shelled: monitor\n\nBridge shelled: monitor AFP Friday 10 Jun 2011 Two people died when a bridge was hit.",
    "Bridge shelled: monitor AFP Friday 10 Jun 2011 twenty people fled over the river.",
    "Bridge shelled\n\nDate of publication 10 June 2011 Two people died.",
    "Bridge shelled | The Valley Times\n\nLast updated at Jun 102011 TOWN Two people died.",
    "Bridge shelled\n\nPosted on June 10 2011 by the desk. Two people died.",
    "Bridge shelled\n\n10-06-2011 Bridge shelled. Two people died.",
    "Bridge shelled\n\n10.06.2011Get short URL 0 12 Two people died.",
    "Bridge shelled\n\nJune 10 2011 2037 UTC+3 A governor told reporters that two people died.",
    "TOWN, Country, June 10, 2011 (Agency) - Two people died.",
    "TOWN, June 10 (Agency) - Two people died on Thursday.",
    "Statement of the council\nNahr al-Dirwan, June 10, 2011\n\nTwo people died on Thursday.",
    "OLD TOWN (COUNTRY), 10 JUN 11 (RADIO ONE) -- [TEXT] TWO PEOPLE DIED.",
    "Bridge shelled, two killed Posted: Friday, June 10, 2011 10:21 AM EST Updated: Monday, June 13, 2011 6:31 PM EST",
    "Bridge shelled in the town of Darra 10 June 2011 SANA Two people died.",
    "2011-06-10\nTwo people died.",
    "Two people died.\n" + "The river rose again. " * 30 + "\nPublished: 10 June 2011",
]


@pytest.mark.parametrize("text", PRINTED, ids=[text[-40:].strip() for text in PRINTED])
def test_a_printed_date_beats_the_given_one_and_the_mismatch_is_said(text):
    anchor = anchor_of(text, GIVEN)
    assert anchor.day == JUNE_10
    assert anchor.span is not None
    assert text[slice(*anchor.span)] == anchor.dateline
    assert any("2011-02-01" in note for note in anchor.notes)


STORIES = [
    "On 10 June 2011 two people died when a bridge was hit.",
    "Residents recall the attack of June 10 2011 well.",
    "10 June 2011 was a day of mourning in the town.",
    "A bridge burns in the old town, Friday, June 10, 2011. A deputy said two people died.",
    "The teacher, aged 91, died Friday, June 10, 2011, at home.",
    "The 10 June 2011 massacre was never investigated.",
    "A report that was published on 10 June 2011 says otherwise.",
    "15 March 2011 First protests\n18 March 2011 First deaths\n10 June 2011 Tanks in the town\n",
]


@pytest.mark.parametrize("text", STORIES)
def test_a_date_of_the_story_is_no_dateline(text):
    assert anchor_of(text, GIVEN).day == GIVEN
    assert anchor_of(text, GIVEN).dateline is None


def test_without_any_date_the_day_is_unknown_and_that_is_said():
    anchor = anchor_of("Two people died.", None)
    assert anchor.day is None
    assert anchor.notes == ("no date is given or printed",)


def test_a_dateline_without_year_needs_a_given_date():
    assert anchor_of("TOWN, June 10 (Agency) - Two people died.", None).day is None


def test_a_year_of_two_digits_needs_no_given_date():
    assert anchor_of("TOWN, 3 JAN 90 -- [REPORT] TWO PEOPLE DIED.", None).day == dt.date(1990, 1, 3)


def test_a_dateline_without_year_takes_the_nearest_year():
    assert anchor_of("TOWN, Dec. 30 (Agency) - Two people died.", dt.date(2012, 1, 1)).day == dt.date(2011, 12, 30)


def test_digits_are_read_day_first_and_the_other_reading_is_told():
    anchor = anchor_of("Bridge shelled\n\n07-11-2014 Two people died.", dt.date(2014, 7, 11))
    assert anchor.day == dt.date(2014, 11, 7)
    assert any("2014-07-11" in note for note in anchor.notes)


def test_with_strokes_the_given_date_decides_which_comes_first():
    assert anchor_of("6/10/2011 Two people died.", JUNE_10).day == JUNE_10
    assert anchor_of("6/10/2011 Two people died.", None).day == dt.date(2011, 10, 6)


def test_a_date_that_must_be_month_first_decides_for_the_others():
    text = "Updated: 06/13/2011 10:24 PM\n\nCreated: 06/10/2011 1:24 PM TOWN - Two people died."
    assert anchor_of(text, None).day == JUNE_10


def test_a_weekday_that_does_not_fit_is_said():
    assert any("weekday" in note for note in anchor_of("Monday 10 June 2011 Two people died.", JUNE_10).notes)


def test_when_both_dates_agree_there_is_nothing_to_say():
    assert anchor_of("Friday 10 June 2011 Two people died.", JUNE_10).notes == ()


@given(st.text(), st.none() | st.dates())
def test_any_text_has_an_anchor_whose_words_stand_in_it(text, published):
    anchor = anchor_of(text, published)
    assert anchor.span is None or text[slice(*anchor.span)] == anchor.dateline


HOW = st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d", "%d.%m.%Y"])


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), HOW)
def test_a_full_date_is_found_however_it_is_printed(day, how):
    assert [date.day for date in printed_dates(f"({day.strftime(how)})")] == [day]


ARABIC = [
    "قصف الجسر\nالجمعة 10 حزيران/يونيو 2011\nقتل شخصان عند الجسر.",
    "قصف الجسر الجمعة، 10 يونيو 2011 قتل شخصان عند الجسر.",
    "قصف الجسر\nتاريخ النشر: ١٠ حزيران ٢٠١١ قتل شخصان.",
    "قصف الجسر\n10/06/2011\nقتل شخصان.",
    "قصف الجسر\n10 كانون الثاني 2011\nقتل شخصان.",
    "بيروت 10 يونيو حزيران (وكالة) - قتل شخصان.",
]


@pytest.mark.parametrize("text", ARABIC)
def test_an_arabic_head_line_is_read(text):
    anchor = anchor_of(text, GIVEN)
    assert anchor.day in {JUNE_10, dt.date(2011, 1, 10)}
    assert text[slice(*anchor.span)] == anchor.dateline


@pytest.mark.parametrize("text", ["قتل شخصان في 10 حزيران 2011 عند الجسر.", "يذكر السكان مجزرة 10 حزيران 2011 جيدا."])
def test_an_arabic_date_of_the_story_is_no_dateline(text):
    assert anchor_of(text, GIVEN).dateline is None
