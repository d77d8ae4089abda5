"""Observed counts day by day, and the number of people who newly arrive, as Flee takes them from the tables."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.instance import Counts, Instance


@dataclass(frozen=True)
class Observed:
    """Counts of every camp with a table, day by day: `people` has a row a day and a column for each of `camps`.

    `total` is the published total (zeros where there is none).
    """

    camps: tuple[str, ...]
    people: NDArray[np.int64]
    total: NDArray[np.int64]

    @classmethod
    def of(cls, instance: Instance, *, corrected_until: int | None = None) -> "Observed":
        """Return the daily counts of an instance.

        Between two rows a count is interpolated and cut to a whole number; before the first row it is the first
        count, after the last row the last. Re-registrations (all of them, also later ones; or those up to day
        `corrected_until`) scale the rows before them.
        """
        days = np.arange(instance.days)
        columns = [daily(corrected(instance, camp, corrected_until), days) for camp in instance.layout]
        people = np.stack(columns, axis=1) if columns else np.zeros((instance.days, 0), dtype=np.int64)
        total = daily(instance.total, days) if instance.total is not None else np.zeros(instance.days, dtype=np.int64)
        return cls(instance.layout, people, total)

    def of_camps(self, names: tuple[str, ...]) -> NDArray[np.int64]:
        """Return the columns of some camps, in that order; a camp without a table has zeros."""
        none = np.zeros(len(self.people), dtype=np.int64)
        columns = [self.people[:, self.camps.index(name)] if name in self.camps else none for name in names]
        return np.stack(columns, axis=1) if columns else np.zeros((len(self.people), 0), dtype=np.int64)

    def arrivals(self, *, from_camps: bool = True) -> NDArray[np.int64]:
        """Return how many newly set out on each day: the growth of the counts, less what earlier losses left as debt.

        A falling count cannot send anybody home, so it is set off against the growth that follows. Day 0 has none.

        >>> Observed(("a",), np.array([[5], [9], [6], [8], [12]]), np.zeros(5, np.int64)).arrivals()
        array([0, 4, 0, 0, 3])
        """
        level = self.people.sum(axis=1) if from_camps else self.total
        new = np.zeros(len(level), dtype=np.int64)
        debt = 0
        for day in range(1, len(level)):
            net = int(level[day] - level[day - 1]) - debt
            debt = max(-net, 0)
            new[day] = max(net, 0)
        return new


def corrected(instance: Instance, camp: str, until: int | None = None) -> Counts:
    """Return a camp's counts after the re-registrations up to day `until` (null: all), in the order of the corrections.

    A correction on a day that has a row (from day 0 on) multiplies all earlier rows by its count over that of the row
    before.
    """
    counts = instance.counts[camp]
    scale = np.ones(len(counts.people))
    for correction in instance.corrections:
        day = (correction.date - instance.start).days
        if correction.camp != camp or day < 0 or (until is not None and day > until):
            continue
        at = int(np.searchsorted(counts.days, day))
        people = counts.people * scale
        if 0 < at < len(counts.days) and counts.days[at] == day and people[at - 1] > 0:
            scale[:at] *= people[at] / people[at - 1]
    return Counts(counts.days, counts.people * scale,
                  *(None if ends is None else ends * scale for ends in (counts.low, counts.high)))


def daily(counts: Counts, days: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return counts for each of `days`, interpolated and cut to whole people.

    >>> daily(Counts(np.array([0, 4]), np.array([10.0, 20.0])), np.array([0, 1, 9])).tolist()
    [10, 12, 20]
    """
    # Rounding errors of the interpolation must not cut a whole number to the one below it.
    return np.floor(np.interp(days, counts.days, counts.people) + 1e-9).astype(np.int64)
