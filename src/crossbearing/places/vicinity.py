"""Where something happened that a text puts near a place rather than in it: "south of Homs", "on the road to Hama"."""

from collections.abc import Sequence

import msgspec

from crossbearing.places.relations import Spot, anchor, halfway, relation, spot, words
from crossbearing.records import PlaceMention


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
    mine = anchor(place) if place.relation is None else None
    theirs = anchor(other) if other is not None and other.relation is None else None
    if mine is None:
        return None
    if theirs is not None:
        gap = list(between)
        if before and before[-1] == "between" and gap == ["and"]:
            return Vicinity(halfway(mine, theirs), 1, both=True)
        if len(before) > 1 and before[-1] == "from" and before[-2] in words().roads and gap == ["to"]:
            return Vicinity(halfway(mine, theirs), 2, both=True)
        if gap in (["-"], ["–"], ["to"]) and after and after[0] in words().roads:
            return Vicinity(halfway(mine, theirs), 0, both=True)
    told = relation(list(before)) if before else None
    if told is None or (told.sort == "within" and (told.bearing is None or not mine.wide)):
        return None
    return Vicinity(spot(told, mine), told.words)
