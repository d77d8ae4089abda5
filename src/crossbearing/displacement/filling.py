"""When a camp fills."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.instance import Instance


@dataclass(frozen=True)
class Filling:
    """When a camp reaches its capacity: days ahead at which a tenth, half and nine tenths of the draws have.

    Null: not within the horizon. `chance` is the share of draws that fill it within the horizon.
    """

    camp: str
    capacity: int
    early: int | None
    middle: int | None
    late: int | None
    chance: float


def filling(instance: Instance, camps: tuple[str, ...], draws: NDArray[np.float64]) -> tuple[Filling, ...]:
    """Return when the camps with a capacity fill, from people by draw, day ahead and camp; the first to fill first."""
    limits = {place.name: place.capacity for place in instance.camps}
    found = []
    for column, camp in enumerate(camps):
        limit = limits.get(camp)
        if not limit:
            continue
        full = np.maximum.accumulate(draws[:, :, column] >= limit, axis=1).mean(axis=0)
        early, middle, late = (int(np.argmax(full >= share)) + 1 if full[-1] >= share else None
                               for share in (0.1, 0.5, 0.9))
        found.append(Filling(camp, limit, early, middle, late, float(full[-1])))
    return tuple(sorted(found, key=lambda each: (-each.chance, each.middle or 10**6, each.camp)))
