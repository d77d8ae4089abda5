"""The assumptions of crossbearing_v1, read once and typed."""

from functools import cache
from pathlib import Path

import msgspec


class Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Trends by window (days) and damping (a day), each with its penalty before it has a record."""

    windows: dict[int, float]
    dampings: dict[float, float]


class Flow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How conflict drives people to camps."""

    penalty: float
    lag_days: int
    window_days: int
    daily_damping: list[float]
    gravity_power: float
    gravity_weight: float
    gravity_people: float
    displaced_per_1000: float


class Weights(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How past errors become weights."""

    step_days: int
    lead_days: int
    origins: int
    forgetting: float
    prior_origins: float
    sharpness: float


class Young(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a crisis without a record of its own is taken to do."""

    power: float
    most_share: float
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
