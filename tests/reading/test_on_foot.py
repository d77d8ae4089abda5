"""Raids and bombings of those who have no aircraft."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.finding import find_happenings


def kind_of(sentence: str, lemma: str) -> str:
    return next(h.kind for h in find_happenings(parse(sentence)) if h.trigger.lemma == lemma)


@pytest.mark.parametrize(("sentence", "lemma", "kind"), [
    ("Rebels bombed a market in Dirwan.", "bomb", "explosion"),
    ("Police killed nine people in a raid on Dirwan.", "raid", "ground_operation"),
    ("Nine people died in a police raid on Dirwan.", "raid", "ground_operation"),
    ("Nine people died in a raid by security forces.", "raid", "ground_operation"),
    ("Special forces carried out raids in Dirwan.", "raid", "ground_operation"),
])
def test_who_is_on_foot_raids_on_the_ground_and_plants_bombs(sentence: str, lemma: str, kind: str) -> None:
    assert kind_of(sentence, lemma) == kind


@pytest.mark.parametrize(("sentence", "lemma"), [
    ("Nine rebels were killed in heavy bombing of Dirwan.", "bombing"),
    ("Seventeen militants died in bombing raids.", "raid"),
    ("Nine soldiers were wounded during a raid on Dirwan.", "raid"),
    ("The police bombed the house from a helicopter.", "bomb"),
    ("Militants bombed a market with a drone.", "bomb"),
    ("Rebels bombed a market, using small drones.", "bomb"),
    ("Security forces bombed Dirwan.", "bomb"),
    ("The National Security Council bombed Dirwan.", "bomb"),
])
def test_whom_it_befell_and_who_has_aircraft_are_not(sentence: str, lemma: str) -> None:
    assert kind_of(sentence, lemma) == "airstrike"
