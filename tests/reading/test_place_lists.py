"""Sentences that tell of several places with a toll each."""

import pytest

from crossbearing.records import Report
from tests.reading.test_reader import read, reader


@pytest.mark.parametrize(("text", "told"), [
    ("Shelling killed five people in Marnah, three in Dirwan and two in Vess.",
     [("killed", ("Marnah",), 5), ("three", ("Dirwan",), 3), ("two", ("Vess",), 2)]),
    ("The strikes killed 45 farmers in and around Marnah and 22 in neighbouring Dirwan province.",
     [("killed", ("Marnah",), 45), ("22", ("Dirwan province",), 22)]),
    ("Nine people were killed in Marnah and four others in Dirwan province.",
     [("killed", ("Marnah",), 9), ("four", ("Dirwan province",), 4)]),
    ("Raids killed 19 people, including six boys, outside the city of Marnah and 23 people, ten boys, in Dirwan.",
     [("killed", ("Marnah",), 19), ("23", ("Dirwan",), 23)]),
])  # fmt: skip
def test_each_place_of_a_list_has_its_own_toll(text: str, told: list[tuple[str, tuple[str, ...], int]]) -> None:
    claims = [c for c in read(text).claims if c.type == "killing"]
    found = [(text[slice(*c.trigger)], c.places, next(f.low for f in c.figures if not f.part_of_whole)) for c in claims]
    assert found == told
    assert len({c.id for c in claims}) == len(claims)
    assert all(f.span[0] < c.evidence[1] for c in claims for f in c.figures)


def test_the_parts_of_a_toll_stay_with_their_place() -> None:
    text = "Bombs killed 19 people, including six children, in Marnah and 23 people, including ten children, in Dirwan."
    assert [[f.low for f in c.figures] for c in read(text).claims if c.type == "killing"] == [[19, 6], [23, 10]]


def test_an_aside_on_some_of_them_is_not_of_the_list() -> None:
    text = "The raids killed nine people in Marnah, four of them children, and three in Dirwan."
    claims = [c for c in read(text).claims if c.type == "killing"]
    assert [(c.places, c.figures[0].low) for c in claims] == [(("Marnah",), 9), (("Dirwan",), 3)]


@pytest.mark.parametrize("text", [
    "Nine people were killed and four were wounded in Marnah.",
    "Nine people were killed in Marnah, where four families lived.",
    "Nine people from Dirwan were killed in Marnah.",
    "Nine people, two of them from Dirwan, were killed in Marnah.",
    "Nine people were killed in Marnah and four in Dirwan were arrested.",
])  # fmt: skip
def test_one_toll_stays_one(text: str) -> None:
    assert len([c for c in read(text).claims if c.type == "killing"]) == 1


def test_people_told_of_stand_with_their_place() -> None:
    text = "Shells killed one farmer in Marnah and one nurse in Dirwan."
    told = {c.places: [p.words for p in c.people] for c in read(text).claims if c.type == "killing"}
    assert told == {("Marnah",): ["farmer"], ("Dirwan",): ["nurse"]}


def test_a_word_that_a_person_marks_tells_of_its_own_place() -> None:
    text = "Shelling killed five people in Marnah, three in Dirwan and two in Vess."
    start = text.index("killed")
    claim = reader().claim_at(Report(id="r", digest="", text=text), (start, start + len("killed")))
    assert (claim.places, [f.low for f in claim.figures]) == (("Marnah",), [5])


@pytest.mark.parametrize(("text", "told"), [
    ("Shells killed 12 people in Marnah on 2 March 2015 and 14 in Dirwan on 3 March 2015.",
     [(("Marnah",), 2, 12), (("Dirwan",), 3, 14)]),
    ("Nine people were killed on 2 March 2015 in Marnah and four on 3 March 2015 in Dirwan.",
     [(("Marnah",), 2, 9), (("Dirwan",), 3, 4)]),
    ("Shelling killed 12 people on 2 March 2015 and 14 on 3 March 2015.", [((), 2, 12), ((), 3, 14)]),
    ("Nine people were killed on 2 March 2015 and four were hurt on 3 March 2015.", [((), 2, 9)]),
    ("Nine people were killed on 2 March 2015 and 12 others are missing.", [((), 2, 9)]),
    ("Nine people were killed in Marnah on 2 March 2015 and four on 3 March 2015.",
     [(("Marnah",), 2, 9), (("Marnah",), 3, 4)]),
])  # fmt: skip
def test_each_day_of_a_list_has_its_own_toll(text: str, told: list[tuple[tuple[str, ...], int, int]]) -> None:
    claims = [c for c in read(text).claims if c.type == "killing"]
    days = [None if c.when is None or c.when.earliest is None else c.when.earliest.day for c in claims]
    assert [(c.places, day, c.figures[0].low) for c, day in zip(claims, days, strict=True)] == told


@pytest.mark.parametrize("text", [
    "Nine people were kidnapped on Monday and four on Tuesday were freed.",
    "Nine people were kidnapped on Monday and one on Tuesday was found alive.",
    "Nine people were kidnapped on Monday and two on Tuesday escaped.",
])
def test_a_count_with_a_verb_of_its_own_is_not_of_the_list(text: str) -> None:
    assert [[f.low for f in c.figures] for c in read(text).claims if c.type == "abduction"] == [[9]]
