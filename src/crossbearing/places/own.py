"""The room's own places, and tables of places that users bring: CSV with one place a row."""

import csv
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import get_args

import msgspec

from crossbearing.places.countries import countries, split
from crossbearing.places.entry import Entry, NameRank, PlaceKind
from crossbearing.places.names import name_key

COLUMNS = (
    "name", "other_names", "arabic", "kind", "lat", "lon", "precision_km", "country", "parent", "pcode", "geonameid",
    "population", "source",
)
"""Columns of a table of places; `geonameid` and `population` (and what else is not known) may be left out."""
KINDS: tuple[str, ...] = get_args(PlaceKind)
RADIUS_KM = {
    "city": 5.0, "village": 1.5, "neighbourhood": 1.5, "district": 20.0, "province": 60.0, "country": 300.0,
    "region": 50.0, "camp": 1.0, "crossing": 0.5, "water": 20.0, "landmark": 0.5,
}
"""Radius in km within which a place of that kind lies where its table does not say."""


class OwnPlace(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a table. `other_names` and `arabic` may be several; `parent` names what it lies in.

    Without a point, and then perhaps without a name, it tells of a place that is known by its GeoNames id or its name.
    """

    name: str
    other_names: tuple[str, ...]
    arabic: tuple[str, ...]
    kind: PlaceKind
    lat: float | None
    lon: float | None
    precision_km: float
    country: str
    parent: str
    pcode: str
    geonameid: int | None
    population: int
    source: str

    @property
    def place_id(self) -> str:
        """The place's id: that of GeoNames or of its p-code, else its name's slug with its country."""
        if self.geonameid is not None:
            return f"gn:{self.geonameid}"
        if self.pcode:
            return f"cb:{self.pcode.lower()}"
        return f"cb:{name_key(self.name).replace(' ', '-')}-{self.country.lower()}"


def tables() -> list[Traversable]:
    """Return the room's own tables, one for each part of the world, in the order of their names."""
    folder = files("crossbearing.places").joinpath("data", "gazetteer", "own")
    return sorted((t for t in folder.iterdir() if t.name.endswith(".csv")), key=lambda t: t.name)


def read_places(table: Traversable | Path) -> Iterator[OwnPlace]:
    """Read a table of places. Lines that begin with # are comments.

    Raises ValueError with the file, the line and what is wrong with it.
    """
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    kept = [(number, line) for number, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    reader = csv.DictReader(line for _, line in kept)
    missing = {"name", "lat", "lon", "country"} - set(reader.fieldnames or ())
    if missing:
        lacking, whole = ", ".join(sorted(missing)), ", ".join(COLUMNS)
        raise ValueError(f"{table.name}: no column {lacking}; a table of places has {whole}")
    for (number, _), row in zip(kept[1:], reader, strict=False):
        try:
            yield _place(row)
        except ValueError as error:
            raise ValueError(f"{table.name}, line {number}: {error}") from None


def _place(row: dict[str, str | None]) -> OwnPlace:
    cell = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
    kind, country = cell.get("kind") or "village", cell["country"].upper()
    geonameid, pcode = cell.get("geonameid", ""), cell.get("pcode", "")
    pointed = bool(cell["lat"] or cell["lon"])
    if not name_key(cell["name"]) and (pointed or not geonameid):
        raise ValueError("the name is empty")
    if not (pointed or geonameid or pcode):
        raise ValueError("it has neither a point nor a p-code")
    if kind not in KINDS:
        raise ValueError(f"no kind of place {kind!r}; there are {', '.join(KINDS)}")
    if country and country not in countries():
        raise ValueError(f"no country {country!r}; an ISO 3166-1 code of two letters is meant")
    lat, lon = (float(cell["lat"]), float(cell["lon"])) if pointed else (None, None)
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError(f"no point on earth: {lat}, {lon}")
    return OwnPlace(
        name=cell["name"], other_names=split(cell.get("other_names", "")), arabic=split(cell.get("arabic", "")),
        kind=kind, lat=lat, lon=lon,  # type: ignore[arg-type]
        precision_km=float(cell.get("precision_km") or RADIUS_KM[kind]), country=country, parent=cell.get("parent", ""),
        pcode=pcode, geonameid=int(geonameid) if geonameid else None, population=int(cell.get("population") or 0),
        source=cell.get("source", ""),
    )


def read_table(table: Traversable | Path) -> Iterator[Entry]:
    """Read a table of places as entries of the gazetteer; a second place of one id gets its point added to it."""
    seen: set[str] = set()
    for place in read_places(table):
        place_id = place.place_id
        if place_id in seen and place.geonameid is None and place.lat is not None:
            place_id = f"{place_id}-{place.lat:.3f}-{place.lon:.3f}"
        seen.add(place_id)
        short = place.name.split(", ")[0]  # "Hamra, Beirut" is told from other Hamras by its town
        names = [(name, NameRank.MAIN) for name in dict.fromkeys((place.name, short)) if name]
        names += [(name, NameRank.OTHER) for name in (*place.other_names, *place.arabic)]
        yield Entry(
            place_id=place_id, name=place.name, kind=place.kind, names=names, lat=place.lat, lon=place.lon,
            precision_km=place.precision_km, country=place.country or None, pcode=place.pcode or None,
            geonameid=place.geonameid, population=place.population, source=place.source or table.name,
            parent=place.parent or place.country,
        )


def own_entries() -> Iterator[Entry]:
    """Read all of the room's own tables."""
    for table in tables():
        yield from read_table(table)
