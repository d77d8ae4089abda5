"""Whom a relative clause tells of: the noun that "who" or "which" stands for, and who is found so with it."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import acting_objects
from crossbearing.reading.rules_v1.rows import with_conjuncts
from crossbearing.reading.rules_v1.wordclasses import belongs

RELATIVES = frozenset({"who", "which", "that", "whom"})
ACTING = frozenset({"person", "combatant", "armed_body", "displaced", "name"})
"""Classes of nouns for which "who" may stand."""


def antecedent(noun: Token, verb: Token) -> Token:
    """Return the noun a relative pronoun stands for: of "the mother of a boy who shot himself" the boy."""
    if noun.lower_ not in RELATIVES or verb.dep_ != "relcl" or verb.head.i == verb.i:
        return noun
    nearest = noun.nbor(-1) if noun.i else noun
    person = noun.lower_ == "who" and nearest.dep_ == "pobj" and nearest in verb.head.subtree
    if person and belongs(nearest, {"person", "combatant"}):
        return nearest
    if noun.lower_ == "who" and not belongs(verb.head, ACTING):  # "men in the mill who fired"
        before = (nearest, *verb.head.ancestors) if nearest.dep_ == "pobj" else verb.head.ancestors
        people = (a for a in before if a.i < noun.i and belongs(a, ACTING - {"name"} if a.i < verb.head.i else ACTING))
        return next(people, named_beside(verb.head))
    return named_beside(verb.head)


def all_found(noun: Token, clause: Token) -> list[Token]:
    """Return all who are found so, where a clause about the last of them tells how: "found a man and a girl who were
    shot".
    """
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    found = clause.dep_ == "relcl" and first.dep_ == "dobj" and first.head.lemma_ in acting_objects()["finding"]
    if not found or noun is first:
        return [noun]
    return [one for one in with_conjuncts(first) if belongs(one, {"person", "combatant"})] or [noun]


def named_beside(noun: Token) -> Token:
    """Return the name beside which a noun stands that tells who that is: "Odeh, a nurse who treated"."""
    return noun.head if noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.pos_ == "NOUN" else noun
