"""The flow in whole people: who leaves, is under way, arrives, goes home or on, drawn many times."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.compiled import compiled
from crossbearing.displacement.crossbearing_v1.flow import Flow, gone

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Moves(NamedTuple):
    """Whole people by draw and coming evening.

    `left`, `arrived`, `returned` and `moved` count all since this evening who set out from conflict places, reached a
    camp, went home from one, or left one for another; `under_way` those who are on a road. `people` has one more axis,
    of camps. In each draw, on each evening: those under way and in camps at first (`before`), and all who left since,
    are under way, in camps, or have returned.
    """

    left: Ints
    under_way: Ints
    arrived: Ints
    returned: Ints
    moved: Ints
    people: Ints
    before: int


MOVES = ("left", "under_way", "arrived", "returned", "moved")
"""What of `Moves` is counted for all camps together."""


def moves(flow: Flow, horizon: int, draws: int, seed: int) -> Moves:
    """Draw the coming days of a flow: rates by how sure they are, and chance for each person."""
    rng = np.random.default_rng([seed, flow.known.day])
    here = np.floor(flow.known.people[-1]).astype(np.int64)
    way = np.rint(flow.under_way(flow.fitted.rates)).astype(np.int64)
    told = np.empty((draws, horizon, 5 + len(here)), dtype=np.int64)
    for draw in range(draws):
        rates = flow.fitted.drawn(rng.standard_normal(len(flow.fitted.at)))
        told[draw] = walk(rng, here.copy(), way.copy(), flow.coming(rates, horizon), flow.share, flow.speed(rates),
                          flow.room, gone(rates))
    left, under_way, arrived, returned, moved = (told[:, :, column] for column in range(5))
    return Moves(left, under_way, arrived, returned, moved, told[:, :, 5:], int(here.sum() + way.sum()))


@compiled
def split(rng: np.random.Generator, number: int, weights: Floats, way: Ints) -> None:
    """Send a number of people on their ways, each to one camp by its weight; with no weight at all, nobody may come."""
    total, last = weights.sum(), 0
    for camp in range(len(weights)):
        if weights[camp] <= 0.0:
            continue
        chosen = number if weights[camp] >= total else rng.binomial(number, weights[camp] / total)
        number -= chosen
        total -= weights[camp]
        way[camp] += chosen
        last = camp
    way[last] += number  # what rounding of the weights may leave over


@compiled
def walk(
    rng: np.random.Generator, here: Ints, way: Ints, leaving: Floats, share: Floats, speed: Floats, room: Floats,
    gone: Floats,
) -> Ints:
    """Return for each coming evening the numbers of `Moves` in its order, and then the people in each camp.

    `here` and `way` (people in camps, and under way to each) change in place; other arguments as in
    `motion.carried_on`.
    """
    days, camps = len(leaving), len(share)
    told = np.zeros((days, 5 + camps), dtype=np.int64)
    left, arrived, home, moved = 0, 0, 0, 0
    # Of those who do not go home, so many move on.
    onwards = min(gone[1] / (1.0 - gone[0]), 1.0) if gone[0] < 1.0 else 0.0
    for day in range(days):
        setting_out = rng.poisson(leaving[day])
        left += setting_out
        for camp in range(camps):
            back = rng.binomial(here[camp], gone[0])
            onward = rng.binomial(here[camp] - back, onwards)
            here[camp] -= back + onward
            home += back
            moved += onward
            setting_out += onward
        weights = np.where(here < room, share, 0.0)
        split(rng, setting_out, weights if weights.sum() > 0.0 else share, way)
        for camp in range(camps):
            came = rng.binomial(way[camp], speed[camp])
            way[camp] -= came
            here[camp] += came
            arrived += came
            told[day, 5 + camp] = here[camp]
        told[day, 0], told[day, 1], told[day, 2], told[day, 3], told[day, 4] = left, way.sum(), arrived, home, moved
    return told
