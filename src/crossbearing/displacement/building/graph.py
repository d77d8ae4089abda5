"""Roads between places where nobody gives them: neighbours that no third place comes between."""

from collections.abc import Sequence

from crossbearing.displacement.instance import Location, Route
from crossbearing.places import distance_km


def neighbour_roads(places: Sequence[Location], detour: float) -> tuple[Route, ...]:
    """Return a road for each two places that no third is nearer to both of (the relative neighbourhood graph).

    That graph is connected and sparse, as roads between towns are; lengths are the air line times `detour`. Where hubs
    stand for border crossings, roads between two countries that share a hub lead over a hub alone. Source: Toussaint,
    Pattern Recognition 12 (1980) 261-268.
    """
    km = [[distance_km(a.lat, a.lon, b.lat, b.lon) for b in places] for a in places]
    hubs = {place.name for place in places if place.kind == "forward"}
    found = []
    for i, a in enumerate(places):
        for j in range(i + 1, len(places)):
            b = places[j]
            if hubs and a.country != b.country and not {a.name, b.name} & hubs:
                continue
            if all(max(km[i][k], km[j][k]) >= km[i][j] or not _open(places[k], a, b, hubs) for k in range(len(places))
                   if k not in {i, j}):
                found.append(Route(a=a.name, b=b.name, km=round(max(km[i][j] * detour, 0.5), 1)))
    return tuple(found)


def _open(between: Location, a: Location, b: Location, hubs: set[str]) -> bool:
    # A place counts as between two others only where roads from it to both may be.
    return all(not hubs or between.country == end.country or {between.name, end.name} & hubs for end in (a, b))


def connected(places: Sequence[Location], roads: Sequence[Route], detour: float) -> tuple[Route, ...]:
    """Return the roads, and the shortest further ones that are needed for every place to be reached from the first."""
    made = list(roads)
    at = {place.name: place for place in places}
    while True:
        reached = {places[0].name}
        grown = True
        while grown:
            new = {end for road in made for end in (road.a, road.b) if {road.a, road.b} & reached} - reached
            reached |= new
            grown = bool(new)
        lost = sorted(set(at) - reached)
        if not lost:
            return tuple(made)
        km, a, b = min((distance_km(at[x].lat, at[x].lon, at[y].lat, at[y].lon), x, y)
                       for x in sorted(reached) for y in lost)
        made.append(Route(a=a, b=b, km=round(max(km * detour, 0.5), 1)))
