"""Totals of a whole war that name no day: "the war has killed 40,000", "9,000 have died since the uprising began"."""

from collections.abc import Sequence
from itertools import chain

from spacy.tokens import Token

from crossbearing.reading.rules_v1.arguments import arguments
from crossbearing.reading.rules_v1.built_so import SUBJECTS
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.lexicon import clause_words
from crossbearing.reading.rules_v1.number_words import Number
from crossbearing.reading.rules_v1.wordclasses import belongs
from crossbearing.records import TOTALLED

LARGE = 1000
"""A toll from which on it is that of a war, however it is told."""


def is_of_whole_war(happening: Happening, counts: Sequence[Number]) -> bool:
    """Whether a toll is told of a war and of no one deed in it: the war took it, it was taken in the war, or since that
    began. `counts` are those of the sentence.

    A small one is so only where it is still growing ("has killed nine") and nobody else is told to have taken it: what
    "killed nine in the conflict" may have been Monday's fighting.
    """
    if happening.kind not in TOTALLED:
        return False
    trigger = happening.token
    above = trigger.ancestors if trigger.pos_ != "NOUN" or trigger.dep_ == "dobj" else ()
    clause = next((t for t in chain((trigger,), above) if t.pos_ in {"VERB", "AUX"}), trigger)
    told = clause
    while told.dep_ == "xcomp":  # "the war in which nine are believed to have been killed"
        told = told.head
    told_of = (told.head,) if told.dep_ == "relcl" else ()
    within = (*told_of, *(named for child in chain(clause.children, trigger.children) for named in _taking(child)))
    since = tuple(war for child in chain(clause.children, trigger.children) for war in _since(child))
    if not any(_is_war(named) for named in (*within, *since)):
        return False
    if any(number.low >= LARGE for number in counts):
        return True
    if any(_is_war(war) and not _is_local(war) for war in since):
        return True
    growing = any(c.dep_ == "aux" and c.lemma_ == "have" for c in clause.children)
    others = [t for t in _doers(clause, happening) if not _is_war(t)]
    lasting = (named for named in within if named.lemma_.lower() not in clause_words()["passing"])
    return growing and not others and any(_is_war(named) and not _is_local(named) for named in lasting)


def _doers(clause: Token, happening: Happening) -> tuple[Token, ...]:
    """Who or what took a toll by the verb of its clause; "that" and "which" stand for the war before them."""
    args = arguments(clause)
    doers = args.agents if args.passive else args.subjects
    return tuple(t for t in doers if t not in happening.patients and t.tag_ != "WDT")


def _taking(part: Token) -> tuple[Token, ...]:
    """What a part of a clause tells to have done it, or in what it says it was done, also "two years of" that."""
    within = part.dep_ in {"prep", "agent"} and part.lower_ in clause_words()["within"]
    told = (part,) if part.dep_ in SUBJECTS else tuple(c for c in part.children if c.dep_ == "pobj") if within else ()
    spans = (c for noun in told if noun.lemma_.lower() in clause_words()["spans"] for c in noun.children)
    return (*told, *(o for c in spans if c.lower_ == "of" for o in c.children))


def _since(part: Token) -> tuple[Token, ...]:
    """What a part of a clause names as that since which it was done: "since the outbreak of the war"."""
    if part.dep_ == "prep" and part.lower_ == "since":
        named = [c for c in part.children if c.dep_ == "pobj"]
        outsets = [o for o in named if o.lemma_.lower() in clause_words()["outset"]]
        return (*named, *(o for outset in outsets for c in outset.children if c.lower_ == "of" for o in c.children))
    later = part.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ == "since" for c in part.children)
    begins = part.lemma_.lower() in clause_words()["beginning"]
    return tuple(c for c in part.children if c.dep_ in SUBJECTS) if later and begins else ()


def _is_war(noun: Token) -> bool:
    return noun.lemma_.lower() in clause_words()["conflicts"]


def _is_local(war: Token) -> bool:
    """Whether a word for a war is told to be one over some thing or in some house: "a land conflict", "a revolt in the
    jail".
    """
    feuds = clause_words()["feuding"]
    things = any((c.dep_ == "compound" and c.pos_ == "NOUN") or c.lower_ in feuds for c in war.children)
    where = (o for c in war.children if c.dep_ == "prep" for o in c.children if o.dep_ == "pobj")
    return things or any(belongs(o, {"place_noun"}) for o in where)
