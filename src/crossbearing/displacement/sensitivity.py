"""Which assumption of Flee's rules matters most: each is changed alone, and what changes in the camps is measured."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np

from crossbearing.displacement.ensemble import ensemble
from crossbearing.displacement.instance import Instance
from crossbearing.displacement.observed import Observed
from crossbearing.displacement.scores import ard
from crossbearing.displacement.settings import Settings

VARIATIONS: Mapping[str, tuple[Any, ...]] = {
    "max_move_speed": (200.0, 600.0), "softening": (10.0, 100.0), "distance_power": (0.5, 1.0),
    "conflict_weight": (0.1, 0.5), "camp_weight": (0.5, 2.0), "foreign_weight": (1.25, 2.0),
    "camp_movechance": (0.0, 0.005), "default_movechance": (0.3, 0.8), "conflict_movechance": (0.5, 1.0),
    "capacity_scaling": (1.0, 2.0), "capacity_buffer": (0.8, 0.95), "awareness_level": (1, 2),
    "avoid_short_stints": (False, True), "start_on_foot": (False, True),
    "conflict_spawn_decay": ((1.0,), (1.0, 0.5, 0.25, 0.1)),
}
"""What is tried for each setting: values within the range of the settings published with Flee, and a little beyond."""


@dataclass(frozen=True)
class Effect:
    """What one changed setting does: `moved` is the share of people in other camps than before (0 to 1)."""

    setting: str
    value: Any
    moved: float
    ard: float
    noise: float
    """The share of people in other camps between two ensembles that differ by chance alone."""


def sensitivity(instance: Instance, settings: Settings, *, draws: int = 4, seed: int = 0) -> tuple[Effect, ...]:
    """Return the effect of each variation on the mean of `draws` runs, the largest first."""
    camps = tuple(place.name for place in instance.camps)
    observed = Observed.of(instance).of_camps(camps)

    def mean(tried: Settings, seeded: int) -> np.ndarray[Any, np.dtype[np.float64]]:
        blocks = list(ensemble(instance, tried, draws, seeded))
        result: np.ndarray[Any, np.dtype[np.float64]] = np.concatenate(blocks).mean(axis=0)
        return result

    base = mean(settings, seed)
    noise = ard(mean(settings, seed + 1), base, rescaled=True) / 2
    found = []
    for key, values in VARIATIONS.items():
        for value in values:
            if value == getattr(settings, key):
                continue
            people = mean(msgspec.structs.replace(settings, **{key: value}), seed)
            found.append(Effect(key, value, ard(people, base, rescaled=True) / 2, ard(people, observed), noise))
    return tuple(sorted(found, key=lambda effect: (-effect.moved, effect.setting, str(effect.value))))
