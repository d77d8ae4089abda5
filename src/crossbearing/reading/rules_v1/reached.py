"""Whom and what a verb reaches through its prepositions: fired at, fell to, seized from, set fire to."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import deed_words, placing_words
from crossbearing.reading.rules_v1.rows import with_conjuncts
from crossbearing.reading.rules_v1.wordclasses import belongs


def directed_at(verb: Token) -> tuple[Token, ...]:
    """Return whom a verb without an object is directed at ("clashed with", "called on", "fired at").

    Who shoots at people aims at them; "shot at the mall" may tell where.
    """
    directed = objects_of(verb, {"with", "against", "on", "upon"})
    if verb.lemma_ not in placing_words()["firing"]:
        return directed
    at = objects_of(verb, {"at", "into"})
    if verb.lemma_ == "shoot":
        return (*directed, *(t for t in at if belongs(t, PEOPLE_OR_VEHICLES)))
    return tuple(t for t in (*directed, *at) if belongs(t, PEOPLE_OR_VEHICLES | TARGETS))


def fired_at(kind: str, verb: Token, fired: Sequence[Token]) -> tuple[Token, ...]:
    """Return those at whom a deed of some kind fired, threw or dropped its object: "fired three rockets at the convoy",
    "opened fire on the crowd"; the parse may hang them on the weapon. Of a place it may tell where that was.
    """
    if kind not in BY_WEAPON or not fired:
        return ()
    if not all(belongs(o, {"weapon", "explosive"}) or o.lemma_ in deed_words()["fired"] for o in fired):
        return ()
    at = (t for word in (verb, *fired) for t in objects_of(word, {"at", "on", "upon", "into"}))
    return tuple(dict.fromkeys(t for t in at if belongs(t, PEOPLE_OR_VEHICLES)))


def dealt_to(verb: Token, objects: Sequence[Token]) -> tuple[Token, ...]:
    """Return what a verb deals its object to, where that tells what is done to it: "set fire to the mill", "used force
    against the strikers".
    """
    dealing = verb.lemma_ in deed_words()["dealing"] and any(o.lower_ in deed_words()["dealt"] for o in objects)
    at = (n for word in (verb, *objects) for n in objects_of(word, {"to", "against"}))
    return tuple(dict.fromkeys(at)) if dealing else ()


def objects_of(verb: Token, prepositions: AbstractSet[str]) -> tuple[Token, ...]:
    """Return the heads of what stands behind some prepositions of a verb, and is no day."""
    return tuple(
        n
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in prepositions
        for g in c.children
        if g.dep_ == "pobj"
        for n in with_conjuncts(g)
        if not belongs(g, {"named_day"})
    )


def fallen_to(verb: Token) -> tuple[Token, ...]:
    """Return those into whose hands something fell: "fell to the rebels"; not "fell to pieces"."""
    return tuple(holder for holder in objects_of(verb, {"to"}) if belongs(holder, HOLDERS))


def taken_from(verb: Token, taken: Sequence[Token]) -> tuple[Token, ...]:
    """Return those from whom what a verb says was taken was taken: "seized the base from the rebels"."""
    told = (holder for word in (verb, *taken) for holder in objects_of(word, {"from"}))
    return tuple(dict.fromkeys(holder for holder in told if belongs(holder, HOLDERS)))


BY_WEAPON = frozenset({"explosion", "shelling", "chemical_attack", "shooting", "airstrike"})
"""Kinds whose grammatical object may be the means instead of the target ("fired rockets", "used gas")."""
PEOPLE_OR_VEHICLES = frozenset({"person", "combatant", "armed_body", "vehicle", "gathering"})
"""Classes of what is shot at and hardly is where that was."""
TARGETS = frozenset({"place_noun", "building", "name"})
"""Classes of what is fired at, beside these."""
HOLDERS = frozenset({"armed_body", "combatant", "name"})
"""Classes of nouns for those who take and hold places."""
