"""A run of Flee's rules over the whole period of an instance."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.flee_v3 import world as worlds
from crossbearing.displacement.flee_v3.crowd import Cohorts, Crowd, Persons
from crossbearing.displacement.flee_v3.world import Ints, World
from crossbearing.displacement.instance import Instance
from crossbearing.displacement.observed import Observed
from crossbearing.displacement.settings import Settings

Mode = Literal["cohorts", "persons"]


@dataclass(frozen=True)
class Run:
    """What came of a run: `people` has a row for each evening and a column for each of `places`.

    `travelling` are those on a road in the evening, `spawned` those who set out on that day (on day 0: those who were
    put into camps). Every evening people and travellers add up to all who were ever spawned.
    """

    places: tuple[str, ...]
    people: NDArray[np.int64]
    travelling: NDArray[np.int64]
    spawned: NDArray[np.int64]

    def of(self, names: tuple[str, ...]) -> NDArray[np.int64]:
        """Return the columns of some places, in that order."""
        return self.people[:, [self.places.index(name) for name in names]]


def simulate(
    instance: Instance, settings: Settings, seed: int | np.random.SeedSequence, *, mode: Mode = "cohorts",
) -> Run:
    """Run an instance once; the same seed gives the same run.

    How many set out on a day comes from the observed counts (or from conflict, if the settings say so), as in Flee: a
    run redistributes known totals and is no forecast. Raises InstanceTrouble for a world that is too big.
    """
    rng = np.random.Generator(np.random.PCG64(seed))
    world = worlds.build(instance, settings)
    crowd: Crowd = Cohorts(world, settings) if mode == "cohorts" else Persons(world, settings)
    observed = Observed.of(instance)
    levels = observed.people // settings.hasten
    observed = Observed(observed.camps, levels - levels[0] if settings.empty_camps_on_day0 else levels,
                        observed.total // settings.hasten)
    new = observed.arrivals(from_camps=settings.sum_from_camps)
    people = np.zeros((instance.days, len(world.names)), dtype=np.int64)
    travelling, spawned = np.zeros(instance.days, dtype=np.int64), np.zeros(instance.days, dtype=np.int64)
    columns = np.array([world.names.index(name) for name in instance.conflict_places], dtype=np.int64)
    before = np.zeros(len(columns))
    if settings.insert_day0 and len(observed.people):
        spawned[0] += _fill_camps(world, crowd, observed, settings)
    elif len(observed.people):
        new[0] = observed.people[0].sum()
    shut = np.zeros(len(world.route_end), dtype=bool)
    worlds.enter(world)
    for day in range(instance.days):
        now = instance.conflicts[day]
        worlds.switch_conflicts(world, before, now, columns, day, settings)
        before = now
        setting_out = _set_out(world, int(new[day]), day, settings, rng)
        crowd.add(setting_out)
        spawned[day] += setting_out.sum()
        if _close(world, crowd, instance, day, settings):
            shut = worlds.shut_routes(world)
            worlds.enter(world)
        worlds.weigh(world, day, settings)
        crowd.move(rng, world, shut)
        people[day] = crowd.people
        travelling[day] = crowd.everybody() - crowd.people.sum()
    return Run(world.names, people, travelling, spawned)


def _fill_camps(world: World, crowd: Crowd, observed: Observed, settings: Settings) -> int:
    first = np.zeros(len(world.names), dtype=np.int64)
    for name, count in zip(observed.camps, observed.people[0], strict=True):
        if name in world.names and world.camp[world.names.index(name)]:
            first[world.names.index(name)] = max(count, 0)
    crowd.add(first)
    if settings.quirks.day_0_fills_twice:
        limited = world.capacity > 0
        world.capacity[limited] = np.maximum(world.capacity[limited] - first[limited], 0)
    return int(first.sum())


def _set_out(world: World, known: int, day: int, settings: Settings, rng: np.random.Generator) -> Ints:
    hot = world.conflict > 0
    spawning = settings.conflict_driven_spawning
    if spawning is not None:
        rate = spawning.people * np.where(hot, world.conflict, 0.0)
        if spawning.mode == "pop_ratio":
            rate = rate * world.population
        numbers: Ints = rng.poisson(rate) if spawning.mode == "poisson" else rate.astype(np.int64)
    else:
        weights = np.where(hot, world.population * world.conflict * worlds.decay(world, day, settings), 0.0)
        if known == 0 or weights.sum() <= 0:
            return np.zeros(len(world.names), dtype=np.int64)
        numbers = rng.multinomial(known, weights / weights.sum())
    if settings.take_from_population:
        world.population = np.maximum(world.population - numbers, 0.0)
    return numbers


def _close(world: World, crowd: Crowd, instance: Instance, day: int, settings: Settings) -> bool:
    changed = False
    for closure in instance.closures:
        if closure.start == day:
            crowd.turn_back(worlds.close(world, closure, opening=False, settings=settings))
            changed = True
    for closure in instance.closures:
        if closure.end == day:
            worlds.close(world, closure, opening=True, settings=settings)
            changed = True
    return changed
