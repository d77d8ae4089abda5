"""Nouns that name a deed only as a mass: "rebel fire", but neither "a fire" nor "a fire engine"."""

from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from crossbearing.actors import find_actor
from crossbearing.places import countries, country_code
from crossbearing.reading.rules_v1.blame import names_a_doer
from crossbearing.reading.rules_v1.noun_phrases import BEFORE_NOUNS
from crossbearing.reading.rules_v1.number_words import number_words

DOER = "doer"
"""What stands in the data for any word that names whose deed it is."""


def names_something_else(noun: Token) -> bool:
    """Whether the words about such a noun make it a thing, or what is said against somebody: "a fire", "fires", "a fire
    engine", "came under fire for a ruling".
    """
    counted = noun.tag_ in {"NNS", "NNPS"} or any(c.lower_ in {"a", "an"} for c in noun.children)
    return counted or (noun.dep_ in BEFORE_NOUNS and noun.head.i > noun.i) or _is_blame(noun)


def _is_blame(noun: Token) -> bool:
    """Whether somebody is under it for what they did; not for so long ("under fire for hours")."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "under":
        return False
    reasons = [c for c in (*noun.children, *noun.head.head.children) if c.lower_ == "for" and c.i > noun.i]
    told = [reason for c in reasons for reason in c.children if reason.dep_ in {"pobj", "pcomp"}]
    return any(reason.lemma_.lower() not in number_words()["not_counts"] for reason in told)


def stands_behind(noun: Token, before: AbstractSet[str]) -> bool:
    """Whether the word right before a noun is one of some, or names a doer where those hold `DOER` ("Turkish fire").

    A country's own name and that of its capital are rather where it burnt ("Lebanon fire").
    """
    if noun.i == noun.sent.start:
        return False
    doc, last = noun.doc, noun.nbor(-1)
    hyphened = doc[last.i - 2 : last.i + 1].text.lower() if last.i > 1 and last.nbor(-1).text == "-" else ""
    if not before.isdisjoint({last.lower_, last.lemma_.lower(), hyphened}):
        return True
    return DOER in before and names_a_doer(last) and not _is_where(last)


def _is_where(word: Token) -> bool:
    """Whether a word is the name of a country or, standing for its government, of a capital; not "US" nor "Turkish"."""
    code, actor = country_code(word.text), find_actor(word.text)
    if word.is_upper or (code is not None and word.text in countries()[code].demonyms):
        return False
    return code is not None or (actor is not None and actor.kind == "government")
