"""Whether a word is a given name of people, in Latin letters or in Arabic, and whether words are a name at all."""

import re
from functools import cache

from crossbearing.language.normalise import fold
from crossbearing.language.spelling import ARABIC, SHORTEST_STEM, same_across, words_of
from crossbearing.ontology import listed
from crossbearing.places.cues import cues, given_names


@cache
def is_given_name(word: str) -> bool:
    """Whether a folded word is a given name; in Arabic, one that sounds as one that is known.

    >>> is_given_name("samir"), is_given_name("سمير"), is_given_name("دبابات")
    (True, True, False)
    """
    if not ARABIC.match(word):
        return word in given_names()
    if len(word) < SHORTEST_STEM or word in _alone():
        return False
    return any(same_across(name, word) for name in given_names())


def can_be_hidden(name: str) -> bool:
    """Whether something in a name is more than articles, titles and words that stand in every report.

    A single word is held to more: "life" is none, though "Hayat Odeh" and "Umm Hayat" are.

    >>> can_be_hidden("Umm Samir"), can_be_hidden("the"), can_be_hidden("Dr. al-"), can_be_hidden("بعد")
    (True, False, False, False)
    >>> can_be_hidden("حياة عودة"), can_be_hidden("حياة")
    (True, False)
    """
    kunya = words_of("kunya")
    small = (cues().function_words - given_names()) | _no_names()["closed"]
    small = small.union(*(words_of(kind) for kind in ("articles", "joined", "titles"))) - kunya
    words = [word for word in re.findall(r"\w+", fold(name)) if word not in small]
    single = len(words) == 1
    return any(word not in kunya and not (single and word in _alone()) for word in words)


@cache
def _alone() -> frozenset[str]:
    """Arabic words that are no name by themselves."""
    return frozenset().union(*_no_names().values())


@cache
def _no_names() -> dict[str, frozenset[str]]:
    lists = listed("crossbearing.protection", "no_names_arabic.yaml", dict[str, str])
    return {kind: frozenset(map(fold, words.split())) for kind, words in lists.items()}
