"""Noun phrases: their words as the text has them, and which words are of one name."""

import re

from spacy.tokens import Token

from crossbearing.actors import find_actor
from crossbearing.places import country_code
from crossbearing.reading.rules_v1.lexicon import acting_objects, deed_words
from crossbearing.reading.rules_v1.wordclasses import belongs, tells_day

LEFT_OUT = frozenset({
    "relcl", "acl", "advcl", "appos", "punct", "cc", "conj", "parataxis", "ccomp", "nummod", "quantmod", "mark",
    "npadvmod",
})  # fmt: skip
KEPT_PREPOSITIONS = frozenset({"of"})
ASKING = frozenset({"which", "who", "how"})
"""Words that open a clause and are of no noun phrase in it."""
BEFORE_NOUNS = frozenset({"compound", "amod", "nmod"})
OWNING = BEFORE_NOUNS | {"poss", "nummod", "nsubj"}
OWNER_WITH_S = re.compile(r"[A-Z]{3,}s|[A-Z][a-z]{2,}[a-rt-z]s")


def is_broken_off(token: Token) -> bool:
    """Whether a token is only the part of a word before its hyphen, or the hyphen ("co-workers")."""
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    hyphen = after is not None and after.text == "-" and not token.whitespace_
    return token.text == "-" or (hyphen and after is not None and after.head.i == token.head.i)


def goes_on(name: Token) -> bool:
    """Whether the next word is of the same name, though both depend alike ("Jaysh" of "Jaysh al-Islam")."""
    return name.i + 1 < len(name.doc) and _of_one_name(name, name.nbor(1))


def _of_one_name(word: Token, following: Token) -> bool:
    beside = word.head.i == following.head.i
    nested = following.head.dep_ in BEFORE_NOUNS and word.head.i == following.head.head.i  # the regime of "regime air"
    if not (beside or nested) or word.head.i == word.i:
        return False
    if {word.dep_, following.dep_} <= BEFORE_NOUNS:  # "Syrian army shelling", "the Hill Council regime's raids"
        named = word.text[:1].isupper() or belongs(word, {"armed_body", "combatant"})
        return named and belongs(following, {"armed_body", "combatant"})
    return beside and word.dep_ == following.dep_ and word.pos_ == "PROPN" == following.pos_


def phrase_tokens(head: Token) -> list[Token]:
    """Return the words of a noun phrase without its clauses, appositions and joined nouns, in order."""
    kept = [head]
    for child in head.children:
        hyphened = child.i + 1 < len(child.doc) and child.nbor(1).text == "-" and not child.whitespace_
        if child.dep_ in LEFT_OUT and not (hyphened and child.dep_ in {"npadvmod", "nummod", "punct"}):
            continue
        if child.dep_ == "prep" and (child.lower_ not in KEPT_PREPOSITIONS or child.i < head.i):
            continue
        if child.dep_ in {"det", "predet", "amod"} and child.i > head.i:  # "nine farmers dead in the raid"
            continue
        if child.lower_ == "of" and head.dep_ == "dobj" and head.head.lemma_ in acting_objects()["accusing"]:
            continue  # "accused the mayor of the killing": the parse may hang that on the mayor
        if child.lower_ == "responsible" and child.i > head.i:  # "those responsible", "held the army responsible"
            continue
        kept.append(child)
        for grandchild in child.children:
            if grandchild.dep_ in {"pobj", "compound", "amod", "case", "poss", "det", "nmod", "npadvmod"}:
                kept.extend(phrase_tokens(grandchild))
    return sorted(set(kept), key=lambda t: t.i)


def phrase(head: Token) -> str:
    """Return the words of a noun phrase as the text has them, at most twelve.

    Longer names count as absent outside, so that a name stays a name.
    """
    kept = {t.i for t in phrase_tokens(head)}
    doc = head.doc
    if head.lower_ == "old" and head.i and doc[head.i - 1].lower_ in {"-", "year", "month"}:
        return doc[head.left_edge.i : head.i + 1].text
    first, last = head.i, head.i
    while first and _of_one_name(doc[first - 1], doc[first]):
        first -= 1
    while first > 1 and doc[first - 1].text == "-" and is_broken_off(doc[first - 2]) and head.dep_ not in BEFORE_NOUNS:
        first -= 2
    while first > 2 and doc[first - 1].lower_ in deed_words()["leading"] and doc[first - 2].text == "-":
        first -= 3  # "US-led coalition air strikes": the parse hangs "led" on the strikes
    while first - 1 in kept or (first - 2 in kept and doc[first - 1].text in JOINERS):
        if tells_day(doc[first - 1]):
            break
        first -= 1
    while first < head.i and (doc[first].lower_ in ASKING or _is_asked_for(doc[first])):
        first += 1  # "which rebels seized": the parse takes what the clause is about into who acts; "how many people"
    while last + 1 in kept or (last + 2 in kept and doc[last + 1].text in JOINERS and not doc[last].whitespace_):
        last += 1
    while last > head.i and (doc[last].pos_ in {"ADP", "DET", "PUNCT", "SPACE"} or doc[last].tag_ == "POS"):
        last -= 1
    text = doc[max(first, last - 11) : last + 1].text.strip()
    return text[:-1] if last == head.i and _lost_its_apostrophe(head) else text


def _lost_its_apostrophe(owner: Token) -> bool:
    """Whether an acronym or a known name before a noun is whose that is: "the PKLs attacks", "Norways raids"."""
    if owner.dep_ not in OWNING or owner.head.i < owner.i or not OWNER_WITH_S.fullmatch(owner.text):
        return False
    name = owner.text[:-1]
    known = country_code(owner.text) is not None or find_actor(owner.text) is not None
    return name.isupper() or (not known and (country_code(name) is not None or find_actor(name) is not None))


def _is_asked_for(word: Token) -> bool:
    """Whether a word stands for a number that is asked for: "how many"."""
    return word.lower_ in {"many", "much"} and word.i > 0 and word.nbor(-1).lower_ == "how"


JOINERS = frozenset({"-", "'", "’", "–"})


def before_state(state: Token) -> Token | None:
    """Return the word before one that tells how some fared, or the number of them: "five shot, one of them fatally"."""
    before = state.nbor(-1) if state.i > state.sent.start else None
    of_them = before is not None and before.dep_ == "pobj" and before.lower_ in {"them", "whom"}
    return before.head.head if before is not None and of_them else before
