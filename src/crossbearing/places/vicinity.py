"""Where something happened that a text puts near a place rather than in it: "south of Homs", "on the road to Hama"."""

from collections.abc import Sequence

import msgspec

from crossbearing.places.relations import Anchor, Spot, halfway, relation, spot
from crossbearing.records import PlaceMention

WIDE = ("country", "province", "district", "region", "water")
ROADS = frozenset(["road", "highway", "motorway", "route", "way", "line", "railway"])


class Vicinity(msgspec.Struct, frozen=True):
    """A spot told by a place: where it lies, and how many words before the place's name tell it so.

    `both` says that the place named next tells it too ("between Homs and Hama").
    """

    spot: Spot
    words: int
    both: bool = False


def vicinity(
    before: Sequence[str], place: PlaceMention, between: Sequence[str] = (), other: PlaceMention | None = None,
    after: Sequence[str] = (),
) -> Vicinity | None:
    """Return the spot that the words about a place's name tell by it; None where they mean the place itself.

    All words are lower case: those before the name in its sentence, those between it and the name of the `other` place
    that comes next, and those after that one.

    >>> homs = PlaceMention(start=0, end=4, text="Homs", kind="city", lat=34.73, lon=36.71, precision_km=5.0)
    >>> vicinity("shot dead 20 km north of".split(), homs).spot.lat
    34.9099
    >>> vicinity(["killed", "in"], homs) is None
    True
    """
    anchor, next_anchor = _anchor(place), _anchor(other)
    if anchor is None:
        return None
    if next_anchor is not None:
        gap = list(between)
        if before and before[-1] == "between" and gap == ["and"]:
            return Vicinity(halfway(anchor, next_anchor), 1, both=True)
        if len(before) > 1 and before[-1] == "from" and before[-2] in ROADS and gap == ["to"]:
            return Vicinity(halfway(anchor, next_anchor), 2, both=True)
        if gap in (["-"], ["–"], ["to"]) and after and after[0] in ROADS:
            return Vicinity(halfway(anchor, next_anchor), 0, both=True)
    told = relation(list(before)) if before else None
    if told is None or (told.sort == "within" and (told.bearing is None or not anchor.wide)):
        return None
    return Vicinity(spot(told, anchor), told.words)


def _anchor(place: PlaceMention | None) -> Anchor | None:
    if place is None or place.lat is None or place.lon is None or place.relation is not None:
        return None
    return Anchor(place.lat, place.lon, place.precision_km or 5.0, place.kind in WIDE)
