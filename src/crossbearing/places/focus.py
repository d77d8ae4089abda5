"""The area that a text's places lie in: where a street is that it names, or a name that nobody knows."""

from collections import Counter

from crossbearing.places.entry import Place
from crossbearing.places.geometry import distance_km

AROUND_KM = 100.0
"""Distance up to which places speak for one area."""
TOWNS = ("city", "village", "district", "neighbourhood", "camp")
"""Kinds that streets and buildings stand in."""
AREAS = ("province", "district")


def local_places(meant: dict[int, Place]) -> list[int]:
    """Return the mentions whose places lie in the area that most mentions are of, in their order.

    `meant` are the places of a text's mentions by their number. Each town is weighed by the mentions of places around
    it, and of the province or district that it lies in; without a town, so is each province. Empty where the text
    names neither.

    >>> homs = Place(place_id="a", name="Homs", kind="city", lat=34.73, lon=36.72)
    >>> rastan = Place(place_id="b", name="Rastan", kind="city", lat=34.93, lon=36.73)
    >>> geneva = Place(place_id="c", name="Geneva", kind="city", lat=46.2, lon=6.15)
    >>> local_places({0: geneva, 1: homs, 2: rastan})
    [1, 2]
    """
    often = Counter(place.place_id for place in meant.values())
    places = {place.place_id: place for place in meant.values() if place.lat is not None}
    for kinds in (TOWNS, AREAS):
        centres = [place for place in places.values() if place.kind in kinds]
        if centres:
            centre = max(centres, key=lambda place: (_support(place, places, often), often[place.place_id]))
            return [
                i for i, place in sorted(meant.items())
                if place.kind in kinds and place.lat is not None and _km(centre, place) <= AROUND_KM
            ]
    return []


def _support(centre: Place, places: dict[str, Place], often: Counter[str]) -> int:
    return sum(
        often[place.place_id] for place in places.values()
        if place.place_id in (centre.province_id, centre.district_id)
        or (place.kind in (*TOWNS, *AREAS, "landmark") and _km(centre, place) <= AROUND_KM)
    )


def _km(one: Place, other: Place) -> float:
    return distance_km(one.lat or 0.0, one.lon or 0.0, other.lat or 0.0, other.lon or 0.0)
