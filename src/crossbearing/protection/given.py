"""Whether a word is a given name of people, in Latin letters or in Arabic, and whether words are a name at all."""

import re
from functools import cache
from importlib.resources import files

from crossbearing.language.normalise import fold
from crossbearing.language.spelling import ARABIC, SHORTEST_STEM, same_across, words_of
from crossbearing.places.cues import cues, given_names


@cache
def is_given_name(word: str) -> bool:
    """Whether a folded word is a given name; in Arabic, one that sounds as one that is known.

    >>> is_given_name("samir"), is_given_name("سمير"), is_given_name("دبابات")
    (True, True, False)
    """
    if not ARABIC.match(word):
        return word in given_names()
    if len(word) < SHORTEST_STEM or word in _no_names():
        return False
    return any(same_across(name, word) for name in given_names())


def can_be_hidden(name: str) -> bool:
    """Whether something in a name is more than articles, titles and words that stand in every report.

    >>> can_be_hidden("Umm Samir"), can_be_hidden("the"), can_be_hidden("Dr. al-"), can_be_hidden("بعد")
    (True, False, False, False)
    """
    small = (cues().function_words - given_names()) | _no_names()
    small = small.union(*(words_of(kind) for kind in ("articles", "joined", "kunya", "titles")))
    return any(word not in small for word in re.findall(r"\w+", fold(name)))


@cache
def _no_names() -> frozenset[str]:
    raw = files("crossbearing.protection").joinpath("no_names_arabic.txt").read_text(encoding="utf-8")
    return frozenset(fold(word) for line in raw.splitlines() if not line.startswith("#") for word in line.split())
