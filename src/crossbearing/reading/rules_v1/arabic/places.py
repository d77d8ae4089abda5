"""Place names of Arabic text: found by what stands before them and by the gazetteer, resolved all together."""

from collections.abc import Mapping, Sequence

import msgspec

from crossbearing.places import Candidate, Gazetteer, Place, distance_km
from crossbearing.places.context import Name
from crossbearing.places.resolve import resolve
from crossbearing.reading.rules_v1.arabic.data import plain
from crossbearing.reading.rules_v1.arabic.recognise import Found, is_well_known, peoples, recognise
from crossbearing.reading.rules_v1.arabic.text import Text
from crossbearing.records import PlaceMention

UNKNOWN_PRECISION_KM = 15.0
"""Radius about the place that holds a quarter or village no gazetteer knows."""
QUARTER_KM = 30.0
"""Distance from the middle of a town within which its quarters lie."""
BEHIND = 4
"""Words within which the place that holds another follows it ("in the quarter of X in Y")."""


LARGE = 30_000
"""People from which on a town of a people that the text names stands up to a larger one elsewhere."""
WIDE = frozenset({"province", "district", "region"})
"""Kinds that bear the name of a town which is meant first."""


class Placed(msgspec.Struct, frozen=True):
    """A place mention with its words [first, last) and its name without what is written together with it."""

    mention: PlaceMention
    first: int
    last: int
    name: str


def find_places(text: Text, gazetteer: Gazetteer, taken: frozenset[int], named: frozenset[int]) -> tuple[Placed, ...]:
    """Return the place names of an Arabic text in order. `taken` are words of times, `named` those of known actors, in
    whose names a place is only found where "in" stands before it ("the ministry of health in Gaza").

    A name that could be many things is believed only where another place, state or people of its country is named.
    """
    found = recognise(text, gazetteer, taken | _inside_names(text, named))
    found = [_within(found, k) for k in range(len(found))]
    spoken = peoples(text)
    sure = {c.place.country for f in found for c in f.candidates if f.sure} | spoken
    kept = [f for f in found if f.sure or any(c.place.country in sure for c in f.candidates)]
    chosen = _resolved(kept, spoken)
    out: list[Placed] = []
    for k, one in enumerate(kept):
        place = chosen[plain(one.name)]
        holder = None if place is not None else _holder(kept, k, chosen)
        mention = _mention(text, one, place, holder)
        if one.first in named:
            mention = msgspec.structs.replace(mention, use="organisation")
        out.append(Placed(mention, one.first, one.last, one.name))
    return tuple(out)


def _inside_names(text: Text, named: frozenset[int]) -> frozenset[int]:
    """The words of actors' names that name no place."""
    return frozenset(k for k in named if not (k - 1 in named and text.texts[k - 1] == "في"))


def _resolved(found: Sequence[Found], spoken: frozenset[str]) -> Mapping[str, Place | None]:
    """The place that each name means, all names together."""
    names: dict[str, Name] = {}
    for k, one in enumerate(found):
        key = plain(one.name)
        name = names.setdefault(key, Name(key, _favoured(one, spoken), [], set(), set(), whole=False))
        name.found.append(k)
        if one.kind:
            name.kinds.add(one.kind)
    choices = resolve(list(names.values()))
    return {name.key: choice.place for name, choice in zip(names.values(), choices, strict=True)}


def _within(found: Sequence[Found], k: int) -> Found:
    """A quarter with those of its candidates that lie in or near the place named right behind it, if one is."""
    one = found[k]
    other = found[k + 1] if k + 1 < len(found) else None
    if one.kind != "neighbourhood" or other is None or other.first - one.last > BEHIND:
        return one
    near = tuple(
        c
        for c in one.candidates
        for h in other.candidates
        if _distance(c.place, h.place) <= QUARTER_KM and c.place.kind not in {"province", "district"}
    )
    return msgspec.structs.replace(one, candidates=tuple(dict.fromkeys(near)))


def _distance(one: Place, other: Place) -> float:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    return distance_km(one.lat, one.lon, other.lat, other.lon)


def _favoured(one: Found, spoken: frozenset[str]) -> tuple[Candidate, ...]:
    """The candidates in states whose people the text names, where there are any; a town before what bears its name."""
    # An army far from home names its own people too: they tell little of where a large town lies.
    here = tuple(c for c in one.candidates if c.place.country in spoken and c.place.lat is not None)
    if is_well_known(one.name, one.candidates) and not any(c.place.population >= LARGE for c in here):
        here = ()
    kept = here or one.candidates
    if one.kind in {"province", "district"}:
        return tuple(c for c in kept if c.place.kind == one.kind) or kept
    towns = {c.place.country for c in kept if c.place.kind in {"city", "village", "neighbourhood", "camp"}}
    return tuple(c for c in kept if c.place.kind not in WIDE or c.place.country not in towns)


def _holder(found: Sequence[Found], k: int, chosen: Mapping[str, Place | None]) -> Place | None:
    """The place that holds one no gazetteer knows: the next one, where it is named right behind."""
    for other in found[k + 1 : k + 2]:
        place = chosen[plain(other.name)]
        if other.first - found[k].last <= BEHIND and place is not None and place.kind != "country":
            return place
    return None


def _mention(text: Text, one: Found, place: Place | None, holder: Place | None) -> PlaceMention:
    start, end = text.words[one.first].start, text.words[one.last - 1].end
    surface = text.whole[start:end]
    if place is None:
        return PlaceMention(
            start=start,
            end=end,
            text=surface,
            place_id=f"nil:{plain(one.name)}",
            name=one.name,
            kind=one.kind or "unknown",
            reason="no gazetteer knows this name",
            lat=holder.lat if holder else None,
            lon=holder.lon if holder else None,
            precision_km=UNKNOWN_PRECISION_KM if holder else None,
            country=holder.country if holder else None,
            relation=f"in {holder.name}" if holder else None,
        )
    return PlaceMention(
        start=start,
        end=end,
        text=surface,
        place_id=place.place_id,
        name=place.name,
        kind=place.kind,
        geonameid=place.geonameid,
        lat=place.lat,
        lon=place.lon,
        precision_km=place.precision_km,
        country=place.country,
        province=place.name if place.kind == "province" else place.province,
        district=place.name if place.kind == "district" else place.district,
    )
