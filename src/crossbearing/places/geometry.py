"""Distances and directions on the globe."""

import math

EARTH_RADIUS_KM = 6371.0088
"""Mean radius of the earth (IUGG)."""


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance in kilometres between two points in degrees (haversine).

    >>> round(distance_km(36.2021, 37.1343, 35.9306, 36.6339))
    54
    """
    phi1, phi2 = math.radians(lat1), math.radians(lat2)
    half = math.sin((phi2 - phi1) / 2) ** 2
    half += math.cos(phi1) * math.cos(phi2) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def offset(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """Return the point `km` kilometres from a point in the direction `bearing` (degrees clockwise from north).

    >>> tuple(round(x, 2) for x in offset(35.0, 36.0, 90.0, 100.0))
    (35.0, 37.1)
    """
    phi, angle, way = math.radians(lat), km / EARTH_RADIUS_KM, math.radians(bearing)
    phi2 = math.asin(math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(way))
    turn = math.atan2(math.sin(way) * math.sin(angle) * math.cos(phi), math.cos(angle) - math.sin(phi) * math.sin(phi2))
    return math.degrees(phi2), (lon + math.degrees(turn) + 540.0) % 360.0 - 180.0


def middle(points: list[tuple[float, float]], weights: list[float]) -> tuple[float, float]:
    """Return the weighted centre of points in degrees, right across the date line; the weights must not all be zero.

    >>> tuple(round(x, 1) for x in middle([(0.0, 179.0), (0.0, -179.0)], [1.0, 1.0]))
    (0.0, 180.0)
    """
    x = y = z = 0.0
    for (lat, lon), weight in zip(points, weights, strict=True):
        phi, lam = math.radians(lat), math.radians(lon)
        x += weight * math.cos(phi) * math.cos(lam)
        y += weight * math.cos(phi) * math.sin(lam)
        z += weight * math.sin(phi)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))
