"""Names of people as they are compared: in their parts, in any spelling, in Latin letters or in Arabic."""

import re
from functools import lru_cache

from crossbearing.language.normalise import fold
from crossbearing.language.person_words import pieces
from crossbearing.language.spelling import same_word, words_of

FULL = 2
"""Parts from which a name is a full one: a first name or a last name alone is borne by many."""

_WORD = re.compile(r"[^\W\d_]+")
Parts = tuple[str, ...]


@lru_cache(maxsize=65536)
def parts_of(name: str) -> Parts:
    """Return the parts of a name as they are compared: without titles, articles and what joins parts.

    >>> parts_of("Dr. Rana al-Odeh"), parts_of("Abdulrahman Saleh") == parts_of("Abd al-Rahman Saleh")
    (('rana', 'odeh'), True)
    """
    words = _WORD.findall(fold(name))
    while len(words) > 1 and words[0] in words_of("titles"):
        words = words[1:]
    bare = words_of("articles") | words_of("joined")
    parts: list[str] = []
    for piece in pieces(words):
        if piece.bound and parts:
            parts[-1] += piece.said
        elif piece.said not in bare:
            parts.append(piece.said)
    return tuple(parts or words)


def agree(one: Parts, other: Parts) -> bool:
    """Whether two names can be one person's: each part of the shorter one stands in the longer one, in that order.

    An initial agrees with whatever begins with it. One part alone must be spelt the same: so many names sound alike.

    >>> agree(parts_of("Hamza al-Khatib"), parts_of("Hamzeh Ali Alkhateeb"))
    True
    >>> agree(parts_of("R. Odeh"), parts_of("Rana Odeh")), agree(parts_of("Samir Odeh"), parts_of("Rana Odeh"))
    (True, False)
    """
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    at = 0
    same = _same if len(short) >= FULL else str.__eq__
    for part in short:
        at = next((n for n in range(at, len(long)) if same(part, long[n])), len(long)) + 1
        if at > len(long):
            return False
    return bool(short)


def is_full(parts: Parts) -> bool:
    """Whether a name has two parts at least that are no initials."""
    return sum(len(part) > 1 for part in parts) >= FULL


def same_in_full(one: Parts, other: Parts) -> bool:
    """Whether two full names agree in two parts at least that are no initials."""
    return is_full(one) and is_full(other) and agree(one, other)


@lru_cache(maxsize=200_000)
def _same(one: str, other: str) -> bool:
    if 1 in (len(one), len(other)):
        return one[0] == other[0]
    return same_word(one, other) or same_word(other, one)  # either may have an article joined to it
