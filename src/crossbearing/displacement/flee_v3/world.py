"""The places, roads and routes of an instance as arrays, and what changes in them from day to day."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.instance import Closure, Instance
from crossbearing.displacement.settings import Settings

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
CAMP_BELOW = 0.005
"""A place that people leave with a smaller chance a day than this is a camp to Flee."""


@dataclass
class World:
    """Places (P), directed roads (L) and routes (R) of an instance; what may change from day to day changes in place.

    A route is a way of at most `awareness_level` steps. Routes of one place stand together: those of place p are
    `first_route[p]` to `first_route[p + 1]`. `rest` is the route that remains behind its first step, -1 for none;
    `entry` the road that its first step takes, -1 while that is closed.
    """

    names: tuple[str, ...]
    countries: tuple[str, ...]
    foreign: Flags
    marker: Flags
    camp: Flags
    town: Flags
    chance: Floats
    population: Floats
    capacity: Floats
    conflict: Floats
    since: Ints
    link_start: Ints
    link_end: Ints
    link_km: Floats
    link_speed: Floats
    link_walking: Floats
    link_open: Flags
    first_route: Ints
    route_end: Ints
    route_km: Floats
    route_next: Ints
    rest: Ints
    entry: Ints
    route_links: tuple[tuple[int, ...], ...]
    weight: Floats


def build(instance: Instance, settings: Settings) -> World:
    """Return the world of an instance on the morning of day 0, before anybody is in it."""
    places = instance.locations
    index = {place.name: at for at, place in enumerate(places)}
    kinds = np.array([place.kind for place in places])
    zone = np.array([place.kind == "conflict" and not place.conflict_day for place in places])
    camp = np.isin(kinds, ["camp", "idpcamp"])
    chance = np.full(len(places), settings.default_movechance)
    chance[zone] = settings.conflict_movechance
    chance[np.isin(kinds, ["forward", "marker"])] = 1.0
    chance[kinds == "camp"] = 0.0 if settings.camps_are_sinks else settings.camp_movechance
    chance[kinds == "idpcamp"] = 0.0 if settings.camps_are_sinks else settings.idpcamp_movechance
    camp |= chance < CAMP_BELOW
    limits = [place.capacity // settings.hasten if place.capacity is not None else -1 for place in places]
    links = _links(instance, settings, index)
    routes = _routes(links, kinds == "marker", len(places), settings.awareness_level)
    return World(
        names=tuple(index), countries=tuple(place.country for place in places),
        foreign=np.array([place.country != instance.home for place in places]), marker=kinds == "marker", camp=camp,
        town=~camp & ~zone & ~np.isin(kinds, ["forward", "marker"]), chance=chance,
        population=np.array([place.population // settings.hasten for place in places], dtype=float),
        capacity=np.array(limits, dtype=float),
        conflict=zone.astype(float), since=np.full(len(places), -1), **links, **routes,
    )


def _links(instance: Instance, settings: Settings, index: dict[str, int]) -> dict[str, Any]:
    rows: list[tuple[int, int, float, float, float]] = []
    for route in instance.routes:
        speed = float(route.extra.get("max_move_speed") or settings.max_move_speed)
        walking = float(route.extra.get("walk_probability") or 0.0)
        a, b = index[route.a], index[route.b]
        twice = route.forced_redirection == 1 and settings.quirks.redirection_doubles
        for _ in range(2 if twice else 1):
            rows += [(a, b, route.km, speed, walking), (b, a, route.km, speed, walking)]
    start, end, km, speeds, walks = (np.array(column) for column in zip(*rows, strict=True))
    return {"link_start": start.astype(np.int64), "link_end": end.astype(np.int64), "link_km": km.astype(float),
            "link_speed": speeds.astype(float), "link_walking": walks.astype(float),
            "link_open": np.ones(len(rows), dtype=bool)}


def _routes(links: dict[str, Any], marker: Flags, places: int, awareness: int) -> dict[str, Any]:
    outgoing: list[list[int]] = [[] for _ in range(places)]
    for link, start in enumerate(links["link_start"]):
        outgoing[start].append(link)
    ways: list[tuple[int, ...]] = []
    first = [0]
    for place in range(places):
        ways += _ways(place, outgoing, links["link_end"], marker, awareness)
        first.append(len(ways))
    ends, lengths = links["link_end"], links["link_km"]
    stops = [tuple(int(ends[link]) for link in way) for way in ways]
    known: dict[tuple[int, ...], int] = {}
    for number, way in enumerate(stops):
        known.setdefault((int(links["link_start"][ways[number][0]]), *way), number)
    return {
        "first_route": np.array(first), "route_end": np.array([way[-1] for way in stops], dtype=np.int64),
        "route_km": np.array([float(lengths[list(way)].sum()) for way in ways]),
        "route_next": np.array([way[0] for way in stops], dtype=np.int64),
        "rest": np.array([known[way] if len(way) > 1 else -1 for way in stops], dtype=np.int64),
        "entry": np.full(len(ways), -1), "route_links": tuple(ways), "weight": np.zeros(len(ways)),
    }


def _ways(place: int, outgoing: list[list[int]], ends: Ints, marker: Flags, awareness: int) -> list[tuple[int, ...]]:
    # Depth first, in the order of the roads; a place that one comes through is never entered again. Markers cost no
    # step and are no destination.
    found: list[tuple[int, ...]] = []

    def go(way: tuple[int, ...], passed: tuple[int, ...], steps: int) -> None:
        end = int(ends[way[-1]])
        if marker[end]:
            steps -= 1
        else:
            found.append(way)
        if steps < awareness:
            for link in outgoing[end]:
                if int(ends[link]) not in passed:
                    go((*way, link), (*passed, end), steps + 1)

    for link in outgoing[place]:
        go((link,), (place,), 1)
    return found


def switch_conflicts(world: World, before: Floats, now: Floats, columns: Ints, day: int, settings: Settings) -> None:
    """Switch zones on and off where their intensity rises from or falls to 0 between two rows of conflicts.csv.

    `columns` gives the place of each intensity; `before` is zeros on day 0.
    """
    rise, fall = columns[(now > 0) & (before <= 0)], columns[(now <= 0) & (before > 0)]
    world.conflict[rise] = now[(now > 0) & (before <= 0)]
    world.since[rise] = day
    world.chance[rise] = settings.conflict_movechance
    world.town[rise] = False
    world.conflict[fall] = -1.0
    world.chance[fall] = settings.default_movechance
    world.town[fall] = True
    if not settings.quirks.intensity_changes_ignored:
        world.conflict[columns[now > 0]] = now[now > 0]


def decay(world: World, day: int, settings: Settings) -> Floats:
    """Return for each place the factor by which its conflict has faded since it was switched on."""
    table = np.array(settings.conflict_spawn_decay)
    age = (day - world.since) // settings.conflict_spawn_decay_interval
    factors: Floats = table[np.clip(age, 0, len(table) - 1)]
    return factors


def close(world: World, closure: Closure, *, opening: bool, settings: Settings) -> Flags:
    """Close or open what a closure names; returns which roads were closed just now (people on them must turn back)."""
    start, end = world.link_start, world.link_end
    names = np.array(world.names)
    if closure.kind in {"camp", "idpcamp"}:
        place = world.names.index(closure.a)
        world.camp[place] = opening
        world.town[place] = not opening
        chance = settings.camp_movechance if closure.kind == "camp" else settings.idpcamp_movechance
        world.chance[place] = (0.0 if settings.camps_are_sinks else chance) if opening else settings.default_movechance
        hit = np.zeros(len(start), dtype=bool)
    elif closure.kind == "country":
        countries = np.array(world.countries)
        a, b = countries == closure.a, countries == closure.b
        hit = (a[start] & b[end]) | (b[start] & a[end])
    elif closure.kind == "location":
        place = world.names.index(closure.a)
        hit = (start == place) | (end == place)
    elif closure.kind == "link" and not settings.quirks.link_closures_dead:
        a, b = names == closure.a, names == closure.b
        hit = (a[start] & b[end]) | (b[start] & a[end])
    else:  # closures of links close nothing in Flee, and nothing there reads forced_redirection
        hit = np.zeros(len(start), dtype=bool)
    shut = hit & world.link_open if not opening else np.zeros(len(start), dtype=bool)
    world.link_open[hit] = opening
    return shut


def enter(world: World) -> None:
    """Note which road each route begins on: the first open one to its first stop; -1 for a route with a closed road."""
    first: dict[tuple[int, int], int] = {}
    for link in np.flatnonzero(world.link_open):
        first.setdefault((int(world.link_start[link]), int(world.link_end[link])), int(link))
    for number, way in enumerate(world.route_links):
        start = int(world.link_start[way[0]])
        world.entry[number] = first.get((start, int(world.route_next[number])), -1)


def weigh(world: World, day: int, settings: Settings) -> None:
    """Set the weight of each route before capacity: the score of its end by its length; -1 where a road is closed."""
    score = np.where(world.foreign, settings.foreign_weight, 1.0) * np.where(world.camp, settings.camp_weight, 1.0)
    hot = world.conflict > 0
    fading = decay(world, day, settings) * world.conflict
    score[hot] *= settings.conflict_weight ** fading[hot]
    distance = (settings.softening + world.route_km) ** settings.distance_power
    world.weight[:] = (settings.weight_softening + score[world.route_end]) / distance


def shut_routes(world: World) -> Flags:
    """Return which routes lead over a closed road."""
    flat = np.fromiter((link for way in world.route_links for link in way), dtype=np.int64)
    lengths = np.fromiter((len(way) for way in world.route_links), dtype=np.int64)
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1]))
    open_ways: Flags = np.logical_and.reduceat(world.link_open[flat], starts)
    return ~open_ways
