"""What a sentence takes for granted, whoever fears, denies, demands or threatens the rest of it."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.attribution.lexicon import reporting_nouns
from crossbearing.reading.rules_v1.governing import are_befallen
from crossbearing.reading.rules_v1.lexicon import certainty_words, deed_words
from crossbearing.reading.rules_v1.polarity import CLAUSES, DEFINITE, is_caused, is_definite
from crossbearing.records import Certainty

OPEN = frozenset[Certainty | None]({"denied", "feared_predicted", "demanded"})
"""Certainties by which nobody tells that it happened."""


def taken_for_granted(token: Token) -> Token | None:
    """Return the known thing that a clause tells of with this verb ("the raid that killed nine"), or those whom a word
    itself calls befallen ("help the wounded"); null for none.

    Who denies a part in the raid denies no deaths; who denies the rumour that nine died, or that the raid which killed
    them took place, denies those.
    """
    if are_befallen(token):
        return token
    clause = token
    while clause.dep_ == "conj":
        clause = clause.head
    before = token.doc[clause.left_edge.i - 1] if clause.left_edge.i else None
    apart = before is not None and before.is_punct
    if clause.dep_ not in CLAUSES or apart or any(c.dep_ == "mark" for c in clause.children):
        return None
    known = clause.head
    over = [known.head, *(c for c in known.head.children if c.dep_ in {"ccomp", "advcl"})]
    doubted = any(verb.lemma_.lower() in deed_words()["occurring"] and verb.i > token.i for verb in over)
    told = known.lemma_.lower() in reporting_nouns()  # "the claim (that) troops killed nine"
    to_come = any(word.lower_ in certainty_words().not_yet for word in token.subtree)  # "killed in future attacks"
    if to_come or is_caused(clause, known):
        return None
    those = known.lower_ in DEFINITE and token.tag_ in {"VBD", "VBN"}  # "the families of those killed"
    return known if (is_definite(known) or those) and not doubted and not told else None


def came_before(token: Token) -> Token | None:
    """Return the word that leads a clause on what was before all else, and so is known: "called for sanctions after the
    army shelled it"; null for none.

    What is planned for "after they withdraw" may be as little known as that.
    """
    words = certainty_words()
    for word in (token, *token.ancestors):
        if word.dep_ == "advcl" and (mark := next((c for c in word.children if c.lower_ in words.earlier), None)):
            past = word.tag_ == "VBD" or any(c.tag_ == "VBD" for c in word.children if c.dep_ in {"aux", "auxpass"})
            return mark if past and mark.dep_ == "mark" else None
        if word.dep_ in {"ccomp", "relcl", "advcl"}:
            return None
    return None
