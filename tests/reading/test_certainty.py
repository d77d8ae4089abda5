"""How surely a claim is told: what was to come, what goes on until somebody stops it, what befell somebody already."""

import pytest

from tests.reading.test_reader import claim_of


@pytest.mark.parametrize("text", [
    "The minister said that the army would shell Kolvan.",
    "Residents feared that tanks would shell the town.",
    "There were fears that the army would shell the town.",
    "The officer vowed that his men would shell the town.",
    "The minister said that the army would enter Kolvan and would shell the mill.",
])  # fmt: skip
def test_would_behind_what_was_told_then_is_to_come(text: str) -> None:
    assert claim_of(text, "shelling").certainty == "feared_predicted"


@pytest.mark.parametrize("text", [
    "The rebels said they would shell the town if the army came.",
    "The rebels said they would have shelled the town.",
    '"The army would shell the town," the minister said.',
    "The minister asked whether the army would shell the town.",
    "Such an army would shell the town.",
])  # fmt: skip
def test_would_on_a_condition_or_in_a_quotation_is_hypothetical(text: str) -> None:
    assert claim_of(text, "shelling").certainty == "hypothetical"


@pytest.mark.parametrize("text", [
    "The envoy called for an end to the shelling of Kolvan.",
    "Norway urged the army to end the shelling of Kolvan.",
    "The envoy demanded that the rebels stop shelling Kolvan.",
])  # fmt: skip
def test_who_demands_an_end_of_something_tells_that_it_goes_on(text: str) -> None:
    claim = claim_of(text, "shelling")
    assert claim.certainty == "alleged"
    assert claim.sources


def test_who_demands_something_else_does_not_tell_that_it_is_so() -> None:
    assert claim_of("The envoy demanded that the rebels shell Kolvan.", "shelling").certainty == "demanded"


@pytest.mark.parametrize("text", [
    "It is uncertain that the president will be able to recover from the killing of nine farmers.",
    "The council may not recover from the killing of nine farmers.",
])  # fmt: skip
def test_what_somebody_may_recover_from_happened(text: str) -> None:
    assert claim_of(text, "killing").certainty == "asserted"


@pytest.mark.parametrize("text", [
    "An airstrike on Kolvan was planned.",
    "An airstrike on Kolvan is being prepared.",
    "An airstrike on Kolvan is imminent.",
    "An airstrike on Kolvan was in preparation.",
])  # fmt: skip
def test_what_is_planned_or_imminent_is_to_come(text: str) -> None:
    assert claim_of(text, "airstrike").certainty == "feared_predicted"


def test_a_known_deed_that_was_planned_somewhere_happened() -> None:
    assert claim_of("Monday's airstrike on Kolvan was planned in Norway.", "airstrike").certainty == "asserted"


def test_what_may_never_be_put_to_a_vote_is_hypothetical() -> None:
    assert claim_of("The resolution may never be put to a vote.", "sanction_resolution").certainty == "hypothetical"


def test_what_something_may_be_done_for_is_hypothetical() -> None:
    assert claim_of("The army may move in to shell the town.", "shelling").certainty == "hypothetical"
