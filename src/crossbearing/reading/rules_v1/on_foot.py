"""General words of violence that mean another kind where those who did it have no aircraft: "a police raid"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.arguments import arguments, modifiers
from crossbearing.reading.rules_v1.happenings import Happening
from crossbearing.reading.rules_v1.lexicon import deed_words, means, triggers
from crossbearing.reading.rules_v1.means import kind_by_means
from crossbearing.reading.rules_v1.reached import objects_of


def kind_on_foot(happening: Happening) -> str | None:
    """Return what a raid or bombing is where those who did it have no aircraft and the words name none; else null."""
    raid = happening.trigger.lemma in deed_words()["raids"]
    if not (raid or happening.trigger.lemma in deed_words()["bombings"]):
        return None
    verb = _told_by(happening.token)
    doers = happening.actors or (arguments(verb).subjects if verb is not None else ())
    known = deed_words()["on_foot"] | (deed_words()["raiding"] if raid else frozenset())
    named = [{word.lemma_.lower() for word in (doer, *modifiers(doer))} for doer in doers]
    if not named or not all(words & known for words in named) or _from_the_air(happening.token, verb):
        return None
    return "ground_operation" if raid else "explosion"


def _told_by(deed: Token) -> Token | None:
    """The verb in or during whose deed another is told, where its subject did something: "police killed nine in a
    raid"; not of "nine soldiers were wounded during a raid", "militants died in raids".
    """
    verb = deed.head.head
    if deed.dep_ != "pobj" or deed.head.lower_ not in {"in", "during"} or verb.pos_ != "VERB":
        return None
    suffered = any(t.part == "verbs" and t.entry.patient == "subject" for t in triggers().get(verb.lower_, ()))
    return None if suffered or arguments(verb).passive else verb


def _from_the_air(deed: Token, verb: Token | None) -> bool:
    """Whether aircraft are named by which it was done: "bombed it from a helicopter", "a bombing by drones"."""
    told = [o for word in (deed, verb) if word is not None for o in objects_of(word, {"from", "with", "by"})]
    using = (c for c in deed.children if c.dep_ == "advcl" and c.lemma_ == "use")
    told += [o for c in using for o in arguments(c).objects]
    named = (word.lemma_.lower() for tool in told for word in (tool, *modifiers(tool)))
    by_air = any(means().get(word, ("",))[0] == "airstrike" for word in named)
    return by_air or kind_by_means(deed, "other") == "airstrike"
