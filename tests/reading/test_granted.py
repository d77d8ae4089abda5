"""What is taken for granted in what somebody fears, demands or threatens, deeds that others answer, and what is left
open.
"""

import pytest

from tests.reading.test_reader import claim_of


@pytest.mark.parametrize("text", [
    "Families fled Kolvan, fearing that the army would punish them for the killing of nine soldiers.",
    "Residents feared that the army would take revenge for the killing of nine soldiers.",
    "Nine men fled because they feared revenge for the deaths of nine soldiers.",
    "The council denied that the raid was retaliation for the killing of nine soldiers.",
    "The brigade could retaliate for the killing of nine soldiers.",
])  # fmt: skip
def test_who_fears_or_denies_revenge_for_a_killing_does_not_do_so_of_the_killing(text: str) -> None:
    claim = claim_of(text, "killing")
    assert (claim.certainty, claim.sources, claim.actor) == ("asserted", (), ())


@pytest.mark.parametrize("text", [
    "The minister demanded that the rebels be punished for the killing of nine soldiers.",
    "The minister threatened to avenge the killing of nine soldiers.",
    "The minister called for an inquiry into the killing of nine soldiers.",
    "The minister promised to rebuild the mill in which nine people were killed.",
    "The minister warned of a repeat of the raid that killed nine.",
    "The minister promised to compensate the families of those killed in the raid.",
    "The minister warned that prices would rise because of the killing of nine farmers.",
    "The minister threatened to close the border despite the killing of nine farmers.",
])  # fmt: skip
def test_who_demands_or_threatens_something_for_a_killing_tells_of_it(text: str) -> None:
    claim = claim_of(text, "killing")
    assert (claim.certainty, [link.name for link in claim.sources]) == ("reported", ["The minister"])


@pytest.mark.parametrize("text", [
    "Residents feared a raid that would kill farmers.",
    "The general threatened revenge for any killing of soldiers.",
    "The general threatened to punish anyone who killed a soldier.",
    "The minister denied the claim troops killed nine farmers.",
    "The general vowed to see the farmers killed.",
])  # fmt: skip
def test_what_is_only_feared_or_denied_or_may_be_done_is_not_taken_for_granted(text: str) -> None:
    assert claim_of(text, "killing").certainty in {"feared_predicted", "hypothetical", "denied"}


@pytest.mark.parametrize("text", [
    "The army shelled Kolvan in retaliation for the killing of nine farmers.",
    "The army shelled Kolvan to avenge the deaths of nine farmers.",
])  # fmt: skip
def test_who_answers_a_deed_did_not_do_it(text: str) -> None:
    assert claim_of(text, "shelling").actor == ("The army",)
    assert claim_of(text, "killing").actor == ()


def test_the_doer_that_is_named_with_an_answered_deed_is_its_doer() -> None:
    text = "The army shelled Kolvan in revenge for the killing of nine farmers by the rebels."
    assert claim_of(text, "killing").actor == ("the rebels",)


@pytest.mark.parametrize("text", [
    "She could not say how many people had been killed.",
    "Officials declined to say how many people were killed.",
    "It was not clear how many people had been killed in the raid.",
    "It is unclear how many people were killed.",
    "Nobody knows how many people were killed.",
    "The ministry could not confirm that people were killed.",
    "The agency was unable to verify that people were killed.",
])  # fmt: skip
def test_what_nobody_could_say_or_confirm_is_not_asserted(text: str) -> None:
    claim = claim_of(text, "killing")
    assert (claim.certainty, claim.sources, claim.target) == ("hypothetical", (), ("people",))


@pytest.mark.parametrize(("text", "certainty"), [
    ("The mayor told reporters how many people were killed.", "reported"),
    ("Officials declined to say when the people were killed.", "asserted"),
    ("The ministry confirmed that people were killed.", "reported"),
])  # fmt: skip
def test_what_is_answered_or_known_is_told(text: str, certainty: str) -> None:
    assert claim_of(text, "killing").certainty == certainty


def test_what_somebody_was_unable_to_do_was_not_done() -> None:
    assert claim_of("The army was unable to recapture Kolvan.", "territory_change").polarity == "negated"


@pytest.mark.parametrize(("text", "day"), [
    ("The army punished the town on Tuesday for the killing of nine soldiers.", None),
    ("The army shelled Kolvan on Tuesday in revenge for the killing of nine soldiers on Sunday.", "2011-06-05"),
])  # fmt: skip
def test_an_answered_deed_lies_before_and_not_on_the_day_of_the_answer(text: str, day: str | None) -> None:
    claim = claim_of(text, "killing")
    assert claim.standing == "background"
    assert (None if claim.when is None else str(claim.when.earliest)) == day


@pytest.mark.parametrize(("text", "kind", "doer"), [
    ("The mayor feared for the girls abducted by Desert Dawn.", "abduction", "Desert Dawn"),
    ("The council demanded that the rebels withdraw from the towns they seized in March.", "territory_change",
     "the rebels"),
    ("Relatives denied that the man killed by police was armed.", "killing", "police"),
    ("The group vowed revenge for the bombing of the school by the Kolvan-led coalition.", "airstrike",
     "the Kolvan-led coalition"),
    ("The group vowed revenge for the killing of nine farmers by al-Marnah fighters.", "killing",
     "al-Marnah fighters"),
    ("The army fled and rebels took revenge for the killing of nine farmers by its tanks.", "killing",
     "The army"),
    ("The army denied arming the men who killed nine farmers.", "killing", "the men"),
])  # fmt: skip
def test_who_is_named_in_the_clause_of_a_known_deed_is_its_doer(text: str, kind: str, doer: str) -> None:
    assert claim_of(text, kind).actor == (doer,)


@pytest.mark.parametrize(("text", "kind", "certainty"), [
    ("The fire may have been due to an airstrike by the army.", "airstrike", "hypothetical"),
    ("Doctors did not say whether the deaths were due to a chemical attack.", "chemical_attack", "hypothetical"),
    ("The mayor denied that the fire was due to a bombing.", "airstrike", "denied"),
    ("The army denied that nine farmers died because of its airstrike.", "airstrike", "denied"),
    ("The mayor warned that thousands could flee because of an airstrike on Kolvan.", "airstrike", "feared_predicted"),
    ("The council demanded that shelter be given to the displaced.", "shelter_aid", "demanded"),
])  # fmt: skip
def test_a_reason_that_is_open_or_denied_itself_is_not_taken_for_granted(
    text: str, kind: str, certainty: str,
) -> None:
    assert claim_of(text, kind).certainty == certainty


@pytest.mark.parametrize(("text", "kind", "certainty"), [
    ("The general threatened retaliation for an airstrike.", "airstrike", "feared_predicted"),
    ("The governor feared retaliation for a planned airstrike on the militia.", "airstrike", "feared_predicted"),
    ("The general threatened to punish the villages for killings of soldiers.", "killing", "feared_predicted"),
    ("The bishop demanded an inquiry into a possible massacre of farmers.", "killing", "demanded"),
    ("The governor ordered the men arrested.", "arrest", "demanded"),
    ("The commander called for the deserters killed.", "killing", "demanded"),
    ("The mayor demanded aid for the families of those killed in future airstrikes.", "killing", "demanded"),
])  # fmt: skip
def test_what_may_still_be_done_is_neither_answered_nor_taken_for_granted(
    text: str, kind: str, certainty: str,
) -> None:
    assert claim_of(text, kind).certainty == certainty


@pytest.mark.parametrize(("text", "kind", "certainty"), [
    ("Police could not confirm who killed the nine farmers.", "killing", "asserted"),
    ("Investigators have not determined what caused the blast that killed nine.", "explosion", "asserted"),
    ("It was not clear how many gunmen killed the mayor in Kolvan on Monday.", "killing", "asserted"),
    ("The army did not say how many rockets hit the base.", "shelling", "asserted"),
    ("The army did not say how many rockets were fired.", "shelling", "asserted"),
    ("We do not care how many soldiers they killed.", "killing", "asserted"),
    ("The army did not say how many people died.", "killing", "hypothetical"),
    ("It was not clear how many men they killed.", "killing", "hypothetical"),
])  # fmt: skip
def test_a_question_after_something_else_takes_the_deed_for_granted(text: str, kind: str, certainty: str) -> None:
    assert claim_of(text, kind).certainty == certainty


@pytest.mark.parametrize(("text", "kind", "certainty"), [
    ("The army set a date for the assault on Kolvan.", "other", "feared_predicted"),
    ("The assault on Kolvan was postponed.", "other", "feared_predicted"),
    ("Two men were held over a plot to kill the mayor.", "killing", "feared_predicted"),
    ("Rebels are fighting to retake the town.", "territory_change", "feared_predicted"),
    ("The army wants to capture Kolvan.", "territory_change", "feared_predicted"),
    ("Rebels battled to break a siege of the town.", "siege", "asserted"),
    ("Police said two suspects had been arrested.", "arrest", "reported"),
    ("Nine people died as both sides accused each other of lies.", "killing", "asserted"),
    ("The council accused the army of theft.", "accuse_condemn", "asserted"),
    ("Nine people were killed by suspected rebels.", "killing", "asserted"),
])  # fmt: skip
def test_plans_leave_open_what_they_are_for_and_who_is_suspected_or_accused_nothing(
    text: str, kind: str, certainty: str,
) -> None:
    assert claim_of(text, kind).certainty == certainty


@pytest.mark.parametrize("text", [
    "The army was not able to take the town.", "The army was unable to take the town.",
])
def test_who_is_not_able_to_do_it_has_not_done_it(text: str) -> None:
    assert claim_of(text, "territory_change").polarity == "negated"


def test_what_befell_neither_of_two_befell_nobody() -> None:
    assert claim_of("Neither driver was hurt.", "injury").polarity == "negated"


@pytest.mark.parametrize(("text", "kind", "certainty"), [
    ("The army took steps to avoid civilian deaths.", "killing", "hypothetical"),
    ("The deal is meant to prevent a massacre.", "killing", "hypothetical"),
    ("The talks failed to avert a strike on Kolvan.", "airstrike", "asserted"),
    ("Farmers fled to avoid the battles raging nearby.", "clash", "asserted"),
    ("The army avoided deaths in its shelling of Kolvan.", "shelling", "asserted"),
])  # fmt: skip
def test_what_is_averted_may_not_have_been_and_what_is_not_was(text: str, kind: str, certainty: str) -> None:
    assert claim_of(text, kind).certainty == certainty


@pytest.mark.parametrize(("text", "kind", "polarity", "doer"), [
    ("Police prevented protesters from storming the embassy.", "ground_operation", "negated", ("protesters",)),
    ("The minister would not allow the town to fall to the rebels.", "territory_change", "negated", ("the rebels",)),
    ("Neither the army nor rebels shelled the town.", "shelling", "negated", ("Neither the army", "rebels")),
])  # fmt: skip
def test_who_is_kept_from_it_has_not_done_it(text: str, kind: str, polarity: str, doer: tuple[str, ...]) -> None:
    claim = claim_of(text, kind)
    assert (claim.polarity, claim.actor) == (polarity, doer)


@pytest.mark.parametrize(("text", "certainty"), [
    ("The minister appealed for calm after the killing of nine farmers.", "reported"),
    ("The mayor urged calm following the killing of nine farmers.", "reported"),
    ("Police feared riots after the killing of a boy.", "asserted"),
    ("The union called a meeting after the killing of a guard.", "asserted"),
    ("The army threatened to leave after the killing of any soldier.", "feared_predicted"),
    ("The minister denied that guards fled during the killing of nine farmers.", "denied"),
])  # fmt: skip
def test_after_what_somebody_demands_or_fears_something_happened(text: str, certainty: str) -> None:
    assert claim_of(text, "killing").certainty == certainty


@pytest.mark.parametrize(("text", "kind", "certainty"), [
    ("The opposition called for sanctions after the army shelled the town.", "shelling", "reported"),
    ("The council demanded an inquiry following the killing of nine nurses.", "killing", "reported"),
    ("The council demands action following chlorine attacks on Dorzan.", "chemical_attack", "reported"),
    ("The council called for calm after the army shells the town.", "shelling", "demanded"),
])  # fmt: skip
def test_what_came_before_a_demand_is_not_demanded(text: str, kind: str, certainty: str) -> None:
    assert claim_of(text, kind).certainty == certainty
