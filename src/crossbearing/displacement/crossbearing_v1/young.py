"""A crisis in its first days: no record tells which expert to trust, so that the flow, with its priors, is trusted."""

import numpy as np

from crossbearing.displacement.crossbearing_v1.parameters import Young
from crossbearing.displacement.situation import Situation

NOBODY = 0.1
"""A crisis begins after the last day on which less than this share of today's people had been counted."""


def youth(known: Situation, rules: Young) -> float:
    """Return 1 at the beginning of a crisis, fading by half every few days since.

    0 where the beginning lies before the counts, or nobody has been counted yet.
    """
    totals = known.people.sum(axis=1)
    before = np.flatnonzero(totals < NOBODY * totals[-1])
    if not len(before):
        return 0.0
    return float(0.5 ** ((known.day - int(before[-1])) / rules.halving_days))
