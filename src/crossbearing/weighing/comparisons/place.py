"""Where two accounts lie."""

from crossbearing.places import distance_km
from crossbearing.places.names import name_key
from crossbearing.weighing.comparisons.found import UNKNOWN, Found
from crossbearing.weighing.facts import Facts
from crossbearing.weighing.spots import CITY, COUNTRY, DISTRICT, PROVINCE, QUARTER, Spot

SAME_KM, NEAR_KM, APART_KM = 3.0, 12.0, 40.0
"""Up to which distance two places are one, are parts of one town, and are apart rather than far."""
CITY_KM, METROPOLIS_KM = 5.0, 9.0
"""Radius from which a town is a city, and a city a metropolis, where much happens in a day."""
WORLDS_APART_KM = 500.0
"""Distance beyond both radii from which places of two countries are never one, whatever words two accounts share."""
WIDE = 1.3
"""How far beyond its noted radius a wide place still holds another."""
SMALL = ("same_spot", "same_town")
"""Findings of one place in which little happens in a day."""
INFERRED_APART = dict.fromkeys(("apart", "far", "quarters", "other_country", "other_name"), "inferred_apart")
INFERRED_SAME = dict.fromkeys(("same_spot", "same_town", "same_city", "same_metropolis"), "inferred_same")
"""What a finding is where a place was not named beside the claim but carried to it; that two claims of one report were
carried to one place says little.
"""


def place(a: Facts, b: Facts) -> Found:
    """Compare where two accounts lie."""
    found = _places(a, b)
    if a.placed and b.placed:
        return found
    inferred = INFERRED_APART | INFERRED_SAME if a.context is b.context else INFERRED_APART
    return found._replace(level=inferred.get(found.level, found.level))


def _places(a: Facts, b: Facts) -> Found:
    if not a.spots or not b.spots:
        return UNKNOWN
    one, two = a.spots[0], b.spots[0]
    if same_spot(one, two):
        return Found(_size(one, two), one.name, two.name, one.name)
    may_share = not a.marks.isdisjoint(b.marks)  # soon plain, and most pairs do not
    shared = _shared(a.spots, b.spots) if may_share else None
    if shared and not (_names_province(shared) and _distance(one, two) in ("apart", "far")):
        return Found("shared", one.name, two.name, shared.name)
    if _among(one, b.spots[1:]) or _among(two, a.spots[1:]):
        return Found("within", one.name, two.name)
    if one.key == two.key and one.key and min(one.rank, two.rank) >= CITY:
        return Found("same_name", one.name, two.name, one.name)
    level = _distance(one, two)
    if level == "unknown":
        level = _by_other_places(a.spots, b.spots) or level
    if level in ("apart", "far", "seat", "quarters", "unknown"):
        spoken = _shared(a.spoken_of, b.spoken_of) if may_share else None
        if spoken:
            return Found("spoken_of", one.name, two.name, spoken.name)
    if level == "far" and COUNTRY in (one.rank, two.rank):
        level = "other_country"
    return Found(level, one.name, two.name)


def _among(spot: Spot, others: tuple[Spot, ...]) -> bool:
    return bool(others) and any(same_spot(spot, other) for other in others)


def same_spot(a: Spot, b: Spot) -> bool:
    """Whether two places are one: by id, or by name where one of them was found nowhere."""
    if a.place_id and a.place_id == b.place_id:
        return True
    unknown = a.place_id is None or b.place_id is None or a.lat is None or b.lat is None
    return bool(a.key) and a.key == b.key and unknown


def _shared(one: tuple[Spot, ...], two: tuple[Spot, ...]) -> Spot | None:
    """The first town or smaller place that stands in both."""
    narrow = [s for s in two if s.rank >= CITY]
    return next((s for s in one if s.rank >= CITY and any(same_spot(s, t) for t in narrow)), None) if narrow else None


def _names_province(spot: Spot) -> bool:
    """Whether a town gives its province its name: reports say "Aleppo" for both."""
    return spot.rank == CITY and spot.province is not None and name_key(spot.province) == spot.key


def _size(a: Spot, b: Spot) -> str:
    """How telling it is that both lie in one place: the smaller the place, the more."""
    rank = min(a.rank, b.rank)
    if rank == COUNTRY:
        return "same_country"
    if rank <= DISTRICT:
        return "same_area"
    if rank > CITY:
        return "same_spot"
    size = max(a.precision, b.precision)
    return "same_town" if size < CITY_KM else "same_city" if size < METROPOLIS_KM else "same_metropolis"


def _by_other_places(one: tuple[Spot, ...], two: tuple[Spot, ...]) -> str | None:
    """How far two accounts lie apart by the first places in each that are on the map, where the narrowest is not; null
    where those do not tell them apart.
    """
    a, b = next(filter(_is_on_the_map, one), None), next(filter(_is_on_the_map, two), None)
    level = _distance(a, b) if a is not None and b is not None else None
    return level if level == "far" else None


def _is_on_the_map(spot: Spot) -> bool:
    return spot.lat is not None and spot.rank != COUNTRY


def _distance(a: Spot, b: Spot) -> str:
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        if min(a.rank, b.rank) == COUNTRY < max(a.rank, b.rank) and a.country is not None and a.country == b.country:
            return "within"
        # A name that was found nowhere may lie in any province, and is no other town that is named.
        return "other_name" if min(a.rank, b.rank) >= CITY and a.key != b.key else "unknown"
    km = distance_km(a.lat, a.lon, b.lat, b.lon)
    wide = a if a.rank < b.rank else b
    if wide.rank < CITY:
        if wide.rank == COUNTRY and a.country == b.country:
            return "within"
        one_province = wide.rank == PROVINCE and a.province is not None and a.province == b.province
        inside = a.rank != b.rank and (km <= wide.precision * WIDE or one_province)
        return "within" if inside else "apart" if km < APART_KM else "far"
    if a.rank == b.rank == QUARTER and km <= NEAR_KM:
        return "quarters"
    if QUARTER in (a.rank, b.rank) and SAME_KM < km <= max(wide.precision, NEAR_KM):
        return "within"
    if km <= max(a.precision, b.precision, SAME_KM):
        return "near"
    if a.province == b.province and (_names_province(a) or _names_province(b)):
        return "seat"
    return "apart" if km <= APART_KM else "far"


def in_one_small_place(a: Facts, b: Facts) -> bool:
    """Whether two accounts lie in one place where little happens in a day: a spot, a village or a small town."""
    return place(a, b).level in SMALL


def places_exclude(a: Facts, b: Facts) -> bool:
    """Whether two accounts, each with a place that its own words name, speak of no country in common and lie so far
    apart that nothing else can make them one.
    """
    shared = {s.country for s in a.spoken_of} & {s.country for s in b.spoken_of} - {None}
    if not (a.placed and b.placed) or shared:
        return False
    one, two = a.spots[0], b.spots[0]
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None:
        return False
    return distance_km(one.lat, one.lon, two.lat, two.lon) - one.precision - two.precision > WORLDS_APART_KM
