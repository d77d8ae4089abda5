"""Which words of a report tell of what happened: page furniture left out, names of people found."""

import re
from functools import cache

from crossbearing.actors import find_actor
from crossbearing.ontology import listed
from crossbearing.weighing.words import bits, stem, stems

NAME_BITS = 4.0
"""Bits from which a capitalised word may be a person's name."""

_PIECE = re.compile(r"[^\n.!?]+[.!?\n]*")
_PAIR = re.compile(
    r"(?<![\w.])([A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?)(?: [A-Z]\.)?((?: [A-Z][a-z]+(?:[-'’][A-Z]?[a-z]+)?)+)"
)


@cache
def _furniture() -> re.Pattern[str]:
    lists = listed("crossbearing.weighing", "furniture.yaml", dict[str, list[str]])
    return re.compile("|".join(map(re.escape, lists["phrases"])))


def is_furniture(sentence: str) -> bool:
    """Whether a sentence speaks of the page and not of what happened.

    >>> is_furniture("All rights reserved."), is_furniture("Nine people died.")
    (True, False)
    """
    return _furniture().search(sentence.casefold()) is not None


def telling_text(text: str) -> str:
    """Return a text without its sentences of page furniture.

    >>> telling_text("Nine died. Sign up for our newsletter!")
    'Nine died.'
    """
    return "".join(m.group() for m in _PIECE.finditer(text) if not is_furniture(m.group()))


def people(text: str, places: frozenset[str]) -> frozenset[str]:
    """Return the last names of those whom a text names in full, in lower case; `places` are the words of its place
    names.

    >>> sorted(people("Police named Jonah Kestrelby, 20, of North Marnah.", frozenset({"north", "marnah"})))
    ['kestrelby']
    """
    found = set()
    for match in _PAIR.finditer(text):
        words = match.group().split()
        ends = ["".join(stems(w)[-1:]) for w in words]
        last, known = stem(ends[-1]), any(end in places for end in ends)
        if (
            last
            and not known
            and bits(last) >= NAME_BITS
            and find_actor(match.group()) is None
            and find_actor(words[-1].casefold()) is None
        ):
            found.add(last)
    return frozenset(found)
