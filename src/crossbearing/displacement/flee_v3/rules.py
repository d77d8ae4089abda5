"""The rules of one decision and of one stretch of road, as both modes use them."""

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.compiled import compiled

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@compiled
def room(people: int, capacity: float, choice: Floats) -> float:
    """Return how open a camp is to more people: 1 up to the buffer, falling to 0 at its scaled capacity.

    A capacity below 0 is no limit; one below a person is none either, unless `choice` says that full is full.
    """
    limit = capacity * choice[1]
    if capacity < 0.0 or (limit < 1.0 and choice[4] > 0.0) or people <= choice[0] * limit:
        return 1.0
    if people >= limit:
        return 0.0
    return float(1.0 - (people - choice[0] * limit) / (limit * (1.0 - choice[0])))


@compiled
def shares(
    first: int, last: int, weight: Floats, shut: Flags, route_end: Ints, people: Ints, capacity: Floats, camp: Flags,
    choice: Floats, out: Floats,
) -> float:
    """Write the chance weights of the routes `first` to `last` into `out`; returns their sum (0: no route at all).

    `choice` holds buffer, scaling, power, pruning threshold and whether a camp without room for one person is unlimited
    (1 or 0). Where every weight is 0, all open routes are alike. A route is pruned whose weight is below that of the
    best by more than the threshold.
    """
    total, best, opened = 0.0, 0.0, 0
    for route in range(first, last):
        at = route - first
        if shut[route]:
            out[at] = -1.0
            continue
        opened += 1
        end = route_end[route]
        value = weight[route]
        if camp[end]:
            value *= room(people[end], capacity[end], choice)
        value = value if choice[2] == 1.0 else value ** choice[2]
        out[at] = value
        total += value
        best = max(best, value)
    if choice[3] > 1.0 and total > 0.0:
        total = 0.0
        for at in range(last - first):
            if out[at] >= 0.0 and out[at] < best / choice[3]:
                out[at] = 0.0
            total += max(out[at], 0.0)
    alike = total <= 0.0
    for at in range(last - first):
        if out[at] < 0.0:
            out[at] = 0.0
        elif alike:
            out[at] = 1.0
    return float(opened) if alike else total
