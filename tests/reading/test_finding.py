"""What a text tells of in all: weak words beside strong ones, rows without commas, whose deed a toll is."""

import pytest

from tests.reading.test_happenings import kinds_in
from tests.reading.test_reader import claim_of, read


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("Warplanes targeted water wells near Dorzan.", "targeted", "airstrike"),
    ("A warplane targeted us with cluster bombs.", "targeted", "airstrike"),
    ("Mortar shells targeted a column of trucks.", "targeted", "shelling"),
    ("Shells fell. The deliberate targeting of hospitals goes on.", "targeting", "shelling"),
    ("Shells fell. Rebel fighters broke into Dorzan.", "broke", "ground_operation"),
    ("Shells fell. Soldiers entered on Tuesday.", "entered", "ground_operation"),
    ("Shells fell. Troops have not been able to enter the town.", "enter", "ground_operation"),
    ("Shells fell. Gunmen managed to penetrate the base.", "penetrate", "ground_operation"),
    ("Shells fell. An offensive aimed at cutting rebel supply lines began.", "cutting", "siege"),
    ("Rebels launched an offensive Friday on the base.", "offensive", "ground_operation"),
    ("Rebels routed the government troops.", "routed", "territory_change"),
    ("Some of the bodies had been mutilated.", "mutilated", "abuse"),
    ("They urged the world to stop crimes by the regime.", "crimes", "abuse"),
    ("The school was completely ruined.", "ruined", "destruction"),
    ("The report told of mass killings, destruction and looting.", "destruction", "destruction"),
])  # fmt: skip
def test_more_ways_to_tell_of_a_deed_are_read(text: str, word: str, kind: str) -> None:
    assert (word, kind) in kinds_in(text)


@pytest.mark.parametrize("text", [
    "Shells fell. A war crimes investigation was opened against nobody.", "The army fights crime.",
    "Shells fell. A commission of inquiry spoke.", "The raid ruined his career.",
    "Weapons of mass destruction were banned.", "Shells fell. The forces broke into song.",
])  # fmt: skip
def test_words_that_only_sound_like_a_deed_tell_none(text: str) -> None:
    like = {"crimes", "crime", "inquiry", "ruined", "destruction", "broke"}
    assert not [kind for word, kind in kinds_in(text) if word in like]


@pytest.mark.parametrize(("text", "word", "kind"), [
    ("The strike hit a car near Dorzan.", "strike", "airstrike"),
    ("Rebels attacked a column of tanks.", "attacked", "ground_operation"),
    ("Rebels launched an attack on an air base.", "attack", "ground_operation"),
    ("A helicopter attacked a truck.", "attacked", "airstrike"),
    ("Nine people were hurt in a truck attack on the mill.", "attack", "explosion"),
])  # fmt: skip
def test_what_is_hit_tells_no_means(text: str, word: str, kind: str) -> None:
    assert (word, kind) in kinds_in(text)


def test_each_of_a_row_without_commas_is_told() -> None:
    text = "The war was marked by the use of chemical weapons sieges mass executions and torture."
    assert [kind for _, kind in kinds_in(text)] == ["chemical_attack", "siege", "killing", "abuse"]


def test_of_what_a_war_came_is_no_news() -> None:
    text = "Nine thousand people died since the regime crushed protests in 2011, triggering a war."
    assert [kind for _, kind in kinds_in(text)] == ["killing"]


@pytest.mark.parametrize("text", [
    "Soldiers entered the town after nine rebels were killed.",
    "Soldiers shelled the town after nine rebels had been killed.",
])
def test_a_deed_is_not_what_killed_those_who_were_dead_before_it(text: str) -> None:
    assert claim_of(text, "killing").actor == ()


def test_an_offensive_before_a_day_is_by_who_launched_it_on_whom_it_is_directed() -> None:
    claim = next(c for c in read("Rebels launched an offensive Friday on the army headquarters.").claims)
    assert (claim.actor, claim.target) == (("Rebels",), ("the army headquarters",))


def test_who_takes_part_in_an_attack_does_it() -> None:
    claim = claim_of("Hundreds of fighters are taking part in an attack on Dorzan.", "ground_operation")
    assert claim.actor == ("fighters",)
