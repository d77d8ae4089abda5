"""Whose place a sentence tells by how it is built, however near other words stand."""

import pytest

from tests.reading.test_grounding import ABROAD, told_at

TOWNS = {"Marnah": "village", "Dirwan": "city", "Kolvan": "city"}


@pytest.mark.parametrize("cited", ["Explosions in Marnah", "Four bakeries in Marnah", "Marnah"])
def test_what_happened_or_stands_at_a_place_does_not_speak_there(cited: str) -> None:
    text = f"{cited} was told of on Sunday and nine people were killed."
    assert told_at(text, "killed", TOWNS, sources=(cited,)) == ["Marnah"]


@pytest.mark.parametrize("text", [
    "At least nine people were killed, hospitals in Marnah said.", "Hospitals in Marnah said nine people were killed.",
])  # fmt: skip
def test_buildings_whose_people_speak_are_not_where_it_happened(text: str) -> None:
    cited = "ospitals in Marnah"
    assert told_at(text, "killed", TOWNS, sources=(cited,), cues=("said",)) == []


def test_a_city_may_stand_for_who_rules_there() -> None:
    text = "Dirwan said on Sunday that nine people were killed."
    assert told_at(text, "killed", TOWNS, sources=("Dirwan",)) == []


def test_where_doers_are_is_not_where_their_shells_fell() -> None:
    text = "Nine shells fired by rebels positioned in Kolvan fell near the prison of Dirwan."
    assert told_at(text, "fell", TOWNS)[0] == "Dirwan"
    assert told_at(text, "positioned", TOWNS)[0] == "Kolvan"


@pytest.mark.parametrize(("wider", "finer"), [
    ("province", "city"), ("region", "city"), ("district", "village"), ("city", "neighbourhood"),
])  # fmt: skip
def test_the_finer_place_that_tells_where_something_was_comes_first(wider: str, finer: str) -> None:
    text = "Nine people were killed on a bus in Ashmir near Kolvan."
    assert told_at(text, "killed", {"Ashmir": wider, "Kolvan": finer}) == ["Kolvan", "Ashmir"]


@pytest.mark.parametrize(("wider", "named", "kind"), [
    ("country", "the town of Kolvan", "city"), ("province", "Kolvan", "unknown"), ("district", "Kolvan", "village"),
    ("city", "the Kolvan quarter", "village"), ("city", "Kolvan", "neighbourhood"),
])  # fmt: skip
def test_what_happened_when_a_town_of_the_area_was_struck_happened_there(wider: str, named: str, kind: str) -> None:
    text = f"Nine people were killed in Ashmir when gunmen attacked {named}."
    assert told_at(text, "killed", {"Ashmir": wider, "Kolvan": kind}) == ["Kolvan", "Ashmir"]


@pytest.mark.parametrize("text", [
    "Raids hit Dirwan and villages north of it including Marnah where a blast took place.",
    "Raids hit Dirwan and the mills of Marnah village, where a man said that a blast took place.",
    "Monitors will go from Dirwan to Marnah near the city of Kolvan where the governor told of a blast.",
])  # fmt: skip
def test_a_clause_with_where_is_about_the_place_named_before_it(text: str) -> None:
    assert told_at(text, "blast", TOWNS)[0] == "Marnah"


def test_a_clause_with_where_may_name_its_own_place() -> None:
    text = "Raids hit Dirwan, where a blast in Kolvan killed nine."
    assert told_at(text, "blast", TOWNS) == ["Kolvan"]


@pytest.mark.parametrize(("text", "deed", "harm"), [
    ("Strikes in Dirwan which the army had long been feared to plan killed 20 and others were hurt in Marnah.",
     "Dirwan", "Dirwan"),
    ("A day after raids in Kolvan, strikes led by the army with planes from many other lands killed nine in Marnah.",
     "Marnah", "Marnah"),
    ("Strikes in Dirwan killed nine people in Marnah.", "Dirwan", "Marnah"),
    ("Strikes on a mill in Dirwan killed nine people in the city of Kolvan.", "Dirwan", "Kolvan"),
])  # fmt: skip
def test_violence_and_the_harm_it_did_are_one_happening(text: str, deed: str, harm: str) -> None:
    assert told_at(text, "strikes" if "strikes" in text else "Strikes", TOWNS)[0] == deed
    assert told_at(text, "killed", TOWNS)[0] == harm


def test_the_countries_in_which_a_coalition_fights_are_not_where_it_struck() -> None:
    text = "The raid was carried out by the coalition fighting bandits in Iraq and Lebanon."
    countries = {"Iraq": "country", "Lebanon": "country"}
    assert told_at(text, "raid", countries, abroad=ABROAD) == []
    assert told_at(text, "fighting", countries, abroad=ABROAD)[0] == "Iraq"


@pytest.mark.parametrize("text", [
    "Nine soldiers serving in Iraq and Lebanon were killed.", "The army killed militants hiding in Iraq and Lebanon.",
])  # fmt: skip
def test_the_countries_in_which_doers_serve_or_hide_are_where_they_were_struck(text: str) -> None:
    countries = {"Iraq": "country", "Lebanon": "country"}
    assert told_at(text, "killed", countries, abroad=ABROAD) == ["Iraq", "Lebanon"]
