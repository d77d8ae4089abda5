"""What people say or think of things without being a source for them, and cues of several words."""

import pytest

from crossbearing.reading.rules_v1.attribution import attributions, chain_at
from tests.reading.attribution.reading_aloud import certainty, chain, frames_of

Told = tuple[str, str, str]
"""Source, cue and content of an attribution as the report has them, parts joined by a bar."""


def told(text: str) -> list[Told]:
    """The attributions that a report with this text makes itself."""

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " | ".join(text[start:end] for start, end in spans)

    return [(words(a.source), words(a.cue), words(a.content)) for a in attributions(frames_of(text))]


STANDS = {
    "any verb with about": ("The mayor ruminated about the harvest.", ("The mayor", "ruminated", "the harvest")),
    "an adjective with about": ("The mayor was upfront about the losses.", ("The mayor", "upfront", "the losses")),
    "an adjective of a stand": ("Shopkeepers are wary of the plan.", ("Shopkeepers", "wary", "the plan")),
    "a light verb": (
        "The mayor made the case for a truce.",
        ("The mayor", "made the case", "a truce"),
    ),
    "a light verb with a clause": (
        "The envoy raised doubts that the truce would hold.",
        ("The envoy", "doubts", "that the truce would hold"),
    ),
    "a noun without an owner": ("Doubts about the truce grew.", ("", "Doubts", "the truce")),
    "a noun with its own preposition": (
        "His stance on the talks is unclear.",
        ("His", "stance", "the talks"),
    ),
    "a gerund for an object": ("Farmers oppose taxing the wells.", ("Farmers", "oppose", "taxing the wells")),
    "a rule for its object": (
        "The mayor sees the truce as a trap.",
        ("The mayor", "sees", "the truce as a trap"),
    ),
    "hearsay": ("The guards reportedly left the camp.", ("", "reportedly", "The guards | left the camp")),
    "a noun behind in": ("Farmers spoke in favour of the truce.", ("Farmers", "favour", "the truce")),
    "being against": ("Farmers are against the truce.", ("Farmers", "are against", "the truce")),
    "a document for a subject": ("The advertisement mocks the mayor.", ("The advertisement", "mocks", "the mayor")),
    "a passive without an agent": ("The mayor's plan was rebuffed.", ("", "was rebuffed", "The mayor's plan")),
    "what it is taken for": ("The truce is considered a trap.", ("", "is considered", "The truce | a trap")),
    "who was asked": ("Asked if the guards had left, the mayor laughed.", ("", "Asked", "if the guards had left")),
    "what was asked of them": ("Shopkeepers were asked to leave.", ("", "were asked", "to leave")),
    "a name for a noun": (
        "Pence met farmers on Monday. Mr. Pence ate. Pence opposes the truce.",
        ("Pence", "opposes", "the truce"),
    ),
    "a comparison": (
        "The wells held less than the council had predicted.",
        ("the council", "had predicted", "The wells held less"),
    ),
    "who takes sides": ("The mayor is a critic of the truce.", ("The mayor", "critic", "the truce")),
    "a noun that is its clause": (
        "His answer was that the truce had failed.",
        ("His", "answer", "that the truce had failed"),
    ),
    "an adjective with a question": (
        "The mayor was unsure why the talks failed.",
        ("The mayor", "unsure", "why the talks failed"),
    ),
    "interest in": ("The mayor is interested in the talks.", ("The mayor", "interested", "the talks")),
    "whom someone wants to act": (
        "The union pressured the mayor to resign.",
        ("The union", "pressured", "the mayor to resign"),
    ),
    "a main verb that looks like a participle": (
        "Donald Omar named Aleppo, Homs and Hama, when asked to pick.",
        ("Donald Omar", "named", "Aleppo, Homs and Hama, when asked to pick"),
    ),
    "known for": ("The mayor is known for a love of horses.", ("", "is known", "The mayor | a love of horses")),
}


@pytest.mark.parametrize(("text", "wanted"), STANDS.values(), ids=STANDS)
def test_a_stand_is_an_attribution(text: str, wanted: Told) -> None:
    assert wanted in told(text)


@pytest.mark.parametrize(("text", "_"), STANDS.values(), ids=STANDS)
def test_a_stand_makes_nobody_a_source_of_the_thing(text: str, _: Told) -> None:
    assert chain(text, text.rstrip(".").split()[-1]) == []


@pytest.mark.parametrize(
    "text",
    [
        "The council set about the repairs.",
        "Guards moved about the camp.",
        "The guards released three prisoners.",
        "The army attacked the town.",
        "Rebels made a bridge of planks.",
        "The rain favoured the farmers.",
        "The bodies were laid out in the hall.",
        "He joined a band called the Lanterns.",
        "Do the farmers want a truce?",
        "The guards had tears in their eyes.",
        "The law will be ratified on Monday.",
        "The mayor sent a letter to the council.",
        "It was clear that the bridge had fallen.",
    ],
)
def test_deeds_are_no_stands(text: str) -> None:
    assert told(text) == []


ASIDE = {
    "before": ("The mayor left in anger after he accused the army of theft, guards said.", ["said"]),
    "its own circumstance": ("The mayor praised the guards, crediting them with a truce.", ["praised", "crediting"]),
    "whose side the source takes": ("A farmer who backs the truce said that the guards fled.", ["said"]),
    "what it is said for": ("The mayor praised the guards to defend the truce.", ["praised"]),
    "behind a preposition": ("The mayor railed against the guards for saying that he fled.", ["railed"]),
    "to what end": ("The envoy said that guards had come to confirm that the road was open.", ["said"]),
    "one cue of two kinds": ("The couple worried that the truce would fail.", ["worried"]),
    "another's": ("The mayor railed against the guards after they accused him of theft.", ["railed", "accused"]),
}


@pytest.mark.parametrize(("text", "cues"), ASIDE.values(), ids=ASIDE)
def test_the_report_tells_the_circumstances_of_a_stand_and_not_what_describes_it(text: str, cues: list[str]) -> None:
    assert [cue for _, cue, _ in told(text)] == cues


def test_a_poll_hides_no_stand_that_it_tells_of() -> None:
    stand = ("half of the shopkeepers", "backed", "the truce")
    assert stand in told("In a poll, half of the shopkeepers backed the truce.")


def test_a_word_may_stand_for_all_that_is_said() -> None:
    assert told("The farmers said no to the truce.") == [("The farmers", "said", "no to the truce")]


def test_what_an_outlet_passes_on_is_its_attribution_alone() -> None:
    assert [cue for _, cue, _ in told("The envoy said the mayor had left, according to the ministry.")] == [
        "according to"
    ]


def test_a_cue_is_told_with_the_verb_that_opens_it() -> None:
    text = "The mayor declined to say whether the bridge had burned."
    assert [cue for _, cue, _ in told(text)] == ["declined | to say"]


def test_what_is_released_is_told_once_with_what_it_says() -> None:
    text = "The council sent a letter to the envoy saying that nine wells were dry."
    assert [content for _, _, content in told(text)] == ["that nine wells were dry"]


def test_a_statement_in_which_something_is_said_is_no_source_beside_who_says_it() -> None:
    assert [cue for _, cue, _ in told("The mayor said in a statement that the bridge had burned.")] == ["said"]


def test_what_a_source_says_that_another_says_is_a_link_and_no_attribution_of_the_report() -> None:
    text = "The mayor said he feared that the bridge would burn."
    assert [cue for _, cue, _ in told(text)] == ["said"]
    assert certainty(text, "burn") == "feared_predicted"


def test_a_quotation_behind_a_colon_is_the_words_of_the_subject_before_it() -> None:
    text = 'The mayor went even further: "The bridge was burned by our own guards last night."'
    assert chain(text, "burned") == ["The mayor"]


def test_a_quotation_that_a_name_alone_brings_is_its_words() -> None:
    text = 'More from Rana Odeh: "The bridge was burned by our own guards last night."'
    assert chain(text, "burned") == ["Rana Odeh"]


def test_a_title_behind_a_colon_is_nobodys_words() -> None:
    assert told('The mayor danced to a song: "The Bridge".') == []


def test_a_quotation_that_waits_for_its_words_has_one_speaker() -> None:
    text = 'The mayor told the envoy on Friday:\n\n"The bridge was burned by our own guards last night."'
    frames = [f for f in frames_of(text) if f.covers(text.index("burned"), text.index("burned") + 1)]
    assert [[link.name for link in f.links] for f in frames] == [["The mayor"]]


def test_what_holds_in_a_survey_is_its_word() -> None:
    text = "In a poll of shopkeepers on Monday, nine of ten said that they had fled."
    assert "a poll of shopkeepers on Monday" in [source for source, _, _ in told(text)]


def test_standing_in_the_polls_is_nobodys_word() -> None:
    assert told("The mayor is ahead in the polls.") == []


def test_a_surname_that_opens_a_headline_speaks_if_the_text_names_it() -> None:
    text = "Haddad: bridge will be rebuilt by spring\n\nThe mayor of Rasta, Omar Haddad, met farmers."
    start = text.index("rebuilt")
    links, _ = chain_at(frames_of(text), start, start + len("rebuilt"))
    assert [link.name for link in links] == ["Haddad"]


def test_a_word_that_opens_a_headline_speaks_for_nobody_if_the_text_names_no_such_person() -> None:
    text = "Khoury: bridge will be rebuilt by spring\n\nThe mayor of Rasta, Omar Haddad, met farmers."
    start = text.index("rebuilt")
    links, _ = chain_at(frames_of(text), start, start + len("rebuilt"))
    assert links == ()


def test_nobody_is_behind_a_claim_but_may_take_no_stand() -> None:
    assert chain("Neither side claimed the raid.", "raid") == []
    assert ("Neither side", "wants", "a truce") in told("Neither side wants a truce.")


def test_who_is_told_is_not_who_tells() -> None:
    assert chain("Guards were told that the bridge had burned.", "burned") == ["unnamed reports"]


def test_who_rejects_in_the_opening_of_a_sentence_is_its_subject() -> None:
    assert ("the mayor", "rejecting", "the plan") in told("In rejecting the plan, the mayor lost an ally.")


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed in Homs on Friday, more than the council had feared.",
        "The army killed more people than rebels had claimed.",
    ],
)
def test_what_others_had_said_before_only_measures_what_is_told(text: str) -> None:
    assert chain(text, "killed") == []
    assert certainty(text, "killed") is None


@pytest.mark.parametrize("how", ["", "fully ", "directly and fully "])
def test_whoever_is_held_responsible_in_whatever_way_is_accused(how: str) -> None:
    text = f"The council holds the army {how}responsible for the raid."
    assert (chain(text, "raid"), certainty(text, "raid")) == (["The council"], "alleged")
