"""What was told and is called untrue, or taken back: denied, and the word of whoever says that it is untrue."""

import pytest

from crossbearing.language import parse
from crossbearing.reading.rules_v1.attribution.falsity import falsity
from crossbearing.reading.rules_v1.attribution.lexicon import verbs
from tests.reading.attribution.reading_aloud import certainty, chain, frames_of

UNTRUE = [
    ("It is not true that the clinic was bombed, its matron said.", "bombed", ["matron"]),
    ("It is false that the army shelled the port, a captain said.", "shelled", ["a captain"]),
    ("It is a lie that our men killed farmers, the colonel said.", "killed", ["the colonel"]),
    ("The mayor said it was untrue that rebels had seized the mill.", "seized", ["The mayor"]),
    ('"It is not true that we bombed the mill," the captain told reporters.', "bombed", ["the captain"]),
    ("Claims by rebels that the army bombed a mill are untrue, the ministry said.", "bombed", ["the ministry"]),
    ("Claims that a mill was bombed are false, FactWatch has found.", "bombed", ["FactWatch"]),
    ("The report that nine people were killed is a hoax, police said.", "killed", ["police"]),
    ("Rumours that gunmen had killed the baker turned out to be untrue.", "killed", []),
    ("The army said reports of a massacre in the village were fabricated.", "massacre", ["The army"]),
    ("The ministry called reports of a massacre baseless.", "massacre", ["The ministry"]),
    ('She described reports that guards had shot nine inmates as "fabrications".', "shot", ["She"]),
    ("The minister dismissed as false reports that police had killed nine miners.", "killed", ["The minister"]),
    ("The army rejected as baseless claims by rebels that it had bombed a mill.", "bombed", ["The army"]),
    ("There is no truth in reports that the army shelled the camp, a captain said.", "shelled", ["a captain"]),
    ("Inspectors found no evidence that the army used poison gas.", "used", ["Inspectors"]),
    ("The post falsely claimed that troops had shelled the market.", "shelled", []),
    ("A false report that the bridge had been bombed spread on Tuesday.", "bombed", []),
    ("CORRECTION: our tweet about nine bakers killed is wrong.", "killed", []),
    ("The video claiming to show soldiers killing shepherds is fake.", "killing", []),
    ("Rumours of massacre a hoax", "massacre", []),
    ("UPDATE: Reports of nine dead incorrect.", "dead", []),
    ("The mayor called a report that rebels killed nine men completely false.", "killed", ["The mayor"]),
    ("Police described claims that officers had killed nine miners as nonsense.", "killed", ["Police"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "sources"), UNTRUE)
def test_what_is_called_untrue_is_denied_by_who_calls_it_so(text: str, word: str, sources: list[str]) -> None:
    assert certainty(text, word) == "denied"
    assert chain(text, word) == sources


@pytest.mark.parametrize(("text", "word", "sources"), [
    ("The Lantern retracted its report that rebels had shelled the market.", "shelled", ["Lantern"]),
    ("We are retracting our story saying a mill had been bombed.", "bombed", []),
    ("The agency withdrew a story about the killing of nine farmers.", "killing", ["The agency"]),
    ("The newspaper apologised for its report that rebels had burned the mill.", "burned", ["The newspaper"]),
    ("The report that soldiers killed nine people was withdrawn on Monday.", "killed", []),
])  # fmt: skip
def test_what_is_taken_back_is_denied_by_who_takes_it_back(text: str, word: str, sources: list[str]) -> None:
    assert certainty(text, word) == "denied"
    assert chain(text, word) == sources


@pytest.mark.parametrize(("text", "word"), [
    ("It is true that nine people were killed, the mayor said.", "killed"),
    ("It is not false that the army shelled the port.", "shelled"),
    ("It is wrong that soldiers shot at children, the bishop said.", "shot"),
    ("The claims that soldiers killed nine people are not baseless, the judge said.", "killed"),
    ("Nine people were killed after a false alarm, police said.", "killed"),
    ("Troops withdrew from the town after reports that rebels had shelled it.", "shelled"),
    ("Reports of a massacre reached the wrong office.", "massacre"),
    ("Reports that soldiers killed nine farmers by mistake angered villagers.", "killed"),
    ("News of the killing spread as fake police roamed.", "killing"),
    ("The video of soldiers killing shepherds hit the wrong note.", "killing"),
    ("The envoy did not call reports of a massacre baseless.", "massacre"),
    ("The ministry refused to call reports of a massacre baseless.", "massacre"),
    ("The ministry never described reports of a massacre as false.", "massacre"),
    ("No one described reports of a massacre as fabricated.", "massacre"),
    ("The mayor declared an emergency after reports of a massacre, as bodies lie in the streets.", "massacre"),
    ("The envoy condemned the killing after reports that nine farmers died under a false flag.", "died"),
    ("The envoy condemned the massacre reports and visited false graves.", "massacre"),
    ("The bishop described the killing in a report as wrong.", "killing"),
])  # fmt: skip
def test_what_is_called_true_or_bad_or_is_itself_withdrawn_from_is_not_denied(text: str, word: str) -> None:
    assert certainty(text, word) != "denied"


def test_whose_word_is_denied_stands_in_no_chain_of_the_denial() -> None:
    assert chain("The ministry denied rebel reports that troops had shelled the port.", "shelled") == ["The ministry"]
    assert chain("Activists said the army denied having shelled the port.", "shelled") == ["Activists", "the army"]


def test_words_of_falsity_stand_under_one_meaning_and_as_a_parse_gives_them() -> None:
    known = falsity()
    lists = (known.untrue, known.amiss, known.true, known.lacking, known.falsely)
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
    assert set(known.calling) <= set(verbs())
    assert {word for words in lists for word in words if len(parse(word)) != 1} == set()


def test_a_frame_of_falsity_holds_neither_its_own_source_nor_its_word() -> None:
    for text, _, _ in UNTRUE:
        for frame in frames_of(text):
            assert not any(frame.covers(*span) for span in (*frame.source, *frame.cue))


@pytest.mark.parametrize("text", ["NO TRUTH", "No evidence", "false", "was not true", "They retracted"])
def test_words_of_falsity_with_nothing_behind_them_deny_nothing(text: str) -> None:
    assert not [frame for frame in frames_of(text) if frame.force == "deny"]
