"""Places that a text tells by another place: "five miles from Homs", "south of", "near", "between", "in Idlib"."""

import re
from functools import cache

import msgspec

from crossbearing.ontology import listed
from crossbearing.places.cues import cues
from crossbearing.places.entry import Place
from crossbearing.places.geometry import distance_km, middle, offset
from crossbearing.places.text import Text
from crossbearing.records import PlaceMention

LONGEST_GAP = 18
"""Pieces between a name and the name of the place it is told by."""
AREAS = ("country", "province", "district", "region", "water")
"""Kinds of places that are areas."""
UNTOLD_KM = 5.0
"""The radius of a place that tells none."""
NEAR_KM = 10.0
"""How far "near" reaches beyond the place itself."""
SIDE_KM = 8.0
"""How far out "north of" a town is taken to point, beyond the town itself."""


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `data/relations.yaml`."""

    numbers: dict[str, float]
    units: dict[str, float]
    bearings: dict[str, float]
    near: frozenset[str]
    near_phrases: list[str]
    within: frozenset[str]
    roads: frozenset[str]


class Anchor(msgspec.Struct, frozen=True):
    """A place by which another is told: its point, the radius within which it lies, whether it is a town or an area."""

    lat: float
    lon: float
    precision_km: float
    wide: bool


def anchor(place: Place | PlaceMention) -> Anchor | None:
    """Return a place as what another may be told by; None where it has no point."""
    if place.lat is None or place.lon is None:
        return None
    return Anchor(place.lat, place.lon, place.precision_km or UNTOLD_KM, place.kind in AREAS)


class Relation(msgspec.Struct, frozen=True):
    """How one place is told by another: kilometres (or None), degrees from north (or None), and the sort of words.

    `sort`: "distance", "side", "near" or "within". `words` is how many pieces before the other's name it begins.
    """

    sort: str
    km: float | None
    bearing: float | None
    words: int


class Spot(msgspec.Struct, frozen=True):
    """A point with a radius in km."""

    lat: float
    lon: float
    precision_km: float


@cache
def words() -> Words:
    """Return the words of relations."""
    return listed("crossbearing.places", "data/relations.yaml", Words)


def _number(word: str) -> float | None:
    if re.fullmatch(r"\d+(?:[.,]\d+)?", word):
        return float(word.replace(",", "."))
    return words().numbers.get(word)


def is_number(word: str) -> bool:
    """Whether a lower-case word is a number, in figures or spelt out.

    >>> is_number("20"), is_number("ten"), is_number("north")
    (True, True, False)
    """
    return _number(word) is not None


def relation(gap: list[str]) -> Relation | None:
    """Read the relation that the lower-case words before a place's name end in; None where they end in none.

    >>> relation("a village located five miles from the town of".split())
    Relation(sort='distance', km=8.045, bearing=None, words=6)
    >>> relation("20 km north of".split())
    Relation(sort='distance', km=20.0, bearing=0.0, words=4)
    >>> [told and told.sort for told in (relation(["a", "suburb", "of"]), relation(["in"]), relation(["and"]))]
    ['near', 'within', None]
    >>> [relation(told.split()).sort for told in ("hit the rebel - held west of", "hit the road west of")]
    ['within', 'side']
    """
    known = words()
    for phrase in known.near_phrases:
        tail = phrase.split()
        if gap[-len(tail) :] == tail:
            return Relation("near", None, None, len(tail))
    end = _before_kind(gap)
    rest = gap[:end]
    if not rest:
        return None
    told = _distance(rest)
    if told is not None:
        km, bearing, taken = told
        return Relation("distance", km, bearing, len(gap) - end + taken)
    if len(rest) >= 2 and rest[-1] == "of" and rest[-2] in known.bearings:
        part = _part(rest[:-2])
        sort = "within" if part else "side"
        return Relation(sort, None, known.bearings[rest[-2]], len(gap) - end + 2 + part)
    if rest[-1] in known.near:
        return Relation("near", None, None, len(gap) - end + 1)
    for phrase in known.near_phrases:
        tail = phrase.split()
        if rest[-len(tail) :] == tail:
            return Relation("near", None, None, len(gap) - end + len(tail))
    side = rest[-1] if rest[-1] in known.bearings else ""
    inner = rest[:-1] if side else rest
    if inner and inner[-1] == "the":
        inner = inner[:-1]
    part_of = len(rest) > 1 and rest[-1] == "of" and rest[-2] in cues().feature_nouns
    if part_of or (inner and inner[-1] in known.within):
        return Relation("within", None, known.bearings.get(side), len(gap) - len(inner) + 1)
    return None


def _part(before: list[str]) -> int:
    """How many words before "west of" make it a part of a place ("the rebel-held west of"); 0 of what lies outside.

    "The road west of" lies outside, and so does "to the west of".
    """
    known, back = words().bearings, len(before)
    while back and (before[back - 1] in cues().held or before[back - 1] in known or before[back - 1] == "and"):
        held = before[back - 1] in cues().held and before[back - 2 : back - 1] == ["-"]
        back -= 3 if held else 1
    if back < 1 or before[back - 1] != "the":
        return 0
    return 0 if before[back - 2 : back - 1] == ["to"] else len(before) - back + 1


def _before_kind(gap: list[str]) -> int:
    """Where "the town of", "the besieged city of" or "the" at the end of the words begins."""
    end = len(gap)
    if end >= 2 and gap[-1] == "of" and gap[-2] in cues().feature_nouns:
        for back in (3, 4, 5):
            if end >= back and gap[-back] in ("the", "a"):
                return end - back
        return end
    return end - 1 if end and gap[-1] == "the" else end


def _distance(rest: list[str]) -> tuple[float, float | None, int] | None:
    """Kilometres, bearing and number of words of "20 km (12 miles) to the north-east of" at the end of the words."""
    known = words()
    i = len(rest) - 1
    if rest[i] not in ("from", "of", "outside", "off", "away"):
        return None
    i -= 1
    while i >= 0 and rest[i] in ("away", "outside", "to", "the", "-", "distance"):
        i -= 1
    bearing = None
    while i >= 0 and rest[i] in known.bearings | {"-": 0.0, "to": 0.0, "the": 0.0, "due": 0.0}:
        if rest[i] in known.bearings:
            bearing = known.bearings[rest[i]] if bearing is None else _between(known.bearings[rest[i]], bearing)
        i -= 1
    if i >= 0 and rest[i] == ")":
        while i > 0 and rest[i] != "(":
            i -= 1
        i -= 1
    if i >= 1 and rest[i] in known.units:
        number = _number(rest[i - 1] if rest[i - 1] != "-" else rest[max(0, i - 2)])
        if number is not None:
            return number * known.units[rest[i]], bearing, len(rest) - i + (1 if rest[i - 1] != "-" else 2)
    return None


def _between(one: float, other: float) -> float:
    """The bearing that two words make together ("north - east")."""
    return ((one + other) / 2 if abs(one - other) <= 180 else (one + other + 360) / 2) % 360


def spot(told: Relation, anchor: Anchor) -> Spot:
    """Return the point and radius that a relation gives.

    >>> spot(Relation("distance", 20.0, 0.0, 4), Anchor(35.0, 37.0, 5.0, False))
    Spot(lat=35.1799, lon=37.0, precision_km=9.0)
    """
    own = anchor.precision_km
    if told.sort == "distance" and told.km is not None:
        if told.bearing is None:
            return Spot(anchor.lat, anchor.lon, round(told.km + min(own, told.km), 1))
        lat, lon = offset(anchor.lat, anchor.lon, told.bearing, told.km)
        return Spot(round(lat, 4), round(lon, 4), round(max(2.0, 0.2 * told.km + own), 1))
    if told.bearing is not None:
        inside = anchor.wide or told.sort == "within"
        far = own * 0.5 if inside else own + SIDE_KM
        lat, lon = offset(anchor.lat, anchor.lon, told.bearing, far)
        return Spot(round(lat, 4), round(lon, 4), round(0.7 * own if inside else far, 1))
    if told.sort == "within":
        return Spot(anchor.lat, anchor.lon, own)
    return Spot(anchor.lat, anchor.lon, round(own + NEAR_KM, 1))


def halfway(one: Anchor, other: Anchor) -> Spot:
    """Return the point between two places, with half their distance as radius."""
    lat, lon = middle([(one.lat, one.lon), (other.lat, other.lon)], [1.0, 1.0])
    return Spot(round(lat, 4), round(lon, 4), round(distance_km(one.lat, one.lon, other.lat, other.lon) / 2 + 2.0, 1))


def gap_words(text: Text, first: int, last: int) -> list[str] | None:
    """Return the lower-case words between two pieces of one sentence; None where too many or a sentence ends."""
    if last - first > LONGEST_GAP or any(text.first[first : last + 1]):
        return None
    return text.lower[first:last]
