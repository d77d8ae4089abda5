import datetime as dt
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.language import parse
from crossbearing.times import Anchor, anchor_of, find_times

FRIDAY = Anchor(day=dt.date(2011, 6, 10))


@cache
def times(text, day=FRIDAY.day):
    return find_times(parse(text), Anchor(day=day))


def days(text, day=FRIDAY.day):
    return [(t.earliest and t.earliest.isoformat(), t.latest and t.latest.isoformat()) for t in times(text, day)]


def values(text, day=FRIDAY.day):
    return [t.timex for t in times(text, day)]


def test_the_times_of_a_crisis_report():
    text = (
        "The mayor's office counted the tents on Friday morning. The first lorries had left on Tuesday. "
        "The bridge was closed on Thursday night. Drivers who came today say the queue began "
        "at dawn. Over the last three months the wells ran dry, and the river may rise in the coming days."
    )
    assert [(t.text, t.earliest.isoformat(), t.latest.isoformat()) for t in times(text)] == [
        ("Friday morning", "2011-06-10", "2011-06-10"),
        ("Tuesday", "2011-06-07", "2011-06-07"),
        ("Thursday night", "2011-06-09", "2011-06-09"),
        ("today", "2011-06-10", "2011-06-10"),
        ("dawn", "2011-06-10", "2011-06-10"),
        ("the last three months", "2011-03-10", "2011-06-10"),
        ("the coming days", "2011-06-11", "2011-06-17"),
    ]


def test_the_past_week_lasts_until_the_report_and_last_week_does_not() -> None:
    told = "Nine nurses were taken in the past week, six last week, and two over the past month."
    assert [(t.timex, t.earliest.isoformat(), t.latest.isoformat()) for t in times(told)] == [
        ("2011-W22", "2011-06-03", "2011-06-10"),
        ("2011-W22", "2011-05-30", "2011-06-05"),
        ("2011-05", "2011-05-10", "2011-06-10"),
    ]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tanks came on Friday.", "2011-06-10"),
        ("Tanks came on Monday.", "2011-06-06"),
        ("Tanks will come on Monday.", "2011-06-13"),
        ("The council is expected to meet on Monday.", "2011-06-13"),
        ("The envoy was to arrive on Monday.", "2011-06-13"),
        ("They died in an attempt to take the bridge on Monday.", "2011-06-06"),
        ("Tanks came last Friday.", "2011-06-03"),
        ("The council meets next Friday.", "2011-06-17"),
    ],
)
def test_the_tense_decides_which_weekday_is_meant(text, value):
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The camp was opened on June 20.", "2011-06-20"),
        ("The town fell on December 20.", "2010-12-20"),
        ("The year that ended December 20 was bad.", "2010-12-20"),
    ],
)
def test_a_day_without_year_is_not_sought_almost_a_year_away(text, value):
    assert values(text)[-1] == value


def test_the_text_before_is_what_same_and_next_count_from():
    text = "They marched on May 20. The same day nine died. The next morning tanks came. Two days later it was over."
    assert values(text) == ["2011-05-20", "2011-05-20", "2011-05-21TMO", "2011-05-23"]


def test_since_marks_the_beginning_of_a_span():
    (since,) = times("Thousands have fled since early March.")
    assert since.since
    assert since.text == "early March"
    (plain,) = times("Thousands fled in early March.")
    assert not plain.since


def test_a_night_that_lies_on_two_days_has_both():
    (night,) = times("Raids killed six people overnight.")
    assert (night.earliest, night.latest) == (dt.date(2011, 6, 9), dt.date(2011, 6, 10))
    assert night.edtf == "[2011-06-09..2011-06-10]"


def test_hours_and_days_join_in_either_order():
    texts = ("It began at 5 a.m. on Thursday.", "It began on Thursday at 5 a.m.", "It began Thursday, 5 am.")
    assert {values(text)[0] for text in texts} == {"2011-06-09T05:00"}
    (begun,) = times(texts[0])
    assert begun.edtf == "2011-06-09T05:00:00"


def test_an_hour_goes_on_with_the_day_of_the_sentences_before():
    assert values("Three died on Sunday. Police were called about 8:10 p.m.") == ["2011-06-05", "2011-06-05T20:10"]


def test_a_part_of_the_day_tells_the_half_of_the_hour():
    assert values("He died at 9:39 Thursday night.") == ["2011-06-09T21:39"]


def test_a_month_takes_the_year_beside_it():
    assert values("He left in October last year.") == ["2010-10"]
    assert values("Exports fell in this year's first quarter.") == ["2011-Q1"]
    assert values("Tanks came on Tuesday last week.") == ["2011-05-31"]


def test_early_and_late_narrow_the_days():
    assert days("The town fell in early March.") == [("2011-03-01", "2011-03-11")]
    assert days("The town fell in late March.") == [("2011-03-21", "2011-03-31")]
    assert days("The town fell in the last week of March.") == [("2011-03-25", "2011-03-31")]
    assert days("It was shelled earlier this week.") == [("2011-06-06", "2011-06-09")]


def test_what_has_lasted_lasts_until_the_report():
    assert days("The town has been cut off for two months.") == [("2011-04-10", "2011-06-10")]
    assert days("He was in jail for two months in 1990.")[0] == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Some 2000 people fled.",
        "They signed resolution 1973 in the council.",
        "A second explosion followed.",
        "The family may march on.",
        "A 28-year-old resident was reached by phone.",
        "A quarter of the town was burned.",
        "The flow could fall or spring up again.",
        "The July 6 Bridge was closed.",
    ],
)
def test_words_of_time_that_mean_no_time_are_left_alone(text):
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tanks came on Tuesday.", "XXXX-WXX-2"),
        ("Tanks came on Tuesday night.", "XXXX-WXX-2TNI"),
        ("Tanks came yesterday.", "XXXX-XX-XX"),
        ("Tanks came last month.", "XXXX-XX"),
        ("Tanks came on June 3.", "XXXX-06-03"),
        ("Tanks came in March 2011.", "2011-03"),
        ("Tanks stayed for three days.", "P3D"),
    ],
)
def test_without_a_date_what_is_known_is_kept(text, value):
    assert values(text, None) == [value]


def test_a_date_glued_to_its_year_is_read_as_one():
    text = "Last updated at Jun 102011 TOWN Two people died on Thursday."
    anchor = anchor_of(text, None)
    found = find_times(parse(text), anchor)
    assert [(t.text, t.timex) for t in found] == [("Jun 102011", "2011-06-10"), ("Thursday", "2011-06-09")]


PIECES = [
    "on", "Tuesday", "night", "the", "last", "two", "weeks", "ago", "in", "March", "2011", "of", "year", "'s", "third",
    "quarter", "earlier", "a", "day", "before", "at", "5:30", "p.m.", "since", "June", "3", "-", "6", ",", ".", "every",
    "century", "next", "overnight", "half", "hours", "99999", "killed", "will", "31", "February", "\n\n", "24:00",
    "۲۰۱۱",
]


def test_a_word_that_ends_one_time_does_not_begin_the_next() -> None:
    found = find_times(parse("It fell a year earlier Tuesday."), Anchor(day=None))
    assert [t.text for t in found] == ["a year earlier", "Tuesday"]


def test_a_night_into_a_weekday_lies_on_two_days() -> None:
    for told in ("overnight into Friday", "late Thursday into Friday", "the night into Friday"):
        (found,) = find_times(parse(f"Shells fell {told}."), FRIDAY)
        assert (found.text, found.earliest, found.latest) == (told, dt.date(2011, 6, 9), dt.date(2011, 6, 10))


@pytest.mark.parametrize(("told", "value"), [
    ("overnight from Thursday into Friday", "2011-06-10TNI"),
    ("overnight on Thursday into Friday", "2011-06-10TNI"),
    ("overnight and into Friday", "2011-06-10TNI"),
    ("the night of Thursday to Friday", "2011-06-10TNI"),
    ("Thursday night and into Friday", "2011-06-10TNI"),
    ("Thursday night into Friday morning", "2011-06-10TNI"),
    ("Thursday afternoon into Friday", "2011-06-09/2011-06-10"),
])  # fmt: skip
def test_what_lasted_from_a_day_into_the_next_lies_on_both(told: str, value: str) -> None:
    (found,) = find_times(parse(f"Shells fell on Kolvan in {told}."), FRIDAY)
    assert (found.text, found.timex) == (told, value)
    assert (found.earliest, found.latest) == (dt.date(2011, 6, 9), dt.date(2011, 6, 10))


def test_what_leads_over_several_days_is_no_night() -> None:
    assert [t.text for t in find_times(parse("They fought from Monday into Friday."), FRIDAY)] == ["Monday", "Friday"]


def test_several_days_before_are_counted_from_the_day_named_or_the_report() -> None:
    for told in ("several days before", "several days earlier", "days before"):
        (found,) = find_times(parse(f"Shells fell {told}."), FRIDAY)
        assert (found.text, found.earliest, found.latest) == (told, dt.date(2011, 6, 3), dt.date(2011, 6, 8))
    (_, found) = find_times(parse("The mill fell on June 6. It was hit several days before."), FRIDAY)
    assert (found.earliest, found.latest) == (dt.date(2011, 5, 30), dt.date(2011, 6, 4))


def test_what_came_later_is_counted_from_the_day_named_alone() -> None:
    for told in ("a few days later", "a few months later", "two days later", "two months later"):
        (found,) = find_times(parse(f"Nine people were killed in Kolvan {told}."), FRIDAY)
        assert (found.text, found.earliest, found.latest) == (told, None, None)
    (ahead,) = find_times(parse("The council will vote two days later."), FRIDAY)
    assert ahead.earliest == dt.date(2011, 6, 12)
    (_, found) = find_times(parse("The mill fell on May 20. It was hit a few days later."), FRIDAY)
    assert (found.earliest, found.latest) == (dt.date(2011, 5, 22), dt.date(2011, 5, 27))


def test_what_came_later_came_before_the_report() -> None:
    (_, found) = find_times(parse("The mill fell on June 6. It was hit a few days later."), FRIDAY)
    assert (found.earliest, found.latest, found.edtf) == (dt.date(2011, 6, 8), FRIDAY.day, "[2011-06-08..2011-06-10]")
    (_, found) = find_times(parse("The mill fell on Thursday. It was hit a few days later."), FRIDAY)
    assert (found.earliest, found.latest) == (None, None)
    (_, ahead) = find_times(parse("The mill fell on June 6. It will reopen a few days later."), FRIDAY)
    assert ahead.latest == dt.date(2011, 6, 13)


def test_days_before_something_are_counted_from_that() -> None:
    (found,) = find_times(parse("Shells fell two days before the vote."), FRIDAY)
    assert found.text == "two days"


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join), st.none() | st.dates())
def test_no_medley_of_words_of_time_breaks_the_finder(text, day):
    found = find_times(parse(text), Anchor(day=day))
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(t.earliest <= t.latest for t in found if t.earliest and t.latest)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_searched_and_gives_the_same_again(text):
    doc = parse(text)
    assert find_times(doc, FRIDAY) == find_times(doc, FRIDAY)


def test_an_infinitive_that_heads_its_sentence_is_no_endless_way_up() -> None:
    text = "in the afternoon to scatter a large demonstration, the Obs031 February 0000 ervatory said.</p>\n</html>\n"
    assert all(t.earliest is None or t.earliest <= t.latest for t in times(text))


@pytest.mark.parametrize(("text", "day"), [
    ("He was forced to flee on Monday.", "2011-06-06"),
    ("He was charged with shooting the guard on November 20.", "2010-11-20"),
])  # fmt: skip
def test_what_somebody_was_made_to_do_or_blamed_for_doing_has_been_done(text: str, day: str) -> None:
    assert values(text) == [day]


@pytest.mark.parametrize("text", [
    "They pray on Sundays together.", "Most Fridays hundreds march.", "The road is closed Mondays.",
])  # fmt: skip
def test_a_plural_of_a_weekday_that_owns_nothing_is_no_day(text: str) -> None:
    assert times(text) == ()
