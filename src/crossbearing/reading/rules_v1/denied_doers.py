"""Deeds that somebody is told to have had no part in: who that is, and whose they are then."""

from collections.abc import Sequence

from spacy.tokens import Token

from crossbearing.reading.rules_v1.blame import may_be_to_blame
from crossbearing.reading.rules_v1.lexicon import certainty_words
from crossbearing.reading.rules_v1.noun_phrases import phrase
from crossbearing.reading.rules_v1.polarity import agent_of, subject_of, undoing
from crossbearing.records import Certainty, SourceLink

SELF = frozenset({"it", "they", "he", "she", "we", "i"})
"""By which who is cited calls themselves, where they are the only ones cited."""


def cleared_of(token: Token) -> Token | None:
    """Return who is said to have had no part in it ("was not responsible for", "had nothing to do with"), or null.

    "Did not claim responsibility" and "was not only responsible" say no such thing.
    """
    link = token.head
    if (undone := undoing(token)) is not None:
        return subject_of(undone) if token.dep_ != "nsubjpass" else agent_of(undone)
    if token.dep_ not in {"pobj", "pcomp"}:
        return None
    if link.lower_ == "with" and link.head.lower_ == "do" and link.head.head.lower_ == "nothing":
        return subject_of(link.head.head.head)
    above = link.head if link.lower_ in {"for", "in"} else link
    words = [above, *(c for c in above.children if c.dep_ == "dobj")]  # "played no part in"
    word = next((w for w in words if w.lemma_.lower() in certainty_words().disclaimed), None)
    if word is None or any(c.dep_ == "amod" for c in word.children):
        return None
    object_ = word.dep_ == "dobj"
    infinitive = any(c.lower_ == "to" for c in word.children)
    had = not object_ or word.head.lemma_.lower() in certainty_words().having
    if not had or (word.lemma_ == "blame" and not infinitive):
        return None
    verb = word.head if object_ or word.dep_ in {"acomp", "attr", "prep", "xcomp"} else word
    beside = [c for one in {word, verb} for c in one.children]
    negated = any(c.dep_ == "neg" or (c.dep_ == "det" and c.lower_ == "no") for c in beside)
    return subject_of(verb) if negated and not any(c.lower_ in certainty_words().in_part for c in beside) else None


def without_doer(
    cleared: Token, doers: tuple[str, ...], certainty: Certainty, links: Sequence[SourceLink], *, of_toll: bool,
) -> tuple[tuple[str, ...], Certainty]:
    """Who did it and how surely it is told, where somebody is said to have had no part in it.

    Somebody who is cited with that denies it; in the outlet's own voice, it is only not told who did it. That people
    died (`of_toll`) is not denied with who did it, where the deed names no doer.
    """
    speaks = cleared.lower_ in SELF and len(links) == 1
    named = (links[0].name,) if speaks else tuple(name for name in doers if cleared.text in name)
    if not named and not of_toll and may_be_to_blame(cleared):
        named = (phrase(cleared),)
    return (named, "denied") if links and named else ((), certainty)
