"""The flow: how many leave for camps on the coming days, and which camps they reach."""

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.crossbearing_v1.parameters import Flow
from crossbearing.displacement.gravity import attraction, pressure
from crossbearing.displacement.situation import Situation

Floats = NDArray[np.float64]
MOST_CHANGE = 4.0
"""The inflow is never taken to rise or fall by more than this factor because of conflict alone."""


def inflow(known: Situation, horizon: int, damping: float, rules: Flow) -> Floats:
    """Return new arrivals in all camps on each of the coming days: today's inflow, moved by the pressure of conflict.

    Pressure reaches the camps `lag_days` later; its change against the window in which the inflow was measured scales
    the inflow. Where nobody has been counted yet, people leave at the rate that is usual for such pressure.
    """
    day, window = known.day, min(rules.window_days, known.day)
    totals = known.people.sum(axis=1)
    rate = max(totals[-1] - totals[-1 - window], 0.0) / window if window else 0.0
    felt = _felt(known, horizon, rules)
    before = felt[: window + 1].mean()
    ahead = felt[-horizon:]
    fading = damping ** np.arange(1, horizon + 1)
    if rate == 0.0 and not known.people.any():
        started: Floats = ahead * rules.displaced_per_1000 / 1000.0
        return started
    change = np.clip(ahead / before if before > 0 else np.ones(horizon), 1 / MOST_CHANGE, MOST_CHANGE)
    result: Floats = rate * change * fading if day else ahead * rules.displaced_per_1000 / 1000.0
    return result


def _felt(known: Situation, horizon: int, rules: Flow) -> Floats:
    # Pressure as it is felt at the camps: `lag_days` old. Beyond today the instance holds today's intensities.
    first = max(known.day - rules.window_days, 0)
    days = np.clip(np.arange(first, known.day + horizon + 1) - rules.lag_days, 0, known.known.days - 1)
    each = {int(day): float(pressure(known.known, int(day)).sum()) for day in np.unique(days)}
    return np.array([each[int(day)] for day in days])


def flow(known: Situation, horizon: int, damping: float, rules: Flow) -> Floats:
    """Return people in each camp on the coming days, a row a day: those there, and the inflow by its shares.

    Shares are the camps' own gains of late, with some gravity by road mixed in, so that a camp that has just been
    opened or reached is not left out. A camp that is full passes its share on to the others.
    """
    gains = np.maximum(known.slope(2 * rules.window_days) * min(2 * rules.window_days, known.day), 0.0)
    pull = attraction(known.known, known.day, known.camps, by_road=True, power=rules.gravity_power)
    prior = rules.gravity_people + rules.gravity_weight * gains.sum()
    share = (gains + prior * pull) / (gains.sum() + prior)
    limits = {place.name: place.capacity for place in known.known.camps}
    room = np.array([np.inf if limits.get(camp) is None else limits[camp] for camp in known.camps], dtype=float)
    people = np.zeros((horizon, len(known.camps)))
    here = known.people[-1].copy()
    for ahead, coming in enumerate(inflow(known, horizon, damping, rules)):
        able = share * (here < room)
        able = able / able.sum() if able.sum() > 0 else share
        here = here + coming * able
        people[ahead] = here
    return people
