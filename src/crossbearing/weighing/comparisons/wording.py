"""The words of two accounts, those of their whole reports, and the people they name."""

from collections.abc import Mapping

from crossbearing.weighing.comparisons.found import Found
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.words import bits, cosine

WORD_BINS = (
    (0.85, "w85"), (0.65, "w65"), (0.45, "w45"), (0.3, "w30"), (0.2, "w20"), (0.1, "w10"), (0.05, "w05"), (-1.0, "w00"),
)  # fmt: skip
REPORT_BINS = ((0.5, "r50"), (0.3, "r30"), (0.2, "r20"), (0.15, "r15"), (0.1, "r10"), (0.05, "r05"), (-1.0, "r00"))
TELLING_BITS = 4
"""Bits from which a shared word is shown to people."""
SHOWN = 5


def words(a: Facts, b: Facts) -> Found:
    """Compare the words of the evidence, rare ones weighing most."""
    if not a.vector or not b.vector:
        return Found("w10")
    score = cosine(a.vector, b.vector, a.length, b.length)
    return Found(next(name for least, name in WORD_BINS if score >= least))


def wording(a: Facts, b: Facts) -> Found:
    """Compare the words of the whole reports."""
    one, two = a.context, b.context
    score = cosine(one.vector, two.vector, one.vector_length, two.vector_length) if one.vector and two.vector else 0.0
    return Found(next(name for least, name in REPORT_BINS if score >= least))


def names(a: Facts, b: Facts, *, whole: bool) -> Found:
    """Compare the people named: in the whole reports, or in the evidence of the two accounts alone."""
    one, two = (a.context.people, b.context.people) if whole else (a.people, b.people)
    if not one or not two:
        return Found("unknown")
    both = sorted(one & two)
    level = ("none", "one", "two", "many")[min(len(both), 3)]
    return Found(level, x=", ".join(both[:SHOWN]))


def shared_words(a: Mapping[str, float], b: Mapping[str, float]) -> str:
    """Return the most telling words that two accounts share, for people."""
    both = sorted((w for w in a if w in b and bits(w) >= TELLING_BITS), key=lambda w: (-min(a[w], b[w]), w))
    return ", ".join(both[:SHOWN])
