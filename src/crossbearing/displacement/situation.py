"""A crisis as it is known on one day, ready to be forecast from."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.instance import Counts, Instance
from crossbearing.displacement.known import Protocol, known_on
from crossbearing.displacement.levels import weighed
from crossbearing.displacement.observed import corrected, daily

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Situation:
    """What is known on the evening of `day`: `known` is the instance cut to it (see `known_on`).

    `people` has a row for each day up to `day` and a column for each of `camps`; after a camp's last row its count
    stands still. `last` is the day of that row (0 where there is none yet), `rows` are the days and counts of all rows
    and how unsure each is (a standard deviation, in people; 0 for a count without bounds). A count that is told by its
    bounds is weighed with those beside it (see `levels`).
    """

    known: Instance
    day: int
    camps: tuple[str, ...]
    people: Floats
    last: NDArray[np.int64]
    rows: tuple[tuple[Floats, Floats, Floats], ...]

    @classmethod
    def of(cls, instance: Instance, day: int, protocol: Protocol = "published") -> "Situation":
        """Return what is known of an instance on a day of it; camps are those that ever have counts."""
        known = known_on(instance, day, protocol)
        none = (np.zeros(1), np.zeros(1), np.zeros(1))
        rows, columns = [], []
        for camp in instance.observed_camps:
            series = corrected(known, camp) if camp in known.counts else None
            if series is None:
                rows.append(none)
                columns.append(np.zeros(day + 1))
                continue
            people, unsure = weighed(series)
            rows.append((series.days.astype(float), people, unsure))
            columns.append(daily(Counts(series.days, people), np.arange(day + 1)).astype(float))
        counted = np.stack(columns, axis=1) if columns else np.zeros((day + 1, 0))
        last = np.array([max(days[-1], 0) for days, _, _ in rows], dtype=np.int64)
        return cls(known, day, instance.observed_camps, counted, last, tuple(rows))

    @property
    def unsure(self) -> Floats:
        """How unsure the last row of each camp is: a standard deviation, in people."""
        return np.array([unsure[-1] for _, _, unsure in self.rows])

    def slope(self, window: int) -> Floats:
        """Return each camp's people a day over the last `window` days (or as many as there are)."""
        back = min(window, self.day)
        return (self.people[-1] - self.people[-1 - back]) / back if back else np.zeros(len(self.camps))

    def slope_between_rows(self, window: int) -> Floats:
        """Return each camp's people a day up to its last row, from the last row at least `window` days before that."""
        slopes = np.zeros(len(self.camps))
        for camp, (days, people, _) in enumerate(self.rows):
            before = int(np.searchsorted(days, days[-1] - window, side="right")) - 1
            before = max(min(before, len(days) - 2), 0)
            if days[-1] > days[before]:
                slopes[camp] = (people[-1] - people[before]) / (days[-1] - days[before])
        return slopes
