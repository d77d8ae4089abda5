"""Many runs of Flee's rules, spread over an executor."""

from collections.abc import Iterator
from concurrent.futures import Executor

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.flee_v3 import simulate
from crossbearing.displacement.instance import Instance
from crossbearing.displacement.settings import Settings

TOGETHER = 10
"""Runs that one task does, so that starting it costs little beside them."""


def ensemble(
    instance: Instance, settings: Settings, draws: int, seed: int = 0, *, executor: Executor | None = None,
) -> Iterator[NDArray[np.int64]]:
    """Give `draws` runs in blocks of people by run, day and camp (in the order of `instance.camps`).

    Each run has a seed of its own, made from `seed`: the same seed gives the same runs, however they are spread.
    """
    seeds = np.random.SeedSequence(seed).spawn(draws)
    blocks = [seeds[at : at + TOGETHER] for at in range(0, draws, TOGETHER)]
    run = map if executor is None else executor.map
    yield from run(_block, [instance] * len(blocks), [settings] * len(blocks), blocks)


def _block(instance: Instance, settings: Settings, seeds: list[np.random.SeedSequence]) -> NDArray[np.int64]:
    camps = tuple(place.name for place in instance.camps)
    return np.stack([simulate(instance, settings, seed).of(camps) for seed in seeds])
