"""Aid that comes or is kept away, those who come to shelter, and how many there is room for."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.finding import find_happenings
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.measures import measure_of, nature_of
from crossbearing.reading.rules_v1.polarity import told_polarity
from crossbearing.records import Polarity

DEED = "Soldiers killed nine men in Marnah on Monday. "
"""A deed of violence, beside which words are believed that tell little by themselves."""


def told(sentence: str, kind: str) -> list[Happening]:
    return [h for h in find_happenings(parse(DEED + sentence)) if h.kind == kind]


def polarity(happening: Happening) -> Polarity:
    return told_polarity(happening.token, happening.kind, lacking=happening.trigger.entry.lacking)


@pytest.mark.parametrize(("sentence", "expected"), [
    ("An aid convoy reached Dirwan on Tuesday.", "affirmed"),
    ("Food entered Dirwan on Tuesday.", "affirmed"),
    ("The army let food into the town on Sunday.", "affirmed"),
    ("The army did not block the aid convoy.", "affirmed"),
    ("Soldiers blocked aid convoys to Dirwan.", "negated"),
    ("Soldiers turned back two aid trucks.", "negated"),
    ("Soldiers barred an aid convoy from reaching Dirwan.", "negated"),
    ("The agency suspended aid deliveries to Dirwan.", "negated"),
    ("No aid has entered Dirwan for three months.", "negated"),
    ("The army refused to let aid into Dirwan.", "negated"),
])
def test_aid_comes_or_is_kept_away(sentence: str, expected: Polarity) -> None:
    assert expected in {polarity(h) for h in told(sentence, "shelter_aid")}


@pytest.mark.parametrize("sentence", [
    "The clinic has run out of medicine.",
    "The hospital ran out of fuel.",
    "Vestonia took in 900 refugees.",
    "Vestonia received 900 refugees on Sunday.",
])
def test_shelter_is_given_and_goods_are_lacking(sentence: str) -> None:
    assert [polarity(h) for h in told(sentence, "shelter_aid")] == ["affirmed"]


@pytest.mark.parametrize("sentence", [
    "The number of refugees rose to 8,600.",
    "The number of refugees has grown to 8,600.",
])
def test_the_number_of_refugees_is_of_the_displaced(sentence: str) -> None:
    assert len(told(sentence, "displacement")) == 1


@pytest.mark.parametrize(("sentence", "kind"), [
    ("The man went back to work.", "displacement"),
    ("They came back to the house.", "displacement"),
    ("The number of people killed rose to 43.", "displacement"),
    ("He suspended military aid to the rebels.", "shelter_aid"),
    ("Waters entered the house by a window.", "shelter_aid"),
])
def test_other_ways_of_going_and_rising_are_not(sentence: str, kind: str) -> None:
    assert told(sentence, kind) == []


def test_a_number_of_refugees_is_how_many_are_there() -> None:
    (number,) = told("The number of refugees rose to 8,600.", "displacement")
    assert nature_of(number, "displaced") == "stock"


def test_a_camp_is_built_for_as_many_as_there_is_room_for() -> None:
    sentence = "The camp, built for 5,000 people, now holds 12,000."
    counted = {h.trigger.lemma: measure_of(h, None) for h in told(sentence, "shelter_aid")}
    assert counted == {"build": "capacity", "hold": "displaced"}
