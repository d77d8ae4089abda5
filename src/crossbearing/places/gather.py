"""Gathers the entries of the gazetteer from packages and from the room's own tables."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from crossbearing.places import packaged
from crossbearing.places.countries import countries, split, table
from crossbearing.places.entry import Entry, NameRank, PlaceKind
from crossbearing.places.geometry import distance_km, middle
from crossbearing.places.joining import join
from crossbearing.places.names import name_key
from crossbearing.places.own import own_entries, read_table
from crossbearing.places.parents import place_in_provinces

KIND_WORDS = (
    "County", "Parish", "Province", "Governorate", "District", "Oblast", "Prefecture", "Region", "State",
    "Municipality",
)
"""Words that the name of a province or district is written with or without."""


SHORTEST_NAME = 3
"""Letters up to which a form is an abbreviation, which only its exact letters match."""


def gather(additions: Iterable[Path]) -> dict[str, Entry]:
    """Return all entries by place id: cities, provinces, districts, countries, regions, our own and the user's."""
    known = packaged.subdivisions()
    parents = packaged.city_parents(known)
    entries: dict[str, Entry] = {}
    members: dict[str, list[Entry]] = defaultdict(list)
    for city in packaged.cities(parents):
        entries[city.place_id] = city
        for above in (city.province_id, city.district_id):
            if above:
                members[above].append(city)
    _merge(_subdivisions(known, members), entries)
    _merge(_countries(), entries)
    _merge(_regions(), entries)
    _give_names(known, entries)
    _merge(own_entries(), entries)
    for path in additions:
        join(read_table(path), entries)
    place_in_provinces(entries)
    return entries


def _merge(entries: Iterable[Entry], into: dict[str, Entry]) -> None:
    """Add entries; one whose id is already there gives it its names and, where it has them, its coordinates."""
    for entry in entries:
        known = into.get(entry.place_id)
        if known is None:
            into[entry.place_id] = entry
            continue
        known.names = entry.names + known.names
        known.name, known.pcode = entry.name, entry.pcode or known.pcode
        if entry.lat is not None:
            known.lat, known.lon, known.precision_km = entry.lat, entry.lon, entry.precision_km


def _subdivisions(known: list[packaged.Subdivision | None], members: dict[str, list[Entry]]) -> Iterator[Entry]:
    """Provinces and districts, placed at the middle of their members by population, as far out as nine in ten lie."""
    for row in known:
        if row is None:
            continue
        inside = members.get(row.place_id, [])
        lat = lon = radius = None
        if inside:
            points = [(m.lat or 0.0, m.lon or 0.0) for m in inside]
            lat, lon = (round(x, 4) for x in middle(points, [m.population + 1.0 for m in inside]))
            far = sorted(distance_km(lat, lon, *p) for p in points)
            radius = round(max(8.0 if row.level > 1 else 20.0, far[int(0.9 * (len(far) - 1))]), 1)
        yield Entry(
            place_id=row.place_id, name=_usual_name(row, inside), kind="province" if row.level == 1 else "district",
            names=list(_subdivision_names(row)), geonameid=row.geonameid, lat=lat, lon=lon, precision_km=radius,
            country=row.country, province_id=row.parent if row.level > 1 else None,
            population=sum(m.population for m in inside), source=packaged.GEONAMES,
        )


def _usual_name(row: packaged.Subdivision, inside: list[Entry]) -> str:
    """The name by which English knows it: that of its largest town, where it is one of its own names ("Homs")."""
    largest = max(inside, key=lambda m: (m.population, m.place_id), default=None)
    if largest is not None and name_key(largest.name) in {name_key(alias) for alias in row.aliases}:
        return largest.name
    return row.name.split(", ")[0]


def _subdivision_names(row: packaged.Subdivision) -> Iterator[tuple[str, int]]:
    yield row.name, NameRank.MAIN
    if ", " in row.name:
        yield row.name.split(", ")[0], NameRank.MAIN
    for alias in row.aliases:
        rank = packaged.name_rank(alias)
        if rank is not None:
            yield alias, rank
    for word in KIND_WORDS:
        if row.name.endswith(" " + word):
            yield row.name.removesuffix(" " + word), NameRank.OTHER
    if row.level == 1:
        for word in {row.kind, "Province"} - {""}:
            yield f"{row.name} {word}", NameRank.OTHER


def _countries() -> Iterator[Entry]:
    rows, official = packaged.country_rows(), packaged.official_names()
    for country in countries().values():
        row = rows.get(country.code)
        others = (*country.other_names, *filter(None, [official.get(country.code)]))
        yield Entry(
            place_id=f"gn:{row.geonameid}" if row else f"cb:{country.code.lower()}", name=country.name, kind="country",
            names=_names(country.name, others, country.demonyms), geonameid=row.geonameid if row else None,
            lat=country.lat, lon=country.lon,
            precision_km=round(math.sqrt(row.areakm2 / math.pi), 1) if row and row.areakm2 else None,
            country=country.code, population=row.population if row else 0, source=packaged.GEONAMES,
        )


def _names(name: str, others: Iterable[str], demonyms: Iterable[str]) -> list[tuple[str, int]]:
    names = [(n, NameRank.MAIN) for n in (name, *others)]
    return names + [(n, NameRank.DEMONYM) for n in demonyms]


def _regions() -> Iterator[Entry]:
    for row in table("gazetteer/regions.csv"):
        geonameid = int(row["geonameid"]) if row["geonameid"] else None
        kind: PlaceKind = row["kind"]  # type: ignore[assignment]
        slug = name_key(row["name"]).replace(" ", "-")
        names = _names(row["name"], split(row["other_names"]), split(row["demonyms"]))
        yield Entry(
            place_id=f"gn:{geonameid}" if geonameid else f"cb:{slug}", name=row["name"], kind=kind, names=names,
            geonameid=geonameid,
            lat=float(row["lat"]), lon=float(row["lon"]), precision_km=float(row["precision_km"]),
            country=row["country"] or None, source="crossbearing",
        )


def exact(form: str) -> str:
    """Return the key of an abbreviation, which only its exact form matches ("Miss." and never "Miss").

    >>> exact("Ky.")
    '=Ky.'
    """
    return "=" + form


def _give_names(known: list[packaged.Subdivision | None], entries: dict[str, Entry]) -> None:
    """Give provinces their abbreviations and demonyms, cities and countries more demonyms, and mark capitals."""
    by_code = {row.code: row.place_id for row in known if row}
    for row in table("gazetteer/abbreviations.csv"):
        names = entries[by_code[row["code"]]].names
        for form in split(row["forms"]):
            if form.endswith(".") or form.isupper() or len(form) <= SHORTEST_NAME:
                names.append((exact(form), NameRank.CODE))
            else:
                names.append((form, NameRank.MAIN))
    cities: dict[str, Entry] = {}
    for entry in entries.values():
        if entry.kind == "country":
            by_code[entry.country or ""] = entry.place_id
        elif entry.kind in ("city", "village"):
            label = f"{entry.name},{entry.country}"
            if label not in cities or cities[label].population < entry.population:
                cities[label] = entry
    for country in packaged.country_rows().values():
        capital = cities.get(f"{country.capital},{country.iso}")
        if capital is not None:
            capital.capital = True
    for row in table("gazetteer/demonyms.csv"):
        place = cities[row["place"]] if "," in row["place"] else entries[by_code[row["place"]]]
        place.names += [(word, NameRank.DEMONYM) for word in split(row["demonyms"])]
