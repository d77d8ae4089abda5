"""Totals of a whole war that name no day: "the war has killed 40,000", "9,000 have died since the uprising began"."""

from itertools import chain

from spacy.tokens import Token

from crossbearing.reading.rules_v1.built_so import SUBJECTS
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.lexicon import clause_words
from crossbearing.records import TOTALLED

WITHIN = frozenset({"in", "during", "by"})
"""Prepositions between the dead and the war that they died in."""


def is_of_whole_war(happening: Happening) -> bool:
    """Whether a toll is told of a war and of no one deed in it: the war took it, it was taken in the war, or since that
    began.
    """
    if happening.kind not in TOTALLED:
        return False
    trigger = happening.token
    above = trigger.ancestors if trigger.pos_ != "NOUN" or trigger.dep_ == "dobj" else ()
    clause = next((t for t in chain((trigger,), above) if t.pos_ in {"VERB", "AUX"}), trigger)
    if clause.dep_ == "relcl" and _is_war(clause.head):
        return True
    within = chain(clause.children, trigger.children)
    return any(_tells_of_war(child) for child in within)


def _tells_of_war(part: Token) -> bool:
    """Whether a part of a clause is the war that did it, in which it was done, or the time since which it was."""
    if part.dep_ in SUBJECTS:
        return _is_war(part)
    if part.dep_ == "prep":
        objects = [c for c in part.children if c.dep_ == "pobj"]
        within, since = part.lower_ in WITHIN, part.lower_ == "since"
        return any((within and _is_war(o)) or (since and _is_outset(o)) for o in objects)
    later = part.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in part.children)
    begins = part.lemma_.lower() in clause_words()["beginning"]
    return later and begins and any(c.dep_ in SUBJECTS and _is_war(c) for c in part.children)


def _is_war(noun: Token) -> bool:
    return noun.lemma_.lower() in clause_words()["conflicts"]


def _is_outset(noun: Token) -> bool:
    """Whether a noun is a war or the beginning of one: "the outbreak of the conflict"."""
    of = (o for c in noun.children if c.lower_ == "of" for o in c.children)
    return _is_war(noun) or (noun.lemma_.lower() in clause_words()["outset"] and any(_is_war(o) for o in of))
