"""Building an instance of one area and period from an archive's picture."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from crossbearing.displacement.building.camps import Camps, find_camps
from crossbearing.displacement.building.closures import CROSSING, find_closures
from crossbearing.displacement.building.counted import Row, Told, series
from crossbearing.displacement.building.graph import connected, neighbour_roads
from crossbearing.displacement.building.intensity import intensities
from crossbearing.displacement.building.origins import Origin, find_origins
from crossbearing.displacement.building.osm import osm_roads
from crossbearing.displacement.building.provenance import Trace, write_provenance
from crossbearing.displacement.building.rules import rules
from crossbearing.displacement.instance import Counts, Instance, Location, Route
from crossbearing.displacement.tables import read_table
from crossbearing.displacement.trouble import Finding, Findings, InstanceTrouble
from crossbearing.displacement.write import write_instance
from crossbearing.places import Gazetteer, Place, country_name, distance_km
from crossbearing.records import Picture


@dataclass(frozen=True)
class Area:
    """What to build: the surroundings of a place within so many kilometres, from one day to another, both included."""

    name: str
    km: float
    start: dt.date
    end: dt.date


@dataclass(frozen=True)
class Built:
    """An instance and, for each number in it, where it comes from; `remarks` tell what was guessed or left out."""

    instance: Instance
    traces: tuple[Trace, ...]
    remarks: tuple[str, ...]


def build(
    picture: Picture, gazetteer: Gazetteer, area: Area, *, roads: Path | None = None, camps: Path | None = None,
) -> Built:
    """Return the instance of an area.

    People flee from towns of the area's country and from where events happened; they go where claims tell of camps or
    of people abroad, or to the camps of a table (`camps`: name, country, lat, lon, capacity). `roads` (a table of
    name1, name2, km, or an extract of OpenStreetMap ending in .osm) replaces guessed roads. Raises InstanceTrouble
    where the area is unknown, or nothing in it can be told.
    """
    centre, *namesakes = _centres(gazetteer, area)
    days = (area.end - area.start).days + 1
    if days < 1:
        raise _trouble("--to", f"{area.end} is before {area.start}", "name a later day")
    origins, happened, traces = find_origins(picture.events, gazetteer, centre, area.km)
    felt, more = intensities(happened, origins, area.start, days)
    traces += more
    hot = felt.max(axis=0) > 0
    if not hot.any():
        raise _trouble(area.name, f"no event within {area.km:g} km from {area.start} to {area.end} drives people out",
                       "name another area, a wider --km or other days")
    found = find_camps(picture, gazetteer, centre, area.km, camps)
    traces += found.traces
    locations = (*(_location(origin, felt[:, at], centre) for at, origin in enumerate(origins)),
                 *_hubs(gazetteer, centre, area.km, found), *found.locations)
    routes, guessed = _roads(locations, roads)
    claims = [claim for reading in picture.readings.values() for claim in reading.claims]
    closures, shut, nowhere = find_closures(claims, picture.reports, locations, area.start, days)
    traces += shut
    counts, total, counted = _counts(found.told, area, {place.name for place in found.locations})
    zones = np.flatnonzero(hot)
    instance = Instance(
        name=area.name, start=area.start, days=days, locations=locations, routes=routes, closures=closures,
        conflict_places=tuple(origins[at].name for at in zones), conflicts=felt[:, zones],
        layout=tuple(counts), counts=counts, total=total)
    remarks = [*_meant(centre, namesakes, area.km), *found.remarks, *_twice(origins, found), *guessed, *nowhere]
    if not counts:
        remarks.append("no claim counts people in a camp: a forecast rests on pressure and roads alone")
    return Built(instance, (*traces, *counted), tuple(remarks))


def write_built(built: Built, folder: Path) -> None:
    """Write the instance and, beside it, `provenance.csv`. Raises OSError where it cannot be written."""
    write_instance(built.instance, folder)
    write_provenance(list(built.traces), folder / "provenance.csv")


def _centres(gazetteer: Gazetteer, area: Area) -> list[Place]:
    """The places that the area's name or id may mean, the likeliest first."""
    named = gazetteer.place(area.name)
    found = [named] if named else [candidate.place for candidate in gazetteer.lookup(area.name)]
    known = [place for place in found if place.lat is not None and place.country]
    if not known:
        raise _trouble("--area", f"the gazetteer knows no place {area.name!r}",
                       "write a town or a province, or an id that `crossbearing places find` lists")
    return known


def _meant(centre: Place, namesakes: list[Place], km: float) -> list[str]:
    here = (centre.lat or 0.0, centre.lon or 0.0)
    elsewhere = [place for place in namesakes if place.name == centre.name
                 and distance_km(place.lat or 0.0, place.lon or 0.0, *here) > km]
    if not elsewhere:
        return []
    lies = ", ".join(part for part in (centre.name, centre.province, country_name(centre.country or "")) if part)
    many = f"{len(elsewhere)} places elsewhere have" if len(elsewhere) > 1 else "one place elsewhere has"
    around = f"the area is around {lies} ({centre.place_id})"
    return [f"{around}; {many} that name, too: name one by its id (`crossbearing places find`)"]


def _twice(origins: list[Origin], camps: Camps) -> list[str]:
    """What is to be said of camps that lie where people flee from."""
    return [f"{camp.name} is a camp, and {origin.name} at the same place a town that people flee from"
            for camp in camps.locations for origin in origins
            if distance_km(camp.lat, camp.lon, origin.lat, origin.lon) < rules().origins.merge_km]


def _location(origin: Origin, felt: "np.ndarray[tuple[int], np.dtype[np.float64]]", centre: Place) -> Location:
    first = int(np.argmax(felt > 0)) if (felt > 0).any() else None
    return Location(
        name=origin.name, region=origin.region, country=country_name(centre.country or "") or centre.country or "",
        lat=origin.lat, lon=origin.lon, kind="town" if first is None else "conflict", conflict_day=first,
        population=origin.population)


def _hubs(gazetteer: Gazetteer, centre: Place, km: float, camps: Camps) -> list[Location]:
    # Crossings of the home country's border stand on the far side, so that the road over the border leads through them.
    abroad = [place.country for place in camps.locations if place.country != country_name(centre.country or "")]
    hubs = []
    for _, place in gazetteer.near(centre.lat or 0.0, centre.lon or 0.0, km):
        if place.kind == "crossing" and abroad and place.lat is not None and place.lon is not None:
            there = country_name(place.country) if place.country and place.country != centre.country else abroad[0]
            hubs.append(Location(name=place.name + CROSSING, region="", country=there or abroad[0],
                                 lat=place.lat, lon=place.lon, kind="forward"))
    return hubs


def _roads(locations: tuple[Location, ...], table: Path | None) -> tuple[tuple[Route, ...], list[str]]:
    detour = rules().roads.detour
    if table is None:
        made = neighbour_roads(locations, detour)
        return connected(locations, made, detour), [f"roads are guessed: neighbours, {detour:g} times the air line"]
    if table.suffix == ".osm":
        mapped, off = osm_roads(table, locations)
        guessed = [f"{table.name} has no road at {name}: its road is guessed" for name in off]
        return connected(locations, mapped, detour), guessed
    findings = Findings()
    names = {place.name for place in locations}
    routes = []
    for row in read_table(table, findings, columns=("name1", "name2", "km"), least=3):
        a, b, km = row.text(0), row.text(1), row.number(2, "the distance")
        for name in {a, b} - names:
            row.error(f"{name!r} is no place of the instance", f"write one of {', '.join(sorted(names))}")
        if km <= 0:
            row.error(f"the distance is {row.text(2)} km", "write the length of the road in kilometres, more than 0")
        routes.append(Route(a=a, b=b, km=km))
    findings.settle()
    return connected(locations, routes, detour), []


def _counts(
    told: list[Told], area: Area, camps: set[str],
) -> tuple[dict[str, Counts], Counts | None, list[Trace]]:
    counts: dict[str, Counts] = {}
    traces: list[Trace] = []
    for number, camp in enumerate(sorted({each.place for each in told if each.place in camps}), start=1):
        here = [each for each in told if each.place == camp and each.date <= area.end]
        file = f"source_data/camp-{number:03d}.csv"
        rows, more = series(here, file)
        traces += more
        first = [each for each in here if rows and each.date == rows[0].date]
        if first and not any(each.stock for each in first):
            # Who came in a first flow was not there on the evening before it.
            before = min(each.since for each in first) - dt.timedelta(days=1)
            rows.insert(0, Row(before, 0, 0, 0.0))
            traces.append(Trace(file=file, key=f"{camp} {before.isoformat()}", field="people", value=0,
                                rule="assumed: the first figure is a flow"))
        if rows:
            people, low, high = (np.array([getattr(row, name) for row in rows], dtype=np.float64)
                                 for name in ("people", "low", "high"))
            days = np.array([(row.date - area.start).days for row in rows], dtype=np.int64)
            counts[camp] = Counts(days, people, low, high)
    if not counts:
        return {}, None, traces
    days = np.unique(np.concatenate([series_.days for series_ in counts.values()]))
    summed = sum(np.interp(days, series_.days, series_.people, left=0.0) for series_ in counts.values())
    return counts, Counts(days, np.asarray(summed, dtype=np.float64)), traces


def _trouble(where: str, reason: str, remedy: str) -> InstanceTrouble:
    return InstanceTrouble([Finding(where, None, reason, remedy)])
