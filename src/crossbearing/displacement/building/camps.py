"""Where people may go: camps of claims, of the gazetteer and of a table, or a country where only a country is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from crossbearing.displacement.building.counted import BELIEVED, Told, told_of
from crossbearing.displacement.building.provenance import Trace
from crossbearing.displacement.instance import Location
from crossbearing.displacement.tables import read_table
from crossbearing.displacement.trouble import Finding, Findings, InstanceTrouble
from crossbearing.places import Gazetteer, Place, country_name, distance_km
from crossbearing.places.names import name_key
from crossbearing.records import Claim, Picture

LOCATIONS = "input_csv/locations.csv"
COLUMNS = ("name", "country", "lat", "lon", "capacity")
UNLIMITED = -1


@dataclass
class Camps:
    """The camps of an instance, the figures told of them, and where their capacities come from."""

    locations: list[Location] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def find_camps(picture: Picture, gazetteer: Gazetteer, centre: Place, km: float, table: Path | None) -> Camps:
    """Return the camps that people of an area may reach.

    A camp of its own is one that a table names, or that claims count people in or give a capacity. Where claims count
    people of a foreign country alone, that country is one camp, at the place in it that is nearest to the area.
    Raises InstanceTrouble where there is none.
    """
    found = Camps()
    claims = [claim for reading in picture.readings.values() for claim in reading.claims]
    named = _of_table(table, found) if table else []
    for _, place in gazetteer.near(centre.lat or 0.0, centre.lon or 0.0, km):
        if place.kind == "camp" and place.lat is not None and place.lon is not None:
            named.append(_camp(place.name, place.province or "", place.country, place.lat, place.lon, None))
    own = told_of(claims, picture.reports, _at_camp(named))
    counted = {each.place for each in own}
    abroad = told_of(claims, picture.reports, _abroad(centre.country))
    capacities = _capacities(claims, named, centre.country, found)
    for camp in named:
        capacity = camp.capacity if camp.capacity is not None else capacities.get(camp.name)
        if camp.name in counted or capacity is not None:
            found.locations.append(Location(**{f: getattr(camp, f) for f in camp.__struct_fields__}
                                            | {"capacity": capacity}))
    found.told += own
    settled = {camp.country for camp in found.locations if camp.name in counted}
    for country in sorted({each.place for each in abroad} - settled):
        inside = [camp for camp in found.locations if camp.country == country]
        found.locations = [camp for camp in found.locations if camp.country != country]
        room = [camp.capacity for camp in inside if camp.capacity is not None]
        lat, lon = _nearest(gazetteer, centre, km, country, inside)
        whole = sum(room) if room else capacities.get(country)
        found.locations.append(Location(name=country, region="", country=country, lat=lat, lon=lon, kind="camp",
                                        capacity=whole))
        found.told += [each for each in abroad if each.place == country]
        found.remarks.append(f"claims count people in {country} as a whole: it is one camp")
    if not found.locations:
        raise InstanceTrouble([Finding(
            "the archive", None, f"no claim tells of a camp, or of people who fled abroad, within {km:g} km",
            f"write capacities into {table.name}: who counts nobody and has none is no camp yet" if table
            else f"name a table of camps with --camps ({', '.join(COLUMNS)})")])
    for camp in found.locations:
        if camp.capacity is None:
            found.remarks.append(f"no claim gives a capacity of {camp.name}: it never fills")
    return found


def _camp(name: str, region: str, country: str | None, lat: float, lon: float, capacity: int | None) -> Location:
    return Location(name=name, region=region, country=country_name(country or "") or country or "unknown", lat=lat,
                    lon=lon, kind="camp", capacity=capacity)


def _of_table(table: Path, found: Camps) -> list[Location]:
    findings = Findings()
    camps = []
    for row in read_table(table, findings, columns=COLUMNS, least=4):
        lat, lon = row.number(2, "the latitude"), row.number(3, "the longitude")
        capacity = row.whole(4, "the capacity", default=UNLIMITED)
        if capacity < UNLIMITED:
            row.error(f"the capacity is {capacity}", f"write how many people it can hold, or {UNLIMITED} for no limit")
        camps.append(_camp(row.text(0), "", row.text(1), lat, lon, capacity if capacity >= 0 else None))
        if capacity >= 0:
            found.traces.append(Trace(file=LOCATIONS, key=row.text(0), field="capacity", value=capacity,
                                      source=f"{table.name}:{row.line}"))
    findings.settle()
    return camps


def _at_camp(camps: list[Location]) -> Callable[[Claim], str | None]:
    def place_of(claim: Claim) -> str | None:
        where = claim.where
        if where is None:
            return None
        key = name_key(where.name)
        return next((camp.name for camp in camps if name_key(camp.name) == key), None)
    return place_of


def _abroad(home: str | None) -> Callable[[Claim], str | None]:
    def place_of(claim: Claim) -> str | None:
        where = claim.where
        if where is None or where.country is None or where.country == home:
            return None
        return country_name(where.country)
    return place_of


def _capacities(claims: list[Claim], camps: list[Location], home: str | None, found: Camps) -> dict[str, int]:
    """Return the largest capacity that believed claims give, by camp; for other foreign places, by country."""
    known: dict[str, int] = {}
    for claim in claims:
        key = _at_camp(camps)(claim) or _abroad(home)(claim)
        if key is None or claim.certainty not in BELIEVED or claim.polarity != "affirmed":
            continue
        for figure in claim.figures:
            if figure.measure == "capacity" or figure.nature == "capacity":
                known[key] = max(known.get(key, 0), figure.low)
                found.traces.append(Trace(
                    file=LOCATIONS, key=key, field="capacity", value=figure.low, low=figure.low, high=figure.high,
                    claim=claim.id, report=claim.report, rule="the largest told"))
    return known


def _nearest(
    gazetteer: Gazetteer, centre: Place, km: float, country: str, camps: list[Location],
) -> tuple[float, float]:
    here = (centre.lat or 0.0, centre.lon or 0.0)
    points = [(distance_km(camp.lat, camp.lon, *here), camp.lat, camp.lon) for camp in camps]
    if not points:
        points = [(away, place.lat, place.lon) for away, place in gazetteer.near(*here, 5 * km)
                  if place.country and country_name(place.country) == country and place.population > 0
                  and place.lat is not None and place.lon is not None]
    _, lat, lon = min(points, default=(0.0, *here))
    return lat, lon
