"""A crisis in its first days: no record tells which expert to trust, but the first weeks of other crises do."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.crossbearing_v1.parameters import Young
from crossbearing.displacement.situation import Situation

Floats = NDArray[np.float64]
NOBODY = 0.1
"""A crisis begins after the last day on which less than this share of today's people had been counted."""


@dataclass(frozen=True)
class Beginning:
    """When a crisis began: `day` is the last before it, `age` the days up to its last row.

    `youth` is 1 at the beginning and fades by half every few days since.
    """

    day: int
    age: int
    youth: float

    @classmethod
    def of(cls, known: Situation, rules: Young) -> "Beginning | None":
        """Return when the crisis began; null where that lies before the counts, or nobody has been counted yet."""
        totals = known.people.sum(axis=1)
        before = np.flatnonzero(totals < NOBODY * totals[-1])
        if not len(before):
            return None
        began = int(before[-1])
        last = int(known.last.max())
        age = (last if last > began else known.day) - began
        return cls(began, age, 0.5 ** ((known.day - began) / rules.halving_days))

    def pace(self, known: Situation, horizon: int, power: float) -> Floats:
        """Return people in each camp on the coming days if they grow as a power of the age of the crisis.

        1 goes on as it went since the beginning; the people of the last row are of the day of that row.
        """
        ages = known.day - self.day + np.arange(1.0, horizon + 1)
        grown: Floats = known.people[-1] * ((ages / self.age) ** power)[:, None]
        return grown
