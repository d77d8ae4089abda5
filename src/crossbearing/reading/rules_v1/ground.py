"""Where and when a claim's happening was, and what of it is carried over from what was told before."""

import datetime as dt

import msgspec

from crossbearing.ontology import kinds
from crossbearing.records import PlaceMention, When, Where

SPECIFIC = {
    "landmark": 0, "neighbourhood": 1, "village": 1, "camp": 1, "crossing": 1, "city": 2, "unknown": 2, "district": 3,
    "water": 3, "province": 4, "region": 4, "country": 6,
}


def holds(wider: PlaceMention, place: PlaceMention) -> bool:
    """Whether a place is an area that the other one is known to lie in, or its town: "Saraqib in Idlib (province)".

    Where no gazetteer knows both, that is what their kinds say: "the quarter of Darmoun in Marsab city".
    """
    if wider.place_id == place.place_id:
        return False
    if wider.lat is None or place.lat is None:
        return SPECIFIC.get(place.kind, 2) < SPECIFIC.get(wider.kind, 2)
    if wider.kind == "country":
        return wider.country == place.country
    return wider.name in {place.province, place.district}


class Ground(msgspec.Struct, frozen=True):
    """The place (names as told, most specific first) and time of a claim."""

    names: tuple[str, ...] = ()
    where: Where | None = None
    when: When | None = None


def where_of(mention: PlaceMention) -> Where:
    """Return a mention's place as the place of a happening."""
    return Where(
        name=mention.name or mention.text,
        place_id=mention.place_id,
        geonameid=mention.geonameid,
        lat=mention.lat,
        lon=mention.lon,
        precision_km=mention.precision_km,
        relation=mention.relation,
        country=mention.country,
        kind=mention.kind,
    )


class DaysTold:
    """The last day that a text told of each of its places: who comes back to a town means its day, not the last one."""

    def __init__(self) -> None:
        self._days: dict[str, When] = {}

    def note(self, own: Ground, ground: Ground) -> None:
        """Remember the day that a sentence gives (`own`) to the place of its happening (`ground`)."""
        when, place = own.when, _spot(ground)
        if when is None or when.earliest is None or when.latest is None or place is None:
            return
        if when.latest - when.earliest <= ONE_NIGHT:
            self._days[place] = when

    def recalled(self, own: Ground, ground: Ground, last: Ground | None) -> Ground:
        """Return a happening's place and time with the day told of its place, where that of another would be carried.

        `own` is what its sentence gives, `ground` that with what was carried over from `last`.
        """
        place = _spot(own)
        if own.when is not None or ground.when is None or place is None or last is None or place == _spot(last):
            return ground
        of_another = None if _is_long(ground.when) else ground.when
        return msgspec.structs.replace(ground, when=self._days.get(place, of_another))


def _is_long(when: When) -> bool:
    """Whether a time is longer than a week: "last month" in one town is hardly that of what is told of another."""
    return when.earliest is not None and when.latest is not None and when.latest - when.earliest > A_WEEK


A_WEEK = dt.timedelta(days=7)


ONE_NIGHT = dt.timedelta(days=1)
"""From the first to the last day of what a place is told to have happened on: one day, or a night between two."""


def _spot(ground: Ground) -> str | None:
    """What a place is known by that is no country and no province; these have too many days."""
    where = ground.where
    wide = where is None or SPECIFIC.get(where.kind, 2) >= SPECIFIC["province"]
    return None if where is None or wide else where.place_id or where.name


def carried(ground: Ground, last: Ground | None) -> Ground:
    """Fill what a claim does not name itself from what was told before it of the same happening."""
    if last is None:
        return ground
    return Ground(ground.names or last.names, ground.where or last.where, ground.when or last.when)


def are_at_one(ground: Ground, last: Ground | None) -> bool:
    """Whether two claims lie at one town or the like."""
    return last is not None and _spot(ground) is not None and _spot(ground) == _spot(last)


def passed_on(ground: Ground, kind: str, day: dt.date | None) -> Ground:
    """Return what may be carried over of a claim: not the span of a total, nor one that something has lasted, nor now.

    "They have held the town for two years" and "the town is now under siege" tell no day of what is told next, nor does
    a year in which no violence is told of ("the rising of 2011"); where a country takes in those who fled, nothing else
    lies. `kind` is the claim's, `day` the report's.
    """
    if kind == "shelter_aid" and ground.where is not None and ground.where.kind == "country":
        ground = msgspec.structs.replace(ground, names=(), where=None)
    when = ground.when
    if when is None or when.earliest is None or when.latest is None:
        return ground
    recalled = kinds()[kind].family == "violence" and (day is None or when.latest < day)
    lasting = when.latest - when.earliest > LONGEST and not recalled
    agreed = kind == "ceasefire_agreement" and _is_long(when)  # "a truce agreed in May has been violated"
    if when.cumulative or when.edtf is None or lasting or agreed:
        return msgspec.structs.replace(ground, when=None)
    return ground


LONGEST = dt.timedelta(days=31)
"""Of a time that goes on to what is told next: a month."""
