"""Words that mean a place which the text names elsewhere."""

import pytest

from tests.reading.test_grounding import told_at
from tests.reading.test_reader import read

TOWNS = {"Marnah": "village", "Dirwan": "city", "Kolvan": "city", "Varnel": "country"}
BEFORE = "Buses came for people from Marnah and Dirwan. Others were in Kolvan. "


@pytest.mark.parametrize(("sentence", "places"), [
    ("Six men were killed in the two towns.", ["Marnah", "Dirwan"]),
    ("Six men were killed in both towns.", ["Marnah", "Dirwan"]),
    ("Six men were killed in these towns.", ["Marnah", "Dirwan"]),
    ("Six men were killed in the three towns.", []),
    ("Six men were killed in the other towns.", []),
    ("Six men were killed in towns.", []),
    ("Six men were killed in the towns of the north.", []),
    ("Six men were killed in the camps.", []),
    ("Six men were killed in the eastern towns.", []),
    ("Six men were killed in the towns east of the river.", []),
    ("Six men were killed in the suburbs.", []),
])  # fmt: skip
def test_two_towns_are_those_named_together(sentence: str, places: list[str]) -> None:
    assert told_at(BEFORE + sentence, "killed", TOWNS) == places


def test_of_two_towns_the_smaller_one_comes_first() -> None:
    text = "Buses came for people from Dirwan and Marnah. Six men were killed in the two towns."
    assert told_at(text, "killed", TOWNS) == ["Marnah", "Dirwan"]


def test_a_city_may_be_a_place_of_which_nobody_knows_what_it_is() -> None:
    text = "Shells fell on Ashmir. Six men were killed in the city."
    assert told_at(text, "killed", {"Ashmir": "unknown"}) == ["Ashmir"]
    called = "Shells fell on the town of Dirwan and on Ashmir. Six men were killed in the city."
    assert told_at(called, "killed", {"Dirwan": "city"}) == ["Dirwan"]
    known = "Shells fell on Dirwan and on Ashmir. Six men were killed in the city."
    assert told_at(known, "killed", {"Ashmir": "unknown", "Dirwan": "city"}) == ["Dirwan"]


@pytest.mark.parametrize(("lead", "places"), [
    ("Air raids on a besieged town killed six men.", ["Marnah"]),
    ("Air raids on a besieged town in Varnel killed six men.", ["Marnah"]),
    ("Air raids on a besieged town in Dirwan killed six men.", ["Dirwan"]),
    ("Air raids on a town hall killed six men.", []),
    ("Air raids killed six men from a besieged town.", []),
    ("Air raids on the besieged town killed six men.", []),
    ("Raids killed six men as the mayor said that others had been shot in a town.", []),
])  # fmt: skip
def test_a_town_is_named_where_the_text_goes_on(lead: str, places: list[str]) -> None:
    after = " On Tuesday raids on Marnah went on."
    assert told_at(lead + after, "killed", TOWNS)[:1] == places
    assert told_at(lead + " Rain fell." * AFAR + after, "killed", TOWNS)[:1] in ([], ["Varnel"], ["Dirwan"])


def test_a_town_that_was_named_before_is_not_called_a_town() -> None:
    text = "Talks were held in Marnah. Air raids on a besieged town killed six men. The talks in Marnah went on."
    assert told_at(text, "killed", TOWNS) == []


@pytest.mark.parametrize("text", [
    "A bomber killed six men in a city in Iraq. A similar blast hit Dirwan in January.",
    "Gunmen killed six men in a town on Monday. The mayor, speaking in Dirwan, condemned the attack.",
    "Gunmen killed six men in a town on Monday. Ambulances took the wounded to Dirwan.",
    "A man who grew up in a town was killed by police on Monday. Police raided Dirwan later.",
])  # fmt: skip
def test_a_town_is_not_one_named_later_of_which_something_else_is_told(text: str) -> None:
    named = told_at(text, "killed", TOWNS | {"Iraq": "country"}, abroad={"Iraq": "IQ"})
    assert "Dirwan" not in named


def test_a_place_that_the_text_calls_a_town_is_not_called_a_village() -> None:
    text = "Air raids on a besieged village killed six men. Raids on the town of Marnah went on."
    assert told_at(text, "killed", TOWNS) == []


def test_a_town_of_which_nobody_knows_in_which_country_it_lies_may_be_in_the_one_told() -> None:
    text = "Air raids on a besieged town in Syria killed six men. On Tuesday raids on the town of Qanzaruleh went on."
    assert next(c for c in read(text).claims if c.type == "killing").places[0] == "Qanzaruleh"


def test_a_place_that_is_named_further_on_has_its_name() -> None:
    text = "Air raids on a northern town killed six men. On Tuesday raids on Marnah went on."
    assert next(c for c in read(text).claims if c.type == "killing").places == ("Marnah",)


AFAR = 60
"""Sentences behind which a name no longer is that of a town spoken of."""


def test_it_is_the_place_named_before() -> None:
    text = "Rebels in Kolvan shelled posts around the nearby town of Dirwan as fighting raged around it."
    assert told_at(text, "fighting", TOWNS) == ["Dirwan"]


def test_the_place_that_a_verb_befalls_is_its_own() -> None:
    text = BEFORE + "On Friday 500 people left the two towns along with 300 bused from Kolvan."
    assert told_at(text, "left", TOWNS)[:2] == ["Marnah", "Dirwan"]
