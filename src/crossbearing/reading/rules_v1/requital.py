"""Deeds that others answer: "punished them for the killing", "avenge the deaths", "an inquiry into the raid"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import certainty_words
from crossbearing.reading.rules_v1.polarity import is_definite
from crossbearing.records import Certainty

ASKING = frozenset({"if", "whether"})
"""Words that leave open all that their clause tells."""


def requited_by(deed: Token) -> Token | None:
    """Return the word by which a deed is answered that was done before; null for none, and for any that may be done."""
    answer = _answer_to(deed)
    return None if answer is None or _may_be_done(deed, answer) else answer


def _may_be_done(deed: Token, answer: Token) -> bool:
    """Whether an answer is for what may come: "an inquiry into any killing", "revenge for a planned raid", and without
    an article that makes it known, what one threatens or fears an answer to ("threatened retaliation for a raid").
    """
    if any(c.lower_ == "any" or c.lower_ in certainty_words().not_yet for c in deed.children):
        return True
    threatening = _governing("feared_predicted")
    threat = any(word.lemma_.lower() in threatening for word in answer.ancestors)
    return threat and not is_definite(_first_of(deed))


def _first_of(noun: Token) -> Token:
    """The first of the nouns that "and" puts beside each other."""
    while noun.dep_ == "conj":
        noun = noun.head
    return noun


def _answer_to(deed: Token) -> Token | None:
    noun = _first_of(deed)
    link, words = noun.head, certainty_words().requiting
    if noun.dep_ == "dobj":
        return link if link.lemma_.lower() in words["object"] else None
    if noun.dep_ != "pobj":
        return None
    above = [link.head, *(c for c in link.head.children if c.dep_ == "dobj")]  # "took revenge | for"
    if link.head.dep_ in {"dobj", "nsubjpass", "pobj"}:
        above.append(link.head.head)
    return next((w for w in above if w.lemma_.lower() in words.get(link.lower_, ())), None)


def reason_in(noun: Token) -> Token | None:
    """Return the word by which a noun stands in the reason for something, or was before it, and is no part of it:
    "because of the dead", "despite the truce", "appealed for calm after the raid"; null for none.
    """
    above = noun
    while above.dep_ in {"pobj", "pcomp", "prep", "conj"} or (above.dep_ == "dobj" and _is_following(above.head)):
        if above.head.i == above.i:
            break
        above = above.head
        if above.lower_ in certainty_words().reasons | certainty_words().circumstances:
            return above if stands_free(above) else None
    return None


def stands_free(reason: Token) -> bool:
    """Whether what a word gives as a reason, or as what was before, is known whatever becomes of the rest.

    Not in "may have been due to a raid", "denied that nine died because of its raid", "plans to vote after the truce".
    """
    if reason.lower_ in certainty_words().circumstances:
        return _is_past(reason)
    if reason.lower_ not in certainty_words().reasons:
        return False
    led_by = (reason, *(c for c in reason.children if c.dep_ in {"prep", "pcomp"}))
    known = any(is_definite(c) for link in led_by for c in link.children if c.dep_ == "pobj")
    leads = reason.dep_ in {"prep", "mark", "advmod"} and reason.head.lemma_ != "be"
    asked = any(c.lower_ in ASKING for word in (reason.head, *reason.head.ancestors) for c in word.children)
    denied = any(word.lemma_.lower() in _governing("denied") for word in reason.head.ancestors)
    return known and leads and not asked and not denied


def _is_past(circumstance: Token) -> bool:
    """Whether a word like "after" hangs on a noun or on what was done, and not on what is to be or is denied."""
    done, known = circumstance.head, [c for c in circumstance.children if c.dep_ in {"pobj", "dobj"}]
    to_come = done.tag_ == "VB" or any(c.dep_ == "aux" and c.tag_ == "MD" for c in done.children)
    any_of = any(c.lower_ in {"any", "each", "every"} for noun in known for c in noun.children)
    denied = any(word.lemma_.lower() in _governing("denied") for word in (done, *done.ancestors))
    led = circumstance.dep_ == "prep" or _is_following(circumstance)
    return led and bool(known) and not (to_come or any_of or denied)


def _is_following(word: Token) -> bool:
    """Whether a word like "following" is taken for a verb by the parse."""
    return word.tag_ == "VBG" and word.lower_ in certainty_words().circumstances


def _governing(certainty: Certainty) -> frozenset[str]:
    """The words that make this of what they govern."""
    return frozenset[str]().union(*(r.words for r in certainty_words().governing if r.certainty == certainty))
