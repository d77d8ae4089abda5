"""The base map: borders of countries, simplified, drawn without a network. Where they are disputed it draws what its
source draws.
"""

from collections.abc import Iterator
from typing import NamedTuple

from crossbearing.places.borders import GRID, borders, points

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


class Bounds(NamedTuple):
    """A box in degrees: west, south, east, north."""

    west: float
    south: float
    east: float
    north: float


class Outline(NamedTuple):
    """What of a country lies in a box: its name, where the name goes (null where that lies outside), its rings."""

    name: str
    label: Point | None
    rings: list[list[Point]]


def outlines(bounds: Bounds, steps: int = 2500) -> Iterator[Outline]:
    """Yield each country that reaches into the box, cut off at it, thinned to `steps` points over the box's width.

    >>> [o.name for o in outlines(Bounds(35.9, 35.7, 36.6, 36.2))]
    ['Syria', 'Turkey']
    """
    grid = max((bounds.east - bounds.west) / steps, 1 / GRID)
    for country in borders():
        rings = []
        for steps_of_ring in country.rings:
            ring = _thinned(_cut(points(steps_of_ring), bounds), grid)
            if len(ring) > 2:
                rings.append(ring)
        if rings:
            lon, lat = country.label
            inside = bounds.west < lon < bounds.east and bounds.south < lat < bounds.north
            yield Outline(country.name, (lon, lat) if inside else None, rings)


def _cut(ring: list[Point], bounds: Bounds) -> list[Point]:
    """Cut a ring off at a box, one side after the other (Sutherland and Hodgman 1974)."""
    west, east = min(p[0] for p in ring), max(p[0] for p in ring)
    south, north = min(p[1] for p in ring), max(p[1] for p in ring)
    if east < bounds.west or west > bounds.east or north < bounds.south or south > bounds.north:
        return []
    if west >= bounds.west and east <= bounds.east and south >= bounds.south and north <= bounds.north:
        return ring
    for axis, edge, sign in ((0, bounds.west, 1), (0, bounds.east, -1), (1, bounds.south, 1), (1, bounds.north, -1)):
        out: list[Point] = []
        for a, b in zip([ring[-1], *ring[:-1]] if ring else [], ring, strict=True):
            inside_a, inside_b = sign * (a[axis] - edge) >= 0, sign * (b[axis] - edge) >= 0
            if inside_a != inside_b:
                share = (edge - a[axis]) / (b[axis] - a[axis])
                out.append((a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])))
            if inside_b:
                out.append(b)
        ring = out
    return ring


def _thinned(ring: list[Point], grid: float) -> list[Point]:
    """Move points to a grid and drop those that fall together, the same for both sides of a border."""
    out: list[Point] = []
    for lon, lat in ring:
        point = (round(round(lon / grid) * grid, 4), round(round(lat / grid) * grid, 4))
        if not out or point != out[-1]:
            out.append(point)
    return out
