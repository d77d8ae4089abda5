"""The assumptions of crossbearing_v1, read once and typed."""

from functools import cache
from pathlib import Path

import msgspec


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Trends by window (days) and damping (a day), each with its penalty before it has a record."""

    windows: dict[int, float]
    dampings: dict[float, float]


class Prior(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a rate is taken to be before a crisis tells it: lognormal about `middle`, by the factor `spread`."""

    middle: float
    spread: float


class Fit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the rates of a crisis are fitted to it."""

    window_days: int
    halving_days: float
    least_people: float
    least_share: float
    uneven: float
    priors: dict[str, Prior]


class Flow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How conflict drives people to camps."""

    penalty: float
    window_days: int
    daily_damping: float
    gravity_power: float
    gravity_weight: float
    gravity_people: float
    km_a_day: float
    fit: Fit


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How past errors become weights."""

    step_days: int
    lead_days: int
    origins: int
    forgetting: float
    prior_origins: float
    sharpness: float


class Young(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How long the flow is trusted before all others, and how uncertain a crisis is, in its first days."""

    halving_days: float
    spread: float


class Intervals(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How past errors become intervals."""

    prior_errors: int
    prior_spread: float
    growth: float
    together: float
    largest: float
    least_people: float
    least_share: float


class Parameters(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All assumptions."""

    trends: Family
    rows: Family
    persistence_penalty: float
    flow: Flow
    young: Young
    weights: Weights
    intervals: Intervals


@cache
def parameters() -> Parameters:
    """Return the assumptions in parameters.yaml.

    >>> parameters().weights.step_days
    7
    """
    raw = (Path(__file__).parent / "parameters.yaml").read_bytes()
    return msgspec.yaml.decode(raw, type=Parameters, strict=False)
