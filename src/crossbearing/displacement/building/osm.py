"""Roads from an extract of OpenStreetMap (`.osm`): the shortest ways between neighbouring places."""

import heapq
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from xml.parsers import expat

from crossbearing.displacement.building.rules import rules
from crossbearing.displacement.instance import Location, Route
from crossbearing.displacement.trouble import Finding, InstanceTrouble
from crossbearing.places import distance_km

Roads = dict[int, list[tuple[int, float]]]
"""For each node the neighbours along a road, with the kilometres to them."""
REMEDY = "give an extract of OpenStreetMap in its XML format (.osm), or a table (name1, name2, kilometres)"


class _Extract:
    """Collects nodes and roads while a file is parsed."""

    def __init__(self) -> None:
        self.at: dict[int, tuple[float, float]] = {}
        self.ways: list[list[int]] = []
        self._way: list[int] = []
        self._road = False
        told = rules().roads.classes
        self._classes = {*told, *(f"{name}_link" for name in told)}

    def begin(self, tag: str, fields: dict[str, str]) -> None:
        if tag == "node":
            self.at[int(fields["id"])] = (float(fields["lat"]), float(fields["lon"]))
        elif tag == "way":
            self._way, self._road = [], False
        elif tag == "nd":
            self._way.append(int(fields["ref"]))
        elif tag == "tag" and fields.get("k") == "highway":
            self._road = fields.get("v") in self._classes

    def end(self, tag: str) -> None:
        if tag == "way" and self._road:
            self.ways.append(self._way)


def read_osm(path: Path) -> tuple[dict[int, tuple[float, float]], Roads]:
    """Return the nodes on roads (latitude and longitude) and the roads between them; lanes of one way count both ways.

    Raises InstanceTrouble for a file that cannot be read, that is no extract, or that declares entities.
    """
    extract = _Extract()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = extract.begin, extract.end
    parser.EntityDeclHandler = _no_entities
    try:
        with path.open("rb") as stream:
            parser.ParseFile(stream)
    except (OSError, expat.ExpatError, KeyError, ValueError) as error:
        raise InstanceTrouble([Finding(path.name, None, f"it cannot be read as a map ({error})", REMEDY)]) from error
    roads: Roads = {}
    for way in extract.ways:
        for a, b in pairwise(way):
            if a in extract.at and b in extract.at:  # an extract may be cut in the middle of a way
                km = distance_km(*extract.at[a], *extract.at[b])
                roads.setdefault(a, []).append((b, km))
                roads.setdefault(b, []).append((a, km))
    if not roads:
        raise InstanceTrouble([Finding(path.name, None, "it has no roads", REMEDY)])
    return {node: extract.at[node] for node in roads}, roads


def _no_entities(*_: object) -> None:
    raise ValueError("it declares entities")


def osm_roads(path: Path, places: Sequence[Location]) -> tuple[tuple[Route, ...], list[str]]:
    """Return a road for each two places whose shortest way leads through no third, and the places that lie on no road.

    A place is on the nearest node of a road within `snap_km`; the way to it counts.
    """
    at, roads = read_osm(path)
    snapped: dict[int, tuple[str, float]] = {}
    off = []
    for place in places:
        km, node = min((distance_km(place.lat, place.lon, *at[node]), node) for node in at)
        if km > rules().roads.snap_km or node in snapped:
            off.append(place.name)
        else:
            snapped[node] = (place.name, km)
    found = []
    for start, (name, first) in sorted(snapped.items(), key=lambda item: item[1]):
        for end, km in _neighbours(start, roads, set(snapped)).items():
            other, last = snapped[end]
            if name < other:
                found.append(Route(a=name, b=other, km=round(max(first + km + last, 0.5), 1)))
    return tuple(sorted(found, key=lambda route: (route.a, route.b))), off


def _neighbours(start: int, roads: Roads, stops: set[int]) -> dict[int, float]:
    # Shortest ways that end at the first place they come to (Dijkstra 1959).
    best, found = {start: 0.0}, {}
    queue = [(0.0, start)]
    while queue:
        km, node = heapq.heappop(queue)
        if km > best[node]:
            continue
        if node in stops and node != start:
            found[node] = km
            continue
        for end, more in roads[node]:
            if km + more < best.get(end, float("inf")):
                best[end] = km + more
                heapq.heappush(queue, (km + more, end))
    return found
