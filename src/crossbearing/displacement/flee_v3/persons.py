"""One day of movement person by person, in the order in which they set out: the exact mode, for checking the cohorts.

Kilometres and recent travel are not rounded, and how full a place is is looked up anew for each person.
"""

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.compiled import compiled
from crossbearing.displacement.flee_v3.cohorts import HALF_FULL
from crossbearing.displacement.flee_v3.rules import room, shares

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@compiled
def choose(
    rng: np.random.Generator, place: int, route: int, first_route: Ints, route_end: Ints, entry: Ints, weight: Floats,
    shut: Flags, people: Ints, capacity: Floats, camp: Flags, choice: Floats, odds: Floats,
) -> int:
    """Return the route that a person at a place takes who leaves now, -1 if that cannot be begun."""
    if route < 0:
        low, high = first_route[place], first_route[place + 1]
        total = shares(low, high, weight, shut, route_end, people, capacity, camp, choice, odds)
        if total <= 0.0:
            return -1
        drawn = rng.random() * total
        for way in range(low, high):
            drawn -= odds[way - low]
            if odds[way - low] > 0.0:
                route = way
                if drawn < 0.0:
                    break
    end = route_end[route]
    full = camp[end] and room(people[end], capacity[end], choice) < HALF_FULL
    return -1 if entry[route] < 0 or full else route


@compiled
def move(
    rng: np.random.Generator, where: Ints, road: Flags, km: Floats, route: Ints, tired: Floats, foot: Flags,
    stale: Flags, people: Ints, chance: Floats, town: Flags, camp: Flags, capacity: Floats,
    link_start: Ints, link_end: Ints, link_km: Floats, link_speed: Floats, link_walking: Floats,
    first_route: Ints, route_end: Ints, rest: Ints, entry: Ints, weight: Floats, shut: Flags,
    choice: Floats, travel: Floats,
) -> None:
    """Let one day pass; all that is said of persons changes in place. Arguments as in `cohorts.move`."""
    widest = 1
    for place in range(len(first_route) - 1):
        widest = max(widest, first_route[place + 1] - first_route[place])
    odds = np.empty(widest)
    for person in range(len(where)):
        if road[person]:
            continue
        place = where[person]
        if route[person] < 0 and rng.random() >= chance[place]:
            continue
        way = choose(rng, place, route[person], first_route, route_end, entry, weight, shut, people, capacity,
                     camp, choice, odds)
        route[person] = -1
        if way >= 0:
            people[place] -= 1
            where[person], road[person], km[person], route[person] = entry[way], True, 0.0, rest[way]
    for person in range(len(where)):
        today = 0.0
        while road[person]:
            link = where[person]
            on_foot = foot[person] or (link_walking[link] > 0.0 and rng.random() < link_walking[link])
            stretch = travel[1] if on_foot else link_speed[link]
            if travel[3] < 0.5:
                stretch = max(stretch - today, 0.0)
            km[person] += stretch
            today += stretch
            if km[person] <= link_km[link]:
                break
            today -= km[person] - link_km[link]
            road[person], foot[person], km[person] = False, False, 0.0
            place = link_start[link] if stale[person] else link_end[link]
            where[person] = place
            people[place] += 1
            if stale[person]:
                stale[person] = False
                route[person] = -1
                break
            if today >= travel[0]:
                break
            forced = travel[2] > 0.5 and (tired[person] + today / travel[0]) / 2.0 < 0.5 and town[place]
            if route[person] < 0 and not forced and rng.random() >= chance[place]:
                break
            way = choose(rng, place, route[person], first_route, route_end, entry, weight, shut, people, capacity,
                         camp, choice, odds)
            route[person] = -1
            if way < 0:
                break
            people[place] -= 1
            where[person], road[person], km[person], route[person] = entry[way], True, 0.0, rest[way]
        tired[person] = (tired[person] + today / travel[0]) / 2.0
