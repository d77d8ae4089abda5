"""Subjects that an aside parts from their verb: "six people, including a baby, were hurt"."""

from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from crossbearing.reading.rules_v1.wordclasses import belongs

PEOPLE = frozenset({"person", "combatant"})
ASIDE = frozenset({",", "-", "--", "–", "—"})
OPENING_ASIDE = frozenset({"including", "among", "ages", "aged", "ranging", "mostly", "most", "some", "all"})
"""Words with which an aside about people begins."""
COMPANY = frozenset({"along", "together"})
"""Words with which an aside about who joins somebody begins."""
LONGEST_ASIDE = 24
"""Tokens of such an aside."""


def subject_before_aside(verb: Token) -> Token | None:
    """Return the people before an aside that tells of some of them or how old they are, behind which a passive goes on.

    "After six people, including a baby, were hurt", "ten people, ages 16 to 40, were hurt".
    """
    return _before_aside(verb, OPENING_ASIDE, PEOPLE)


def subject_before_company(verb: Token) -> Token | None:
    """Return those before an aside that tells who joins them, where the parse gives the verb behind it no subject:
    "Near Dirwan the army - along with rebels - has shelled the mill".
    """
    return _before_aside(verb, COMPANY, PEOPLE | {"armed_body"})


def _before_aside(verb: Token, opening: AbstractSet[str], classes: AbstractSet[str]) -> Token | None:
    """Those of some classes before an aside that opens with one of some words, behind which a verb goes on."""
    doc, first = verb.doc, verb.sent.start
    closing = verb.i - 1
    while closing > first and (doc[closing].pos_ in {"AUX", "ADV"} or doc[closing].lower_ in {"all", "both"}):
        closing -= 1
    if closing == verb.i - 1 or doc[closing].text not in ASIDE:
        return None
    for i in range(closing - 2, max(first, closing - LONGEST_ASIDE), -1):
        if doc[i].text in ASIDE and doc[i + 1].lower_ in opening:
            return doc[i - 1] if belongs(doc[i - 1], classes) and not _is_of_clause(doc[i - 1]) else None
    return None


def _is_of_clause(noun: Token) -> bool:
    """Whether it is no noun, or the object of a clause that tells of another: "who killed two girls, aged 7 and 9"."""
    return noun.pos_ != "NOUN" or (noun.dep_ == "dobj" and noun.head.dep_ in {"relcl", "acl"})
