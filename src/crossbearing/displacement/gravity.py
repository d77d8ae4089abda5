"""How near the camps are to the people who have reason to flee: by road, as far as roads are open."""

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from crossbearing.displacement.instance import NEVER, Instance
from crossbearing.places import distance_km

Floats = NDArray[np.float64]
FADING = 30.0
"""Days after which a conflict that does not change drives out half as many: who could leave has left."""


def roads_km(instance: Instance, day: int, sources: tuple[str, ...]) -> dict[str, Floats]:
    """Return for each source the shortest open road in km to every location (infinite where there is none)."""
    at = {place.name: number for number, place in enumerate(instance.locations)}
    country = [place.country for place in instance.locations]
    shut = [c for c in instance.closures if c.start <= day and (c.end in {NEVER, day} or c.end > day)]
    km: dict[tuple[int, int], float] = {}
    for route in instance.routes:
        a, b = sorted((at[route.a], at[route.b]))
        closed = any(
            (c.kind == "country" and {country[a], country[b]} == {c.a, c.b})
            or (c.kind == "location" and c.a in {route.a, route.b})
            or (c.kind == "link" and {route.a, route.b} == {c.a, c.b}) for c in shut)
        if not closed:
            km[a, b] = min(route.km, km.get((a, b), np.inf))
    ends = np.array([*km], dtype=np.int64).reshape(-1, 2).T
    graph = csr_array(([*km.values()], tuple(ends)), shape=(len(at), len(at)))
    found: Floats = dijkstra(graph, directed=False, indices=[at[source] for source in sources])
    return dict(zip(sources, found, strict=True))


def pressure(instance: Instance, day: int) -> Floats:
    """Return for each conflict place how many people it presses to leave: people by intensity, faded with its age.

    A rise in intensity counts as new pressure; a steady conflict halves its pressure every `FADING` days.
    """
    population = {place.name: float(place.population) for place in instance.locations}
    people = np.array([population[name] for name in instance.conflict_places])
    if not len(people):
        return np.zeros(0)
    past = instance.conflicts[: day + 1]
    rises = np.diff(past, axis=0, prepend=0.0).clip(min=0.0)
    ages = np.arange(day, -1, -1.0)[:, None]
    felt = (rises * 0.5 ** (ages / FADING)).sum(axis=0)
    result: Floats = people * np.minimum(felt, past[-1])
    return result


def pulls(instance: Instance, day: int, camps: tuple[str, ...], *, by_road: bool, power: float) -> Floats:
    """Return how strongly people of each conflict place are drawn to each camp: people over distance to a power.

    A row for each of `conflict_places`, a column for each camp. Distances are by open road, or as the crow flies;
    50 km are added, so that a near camp does not take all.
    """
    places = {place.name: place for place in instance.locations}
    index = {name: number for number, name in enumerate(places)}
    pressing = pressure(instance, day)
    active = tuple(name for name, value in zip(instance.conflict_places, pressing, strict=True) if value > 0)
    roads = roads_km(instance, day, active) if by_road else {}
    found = np.zeros((len(pressing), len(camps)))
    for row, (name, value) in enumerate(zip(instance.conflict_places, pressing, strict=True)):
        if value <= 0:
            continue
        a = places[name]
        air = [distance_km(a.lat, a.lon, places[camp].lat, places[camp].lon) for camp in camps]
        km = roads[name][[index[camp] for camp in camps]] if by_road else np.array(air)
        found[row] = value / (km + 50.0) ** power
    return found


def attraction(instance: Instance, day: int, camps: tuple[str, ...], *, by_road: bool, power: float) -> Floats:
    """Return each camp's share of new arrivals by gravity (see `pulls`); shares add up to 1.

    Where nothing presses, or no camp can be reached, all camps are alike.
    """
    weights: Floats = pulls(instance, day, camps, by_road=by_road, power=power).sum(axis=0)
    total = weights.sum()
    return weights / total if total > 0 else np.full(len(camps), 1.0 / max(len(camps), 1))


def roads_to(instance: Instance, day: int, camps: tuple[str, ...]) -> Floats:
    """Return the mean of the shortest open roads in km from the people of all conflict places to each camp.

    Conflict places that no road joins to a camp are left out; 0 where that are all.
    """
    index = {place.name: number for number, place in enumerate(instance.locations)}
    people = {place.name: float(place.population) for place in instance.locations}
    found = np.zeros(len(camps))
    roads = roads_km(instance, day, camps)
    for column, camp in enumerate(camps):
        km = roads[camp][[index[name] for name in instance.conflict_places]]
        weights = np.array([people[name] for name in instance.conflict_places]) * np.isfinite(km)
        if weights.sum() > 0:
            found[column] = float((weights * np.where(np.isfinite(km), km, 0.0)).sum() / weights.sum())
    return found
