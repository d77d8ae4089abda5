"""What a forecast must beat: forecasts that need no model. None of them sees a later total or a later capacity."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.gravity import attraction
from crossbearing.displacement.situation import Situation

Floats = NDArray[np.float64]
Baseline = Callable[[Situation, int], Floats | None]
"""Takes what is known and a horizon in days; returns people, a row a day after `day` and a column a camp, or null."""


def persistence(known: Situation, horizon: int) -> Floats:
    """Every camp stays as it is."""
    still: Floats = np.repeat(known.people[-1:], horizon, axis=0)
    return still


def drift(known: Situation, horizon: int) -> Floats:
    """Every camp goes on as it did from the first day to this one (the textbook's drift)."""
    ahead = np.arange(1, horizon + 1)[:, None]
    made: Floats = np.maximum(known.people[-1] + ahead * known.slope(known.day), 0.0)
    return made


def shares(known: Situation, horizon: int) -> Floats:
    """The total drifts, and every camp keeps today's share of it."""
    here = known.people[-1]
    made: Floats = _total(known, horizon)[:, None] * (here / here.sum() if here.sum() else np.zeros_like(here))
    return made


def gravity(known: Situation, horizon: int) -> Floats:
    """The total drifts, and what it grows by goes to the camps by population, intensity and squared distance."""
    pull = attraction(known.known, known.day, known.camps, by_road=False, power=2.0)
    growth = _total(known, horizon) - known.people[-1].sum()
    made: Floats = np.maximum(known.people[-1] + growth[:, None] * pull, 0.0)
    return made


def capacity(known: Situation, horizon: int) -> Floats | None:
    """The total drifts and is split by capacity; null where a camp has none."""
    limits = {place.name: place.capacity for place in known.known.camps}
    room = [limits.get(camp) for camp in known.camps]
    if not room or any(limit is None for limit in room):
        return None
    split = np.array(room, dtype=float)
    return _total(known, horizon)[:, None] * split / split.sum() if split.sum() else None


def _total(known: Situation, horizon: int) -> Floats:
    level = known.people.sum(axis=1)
    slope = (level[-1] - level[0]) / known.day if known.day else 0.0
    result: Floats = np.maximum(level[-1] + np.arange(1, horizon + 1) * slope, 0.0)
    return result


BASELINES: Mapping[str, Baseline] = {
    "persistence": persistence, "drift": drift, "day-d shares": shares, "gravity": gravity,
    "capacity shares": capacity,
}
"""All baselines by the names that tables show."""
