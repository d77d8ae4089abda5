"""Who has the wounds that a noun names, or is in the condition that it names."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.arguments import arguments
from crossbearing.reading.rules_v1.lexicon import acting_objects
from crossbearing.reading.rules_v1.rows import first_of_row, with_conjuncts
from crossbearing.reading.rules_v1.wordclasses import belongs


def bearers(noun: Token) -> list[Token]:
    """Who has the wounds that a noun names, or is in the condition: "a boy with a gunshot wound", "she was taken to
    hospital with injuries", "they found him suffering from wounds", "he had injuries", "the nurse is in critical
    condition".
    """
    if noun.dep_ == "dobj" and noun.head.lemma_ == "have":
        return [t for t in arguments(noun.head).subjects if belongs(t, WOUNDED)]
    told_whose = any(c.lower_ in {"to", "of"} and any(belongs(o, WOUNDED) for o in c.children) for c in noun.children)
    if noun.dep_ != "pobj" or noun.head.lower_ not in BEARING or told_whose:
        return []
    above = borne_under(noun)
    if above.pos_ in {"VERB", "AUX"}:
        args = arguments(above)
        told = args.objects if args.objects and not args.passive else args.subjects
        verb, verbs = above.lemma_.lower(), acting_objects()
        bears = verb in verbs["bearing"] if noun.head.lower_ in OFTEN_ABOUT else verb not in verbs["charging"]
    else:
        told, bears = tuple(with_conjuncts(first_of_row(above))), True
    return [t for t in told if bears and not t.is_upper and belongs(t, WOUNDED)]


WOUNDED = frozenset({"person", "combatant", "name"})
"""Classes of nouns for those who may have wounds."""
BEARING = frozenset({"with", "from", "for", "of", "in"})
"""Prepositions between people and the wounds they have."""


def borne_under(noun: Token) -> Token:
    """Return the word under which wounds are told by a preposition.

    In "was taken to Dirwan with wounds" that is the verb, though the parse hangs them on what is nearest.
    """
    above = noun.head.head
    while above.dep_ == "pobj" and (above.pos_ == "PROPN" or above.lemma_.lower() in STATES):
        above = above.head.head
    return above.head if above.pos_ == "ADV" else above  # "found a man, 36, outside with wounds"


STATES = frozenset({"condition", "hospital", "center", "centre", "clinic"})
"""Nouns that tell where or how the hurt are, and have no wounds."""
OFTEN_ABOUT = frozenset({"for", "of"})
"""Those behind which a verb more often tells what it is about ("spoke of injuries", "was blamed for injuries")."""
