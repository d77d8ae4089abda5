"""Places as they are compared: how wide each is, and which of those an account names it is about."""

from collections.abc import Sequence
from typing import Self

import msgspec

from crossbearing.places.names import name_key
from crossbearing.records import PlaceMention, Where

COUNTRY, PROVINCE, DISTRICT, CITY, VILLAGE, QUARTER = range(6)
"""How specific a place is, from wide to narrow."""
RANKS = {
    "country": COUNTRY,
    "region": COUNTRY,
    "water": COUNTRY,
    "province": PROVINCE,
    "district": DISTRICT,
    "city": CITY,
    "unknown": CITY,
    "neighbourhood": QUARTER,
}
"""Kind of place -> how specific; kinds not named here (village, camp, crossing ...) are as specific as a village."""
UNKNOWN_KM = 10.0
"""Radius taken where none is noted."""
FURTHEST_KM = 110.0
"""Radius beyond which a place is too wide to say what lies in it; about one degree of latitude."""


def reach_km(where: Where | None) -> float | None:
    """Return how far from its point a place reaches; null where it has no point or is as wide as a country."""
    if where is None or where.lat is None or where.lon is None or RANKS.get(where.kind, VILLAGE) == COUNTRY:
        return None
    reach = where.precision_km or 0.0
    return reach if reach <= FURTHEST_KM else None


class Spot(msgspec.Struct, frozen=True, kw_only=True):
    """A place as it is compared. `key` is equal for spellings of one name; `precision` is its radius in km."""

    name: str
    key: str
    rank: int
    place_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: float = UNKNOWN_KM
    country: str | None = None
    province: str | None = None

    @classmethod
    def of(cls, place: PlaceMention | Where, mention: PlaceMention | None = None) -> Self:
        """Return the spot of a mention, or of a claim's place with the mention it was taken from."""
        name = place.name or (place.text if isinstance(place, PlaceMention) else "")
        more = place if isinstance(place, PlaceMention) else mention
        return cls(
            name=name,
            key=name_key(name),
            rank=RANKS.get(place.kind, VILLAGE),
            place_id=place.place_id,
            lat=place.lat,
            lon=place.lon,
            precision=UNKNOWN_KM if place.precision_km is None else place.precision_km,
            country=place.country or (more.country if more else None),
            province=more.province if more else None,
        )

    @classmethod
    def unresolved(cls, name: str) -> Self:
        """Return the spot of a name that nothing was found for."""
        return cls(name=name, key=name_key(name), rank=VILLAGE)


def best_spots(told: Sequence[tuple[Spot, ...]], named: Sequence[Spot]) -> tuple[Spot, ...]:
    """Return an account's places: those of the claim that is placed most precisely (of equals the first), then the
    others'.

    `told` holds the places of each claim, `named` all that the same sentences name: where claims give nothing but a
    country, a town named there says more.
    """
    placed = [spots for spots in told if spots]
    if not any(spots[0].rank > COUNTRY for spots in placed):
        placed += [(spot,) for spot in named if spot.rank > COUNTRY][:1]
    if not placed:
        return ()
    first = max(range(len(placed)), key=lambda i: (placed[i][0].rank, -i))
    known = list(placed[first])
    for spots in placed:
        known += [s for s in spots if all(s.key != k.key for k in known)]
    return tuple(known)
