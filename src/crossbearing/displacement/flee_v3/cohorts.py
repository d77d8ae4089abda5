"""One day of movement in cohorts: people alike in place, road, route and tiredness move by multinomial draws.

A cohort is a key and a count. The key packs, from the highest bit: the place or road (18 bits), whether it is a road
(1), kilometres (14), the remaining route plus one (22), recent travel in steps of a day's distance (6), whether
people are still on their first road on foot (1), whether their road was closed behind them (1). The kilometres made
today are rounded, up or down by chance, so that people who came by different ways merge and nobody gains or loses on
average; recent travel is rounded too. Both are coarser where there are many places.
"""

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.compiled import compiled
from crossbearing.displacement.flee_v3.rules import room, shares

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

FINE, COARSE = (20.0, 4.0), (40.0, 3.0)
"""Kilometres to which the way of a day is rounded, and steps of recent travel that make up one day's full distance."""
FEW_PLACES = 100
"""Up to so many places are told apart finely."""
MOST_TIRED, MOST_KM = 63, 16383
MOST_PLACES, MOST_ROUTES = 2**18, 2**22
FEW = 6
"""So many people are asked one by one, which is faster than a binomial draw."""
HALF_FULL = 0.5
"""A camp less open than this turns away people whose route ends there."""


@compiled
def pack(where: int, road: int, km: int, route: int, tired: int, foot: int, stale: int) -> int:
    """Return the key of a cohort; `route` is -1 for none."""
    return (((((where * 2 + road) << 14 | km) << 22 | (route + 1)) << 6 | tired) << 1 | foot) << 1 | stale


@compiled
def unpack(key: int) -> tuple[int, int, int, int, int, int, int]:
    """Return what `pack` was given."""
    stale, foot, tired = key & 1, (key >> 1) & 1, (key >> 2) & 63
    route, km = ((key >> 8) & (2**22 - 1)) - 1, (key >> 30) & (2**14 - 1)
    return key >> 45, (key >> 44) & 1, km, route, tired, foot, stale


@compiled
def put(slots: Ints, keys: Ints, counts: Ints, size: int, key: int, count: int) -> int:
    """Add people to the cohort with that key, a new one if need be; returns how many cohorts there are then."""
    mask = len(slots) - 1
    at = ((key * 0x9E3779B97F4A7C1) >> 20) & mask
    while slots[at] >= 0:
        if keys[slots[at]] == key:
            counts[slots[at]] += count
            return size
        at = (at + 1) & mask
    slots[at] = size
    keys[size] = key
    counts[size] = count
    return size + 1


@compiled
def space(entries: int) -> tuple[Ints, Ints, Ints]:
    """Return empty slots, keys and counts for so many cohorts."""
    width = 64
    while width < 2 * entries + 2:
        width *= 2
    return np.full(width, -1, dtype=np.int64), np.empty(entries + 1, dtype=np.int64), np.empty(entries + 1, np.int64)


@compiled
def some(rng: np.random.Generator, count: int, chance: float) -> int:
    """Return how many of a few or many people do what each does with that chance."""
    if chance >= 1.0 or count == 0:
        return count
    if chance <= 0.0:
        return 0
    if count > FEW:
        return rng.binomial(count, chance)
    drawn = 0
    for _ in range(count):
        drawn += rng.random() < chance
    return drawn


@compiled
def rounded(rng: np.random.Generator, km: float, step: float) -> int:
    """Return kilometres rounded to a step below or above, by chance, so that they are right on average."""
    below = np.floor(km / step)
    return int(step * (below + (rng.random() < km / step - below)))


@compiled
def tiredness(tired: int, km: float, full: float) -> int:
    """Return recent travel after a day of so many kilometres: the mean of both, halves down; `full` are km a step."""
    value = (tired + km / full) / 2.0
    return min(int(np.ceil(value - 0.5)), MOST_TIRED)


@compiled
def widest(first_route: Ints) -> int:
    """Return the number of routes of the place that has most."""
    most = 1
    for place in range(len(first_route) - 1):
        most = max(most, first_route[place + 1] - first_route[place])
    return most


@compiled
def depart(
    rng: np.random.Generator, place: int, count: int, route: int, trace: Ints, people: Ints,
    camp: Flags, capacity: Floats, first_route: Ints, route_end: Ints, rest: Ints, entry: Ints, weight: Floats,
    shut: Flags, choice: Floats, odds: Floats, slots: Ints, keys: Ints, counts: Ints, size: int,
) -> tuple[int, int]:
    """Send people of one place on their ways; returns how many stay after all and how many cohorts the table then has.

    `route` is the one they follow, -1 where they choose. `trace` holds what of a cohort goes with them: kilometres made
    today, recent travel, whether they are on foot.
    """
    low, high, total = route, route + 1, 1.0
    odds[0] = 1.0
    if route < 0:
        low, high = first_route[place], first_route[place + 1]
        total = shares(low, high, weight, shut, route_end, people, capacity, camp, choice, odds)
    left, staying = count, 0
    for way in range(low, high):
        if left == 0 or total <= 0.0:
            break
        odd = odds[way - low]
        taking = left if odd >= total else some(rng, left, odd / total)
        total -= odd
        left -= taking
        end = route_end[way]
        full = camp[end] and room(people[end], capacity[end], choice) < HALF_FULL
        if entry[way] < 0 or full:
            staying += taking
        elif taking > 0:
            people[place] -= taking
            key = pack(entry[way], 0, trace[0], rest[way], trace[1], trace[2], 0)
            size = put(slots, keys, counts, size, key, taking)
    return staying + left, size


@compiled
def bound(moving: int, keys: Ints, morning: int, link_end: Ints, first_route: Ints) -> int:
    """Return a number of cohorts that one round cannot exceed."""
    most = 0
    for cohort in range(moving):
        where, road, _, _, _, _, _ = unpack(keys[cohort])
        place = where if morning and road == 0 else link_end[where]
        most += 2 * (first_route[place + 1] - first_route[place] + 2)
    return most


@compiled
def widen(entries: int, keys: Ints, counts: Ints, size: int) -> tuple[Ints, Ints, Ints]:
    """Return a table for so many cohorts with those of a smaller one in it."""
    wider_slots, wider_keys, wider_counts = space(entries)
    for cohort in range(size):
        put(wider_slots, wider_keys, wider_counts, cohort, keys[cohort], counts[cohort])
    return wider_slots, wider_keys, wider_counts


@compiled
def move(
    rng: np.random.Generator, keys: Ints, counts: Ints, people: Ints,
    chance: Floats, town: Flags, camp: Flags, capacity: Floats,
    link_start: Ints, link_end: Ints, link_km: Floats, link_speed: Floats, link_walking: Floats,
    first_route: Ints, route_end: Ints, rest: Ints, entry: Ints, weight: Floats, shut: Flags,
    choice: Floats, travel: Floats,
) -> tuple[Ints, Ints]:
    """Let one day pass and return the cohorts at its end; `people` (those at each place) is kept up to date.

    `keys` and `counts` are the cohorts of the morning. `choice` is as in `shares`; `travel` holds full speed, speed on
    foot, whether short stints are avoided, whether speed starts anew behind each place (both 1 or 0), and the rounding
    (see `FINE`).

    Rounds: in the morning those at places decide; then all on the roads travel a stretch, and those who arrive with
    strength left decide again, until nobody moves. In a round, a key without the road bit stands for people who have
    just set out on that road, with the kilometres that they made today before it.
    """
    speed, full = travel[0], travel[0] / travel[5]
    odds, trace = np.empty(widest(first_route)), np.zeros(3, dtype=np.int64)
    done_slots, done_keys, done_counts = space(4 * len(keys) + 64)
    done, moving, morning = 0, len(keys), 1
    while moving > 0:
        most = bound(moving, keys, morning, link_end, first_route)
        next_slots, next_keys, next_counts = space(most)
        later = 0
        if len(done_keys) < done + most + 1:
            done_slots, done_keys, done_counts = widen(2 * (done + most), done_keys, done_counts, done)
        for cohort in range(moving):
            where, road, km, route, tired, foot, stale = unpack(keys[cohort])
            place, arrived, gone, forced = where, counts[cohort], 0.0, False
            if morning and road:
                later = put(next_slots, next_keys, next_counts, later, keys[cohort], arrived)
                continue
            if not morning:
                place, here, before, so_far = -1, 0, 0.0 if road else float(km), float(km) if road else 0.0
                walkers = arrived if foot else some(rng, arrived, link_walking[where])
                for walking in range(2):
                    part = walkers if walking else arrived - walkers
                    stretch = travel[1] if walking else link_speed[where]
                    if travel[3] == 0.0:
                        stretch = max(stretch - before, 0.0)
                    if part == 0:
                        continue
                    if so_far + stretch <= link_km[where]:
                        key = pack(where, 1, min(int(so_far + stretch + 0.5), MOST_KM), route,
                                   tiredness(tired, before + stretch, full), foot, stale)
                        done = put(done_slots, done_keys, done_counts, done, key, part)
                        continue
                    today = before + link_km[where] - so_far
                    end = link_start[where] if stale else link_end[where]
                    people[end] += part
                    if stale or today >= speed:
                        key = pack(end, 0, 0, -1 if stale else route, tiredness(tired, today, full), 0, 0)
                        done = put(done_slots, done_keys, done_counts, done, key, part)
                    else:
                        place, here, gone = end, here + part, today
                if here == 0:
                    continue
                arrived, foot = here, 0
                forced = travel[2] > 0.0 and town[place] and (tired / travel[5] + gone / speed) / 2.0 < 0.5
            leaving = arrived if route >= 0 or forced else some(rng, arrived, chance[place])
            staying = arrived - leaving
            if leaving > 0:
                trace[0], trace[1], trace[2] = rounded(rng, gone, travel[4]), tired, foot
                kept, later = depart(
                    rng, place, leaving, route, trace, people, camp, capacity, first_route, route_end, rest, entry,
                    weight, shut, choice, odds, next_slots, next_keys, next_counts, later)
                staying += kept
            if staying > 0:
                # A route that could not be begun is forgotten.
                key = pack(place, 0, 0, -1, tiredness(tired, gone, full), foot, 0)
                done = put(done_slots, done_keys, done_counts, done, key, staying)
        morning = 0
        keys, counts, moving = next_keys, next_counts, later
    return done_keys[:done].copy(), done_counts[:done].copy()
