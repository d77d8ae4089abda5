"""Gives entries what their sources leave out: province and district, and to districts the point of their seat."""

import math
from collections import defaultdict

from crossbearing.places.entry import Entry
from crossbearing.places.geometry import distance_km
from crossbearing.places.names import bare_key

NEIGHBOUR_KM = 60.0
"""Distance up to which a place is taken to lie in the province of its nearest neighbour."""
TOWNS = ("city", "village")
LOCAL = (*TOWNS, "neighbourhood", "camp", "crossing", "landmark")


def place_in_provinces(entries: dict[str, Entry]) -> None:
    """Fill in provinces by the parent's name, else by the nearest town; and districts' points by their seat."""
    wider: dict[tuple[str, str], str] = {}
    towns: dict[str, list[Entry]] = defaultdict(list)
    seats: dict[tuple[str | None, str], Entry] = {}
    for entry in entries.values():
        if entry.kind == "province":
            for name, _ in entry.names:
                wider.setdefault((entry.country or "", bare_key(name)), entry.place_id)
        elif entry.kind in TOWNS and entry.geonameid:
            towns[entry.country or ""].append(entry)
            for name, _ in entry.names:
                known = seats.get((entry.province_id, bare_key(name)))
                if known is None or known.population < entry.population:
                    seats[entry.province_id, bare_key(name)] = entry
    for entry in entries.values():
        if entry.kind == "district" and entry.lat is None and entry.province_id:
            names = (bare_key(name) for name, _ in entry.names)
            seat = next((seats[entry.province_id, name] for name in names if (entry.province_id, name) in seats), None)
            if seat is not None:
                entry.lat, entry.lon, entry.precision_km = seat.lat, seat.lon, 20.0
        elif entry.country and _lacks_province(entry):
            named = wider.get((entry.country, bare_key(entry.parent)))
            entry.province_id = named or _nearest(entry, towns[entry.country])
    place_in_districts(entries)


def place_in_districts(entries: dict[str, Entry]) -> None:
    """Fill in the districts of settlements and the like by the nearest town or seat of their province that has one.

    Where borders wind, that may be the neighbouring district; the province is right all the same.
    """
    told: dict[str, list[tuple[float, float, str]]] = defaultdict(list)
    for entry in entries.values():
        district = entry.place_id if entry.kind == "district" else entry.district_id
        if entry.province_id and district and entry.lat is not None and entry.lon is not None:
            told[entry.province_id].append((entry.lat, entry.lon, district))
    for entry in entries.values():
        if entry.district_id is None and entry.kind in LOCAL and entry.province_id in told and entry.lat is not None:
            lat, lon = entry.lat, entry.lon or 0.0
            squeeze = math.cos(math.radians(lat)) ** 2
            near = min(told[entry.province_id], key=lambda p: (p[0] - lat) ** 2 + squeeze * (p[1] - lon) ** 2)
            if distance_km(lat, lon, near[0], near[1]) <= NEIGHBOUR_KM:
                entry.district_id = near[2]


def _lacks_province(entry: Entry) -> bool:
    """Whether an entry of a table, which names what it lies in, is not yet put into its province."""
    within = entry.kind not in ("country", "province", "region", "water")
    return within and bool(entry.parent) and entry.province_id is None


def _nearest(entry: Entry, towns: list[Entry]) -> str | None:
    """The province of the nearest town of the country."""
    if entry.lat is None or entry.lon is None:
        return None
    near = [
        (distance_km(entry.lat, entry.lon, town.lat or 0.0, town.lon or 0.0), town.province_id or "", town)
        for town in towns if abs((town.lat or 0.0) - entry.lat) < 1.0
    ]
    if not near:
        return None
    km, province, _ = min(near, key=lambda x: (x[0], x[1]))
    return province or None if km <= NEIGHBOUR_KM else None
