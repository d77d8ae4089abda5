"""The experts: each a simple forecast, with the penalty that it is charged before it has a record."""

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.crossbearing_v1.flow import Flow
from crossbearing.displacement.crossbearing_v1.parameters import Parameters
from crossbearing.displacement.situation import Situation

Floats = NDArray[np.float64]
FLOW = "flow"


def damped(ahead: Floats, damping: float) -> Floats:
    """Return how many days' worth of an undamped trend a damped one makes in so many days.

    >>> damped(np.array([1.0, 2.0]), 0.5).tolist()
    [0.5, 0.75]
    """
    return ahead if damping >= 1.0 else damping * (1.0 - damping**ahead) / (1.0 - damping)


def names(told: Parameters) -> tuple[str, ...]:
    """Return the names of the experts, in the order of `experts` and `penalties`."""
    trends = [f"trend {w} x{d}" for w in told.trends.windows for d in told.trends.dampings]
    rows = [f"rows {w} x{d}" for w in told.rows.windows for d in told.rows.dampings]
    return ("persistence", *trends, *rows, FLOW)


def penalties(told: Parameters) -> Floats:
    """Return the relative loss of each expert before it has a record: 1 and its penalty."""
    trends = [a + b for a in told.trends.windows.values() for b in told.trends.dampings.values()]
    rows = [a + b for a in told.rows.windows.values() for b in told.rows.dampings.values()]
    charged = [told.persistence_penalty, *trends, *rows, told.flow.penalty]
    return 1.0 + np.array(charged)


def experts(known: Situation, horizon: int, told: Parameters) -> Floats:
    """Return the forecasts of all experts: expert, day ahead, camp."""
    ahead = np.arange(1.0, horizon + 1)[:, None]
    here = known.people[-1]
    age = (known.day - known.last).astype(float)[None, :]
    made = [np.repeat(here[None], horizon, axis=0)]
    for window in told.trends.windows:
        slope = known.slope(window)
        made += [here + slope * damped(ahead, damping) for damping in told.trends.dampings]
    for window in told.rows.windows:
        slope = known.slope_between_rows(window)
        made += [here + slope * (damped(ahead + age, damping) - damped(age, damping)) for damping in told.rows.dampings]
    made.append(Flow.of(known, told.flow).expected(horizon))
    said: Floats = np.maximum(np.array(made), 0.0)
    return said
