"""What a state does at home: "its own people" are in its country, and what is said to it is of no town abroad."""

from collections.abc import Mapping

from spacy.tokens import Token

from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.lexicon import placing_words
from crossbearing.reading.rules_v1.noun_phrases import BEFORE_NOUNS
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import PlaceMention, Where

States = Mapping[int, PlaceMention]
"""The countries that a text names, or the people of which, by the indices of the words that name them."""


def own_country(happening: Happening, states: States) -> PlaceMention | None:
    """The country of a state that did something to its own people, or takes in others: "the Omani army shelled its own
    citizens", "the Omani government allowed two camps".

    Where no state is told to do it, that is the last one named before: "urged Oman to end the raids on its own people".
    """
    token = happening.token
    if happening.kind == "shelter_aid" and happening.trigger.lemma in placing_words()["hosting"]:
        hosts = (_state(host, states) for host in happening.actors if _governs(host, states))
        return next((country for country in hosts if country is not None), None)
    if not any(_are_own(patient) for patient in happening.patients):
        return None
    before = (word for word in reversed(token.doc[token.sent.start : token.i]) if _rules(word, states))
    doers = [doer for doer in happening.actors if _rules(doer, states)]
    unnamed = all(doer.pos_ == "PRON" for doer in happening.actors)
    named = (_state(word, states) for word in (before if unnamed else doers))
    return next((country for country in named if country is not None), None)


def _are_own(patient: Token) -> bool:
    """Whether those to whom something is done are the doer's own people, and not some of the doers."""
    return any(child.lower_ == "own" for child in patient.children) and belongs(patient, {"populace"})


def is_told_of_another(happening: Happening, where: Where | None, home: str | None, states: States) -> bool:
    """Whether a place that was told of before lies abroad of the country that a text is about, `home`, and a happening
    is what that country's rulers or army do or are called upon to do: it goes on at home.
    """
    if where is None or home is None or where.country in {None, home}:
        return False
    parties = [party for party in (*happening.actors, *happening.patients) if _rules(party, states)]
    return any(state.country == home for party in parties if (state := _state(party, states)) is not None)


def _governs(party: Token, states: States) -> bool:
    """Whether a party is a state or its rulers."""
    named = party.i in states and states[party.i].use != "demonym"
    return named or party.lemma_.lower() in placing_words()["rulers"]


def _rules(party: Token, states: States) -> bool:
    """Whether a party is a state, its rulers or those in arms, and not its people."""
    named = party.i in states and states[party.i].use != "demonym"
    return named or belongs(party, {"armed_body", "combatant"})


def _state(party: Token, states: States) -> PlaceMention | None:
    """The country that a party is or is said to be of: "Oman", "the Omani army", "Oman's rulers"."""
    words = (party, *(c for c in party.children if c.dep_ in BEFORE_NOUNS or c.dep_ == "poss"))
    return next((states[word.i] for word in words if word.i in states), None)
