"""The words above a trigger on which it depends if it took place, and what took place whatever they say."""

from itertools import pairwise

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import certainty_words, triggers
from crossbearing.reading.rules_v1.polarity import DEFINITE, is_caused, is_definite
from crossbearing.reading.rules_v1.requital import requited_by, stands_free
from crossbearing.reading.rules_v1.rows import is_of_all


def governors(token: Token) -> list[Token]:
    """The trigger and the verbs and nouns it hangs on within its clause, nearest first, at most four."""
    out = [token]
    current = token
    while current.head.i != current.i and len(out) < 5 and requited_by(current) is None:
        link = current.dep_
        if any(t.text == ";" for t in token.doc[min(current.i, current.head.i) : max(current.i, current.head.i)]):
            break  # what stands beyond is told by itself
        suffered = link == "acl" and current.tag_ == "VBN" and _is_known(current)
        current = current.head
        if stands_free(current):
            break
        if current.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "ADP", "PROPN"}:
            out.append(current)
        if link in {"ccomp", "advcl", "relcl", "parataxis"} or suffered:
            break
    return out


def _is_known(participle: Token) -> bool:
    """Whether a participle tells whom it stands behind what befell them already ("help for those wounded", "to bury the
    men killed there"); not what is to be done to them ("wants the men killed").
    """
    noun = participle.head
    return (noun.lower_ in DEFINITE or is_definite(noun)) and not is_caused(participle, noun)


def are_befallen(word: Token) -> bool:
    """Whether a word stands for those whom something befell already: "may treat the wounded"."""
    told = word.dep_ == "dobj" or (word.dep_ == "pobj" and word.head.lower_ != "of" and not is_of_all(word))
    return told and is_definite(word) and any(t.part == "adjectives" for t in triggers().get(word.lower_, ()))


def end_of(token: Token) -> Token | None:
    """Return the word that tells of an end of what goes on, or null: the end of "called for an end to the raids", the
    verb of "may lift the siege"; none of what may be to come or is told in numbers ("halt the execution of two men").
    """
    stopping = certainty_words().stopping
    going_on = token.tag_ in {"VBG", "NNS", "NNPS"} or token.lower_.endswith("ing") or is_definite(token)
    if not going_on or any(word.like_num or word.lower_ in certainty_words().not_yet for word in token.subtree):
        return None
    asked: tuple[Token, ...] = (*token.children, *(token.head.head.children if token.head.lower_ == "for" else ()))
    for word in asked:  # "called for the raids (on the town) to stop"
        if word.dep_ in CLAUSES and word.tag_ == "VB" and word.lemma_ in stopping and not _has_object(word):
            return word
    for below, word in pairwise(governors(token)):
        ends = below.dep_ in {"dobj", "nsubjpass"} or below.tag_ == "VBG" or below.lower_ in ENDED
        ends |= below.dep_ == "nsubj" and not _has_object(word)
        if ends and word.lemma_.lower() in stopping:
            return word
        if below.lower_ == "to":  # "demand an end | to the raids"
            return next((c for c in word.children if c.dep_ == "dobj" and c.lemma_ in stopping), None)
        if below.dep_ not in {"dobj", "pobj"} and below.lower_ != "of":
            return None
    return None


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.children)


CLAUSES = frozenset({"acl", "xcomp", "advcl"})
"""How the parse hangs "to stop" on what is to stop, or on the verb of demanding above it."""
ENDED = frozenset({"of", "on", "to"})
"""What leads from a word of ending to what is ended; "ended in killings" tells what came of it."""
