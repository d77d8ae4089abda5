"""What the page's map is drawn on: borders and settlements around the events, projected (Web Mercator)."""

import math
from collections.abc import Iterable
from typing import Any

from crossbearing.places import Gazetteer, Place
from crossbearing.publishing.basemap import Bounds, Outline, Point, outlines
from crossbearing.records import Event

UNITS = 20000
"""Steps over the width of a layer."""
STEPS, COARSE_STEPS = 2500, 1000
"""Points that a border may have over the width of the inner and of the outer layer."""
LEAST_SPAN = 1.2
"""Degrees that a map spans at least."""
VAGUE = 60.0
"""Kilometres from which on a place says too little of where an event was to set the map's scale."""
CORE = 0.65
"""Share of the events, those nearest to where most are, that the map opens on."""
WIDEST_WITH_TOWNS = 1200
"""Kilometres from the middle of a box to its corner up to which settlements are drawn; a wider map shows countries."""
CELLS = 14
"""Settlements are thinned over so many cells each way ..."""
PER_CELL = 4
"""... to so many a cell, the most populous first."""
SHOWN_KINDS = frozenset({"city", "village", "camp", "crossing"})


def ground(events: Iterable[Event], gazetteer: Gazetteer | None) -> dict[str, Any]:
    """Return the layers and settlements of the base map, and the box that it opens on.

    The inner layer holds the box around the core of the events, in detail; the outer one, present only where it is
    needed, the box of all of them. Without any event on the map there are no layers.
    """
    places = [e.where for e in events if e.where and e.where.lon is not None and e.where.lat is not None]
    points = sorted((place.lon or 0.0, place.lat or 0.0) for place in places)
    if not points:
        return {"layers": [], "settlements": [], "open": None}
    exact = sorted((p.lon or 0.0, p.lat or 0.0) for p in places if (p.precision_km or 0.0) < VAGUE)
    all_of_them, most_of_them = _box(points), _box(_core(exact or points))
    inner, outer = _wider(most_of_them, 1.2), _wider(all_of_them, 0.3)
    boxes = [inner] if _holds(inner, all_of_them) else [outer, inner]
    settlements = (
        {place.place_id: place for box in boxes for place in _settlements(box, gazetteer)} if gazetteer else {}
    )
    opening = _wider(most_of_them, 0.15)
    return {
        "layers": [_layer(box, STEPS if box is inner else COARSE_STEPS) for box in boxes],
        "settlements": [
            [p.name, round(p.lat or 0, 4), round(p.lon or 0, 4), p.population, p.kind]
            for p in sorted(settlements.values(), key=lambda p: (-p.population, p.place_id))
        ],
        "open": [*project(opening.west, opening.north), *project(opening.east, opening.south)],
    }


def project(lon: float, lat: float) -> Point:
    """Return a place in Web Mercator, the world being one unit wide, x to the east and y to the south.

    >>> project(0, 0)
    (0.5, 0.5)
    """
    sine = math.sin(math.radians(max(-85.0, min(85.0, lat))))
    return (lon + 180) / 360, 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)


def _box(points: list[Point]) -> Bounds:
    lons, lats = [p[0] for p in points], [p[1] for p in points]
    return Bounds(min(lons), min(lats), max(lons), max(lats))


def _core(points: list[Point]) -> list[Point]:
    """Return the share of the points that lies nearest to the middle one, so that a few far off set no scale."""
    lon, lat = (sorted(p[axis] for p in points)[len(points) // 2] for axis in (0, 1))
    squeeze = math.cos(math.radians(lat))
    nearest = sorted(points, key=lambda p: (math.hypot((p[0] - lon) * squeeze, p[1] - lat), p))
    return nearest[: math.ceil(len(points) * CORE)]


def _wider(box: Bounds, margin: float) -> Bounds:
    """Return the box widened by a share of its larger side, to at least the least span, within the world."""
    span = max(box.east - box.west, box.north - box.south, LEAST_SPAN)
    lon, lat = (box.east + box.west) / 2, (box.north + box.south) / 2
    x, y = (
        max(box.east - box.west, LEAST_SPAN) / 2 + span * margin,
        max(box.north - box.south, LEAST_SPAN) / 2 + span * margin,
    )
    return Bounds(max(-180.0, lon - x), max(-84.0, lat - y), min(180.0, lon + x), min(84.0, lat + y))


def _holds(outer: Bounds, inner: Bounds) -> bool:
    return (
        outer.west <= inner.west
        and outer.south <= inner.south
        and outer.east >= inner.east
        and outer.north >= inner.north
    )


def _layer(box: Bounds, steps: int) -> dict[str, Any]:
    west, north = project(box.west, box.north)
    east, south = project(box.east, box.south)
    scale = UNITS / (east - west)

    def path(outline: Outline) -> str:
        return "".join(
            _path([((x - west) * scale, (y - north) * scale) for x, y in (project(*p) for p in ring)])
            for ring in outline.rings
        )

    return {
        "box": [west, north, east, south],
        "countries": [
            {"name": o.name, "path": path(o), "label": project(*o.label) if o.label else None}
            for o in outlines(box, steps)
        ],
        "units": UNITS,
    }


def _path(ring: list[Point]) -> str:
    """Return a ring as SVG path data in whole units, relative from point to point."""
    last = (round(ring[0][0]), round(ring[0][1]))
    out = [f"M{last[0]} {last[1]}l"]
    for x, y in ring[1:]:
        point = (round(x), round(y))
        if point != last:
            out.append(f"{point[0] - last[0]} {point[1] - last[1]} ")
            last = point
    return "".join(out).rstrip() + "z"


def _settlements(box: Bounds, gazetteer: Gazetteer) -> list[Place]:
    lat, lon = (box.north + box.south) / 2, (box.east + box.west) / 2
    radius = 111.2 * math.hypot((box.north - box.south) / 2, (box.east - box.west) / 2 * math.cos(math.radians(lat)))
    if radius > WIDEST_WITH_TOWNS:
        return []
    cells: dict[tuple[int, int], list[Place]] = {}
    for _, place in gazetteer.near(lat, lon, radius):
        if place.lat is None or place.lon is None or place.kind not in SHOWN_KINDS:
            continue
        if box.west <= place.lon <= box.east and box.south <= place.lat <= box.north:
            column = int((place.lon - box.west) / (box.east - box.west) * CELLS)
            row = int((place.lat - box.south) / (box.north - box.south) * CELLS)
            cells.setdefault((column, row), []).append(place)
    return [
        place for cell in cells.values() for place in sorted(cell, key=lambda p: (-p.population, p.place_id))[:PER_CELL]
    ]
