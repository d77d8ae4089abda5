"""Which places only tell where something was before, where shots came from, or what somebody's office is for."""

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from crossbearing.places.cues import cues
from crossbearing.reading.rules_v1.arguments import arguments
from crossbearing.reading.rules_v1.lexicon import placing_words
from crossbearing.reading.rules_v1.noun_phrases import BEFORE_NOUNS
from crossbearing.reading.rules_v1.wordclasses import belongs


def first_named(place: Token) -> Token:
    """The first of several places that are told alike: Lebanon for Oman in "from Lebanon and Oman"."""
    while place.dep_ in {"conj", "appos"}:
        place = place.head
    return place


def at_which(place: Token) -> Token:
    """The noun by whose preposition a place is told: "city" for the town in "in the city of Dirwan"."""
    place = first_named(place)
    while place.dep_ == "pobj" and place.head.lower_ == "of" and place.head.head.lower_ in cues().feature_nouns:
        place = place.head.head
    return place


def is_remit(place: Token) -> bool:
    """Whether a place is what somebody's office is for or to: "her deputy for the Gulf", "the ambassador to Oman"."""
    place = first_named(place)
    remit = place.dep_ == "pobj" and place.head.lower_ in {"for", "to"}
    return remit and place.head.head.lemma_.lower() in placing_words()["offices"]


def is_of_rulers(name: TokenSpan) -> bool:
    """Whether a capital tells whose the rulers are that are spoken of, or is these: "the government in Amman", "the
    Amman government", "its ally Amman".
    """
    place, words = name.root, placing_words()
    before = name.doc[name.start - 1] if name.start else None
    if before is not None and before.lemma_.lower() in words["allies"]:
        return True
    ruled = place.head if place.dep_ in BEFORE_NOUNS or place.dep_ == "poss" else None
    if place.dep_ == "pobj" and place.head.lower_ == "in":
        ruled = place.head.head
    return ruled is not None and ruled.lemma_.lower() in words["rulers"]


def before_it(name: TokenSpan) -> int | None:
    """Return the index of the verb of an earlier time that a place belongs to; null where it belongs to none.

    So of what was made, and of those who grew up, elsewhere: "a missile made in Iran", "a nurse who studied in Rome".
    What was going on then was there: "a nurse who was studying in Rome", "a boy selling bread in Dirwan".
    """
    place = first_named(name.root)
    preposition, verb = place.head, place.head.head
    over = verb.tag_ in {"VBN", "VBD"} and not any(c.lower_ == "being" for c in verb.children)
    if place.dep_ != "pobj" or verb.dep_ not in {"acl", "relcl"} or not over:
        return None
    if preposition.lower_ not in {"in", "at", "from"}:
        return None
    uses = {"growing_up"} | ({"coming"} if preposition.lower_ == "from" else set())
    earlier = any(verb.lemma_.lower() in placing_words()[use] for use in uses)
    return verb.i if earlier or _was_made_elsewhere(verb) else None


def _was_made_elsewhere(verb: Token) -> bool:
    """Whether a clause tells what was done before with the thing that it is about, which need not be there any more.

    A wall stands where it was built, and so does whatever is not known to move.
    """
    told = arguments(verb)
    if verb.head not in (told.subjects if told.passive else told.objects):
        return False
    lemma, moves = verb.lemma_.lower(), belongs(verb.head, MOVED)
    stands = lemma in placing_words()["raising"] or belongs(verb.head, {"place_noun", "building"})
    return (moves or not stands) and any(lemma in placing_words()[use] for use in ("making", "raising"))


MOVED = frozenset({"aerial", "aid", "chemical", "explosive", "heavy_weapon", "small_arms", "vehicle", "weapon"})
"""Classes of nouns for things that are mostly made somewhere else than where they are used."""


def is_fired_from(place: Token) -> bool:
    """Whether a place is only where shots came from: "rockets fired from Dirwan", "fired by rebels from inside Dirwan".

    Not where those shot at are from, nor where an offensive began ("launched from Dirwan").
    """
    told, word = list[str](), first_named(place)
    while word.dep_ in {"pobj", "prep", "agent", "dobj", "nsubjpass"}:
        if word.dep_ in {"prep", "agent"}:
            told.append(word.lower_)
        word = word.head
    if "from" not in told or word.lemma_.lower() not in placing_words()["firing"]:
        return False
    at, words = told.index("from"), placing_words()
    if not (words["siting"].issuperset(told[:at]) and words["passing"].issuperset(told[at + 1 :])):
        return False
    fired, objects = arguments(word), [c for c in word.children if c.dep_ == "dobj"]
    shots = any(belongs(thing, SHOT) for thing in objects or fired.subjects)
    return shots or not (objects or fired.passive or word.lemma_ == "launch")


SHOT = MOVED - {"aid", "vehicle"}
"""Classes of nouns for what is fired."""
