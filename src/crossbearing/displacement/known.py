"""What one could know of a crisis on a given day, and nothing else."""

import dataclasses
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.instance import NEVER, Counts, Instance
from crossbearing.displacement.observed import Observed, corrected

Protocol = Literal["published", "hindsight"]
"""How much later knowledge a rolling evaluation lets in.

`published`: on day d there are the rows up to d, scaled by re-registrations up to d; what comes later is judged on that
scale. `hindsight`: the daily counts up to d as one sees them today, with all re-registrations and with the line between
two rows known before its end; easier, and how Flee's own tables are commonly used.
"""

LEAK = 0.005
"""A capacity this near to the highest count was taken from it."""


def known_on(instance: Instance, day: int, protocol: Protocol = "published") -> Instance:
    """Return an instance as it could be known on the evening of `day`: later rows, switches and closures are gone.

    Its period still has the full length: intensities after `day` are those of `day`, closures that were in force then
    stay so. Camps without a row so far have no counts.
    """
    conflicts = instance.conflicts.copy()
    conflicts[day + 1 :] = conflicts[day]
    closures = tuple(msgspec.structs.replace(closure, end=closure.end if closure.end <= day else NEVER)
                     for closure in instance.closures if closure.start <= day)
    if protocol == "published":
        corrections = tuple(c for c in instance.corrections if (c.date - instance.start).days <= day)
        counts = {camp: cut for camp, series in instance.counts.items() if len((cut := _until(series, day)).days)}
    else:
        corrections = ()
        observed = Observed.of(instance)
        days = np.arange(day + 1)
        counts = {camp: Counts(days, observed.people[: day + 1, at].astype(float))
                  for at, camp in enumerate(observed.camps)}
    return dataclasses.replace(
        instance, conflicts=conflicts, closures=closures, corrections=corrections, counts=counts,
        layout=tuple(camp for camp in instance.layout if camp in counts),
        total=_until(instance.total, day) if instance.total is not None else None)


def truth_of(
    instance: Instance, day: int, camps: tuple[str, ...], protocol: Protocol = "published",
) -> NDArray[np.int64]:
    """Return the daily counts, a column a camp, on which forecasts made on `day` are judged."""
    until = day if protocol == "published" else None
    return Observed.of(instance, corrected_until=until).of_camps(camps)


def leaking_capacities(instance: Instance) -> tuple[str, ...]:
    """Return the camps whose capacity is, within half a per cent, the highest count that was ever published there.

    Counts as published or as corrected. Such a capacity was fixed after the fact: who forecasts with it has seen the
    answer.
    """
    found = []
    for camp in instance.camps:
        if camp.capacity is None or camp.name not in instance.counts:
            continue
        highest = {float(instance.counts[camp.name].people.max()), float(corrected(instance, camp.name).people.max())}
        if any(abs(camp.capacity - most) <= LEAK * most for most in highest):
            found.append(camp.name)
    return tuple(found)


def _until(counts: Counts, day: int) -> Counts:
    known = counts.days <= day
    return Counts(counts.days[known], counts.people[known], *(None if ends is None else ends[known]
                                                              for ends in (counts.low, counts.high)))
