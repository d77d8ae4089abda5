"""Deeds that others answer: "punished them for the killing", "avenge the deaths", "an inquiry into the raid"."""

from spacy.tokens import Token

from crossbearing.reading.rules_v1.lexicon import certainty_words


def requited_by(deed: Token) -> Token | None:
    """Return the word by which a deed is answered that was done before; null for none, and for any that may be done."""
    noun = deed
    while noun.dep_ == "conj":
        noun = noun.head
    link, words = noun.head, certainty_words().requiting
    if noun.dep_ == "dobj":
        return link if link.lemma_.lower() in words["object"] else None
    if noun.dep_ != "pobj" or any(c.lower_ == "any" for c in deed.children):
        return None
    above = [link.head, *(c for c in link.head.children if c.dep_ == "dobj")]  # "took revenge | for"
    if link.head.dep_ in {"dobj", "nsubjpass", "pobj"}:
        above.append(link.head.head)
    return next((w for w in above if w.lemma_.lower() in words.get(link.lower_, ())), None)


def reason_in(noun: Token) -> Token | None:
    """Return the word by which a noun stands in the reason for something, and is no part of it: "because of the dead",
    "given the number of wounded", "despite the truce"; null for none.
    """
    above = noun
    while above.dep_ in {"pobj", "pcomp", "prep", "conj"} or above is noun:
        if above.lower_ in certainty_words().reasons and above is not noun:
            return above
        if above.head.i == above.i:
            return None
        above = above.head
    return above if above.lower_ in certainty_words().reasons else None
