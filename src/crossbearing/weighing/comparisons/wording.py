"""The words of two accounts, those of their whole reports, and the people they name."""

from bisect import bisect_right
from collections.abc import Mapping

from crossbearing.weighing.comparisons.found import UNKNOWN, Found
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.words import bits, cosine

WORD_BINS = (0.05, 0.1, 0.2, 0.3, 0.45, 0.65, 0.85)
WORDS_FOUND = tuple(Found(level) for level in ("w00", "w05", "w10", "w20", "w30", "w45", "w65", "w85"))
REPORT_BINS = (0.05, 0.1, 0.15, 0.2, 0.3, 0.5)
REPORTS_FOUND = tuple(Found(level) for level in ("r00", "r05", "r10", "r15", "r20", "r30", "r50"))
"""What is found below the lowest cosine, and from each on."""
TELLING_BITS = 4
"""Bits from which a shared word is shown to people."""
SHOWN = 5


def words(a: Facts, b: Facts) -> Found:
    """Compare the words of the evidence, rare ones weighing most."""
    if not a.vector or not b.vector:
        return Found("w10")
    score = cosine(a.vector, b.vector, a.length, b.length)
    return WORDS_FOUND[bisect_right(WORD_BINS, score)]


def wording(a: Facts, b: Facts) -> Found:
    """Compare the words of the whole reports."""
    one, two = a.context, b.context
    score = cosine(one.vector, two.vector, one.vector_length, two.vector_length) if one.vector and two.vector else 0.0
    return REPORTS_FOUND[bisect_right(REPORT_BINS, score)]


def names(a: Facts, b: Facts, *, whole: bool) -> Found:
    """Compare the people named: in the whole reports, or in the evidence of the two accounts alone."""
    one, two = (a.context.people, b.context.people) if whole else (a.people, b.people)
    if not one or not two:
        return UNKNOWN
    both = sorted(one & two)
    level = ("none", "one", "two", "many")[min(len(both), 3)]
    return Found(level, x=", ".join(both[:SHOWN]))


def shared_words(a: Mapping[str, float], b: Mapping[str, float]) -> str:
    """Return the most telling words that two accounts share, for people."""
    both = sorted((w for w in a if w in b and bits(w) >= TELLING_BITS), key=lambda w: (-min(a[w], b[w]), w))
    return ", ".join(both[:SHOWN])
