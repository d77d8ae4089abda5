"""What must hold between the files of an instance."""

import statistics
from collections import Counter

from crossbearing.displacement.instance import Instance, Location
from crossbearing.displacement.trouble import Findings
from crossbearing.places import country_code, distance_km
from crossbearing.places.borders import country_at, km_outside

LOCATIONS, ROUTES, CLOSURES = "input_csv/locations.csv", "input_csv/routes.csv", "input_csv/closures.csv"
NEAR_BORDER_KM = 10.0
"""So far a camp may lie outside its country: camps stand at borders, and both borders and camps are drawn roughly."""
FAR_AT_SEA_KM = 100.0
"""Where the tables know no country there may be disputed land: a camp is at sea only so far from its country."""
FAR_KM = 3000.0
"""A place farther than this from the middle of the others is looked at again: no crisis of the shared ones is wider."""


def check(instance: Instance, findings: Findings) -> None:
    """Note what does not fit together: names without a place, impossible coordinates, camps that nobody can reach."""
    _check_locations(instance, findings)
    names = {place.name for place in instance.locations}
    _check_routes(instance, names, findings)
    _check_closures(instance, names, findings)
    for name in instance.conflict_places:
        if name not in names:
            findings.error("input_csv/conflicts.csv", 1, f"the place {name!r} is no location",
                           f"write a name of {LOCATIONS}, or add the place there")
    _check_counts(instance, findings)


def _check_locations(instance: Instance, findings: Findings) -> None:
    places = instance.locations
    if not places:
        findings.error(LOCATIONS, None, "it has no places", "write at least a conflict zone and a camp")
        return
    for name, times in Counter(place.name for place in places).items():
        if not name:
            findings.error(LOCATIONS, None, "a place has no name", "write its name in the first column")
        elif times > 1:
            findings.error(LOCATIONS, None, f"{name!r} stands here {times} times", "give each place a name of its own")
    for place in places:
        if not place.country:
            findings.error(LOCATIONS, None, f"{place.name!r} has no country", "write it in the third column")
        _check_position(place, places, findings)
    if not any(place.is_camp for place in places):
        findings.error(LOCATIONS, None, "there is no camp", "write at least one place of the type camp")
    origins = [place for place in places if place.kind == "conflict"]
    if not origins:
        findings.error(LOCATIONS, None, "there is no conflict zone", "write at least one place of type conflict_zone")
    elif not any(place.population for place in origins):
        findings.error(LOCATIONS, None, "no conflict zone has a population", "write how many people live in each")
    for place in origins:
        if place.conflict_day is not None and place.conflict_day < 0:
            findings.error(LOCATIONS, None, f"the conflict day of {place.name!r} is negative", "days count from 0")


def _check_position(place: Location, places: tuple[Location, ...], findings: Findings) -> None:
    remedy = "latitude comes first (-90 to 90), then longitude (-180 to 180)"
    if abs(place.lat) > 90 or abs(place.lon) > 180:
        findings.error(LOCATIONS, None, f"{place.name!r} lies at {place.lat}, {place.lon}", remedy)
        return
    others = [other for other in places if other is not place and abs(other.lat) <= 90 and abs(other.lon) <= 180]
    if len(others) < 2:
        return
    lat, lon = statistics.median(o.lat for o in others), statistics.median(o.lon for o in others)
    here = distance_km(place.lat, place.lon, lat, lon)
    spread = max(sorted(distance_km(o.lat, o.lon, lat, lon) for o in others)[-2:][0], 100.0)
    if abs(place.lon) <= 90 and here > 2 * spread and 3 * distance_km(place.lon, place.lat, lat, lon) < here:
        findings.error(LOCATIONS, None,
                       f"the coordinates of {place.name!r} look swapped ({here:.0f} km from the others)", remedy)
    elif here > FAR_KM:
        findings.error(LOCATIONS, None, f"{place.name!r} lies {here:.0f} km from the others", "check its coordinates")
    _check_country(place, places, findings)


def _check_country(place: Location, places: tuple[Location, ...], findings: Findings) -> None:
    if not place.is_camp:
        return
    remedy = "check its coordinates and its country"
    code = country_code(place.country.replace("_", " "))
    outside = km_outside(code, place.lat, place.lon) if code else None
    if outside is not None and outside > NEAR_BORDER_KM:
        there = country_at(place.lat, place.lon)
        # Land that the tables give to nobody is disputed: there nobody is told that he is wrong.
        if country_code(there) if there else outside > FAR_AT_SEA_KM:
            findings.error(LOCATIONS, None, f"the camp {place.name!r} of {place.country} lies {outside:.0f} km outside"
                           f" it ({there or 'at sea'})", remedy)
        return
    # Without a border: a camp abroad that lies in the middle of the home country's places is in the wrong one.
    home = [other for other in places if other.country == places[0].country]
    if outside is not None or place.country == places[0].country or len(home) < 3:
        return
    lat, lon = statistics.fmean(o.lat for o in home), statistics.fmean(o.lon for o in home)
    inner = sorted(distance_km(o.lat, o.lon, lat, lon) for o in home)[len(home) // 4]
    if distance_km(place.lat, place.lon, lat, lon) < 0.5 * inner:
        findings.error(LOCATIONS, None, f"the camp {place.name!r} of {place.country} lies inside {places[0].country}",
                       remedy)


def _check_routes(instance: Instance, names: set[str], findings: Findings) -> None:
    if not instance.routes:
        findings.error(ROUTES, None, "it has no routes", "write name1, name2, distance in kilometres")
    at = {place.name: place for place in instance.locations}
    neighbours: dict[str, set[str]] = {name: set() for name in names}
    seen: set[frozenset[str]] = set()
    for route in instance.routes:
        unknown = [name for name in (route.a, route.b) if name not in names]
        for name in unknown:
            findings.error(ROUTES, None, f"the place {name!r} of a route is no location",
                           f"write a name of {LOCATIONS}, or add the place there")
        if route.a == route.b:
            findings.error(ROUTES, None, f"a route leads from {route.a!r} to itself", "leave the row out")
        if unknown or route.a == route.b:
            continue
        air = distance_km(at[route.a].lat, at[route.a].lon, at[route.b].lat, at[route.b].lon)
        if route.km < 0.9 * air:
            findings.remark(ROUTES, None, f"the road {route.a} - {route.b} ({route.km:g} km) is shorter than the air"
                            f" line ({air:.0f} km)", "check the distance and the coordinates")
        if frozenset((route.a, route.b)) in seen:
            findings.remark(ROUTES, None, f"the road {route.a} - {route.b} stands here twice", "Flee counts it double")
        seen.add(frozenset((route.a, route.b)))
        neighbours[route.a].add(route.b)
        neighbours[route.b].add(route.a)
    reached = {place.name for place in instance.locations if place.kind == "conflict"}
    edge = list(reached)
    while edge:
        new = neighbours[edge.pop()] - reached
        reached |= new
        edge.extend(new)
    for place in instance.camps:
        if place.name not in reached and not findings.errors:
            findings.remark(ROUTES, None, f"no road leads from a conflict zone to the camp {place.name!r}",
                            "add the missing road, or leave the camp out")


def _check_closures(instance: Instance, names: set[str], findings: Findings) -> None:
    countries = {place.country for place in instance.locations}
    for closure in instance.closures:
        known = countries if closure.kind == "country" else names
        for name in (closure.a, closure.b) if closure.kind in {"country", "link"} else (closure.a,):
            if name not in known:
                what = "country of any location" if closure.kind == "country" else "location"
                findings.error(CLOSURES, None, f"{name!r} of a {closure.kind} closure is no {what}",
                               f"write a name as in {LOCATIONS}")
        if closure.start >= instance.days:
            findings.remark(CLOSURES, None, f"the closure of {closure.a} starts after the period", "leave it out")


def _check_counts(instance: Instance, findings: Findings) -> None:
    camps = {place.name for place in instance.camps}
    for name in instance.layout:
        if name not in camps:
            findings.remark("source_data/data_layout.csv", None, f"{name!r} has counts but is no camp of {LOCATIONS}",
                            "its people count in the total and cannot be reached")
    for camp in sorted(camps - set(instance.counts)) if instance.layout else ():
        findings.remark("source_data/data_layout.csv", None, f"the camp {camp!r} has no counts", "it is not scored")
    for correction in instance.corrections:
        file = "input_csv/registration_corrections.csv"
        if instance.layout and correction.camp not in instance.layout:
            findings.error(file, None, f"{correction.camp!r} has no counts", "write a name of data_layout.csv")
        elif instance.layout:
            counts = instance.counts[correction.camp]
            if (correction.date - instance.start).days not in counts.days:
                findings.remark(file, None, f"{correction.camp} has no count on {correction.date}",
                                "Flee passes it over; write a date of the camp's table")
