"""Deeds that somebody is told not to have carried out, or says nothing of: whose they are, and what stands."""

import pytest

from tests.reading.test_reader import claim_of, read


@pytest.mark.parametrize("text", [
    "The army did not carry out the raid that killed nine.",
    "The army never carried out the raid that killed nine.",
    "The raid that killed nine was not carried out by the army.",
    "It was not the army that carried out the raid that killed nine.",
    "Neither the army nor the rebels carried out the raid that killed nine.",
    "The raid which the army did not carry out killed nine.",
])  # fmt: skip
def test_who_did_not_carry_out_a_known_deed_is_no_doer_of_what_came_of_it(text: str) -> None:
    assert {(c.type, c.actor, c.polarity) for c in read(text).claims} == {
        ("airstrike", (), "affirmed"), ("killing", (), "affirmed"),
    }  # fmt: skip


@pytest.mark.parametrize("text", [
    "The army said it did not carry out the raid that killed nine.",
    "The army said its jets had not carried out the raid that killed nine.",
])  # fmt: skip
def test_who_is_cited_with_not_having_carried_it_out_denies_it(text: str) -> None:
    raid, killed = claim_of(text, "airstrike"), claim_of(text, "killing")
    assert (raid.certainty, killed.certainty, killed.actor) == ("denied", "reported", ())
    assert raid.actor in {("The army",), ("its jets",)}


@pytest.mark.parametrize("text", [
    "The army did not carry out raids on Marnah.",
    "The army has not launched a raid.",
    "The army said it did not carry out any raids.",
    "The army refused to carry out the raid.",
    "Nobody carried out a raid.",
    "The raid was not carried out.",
    "The army stopped short of launching a raid.",
])  # fmt: skip
def test_a_deed_that_nobody_carried_out_did_not_happen(text: str) -> None:
    claim = claim_of(text, "airstrike")
    assert (claim.polarity, claim.certainty) in {("negated", "asserted"), ("negated", "reported")}


def test_who_did_not_only_carry_it_out_did() -> None:
    claim = claim_of("The army did not only carry out the raid that killed nine.", "airstrike")
    assert (claim.actor, claim.polarity) == (("The army",), "affirmed")


@pytest.mark.parametrize("text", [
    "The army denied carrying out the raid that killed nine.",
    "The army denied that it carried out the raid that wounded two and killed nine.",
    "The army denied bombing the school in which nine died.",
    "The army denied responsibility for the raid that killed nine.",
])  # fmt: skip
def test_who_denies_a_known_deed_denies_no_deaths(text: str) -> None:
    claim = claim_of(text, "killing")
    assert (claim.certainty, claim.actor, claim.sources) == ("asserted", (), ())
    assert claim_of(text, "airstrike").certainty == "denied"


def test_who_denies_to_have_helped_those_who_killed_leaves_the_killing_theirs() -> None:
    claim = claim_of("The army denied supporting the rebels who killed nine people.", "killing")
    assert (claim.certainty, claim.actor) == ("asserted", ("the rebels",))


@pytest.mark.parametrize("text", [
    "The army denied killing nine people.",
    "The army denied reports of a raid that killed nine people.",
    "The army denied that its raid killed nine people.",
    "The army denied bombing the school, which killed nine people.",
])  # fmt: skip
def test_deaths_that_are_denied_themselves_stay_denied(text: str) -> None:
    assert claim_of(text, "killing").certainty == "denied"


@pytest.mark.parametrize("text", [
    "The army declined to comment on the raid that killed nine.",
    "The army gave no comment on the raid that killed nine.",
    "The army made no mention of the raid that killed nine.",
    "The army gave no details of the raid that killed nine.",
    "The army refused to say who carried out the raid that killed nine.",
    "The army did not comment on the raid that killed nine.",
])  # fmt: skip
def test_who_passes_over_a_deed_tells_nothing_of_it(text: str) -> None:
    for kind in ("airstrike", "killing"):
        claim = claim_of(text, kind)
        assert (claim.sources, claim.certainty, claim.polarity, claim.actor) == ((), "asserted", "affirmed", ())


@pytest.mark.parametrize(("text", "source"), [
    ("The army did not comment, but residents said that a raid killed nine people.", "residents"),
    ("The minister, who refused to comment, said that shells killed nine people.", "The minister"),
])  # fmt: skip
def test_beside_a_silence_others_and_other_words_are_still_cited(text: str, source: str) -> None:
    assert [link.name for link in claim_of(text, "killing").sources] == [source]


def test_no_casualties_are_none_whatever_the_word_beside_them() -> None:
    claim = claim_of("Shells hit the mill without any casualties.", "killing")
    assert (claim.polarity, claim.certainty) == ("negated", "asserted")


def test_who_would_not_have_done_it_did() -> None:
    claim = claim_of("The army would not have carried out the raid had it been warned.", "airstrike")
    assert claim.actor == ("The army",)


@pytest.mark.parametrize(("second", "day"), [
    ("The next raid on Marnah killed five.", "2011-06-06/2011-06-10"),
    ("Marnah was bombed again, which killed five.", "2011-06-06/2011-06-10"),
    ("Hours later Marnah was bombed again, which killed five.", "2011-06-06"),
    ("A subsequent raid on Marnah killed five.", "2011-06-06"),
    ("The council again condemned the raid. It killed five people in Marnah.", "2011-06-06"),
    ("The next raid on Marnah killed five on Wednesday.", "2011-06-08"),
    ("Jets bombed Marnah, which killed five.", "2011-06-06"),
])  # fmt: skip
def test_what_happened_again_has_not_the_day_of_the_first_time(second: str, day: str) -> None:
    claims = read(f"A raid on Marnah killed two on Monday. Farmers fled Marnah on Monday. {second}").claims
    assert [claim.when and claim.when.edtf for claim in claims[-2:]] == [day, day]


@pytest.mark.parametrize("text", [
    "It was not the first raid on Kolvan.",
    "It was not an isolated killing, residents said.",
    "It was not just a raid.",
])  # fmt: skip
def test_what_something_was_not_leaves_it_to_have_been(text: str) -> None:
    kind = "killing" if "killing" in text else "airstrike"
    assert claim_of(text, kind).polarity == "affirmed"


@pytest.mark.parametrize("text", [
    "The minister denied the rumour that troops killed nine farmers.",
    "The minister rejected the account that troops killed nine farmers.",
    "The minister denied the claim that troops killed nine farmers.",
    "The minister denied the attack that killed nine farmers ever took place.",
])  # fmt: skip
def test_who_denies_what_is_told_denies_it_all(text: str) -> None:
    claim = claim_of(text, "killing")
    assert (claim.certainty, [link.name for link in claim.sources]) == ("denied", ["The minister"])
    assert claim.actor == (("troops",) if "troops" in text else ())


@pytest.mark.parametrize(("text", "source"), [
    ("The army did not comment on the raid, which medics said killed nine people.", "medics"),
    ("The army did not comment on a raid that, according to medics, killed nine people.", "medics"),
    ("The army declined to comment on the raid, which medics said killed nine people.", "medics"),
    ("Medics said the army did not say who carried out the raid that killed nine people.", "Medics"),
    ("Medics said the army did not comment on the raid that killed nine people.", "Medics"),
])  # fmt: skip
def test_of_what_one_passes_over_others_are_still_the_source(text: str, source: str) -> None:
    claim = claim_of(text, "killing")
    assert ([link.name for link in claim.sources], claim.certainty) == ([source], "reported")


@pytest.mark.parametrize("text", [
    "There was no word of deaths.",
    "There was no immediate word on deaths.",
    "Police gave no details of injuries or deaths.",
    "The report made no mention of civilian deaths.",
    "The council said it had no information about deaths.",
    "Fighters said a bomb had exploded, but did not mention deaths.",
])  # fmt: skip
def test_of_what_nobody_tells_nobody_knows_whether_it_was(text: str) -> None:
    claim = claim_of(text, "killing")
    assert (claim.certainty, claim.polarity) == ("hypothetical", "affirmed")


@pytest.mark.parametrize("text", [
    "Rebels said they had not launched the attack.",
    "The attack was not carried out by rebels, a commander said.",
])  # fmt: skip
def test_an_attack_whose_doer_is_denied_keeps_its_kind(text: str) -> None:
    claim = claim_of(text, "ground_operation")
    assert (claim.certainty, [name.lower() for name in claim.actor]) == ("denied", ["rebels"])


@pytest.mark.parametrize("limit", ["until dawn", "without help", "alone", "before noon", "as planned"])
def test_a_negation_that_is_limited_leaves_the_deed_to_its_doer(limit: str) -> None:
    claim = claim_of(f"The army did not carry out the raid {limit}.", "airstrike")
    assert (claim.polarity, claim.actor) == ("affirmed", ("The army",))


@pytest.mark.parametrize("text", [
    "The army has not yet launched the raid.",
    "The army never launched the promised raid.",
    "The army did not launch its planned raid.",
])  # fmt: skip
def test_what_is_still_to_come_did_not_happen(text: str) -> None:
    assert claim_of(text, "airstrike").polarity == "negated"
