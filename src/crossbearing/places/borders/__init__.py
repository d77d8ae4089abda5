"""Borders of countries, simplified and packaged: for drawing them, and for asking where a point lies.

`borders.json.gz` comes from Natural Earth 1:10m (public domain, German point of view on disputed borders);
`make_borders.py` tells how it is made.
"""

import gzip
import math
from functools import cache
from importlib.resources import files

import msgspec

from crossbearing.places.countries import country_code

GRID = 1000
"""Steps per degree of the packaged file."""
KM_PER_DEGREE = 111.2

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


class Country(msgspec.Struct, frozen=True):
    """A country's name, the point where it is written on a map, and its rings (see `points`)."""

    name: str
    label: tuple[float, float]
    rings: list[list[int]]


@cache
def borders() -> list[Country]:
    """Return every country of the packaged file, by name."""
    raw = gzip.decompress(files("crossbearing.places.borders").joinpath("borders.json.gz").read_bytes())
    return msgspec.json.decode(raw, type=list[Country])


def points(steps: list[int]) -> list[Point]:
    """Return a ring from its steps: the first point, then how far it is from each to the next, in parts of `GRID`.

    >>> points([1000, 2000, 500, 0])
    [(1.0, 2.0), (1.5, 2.0)]
    """
    x = y = 0
    out = []
    for n in range(0, len(steps), 2):
        x += steps[n]
        y += steps[n + 1]
        out.append((x / GRID, y / GRID))
    return out


@cache
def _rings(code: str) -> list[list[Point]]:
    return [points(ring) for country in borders() if country_code(country.name) == code for ring in country.rings]


def km_outside(code: str, lat: float, lon: float) -> float | None:
    """Return how far a point lies outside a country (ISO 3166-1 alpha-2); 0 inside; null where its border is unknown.

    Right to about half a kilometre, the coarseness of the packaged borders.

    >>> km_outside("TR", 35.90, 36.06), round(km_outside("TR", 35.81, 36.32))
    (0.0, 14)
    """
    rings = _rings(code)
    if not rings:
        return None
    if sum(_within(ring, lon, lat) for ring in rings) % 2:
        return 0.0
    return min(_km_to(ring, lon, lat) for ring in rings)


def country_at(lat: float, lon: float) -> str | None:
    """Return the name of the country in which a point lies; null at sea and where the file knows none.

    >>> country_at(35.81, 36.32), country_at(0.0, -30.0)
    ('Syria', None)
    """
    for country in borders():
        if sum(_within(points(ring), lon, lat) for ring in country.rings) % 2:
            return country.name
    return None


def _within(ring: list[Point], lon: float, lat: float) -> bool:
    # By counting how often a line to the east crosses the ring.
    inside = False
    x, y = ring[-1]
    for u, v in ring:
        if (v > lat) != (y > lat) and lon < u + (lat - v) / (y - v) * (x - u):
            inside = not inside
        x, y = u, v
    return inside


def _km_to(ring: list[Point], lon: float, lat: float) -> float:
    # On a plane that touches the point: right near the border, where it matters.
    narrow = math.cos(math.radians(lat))
    flat = [((x - lon) * narrow, y - lat) for x, y in ring]
    nearest = math.inf
    (x, y) = flat[-1]
    for u, v in flat:
        dx, dy = u - x, v - y
        length = dx * dx + dy * dy
        along = min(max(-(x * dx + y * dy) / length, 0.0), 1.0) if length else 0.0
        nearest = min(nearest, math.hypot(x + along * dx, y + along * dy))
        x, y = u, v
    return nearest * KM_PER_DEGREE
