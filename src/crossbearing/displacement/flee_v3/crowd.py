"""Everybody who is on the way or has arrived: as cohorts, or as single persons; both speak the same few words."""

from typing import Protocol

import numpy as np

from crossbearing.displacement.flee_v3 import cohorts, persons
from crossbearing.displacement.flee_v3.cohorts import COARSE, FEW_PLACES, FINE, MOST_PLACES, MOST_ROUTES
from crossbearing.displacement.flee_v3.world import Flags, Floats, Ints, World
from crossbearing.displacement.settings import Settings
from crossbearing.displacement.trouble import Finding, InstanceTrouble


class Crowd(Protocol):
    """People in a world; `people` counts those at each place, travellers left out."""

    people: Ints

    def add(self, numbers: Ints) -> None:
        """Let so many new people stand at each place."""

    def turn_back(self, closed: Flags) -> None:
        """Tell those who are on a road that has just been closed to turn back where it ends."""

    def move(self, rng: np.random.Generator, world: World, shut: Flags) -> None:
        """Let one day pass."""

    def everybody(self) -> int:
        """Return how many there are, travellers included."""


def parameters(settings: Settings) -> tuple[Floats, Floats]:
    """Return the numbers of the settings that decisions and travel need, in the order of `rules` and `cohorts`."""
    quirks = settings.quirks
    choice = (settings.capacity_buffer, settings.capacity_scaling, settings.weight_power, settings.pruning_threshold,
              quirks.full_is_unlimited)
    travel = (settings.max_move_speed, settings.max_walk_speed, settings.avoid_short_stints, quirks.speed_starts_anew)
    return np.array(choice, dtype=float), np.array(travel, dtype=float)


class Cohorts:
    """People who are alike are one cohort; the cost hardly depends on how many they are."""

    def __init__(self, world: World, settings: Settings) -> None:
        """Begin with nobody. Raises InstanceTrouble for a world too big for the keys of cohorts."""
        if max(len(world.names), len(world.link_km)) >= MOST_PLACES or len(world.route_end) >= MOST_ROUTES:
            raise InstanceTrouble([Finding(
                "input_csv/routes.csv", None,
                f"{len(world.names)} places give {len(world.route_end)} routes, more than the engine can tell apart",
                "lower awareness_level, or cut the region down")])
        self.people = np.zeros(len(world.names), dtype=np.int64)
        self.keys = np.zeros(0, dtype=np.int64)
        self.counts = np.zeros(0, dtype=np.int64)
        self.foot = int(settings.start_on_foot)
        self.choice, travel = parameters(settings)
        self.travel = np.append(travel, FINE if len(world.names) <= FEW_PLACES else COARSE)

    def add(self, numbers: Ints) -> None:
        """Let so many new people stand at each place."""
        places = np.flatnonzero(numbers)
        new = np.array([cohorts.pack(int(place), 0, 0, -1, 0, self.foot, 0) for place in places], dtype=np.int64)
        self.keys = np.concatenate((self.keys, new))
        self.counts = np.concatenate((self.counts, numbers[places]))
        self.people += numbers

    def turn_back(self, closed: Flags) -> None:
        """Tell those who are on a road that has just been closed to turn back where it ends."""
        on_road = (self.keys >> 44) & 1 == 1
        hit = np.zeros(len(self.keys), dtype=bool)
        hit[on_road] = closed[self.keys[on_road] >> 45]
        self.keys[hit] |= 1

    def move(self, rng: np.random.Generator, world: World, shut: Flags) -> None:
        """Let one day pass."""
        self.keys, self.counts = cohorts.move(
            rng, self.keys, self.counts, self.people, world.chance, world.town, world.camp, world.capacity,
            world.link_start, world.link_end, world.link_km, world.link_speed, world.link_walking, world.first_route,
            world.route_end, world.rest, world.entry, world.weight, shut, self.choice, self.travel)

    def everybody(self) -> int:
        """Return how many there are, travellers included."""
        return int(self.counts.sum())


class Persons:
    """Everybody for themselves, in the order in which they set out; cost grows with their number."""

    def __init__(self, world: World, settings: Settings) -> None:
        """Begin with nobody."""
        self.people = np.zeros(len(world.names), dtype=np.int64)
        self.where, self.route = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        self.km, self.tired = np.zeros(0), np.zeros(0)
        self.road, self.foot, self.stale = (np.zeros(0, dtype=bool) for _ in range(3))
        self.start_on_foot = settings.start_on_foot
        self.choice, self.travel = parameters(settings)

    def add(self, numbers: Ints) -> None:
        """Let so many new people stand at each place."""
        new = int(numbers.sum())
        self.where = np.concatenate((self.where, np.repeat(np.arange(len(numbers)), numbers)))
        self.route = np.concatenate((self.route, np.full(new, -1)))
        self.km, self.tired = np.concatenate((self.km, np.zeros(new))), np.concatenate((self.tired, np.zeros(new)))
        self.road = np.concatenate((self.road, np.zeros(new, dtype=bool)))
        self.foot = np.concatenate((self.foot, np.full(new, self.start_on_foot)))
        self.stale = np.concatenate((self.stale, np.zeros(new, dtype=bool)))
        self.people += numbers

    def turn_back(self, closed: Flags) -> None:
        """Tell those who are on a road that has just been closed to turn back where it ends."""
        self.stale[self.road] |= closed[self.where[self.road]]

    def move(self, rng: np.random.Generator, world: World, shut: Flags) -> None:
        """Let one day pass."""
        persons.move(
            rng, self.where, self.road, self.km, self.route, self.tired, self.foot, self.stale, self.people,
            world.chance, world.town, world.camp, world.capacity, world.link_start, world.link_end, world.link_km,
            world.link_speed, world.link_walking, world.first_route, world.route_end, world.rest, world.entry,
            world.weight, shut, self.choice, self.travel)

    def everybody(self) -> int:
        """Return how many there are, travellers included."""
        return len(self.where)
