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
    "If the rebels came, the army said it would shell the town.",
    "Should the talks fail, the army said it would shell the town.",
    "The governor said that it would be wrong to shell the town.",
    "He asked who would shell the town.",
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


@pytest.mark.parametrize(("text", "kind"), [
    ("The envoy demanded that the rebels shell Kolvan.", "shelling"),
    ("The general asked his troops to break through the lines and capture Dirwan.", "territory_change"),
    ("The officer urged the pilots to abandon the ship and bomb the port.", "airstrike"),
    ("The minister urged the army to stop the rebels by shelling Kolvan.", "shelling"),
    ("The group urged Norway to halt the execution of two men.", "killing"),
    ("The council urged the rebels to stop a planned airstrike on Kolvan.", "airstrike"),
])  # fmt: skip
def test_who_demands_something_else_does_not_tell_that_it_is_so(text: str, kind: str) -> None:
    claim = claim_of(text, kind)
    assert (claim.certainty, claim.standing) == ("demanded", "news")


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


@pytest.mark.parametrize("text", [
    "Monday's airstrike on Kolvan was planned in Norway.",
    "Airstrikes on Kolvan were well planned and killed nine.",
    "Airstrikes on Kolvan were expected to continue.",
    "Airstrikes on Kolvan were intended to drive out residents.",
])  # fmt: skip
def test_what_was_planned_and_done_happened(text: str) -> None:
    assert claim_of(text, "airstrike").certainty == "asserted"


@pytest.mark.parametrize(("text", "certainty", "polarity"), [
    ("The army prevented the rebels from shelling Kolvan.", "asserted", "negated"),
    ("The rain did not stop the rebels from shelling Kolvan.", "asserted", "affirmed"),
    ("The army was unable to prevent the rebels from shelling Kolvan.", "asserted", "affirmed"),
    ("Nothing could stop the rebels from shelling Kolvan.", "asserted", "affirmed"),
    ("Nobody prevented the rebels from shelling Kolvan.", "asserted", "affirmed"),
    ("Police hope to prevent the rebels from shelling Kolvan.", "hypothetical", "affirmed"),
])  # fmt: skip
def test_what_was_not_hindered_was_done(text: str, certainty: str, polarity: str) -> None:
    claim = claim_of(text, "shelling")
    assert (claim.certainty, claim.polarity) == (certainty, polarity)


def test_what_little_was_done_to_prevent_happened() -> None:
    assert claim_of("Police did little to prevent an airstrike on Kolvan.", "airstrike").certainty == "asserted"


@pytest.mark.parametrize("text", [
    "Police may put the man on trial for the killing of nine farmers.",
    "The mayor may put guards in schools after the killing of nine farmers.",
])  # fmt: skip
def test_for_what_somebody_may_be_tried_happened(text: str) -> None:
    assert claim_of(text, "killing").certainty == "asserted"


def test_what_may_never_be_put_to_a_vote_is_hypothetical() -> None:
    assert claim_of("The resolution may never be put to a vote.", "sanction_resolution").certainty == "hypothetical"


def test_what_something_may_be_done_for_is_hypothetical() -> None:
    assert claim_of("The army may move in to shell the town.", "shelling").certainty == "hypothetical"


@pytest.mark.parametrize(("text", "certainty"), [
    ("The army may lift its siege of Kolvan.", "asserted"),
    ("The army said it would lift its siege of Kolvan.", "reported"),
    ("If the army lifts its siege of Kolvan, talks may begin.", "asserted"),
    ("The pope called for the siege of Kolvan to end.", "alleged"),
    ("Women rallied to demand an end to the siege of Kolvan.", "alleged"),
    ("The siege of Kolvan may end the war.", "hypothetical"),
    ("The mission may carry out a siege of Kolvan.", "hypothetical"),
])  # fmt: skip
def test_what_may_be_ended_goes_on(text: str, certainty: str) -> None:
    assert claim_of(text, "siege").certainty == certainty


@pytest.mark.parametrize(("text", "certainty"), [
    ("The war could end in a massacre of farmers.", "hypothetical"),
    ("The war could end in killings of farmers.", "hypothetical"),
    ("The government may halt the execution of nine men.", "hypothetical"),
    ("The group wants the nine guards killed.", "demanded"),
    ("The militia may have the hostages killed.", "hypothetical"),
])  # fmt: skip
def test_what_may_never_be_does_not_go_on(text: str, certainty: str) -> None:
    assert claim_of(text, "killing").certainty == certainty


def test_who_is_ordered_to_stop_doing_it_is_said_to_do_it() -> None:
    assert claim_of("The court ordered police to stop beating detainees.", "abuse").certainty == "alleged"


@pytest.mark.parametrize("text", [
    "Relatives may come to bury those killed in the raid.",
    "Police will identify the men killed on Monday.",
    "The council plans to honour the guards killed in Kolvan.",
    "The president may visit to mourn those killed.",
])  # fmt: skip
def test_whoever_may_be_buried_was_killed(text: str) -> None:
    assert claim_of(text, "killing").certainty in {"asserted", "reported"}


def test_whoever_may_be_treated_was_wounded() -> None:
    assert claim_of("The ministry could send doctors to treat the wounded.", "injury").certainty == "asserted"


@pytest.mark.parametrize(("text", "kind"), [
    ("Rebels never managed to capture Kolvan.", "territory_change"),
    ("The mayor escaped being killed.", "killing"),
    ("The court banned the group from protesting in Kolvan.", "protest"),
])  # fmt: skip
def test_what_somebody_did_not_manage_or_was_banned_from_was_not(text: str, kind: str) -> None:
    assert claim_of(text, kind).polarity == "negated"


@pytest.mark.parametrize(("text", "kind", "certainty"), [
    ("The envoy warned that thousands of people are fleeing the city.", "displacement", "reported"),
    ("The agency warned that shelling had killed nine patients.", "killing", "reported"),
    ("The council warned that troops kill farmers every day.", "killing", "reported"),
    ("The minister warned that the army would shell the town.", "shelling", "feared_predicted"),
    ("The doctors warned that more patients may die.", "killing", "hypothetical"),
    ("The governor warned of shelling.", "shelling", "feared_predicted"),
])  # fmt: skip
def test_of_what_is_so_somebody_may_warn(text: str, kind: str, certainty: str) -> None:
    assert claim_of(text, kind).certainty == certainty


@pytest.mark.parametrize(("text", "kind"), [
    ("Troops are trying to seize the town of Dorzan.", "territory_change"),
    ("Rebels made an attempt to recapture the airport.", "territory_change"),
    ("Gunmen tried to kidnap the mayor.", "abduction"),
    ("Soldiers attempted to encircle the town.", "siege"),
    ("The army is likely to shell the town.", "shelling"),
    ("Gunmen are hoping to seize the town.", "territory_change"),
    ("Any delay will open the door to more killings.", "killing"),
    ("The death toll is likely to rise.", "killing"),
    ("More killings were likely.", "killing"),
])  # fmt: skip
def test_what_is_tried_or_likely_is_still_to_come(text: str, kind: str) -> None:
    assert claim_of(text, kind).certainty == "feared_predicted"


def test_who_tried_to_storm_it_fought() -> None:
    assert claim_of("Rebels tried to storm the base.", "ground_operation").certainty == "asserted"


def test_what_soldiers_were_unwilling_to_do_they_did_not() -> None:
    claim = claim_of("Soldiers were unwilling to fire on the crowd.", "shooting")
    assert (claim.polarity, claim.actor) == ("negated", ("Soldiers",))
