"""Rolling-origin evaluation: known up to day d, forecast the next days; ours and the baselines on the same footing."""

import dataclasses
from dataclasses import dataclass

import msgspec
import numpy as np

from crossbearing.displacement.baselines import BASELINES
from crossbearing.displacement.crossbearing_v1 import Forecaster
from crossbearing.displacement.crossbearing_v1.parameters import Parameters
from crossbearing.displacement.instance import Instance
from crossbearing.displacement.known import Protocol, leaking_capacities, truth_of
from crossbearing.displacement.scores import coverage, crps, mae

FIRST_DAY = 30
"""Nothing is judged before a month is known."""
OURS = "crossbearing_v1"


@dataclass(frozen=True)
class Rolled:
    """The result for one instance and horizon, means over all origins, days ahead and camps.

    `mae` is by method, in people; `crps` is that of the ensemble (for a baseline it equals the MAE); `covered` the
    share of counts within the 50 % and the 90 % interval. `left_out` names the camps whose capacity was fixed after
    the fact: no method sees any capacity then.
    """

    instance: str
    horizon: int
    origins: int
    mae: dict[str, float]
    mase: float
    crps: float
    covered: dict[float, float]
    left_out: tuple[str, ...]

    @property
    def best_baseline(self) -> str:
        """The baseline with the smallest error, chosen after the fact."""
        return min((name for name in self.mae if name != OURS), key=lambda name: self.mae[name])

    @property
    def skill(self) -> float:
        """Our error by that of the best baseline; below 1 is better."""
        best = self.mae[self.best_baseline]
        return self.mae[OURS] / best if best else (1.0 if self.mae[OURS] == 0 else float("inf"))


def roll(
    instance: Instance, horizons: tuple[int, ...] = (7, 14, 30), *, step: int = 7, protocol: Protocol = "published",
    draws: int = 500, seed: int = 0, told: Parameters | None = None,
) -> tuple[Rolled, ...]:
    """Forecast an instance from every `step`-th day after the first month and judge the forecasts.

    `told` are other assumptions of ours than those that ship. Raises ValueError where the period is too short for a
    month and the longest horizon.
    """
    leaks = leaking_capacities(instance)
    if leaks:
        places = tuple(msgspec.structs.replace(place, capacity=None) if place.is_camp else place
                       for place in instance.locations)
        instance = dataclasses.replace(instance, locations=places)
    forecaster = Forecaster(instance, protocol, told)
    camps, longest = instance.observed_camps, max(horizons)
    origins = range(FIRST_DAY, instance.days - longest, step)
    if not origins or not camps:
        raise ValueError(f"{instance.name} has no {FIRST_DAY + longest + 1} days with counts to judge forecasts on")
    errors: dict[int, dict[str, list[float]]] = {h: {} for h in horizons}
    naive: dict[int, list[float]] = {h: [] for h in horizons}
    ranked: dict[int, list[float]] = {h: [] for h in horizons}
    inside: dict[int, dict[float, list[float]]] = {h: {0.5: [], 0.9: []} for h in horizons}
    for day in origins:
        known = forecaster.situation(day)
        truth = truth_of(instance, day, camps, protocol)[day + 1 : day + 1 + longest]
        ours = forecaster.forecast(day, longest, draws=draws, seed=seed)
        said = {OURS: ours.median} | {name: made for name, method in BASELINES.items()
                                      if (made := method(known, longest)) is not None}
        scored = crps(ours.draws, truth)
        bands = {share: ours.interval(share) for share in (0.5, 0.9)}
        for h in horizons:
            for name, made in said.items():
                errors[h].setdefault(name, []).append(mae(made[:h], truth[:h]))
            past = known.people
            naive[h].append(mae(past[1:], past[:-1]))
            ranked[h].append(float(scored[:h].mean()))
            for share, (low, high) in bands.items():
                inside[h][share].append(coverage(low[:h], high[:h], truth[:h]))
    return tuple(Rolled(
        instance.name, h, len(origins), {name: float(np.mean(values)) for name, values in errors[h].items()},
        float(np.mean(errors[h][OURS]) / np.mean(naive[h])) if np.mean(naive[h]) else float("inf"),
        float(np.mean(ranked[h])), {share: float(np.mean(values)) for share, values in inside[h].items()}, leaks,
    ) for h in horizons)
