"""Where people may flee from: the towns of an area, and where events happened in it."""

from collections.abc import Sequence

import msgspec

from crossbearing.displacement.building.provenance import Trace
from crossbearing.displacement.building.rules import rules
from crossbearing.displacement.building.strength import strength
from crossbearing.places import Gazetteer, Place, distance_km
from crossbearing.records import Event

SETTLED = {"city", "village"}


class Origin(msgspec.Struct, frozen=True):
    """A place with people who may flee."""

    name: str
    region: str
    lat: float
    lon: float
    population: int
    source: str


def find_origins(
    events: Sequence[Event], gazetteer: Gazetteer, centre: Place, km: float,
) -> tuple[list[Origin], list[tuple[Event, str]], list[Trace]]:
    """Return the origins of an area, the events that happened in it with the origin each is put on, and the traces.

    An event within `merge_km` of an origin happened there; another one makes an origin of its own place.
    """
    told = rules().origins
    near = gazetteer.near(centre.lat or 0.0, centre.lon or 0.0, km)
    towns = [place for _, place in near if place.kind in SETTLED and place.country == centre.country
             and place.population >= told.least_people]
    origins: list[Origin] = []
    for place in sorted(towns, key=lambda p: (-p.population, p.place_id))[: told.most]:
        _add(origins, place.name, place.province or "", place.lat, place.lon, place.population, place.place_id)
    happened: list[tuple[Event, str]] = []
    for event in events:
        where = event.where
        if where is None or where.lat is None or where.lon is None or strength(event) <= 0:
            continue
        inside = distance_km(where.lat, where.lon, centre.lat or 0.0, centre.lon or 0.0) <= km
        if not inside or where.country != centre.country or where.kind in {"country", "province", "region"}:
            continue
        away, nearest = min(((distance_km(where.lat, where.lon, o.lat, o.lon), o.name) for o in origins),
                            default=(float("inf"), ""))
        if away > told.merge_km:
            known = gazetteer.place(where.place_id) if where.place_id else None
            people = known.population if known and known.population else told.unknown_people
            nearest = _add(origins, where.name, (known.province if known else None) or "", where.lat, where.lon, people,
                           where.place_id or "")
        happened.append((event, nearest))
    traces = [Trace(file="input_csv/locations.csv", key=origin.name, field="population", value=origin.population,
                    source=f"gazetteer {origin.source}") for origin in origins]
    return origins, happened, traces


def _add(
    origins: list[Origin], name: str, region: str, lat: float | None, lon: float | None, people: int, source: str,
) -> str:
    taken = {origin.name for origin in origins}
    # Two places of one name are told apart by number, as Flee knows places by name alone.
    own = next(n for n in (name, *(f"{name} {k}" for k in range(2, 1000))) if n not in taken)
    origins.append(Origin(own, region, lat or 0.0, lon or 0.0, people, source))
    return own
