"""The words by which reports tell who stands behind a claim, and how names are written in a text."""

import re
from functools import cache

import msgspec

from crossbearing.ontology import listed

_WORD = re.compile(r"[^\s,;:\"“”()]+|[,;:()]")
_NAMED = re.compile(r"(?:[a-z]{1,3}[-'’])?[A-Z]")
"""How a word of a name begins: with a capital, also behind an article ("al-Haddad")."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `sources.yaml`."""

    own_reporters: frozenset[str]
    monitors: frozenset[str]
    bodies: frozenset[str]
    kept_by: frozenset[str]
    offices: frozenset[str]
    ministries: frozenset[str]
    heads: frozenset[str]
    ending_heads: frozenset[str]
    ended_heads: frozenset[str]
    heading: frozenset[str]
    former: frozenset[str]
    relatives: frozenset[str]
    articles: frozenset[str]
    whose: frozenset[str]
    joint: frozenset[str]
    behind_heads: frozenset[str]
    beside_outlets: frozenset[str]
    outlets: frozenset[str]
    platforms: frozenset[str]
    papers: frozenset[str]
    hearsay: frozenset[str]
    people: frozenset[str]


@cache
def source_words() -> Words:
    """Return the words by which it is told who stands behind a claim."""
    return listed("crossbearing.weighing", "sources.yaml", Words)


def name_words(text: str) -> list[str]:
    """Return the words of a text with the marks that part names: commas, colons, brackets.

    >>> name_words("Dr. Rana al-Odeh, 31")
    ['Dr.', 'Rana', 'al-Odeh', ',', '31']
    """
    return _WORD.findall(text)


def is_named(word: str) -> bool:
    """Whether a word is written as one of a name is.

    >>> is_named("al-Haddad"), is_named("the")
    (True, False)
    """
    return _NAMED.match(word) is not None
