"""Words as the search compares them: small letters, no accents, one way to write Arabic, its joined particles off."""

import re
from functools import cache

import msgspec

from crossbearing.ontology import listed

WORD = re.compile(r"[^\W_]+", re.UNICODE)


@cache
def unsearched() -> frozenset[str]:
    """Return the words that are left out of the index, as they are compared."""
    lists = listed("crossbearing.archive", "unsearched.yaml", dict[str, str])
    return frozenset(word for words in lists.values() for word in words.split())


ARABIC = re.compile(r"[\u0621-\u064a]")

PREFIXES = ("وال", "فال", "بال", "كال", "ولل", "لل", "ال")
"""What Arabic joins to a word: conjunctions, prepositions, the article; longest first. The prefixes of light10 (Larkey,
Ballesteros, Connell, "Improving stemming for Arabic information retrieval", SIGIR 2002), without its suffixes."""

SHORTEST_STEM = 3


def searchable(text: str) -> str:
    """Return a text as words for the index, parted by spaces.

    >>> searchable("Shells fell on Jisr ash-Shughūr, وقُصِفت المدينةُ")
    'shells fell jisr ash shughur وقصفت مدينه'
    """
    from crossbearing.language.normalise import fold

    left_out = unsearched()
    return " ".join(_stem(word) for word in WORD.findall(fold(text)) if word not in left_out)


def _stem(word: str) -> str:
    if ARABIC.match(word):
        for prefix in PREFIXES:
            if word.startswith(prefix) and len(word) - len(prefix) >= SHORTEST_STEM:
                return word[len(prefix):]
    return word


ASKED = re.compile(r'"([^"]*)"?|(\S+)')


class Term(msgspec.Struct, frozen=True):
    """Words that must follow each other, as they are compared, parted by spaces. A `beginning` may go on."""

    words: str
    beginning: bool = False


class Asked(msgspec.Struct, frozen=True):
    """What must be in a report, and what must not be."""

    wanted: tuple[Term, ...]
    unwanted: tuple[Term, ...]


def asked_words(asked: str) -> Asked:
    """Return what a person asks for. Raises `ValueError` where no word is wanted.

    All words must be there; words in quotation marks must follow each other; a word that ends with * is the beginning
    of one; a word after a minus must not be there.

    >>> asked_words('"Jisr al-Shughour" tank* -film').wanted
    (Term(words='jisr al shughour', beginning=False), Term(words='tank', beginning=True))
    """
    wanted: list[Term] = []
    unwanted: list[Term] = []
    for phrase, word in ASKED.findall(asked):
        part = phrase or word
        negative = not phrase and part.startswith("-") and len(part) > 1
        words = searchable(part)
        if words:
            (unwanted if negative else wanted).append(Term(words, beginning=not phrase and part.endswith("*")))
    if not wanted:
        raise ValueError(f"there is no word to look for in {asked!r}")
    return Asked(tuple(wanted), tuple(unwanted))
