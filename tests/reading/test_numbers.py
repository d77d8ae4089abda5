"""Counts with their bounds, and numbers that count nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.language import parse
from crossbearing.reading.rules_v1.number_words import plain_value
from crossbearing.reading.rules_v1.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("At least 28 people died.", 28, None),
        ("More than a thousand people fled.", 1000, None),
        ("Up to 60 fighters were killed.", 0, 60),
        ("Nearly 50 villagers drowned.", 45, 50),
        ("About 300 families arrived.", 300, 300),
        ("Between 20 and 30 men were arrested.", 20, 30),
        ("Dozens of people were wounded.", 24, None),
        ("Hundreds of soldiers moved in.", 200, None),
        ("Several thousand troops arrived.", 2000, None),
        ("Twenty-three people were killed.", 23, 23),
        ("Two hundred and five people fled.", 205, 205),
        ("A dozen tents were burnt.", 12, 12),
        ("Tens of thousands of people fled.", 20000, None),
        ("1,250 people crossed.", 1250, 1250),
        ("Three million people fled.", 3000000, 3000000),
        ("112 people were killed.", 112, 112),
        ("The toll stands at 112.", 112, 112),
        ("The quake killed 999.", 999, 999),
        ("Two Supreme Court judges were killed.", 2, 2),
        ("9 High Street bakers were killed.", 9, 9),
        ("12 Killed In Highway Ambush", 12, 12),
        ("5 Wounded In Bourbon Street Shooting", 5, 5),
        ("BBC News 12 people were killed.", 12, 12),
        ("Room 12 guests were killed.", 12, 12),
        ("In apartment 12 people were killed.", 12, 12),
        ("Some 1.5 million people fled.", 1500000, 1500000),
        ("Two and a half million people fled.", 2500000, 2500000),
        ("A hundred and fifty-two people fled.", 152, 152),
        ("Half a million people fled.", 500000, 500000),
        ("Half a dozen guards were killed.", 6, 6),
        ("More than a quarter of a million people fled.", 250000, None),
        ("Three quarters of a million people fled.", 750000, 750000),
        ("Two-thirds of the 90 guards were killed.", 60, 60),
        ("A half dozen people were killed.", 6, 6),
        ("A half million people fled.", 500000, 500000),
        ("A half-million people fled.", 500000, 500000),
        ("Another half dozen people were killed.", 6, 6),
        ("One and a half dozen people were killed.", 18, 18),
        ("Half of all 90 passengers were killed.", 45, 45),
        ("A third of the country's 12 million people fled.", 4000000, 4000000),
        ("A fourth of the 40 guards were killed.", 10, 10),
        ("900 percent of the 900 million people fled.", 1_000_000_000, 1_000_000_000),
        ("Half the 40 guards were killed.", 20, 20),
        ("Nearly half of the 60 guards were killed.", 27, 30),
        ("Most of the 60 guards were killed.", 31, 60),
        ("Some 40 percent of the 200 guards were killed.", 80, 80),
        ("In the second half 12 people were hurt.", 12, 12),
    ],
)
def test_a_count_is_read_with_its_bounds(text: str, low: int, high: int | None) -> None:
    assert [(n.low, n.high) for n in find_numbers(parse(text))] == [(low, high)]


@pytest.mark.parametrize(
    "text",
    [
        "The 28-year-old shepherd spoke by phone.",
        "The village lies 12 miles from the border.",
        "It cost $300 to cross.",
        "Prices rose by 40 percent.",
        "In 2011 the war began.",
        "The father of three spoke.",
        "He was tried for the 2015 killings.",
        "The death of a boy, 3, shocked the street.",
        "The brothers, ages 14 and 16, were asleep.",
        "The girls, 7 and 5, were asleep.",
        "The diver dies at 96.",
        "Rami Odeh, 31, and Rana Odeh, 29 were hurt.",
        "They met at 5401 NW 27th St. on Friday.",
        "11 News has heard of it.",
        "Teen hurt after fall - FOX Marnah 21",
        "The 28–year–old shepherd spoke by phone.",
        "They met at 1487 Mill St. on Friday.",
        "Image 1 of 3 shows the bridge.",
        "Neighbors called 911 at dawn.",
        "He phoned 999 to report it.",
        "A call to 112 was made.",
        "A 911 caller spoke.",
        "They hid in room 12.",
        "Channel 4 said so.",
        "Gunmen killed Channel 4 journalists.",
        "Highway 95 motorists were killed.",
        "Gunmen killed Apartment 12 residents.",
        "Photo 3 of 12",
        "3 / 12",
        "They met at 3500 Kestrel on Friday.",
        "The girls — 7 and 5 — were asleep.",
        "2 of / 5",
        "Guards came to 320 South Palm Avenue Friday.",
        "Samir, 44 -- and others -- spoke.",
        "Omar Haddad 21, was asleep.",
        "The guests, ages 28-45, were asleep.",
        "NBC 58 - Guards spoke",
        "Of 90 guards a third were killed.",
        "Two thirds of the town was ruined.",
    ],
)
def test_ages_distances_sums_shares_and_years_count_nobody(text: str) -> None:
    assert not find_numbers(parse(text))


@pytest.mark.parametrize("text", [
    "On Monday, March 16, and Tuesday, 12 guards were killed.", "Rami Odeh, 31, and Omar Nasr, 12 guards were killed.",
    "At the mill 12 news workers were killed.",
])  # fmt: skip
def test_a_number_before_those_it_counts_is_no_age_and_no_outlets(text: str) -> None:
    assert 12 in [number.low for number in find_numbers(parse(text))]


def test_those_of_whom_some_are_told_are_counted_beside_them() -> None:
    assert [n.low for n in find_numbers(parse("3 of the 5 hostages were killed."))] == [3, 5]


def test_names_behind_a_number_at_a_place_may_be_counted() -> None:
    assert [n.low for n in find_numbers(parse("They met at 12 UN camps on Friday."))] == [12]


def test_guests_behind_the_word_for_a_room_are_counted() -> None:
    assert [n.low for n in find_numbers(parse("Room 12 guests fled."))] == [12]


def test_a_number_inside_a_time_counts_nothing() -> None:
    doc = parse("On June 10 soldiers came.")
    assert not find_numbers(doc, taken=[(3, 10)])


@given(st.integers(0, 999_999_999))
@settings(max_examples=200)
def test_digits_keep_their_value(value: int) -> None:
    assert plain_value([f"{value:,}"]) == value


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_breaks_it_and_spans_stay_inside(text: str) -> None:
    for number in find_numbers(parse(text)):
        assert text[number.start : number.end] == number.text
        assert number.high is None or 0 <= number.low <= number.high
