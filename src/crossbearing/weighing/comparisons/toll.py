"""How many were killed, wounded and displaced."""

from crossbearing.weighing.comparisons.found import UNKNOWN, Found
from crossbearing.weighing.counts import Interval, bounds, exclude
from crossbearing.weighing.facts import Facts

FEW, LARGE = 3, 10
"""Counts from which an equal count is telling, and very telling."""
VIOLENCE = "violence"
"""The family of kinds of which a toll is to be expected."""
CLOSE, MUCH = 1.3, 3.0
"""How many times the lower count the higher is, up to which counts are close, and from which they differ greatly."""


def killed(a: Facts, b: Facts) -> Found:
    """Compare how many were killed. An account may give several counts, of several roots or hours: one that both give
    says more than that those told most differ. Where one tells of no violence, both may leave out a toll.
    """
    found = toll(a.killed, b.killed)
    if not a.killed and not b.killed and not (VIOLENCE in a.families and VIOLENCE in b.families):
        return Found("none_to_tell")
    both = max(a.dead & b.dead, default=0)
    if both < FEW or found.level.startswith("same"):
        return found
    return Found("same_large" if both >= LARGE else "same_some", x=str(both))


def injured(a: Facts, b: Facts) -> Found:
    """Compare how many were wounded."""
    return toll(a.injured, b.injured)


def displaced(a: Facts, b: Facts) -> Found:
    """Compare how many fled or were driven out."""
    return toll(a.displaced, b.displaced)


def toll(one: Interval | None, two: Interval | None) -> Found:
    """Compare two counts of the same measure.

    >>> toll((12, 12), (12, None)).level, toll((4, 4), (9, 9)).level, toll(None, (3, 3)).level
    ('same_large', 'differ', 'unknown')
    """
    if one is None or two is None:
        return UNKNOWN
    names = (bounds(one), bounds(two))
    low, high = sorted((one[0], two[0]))
    if low == high:
        return Found("same_large" if low >= LARGE else "same_some" if low >= FEW else "same_few", *names, str(low))
    if not exclude(one, two):
        level = "compatible" if high < 2 * low + 2 else "close" if high < 4 * low + 4 else "differ"
    elif low < FEW:
        level = "differ_few"
    else:
        near = high - low < FEW or high < CLOSE * low
        level = "close" if near else "differ" if high < MUCH * low else "differ_much"
    return Found(level, *names)
