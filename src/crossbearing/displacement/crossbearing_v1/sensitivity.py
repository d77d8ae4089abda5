"""Which assumption of our forecast matters most: each is changed alone, and what changes in the camps is measured."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import msgspec
import numpy as np

from crossbearing.displacement.crossbearing_v1.forecast import Forecast, Forecaster
from crossbearing.displacement.crossbearing_v1.parameters import Parameters, parameters
from crossbearing.displacement.instance import Instance

TWICE = (0.5, 2.0)
FACTORS: dict[str, tuple[float, ...]] = {
    "flow.penalty": (0.0, 2.0), "flow.window_days": TWICE, "flow.daily_damping": (0.9, 1.1),
    "flow.gravity_power": TWICE, "flow.gravity_weight": TWICE, "flow.gravity_people": TWICE, "flow.km_a_day": TWICE,
    "flow.fit.window_days": TWICE, "flow.fit.halving_days": TWICE, "flow.fit.least_share": TWICE,
    "flow.fit.uneven": TWICE, "persistence_penalty": (0.0, 2.0), "young.halving_days": TWICE, "young.spread": TWICE,
    "weights.forgetting": (0.9, 1.05), "weights.prior_origins": TWICE, "weights.sharpness": TWICE,
    "weights.origins": (0.2,), "intervals.prior_errors": TWICE, "intervals.prior_spread": TWICE,
    "intervals.growth": TWICE, "intervals.together": (0.0, 2.0), "intervals.least_share": TWICE,
}
"""By how much each number of parameters.yaml is multiplied. Middles of priors are moved by their own spread."""
CONFLICT = "conflict from this day on"


class Effect(msgspec.Struct, frozen=True):
    """What one changed assumption does to the last day of a forecast.

    `moved` is the number of people that the median puts elsewhere, by all that it had put anywhere; `wider` the sum of
    the camps' 90 % intervals by what it was.
    """

    assumption: str
    value: float
    moved: float
    wider: float


def variations(told: Parameters) -> tuple[tuple[str, float], ...]:
    """Return the assumptions that are changed, each with the value that it is given; of conflict, the factor."""
    found = [(CONFLICT, 0.0), (CONFLICT, 2.0)]
    for rate, prior in told.flow.fit.priors.items():
        at = f"flow.fit.priors.{rate}.middle"
        found += [(at, prior.middle / prior.spread), (at, prior.middle * prior.spread)]
    for at, factors in FACTORS.items():
        now = _value(told, at)
        found += [(at, type(now)(now * factor)) for factor in factors]
    return tuple(found)


def effects(instance: Instance, day: int, horizon: int, *, draws: int = 500, seed: int = 0) -> Iterator[Effect]:
    """Give the effect of each variation on the forecast made on `day`, in the order of `variations`."""
    told = parameters()
    base = Forecaster(instance).forecast(day, horizon, draws=draws, seed=seed)
    everybody = max(float(base.median[-1].sum()), 1.0)
    for at, value in variations(told):
        crisis, assumed = instance, told
        if at == CONFLICT:
            conflicts = instance.conflicts.copy()
            conflicts[day:] *= value
            crisis = dataclasses.replace(instance, conflicts=conflicts)
        else:
            assumed = changed(told, at, value)
        made = Forecaster(crisis, told=assumed).forecast(day, horizon, draws=draws, seed=seed)
        moved = float(np.abs(made.median[-1] - base.median[-1]).sum()) / everybody
        yield Effect(at, value, moved, _width(made) / max(_width(base), 1e-9))


def changed(told: Any, at: str, value: float) -> Any:
    """Return assumptions with one number changed; `at` names it by its way from the top.

    >>> changed(parameters(), "weights.sharpness", 8.0).weights.sharpness
    8.0
    """
    first, _, rest = at.partition(".")
    inner = changed(_part(told, first), rest, value) if rest else value
    if isinstance(told, dict):
        return told | {first: inner}
    return msgspec.structs.replace(told, **{first: inner})


def _value(told: Parameters, at: str) -> float:
    found: Any = told
    for name in at.split("."):
        found = _part(found, name)
    number: float = found
    return number


def _part(told: Any, name: str) -> Any:
    return told[name] if isinstance(told, dict) else getattr(told, name)


def _width(made: Forecast) -> float:
    low, high = made.interval(0.9)
    return float((high[-1] - low[-1]).sum())
