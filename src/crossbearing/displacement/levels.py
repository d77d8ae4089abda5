"""What was there, by counts of which only bounds are known: wide bounds weigh less, narrow ones beside them more."""

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.instance import Counts

Floats = NDArray[np.float64]
NORMAL = 0.675
"""Half of a normal's draws lie within so many standard deviations."""
LEAST = 3.0
"""So many people a day a camp may change that never did."""


def bounded(counts: Counts) -> tuple[Floats, Floats]:
    """Return the middle of each count's bounds, and the standard deviation of a number that may lie anywhere in them.

    Who says "more than 2,400" would have said 2,500 if that had been reached: where no upper bound is told, it is the
    next number that is as round.

    >>> middle, spread = bounded(Counts(np.array([0]), np.array([2400.0]), np.array([2400.0]), np.array([np.inf])))
    >>> float(middle[0]), round(float(spread[0]))
    (2450.0, 29)
    """
    if counts.low is None or counts.high is None:
        return counts.people, np.zeros(len(counts.people))
    high = np.where(np.isinf(counts.high), counts.low + _unit(counts.low), counts.high)
    return (counts.low + high) / 2.0, (high - counts.low) / np.sqrt(12.0)


def weighed(counts: Counts) -> tuple[Floats, Floats]:
    """Return the people of each row that are likeliest by all rows, and how unsure each is (a standard deviation).

    People are taken to change from day to day by as much as the rows usually do (a random walk); each row is seen
    through its bounds. Counts without bounds are what they are. Source: Kalman's filter with the smoother of Rauch,
    Tung and Striebel, AIAA Journal 3 (1965) 1445-1450.
    """
    middle, spread = bounded(counts)
    if not spread.any():
        return middle, spread
    lengths = np.maximum(np.diff(counts.days), 1).astype(float)
    moves = np.abs(np.diff(middle)) / np.sqrt(lengths)
    # What bounds alone may have moved says nothing of how people do.
    usual = max(float(np.median(moves)) / NORMAL if len(moves) else middle[0], LEAST)
    level, unsure = middle.copy(), spread**2
    ahead = unsure.copy()
    for row in range(1, len(level)):
        ahead[row] = unsure[row - 1] + usual**2 * lengths[row - 1]
        gain = ahead[row] / (ahead[row] + spread[row] ** 2)
        level[row] = level[row - 1] + gain * (middle[row] - level[row - 1])
        unsure[row] = (1.0 - gain) * ahead[row]
    for row in range(len(level) - 2, -1, -1):
        back = unsure[row] / ahead[row + 1]
        level[row] += back * (level[row + 1] - level[row])
        unsure[row] += back**2 * (unsure[row + 1] - ahead[row + 1])
    return level, np.sqrt(np.maximum(unsure, 0.0))


def _unit(number: Floats) -> Floats:
    # The unit of the last digit that is not 0: 100 for 2,400, 1 for 2,417.
    unit = np.ones(len(number))
    for _ in range(9):
        rounder = (number > 0) & (np.mod(number, unit * 10.0) == 0)
        unit = np.where(rounder, unit * 10.0, unit)
    return unit
