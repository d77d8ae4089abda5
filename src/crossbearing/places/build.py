"""Builds the gazetteer file: one SQLite database of places, their names and their consonant skeletons."""

import math
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from crossbearing.places import packaged
from crossbearing.places.countries import countries, split, table
from crossbearing.places.entry import Entry, NameRank, PlaceKind
from crossbearing.places.geometry import distance_km, middle
from crossbearing.places.names import name_key, skeleton

BUILDER = "1"
"""Version of this module and of how names are filed; raise it when either changes what the file holds."""

SCHEMA = """
PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE place (id INTEGER PRIMARY KEY, place_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, geonameid INTEGER,
  lat REAL, lon REAL, precision_km REAL, country TEXT, province INTEGER, district INTEGER, population INTEGER NOT NULL,
  pcode TEXT, source TEXT NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE skeleton (country TEXT NOT NULL, skeleton TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (country, skeleton, place, name)) WITHOUT ROWID;
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX place_by_id ON place (place_id);
CREATE INDEX place_by_position ON place (lat, lon);
"""
OTHER_SCRIPT = frozenset("am ar az ba be bg bn ckb dv el fa he hi hy ka kk km ko ku ky lo mk ml mn mr my ne pa ps ru si sr ta te tg th ti tr ug uk ur uz zh".split())
"""Languages whose names reach English text through transliteration (Turkish and Azeri: without their own letters)."""

Progress = Callable[[str, float], None]


def _transliterated() -> frozenset[str]:
    """Codes of the countries whose names come in many spellings, by the languages that GeoNames gives for them."""
    rows = packaged.country_rows().values()
    return frozenset(r.iso for r in rows if {lang.split("-")[0] for lang in r.languages.split(",")[:1]} & OTHER_SCRIPT)


def _countries() -> Iterator[Entry]:
    rows = packaged.country_rows()
    for country in countries().values():
        row = rows.get(country.code)
        names = [(country.name, NameRank.MAIN), *((n, NameRank.MAIN) for n in country.other_names)]
        names += [(n, NameRank.DEMONYM) for n in country.demonyms]
        yield Entry(
            place_id=f"gn:{row.geonameid}" if row else f"cb:{country.code.lower()}", name=country.name, kind="country",
            names=names, geonameid=row.geonameid if row else None, lat=country.lat, lon=country.lon,
            precision_km=round(math.sqrt(row.areakm2 / math.pi), 1) if row and row.areakm2 else None,
            country=country.code, population=row.population if row else 0, source=packaged.GEONAMES,
        )


def _slug(name: str) -> str:
    return name_key(name).replace(" ", "-")


def _regions() -> Iterator[Entry]:
    for row in table("regions.csv"):
        geonameid = int(row["geonameid"]) if row["geonameid"] else None
        names = [(row["name"], NameRank.MAIN), *((n, NameRank.MAIN) for n in split(row["other_names"]))]
        names += [(n, NameRank.DEMONYM) for n in split(row["demonyms"])]
        kind: PlaceKind = row["kind"]  # type: ignore[assignment]
        yield Entry(
            place_id=f"gn:{geonameid}" if geonameid else f"cb:{_slug(row['name'])}", name=row["name"], kind=kind,
            names=names, geonameid=geonameid, lat=float(row["lat"]), lon=float(row["lon"]),
            precision_km=float(row["precision_km"]), country=row["country"] or None, source="crossbearing",
        )


SUFFIXES = (" County", " Parish", " Province", " Governorate", " District", " Oblast", " Prefecture", " Region", " State", " Municipality")


def _subdivisions(members: dict[str, list[Entry]]) -> Iterator[Entry]:
    """Provinces and districts, placed at the middle of their members by population, as far out as nine in ten lie."""
    for row in packaged.subdivisions():
        if row is None:
            continue
        inside = members.get(row.place_id, [])
        lat = lon = radius = None
        if inside:
            points = [(m.lat or 0.0, m.lon or 0.0) for m in inside]
            lat, lon = middle(points, [m.population + 1.0 for m in inside])
            far = sorted(distance_km(lat, lon, *p) for p in points)
            radius = round(max(8.0 if row.level > 1 else 20.0, far[int(0.9 * (len(far) - 1))]), 1)
            lat, lon = round(lat, 4), round(lon, 4)
        names = [(row.name, NameRank.MAIN)]
        for alias in row.aliases:
            rank = packaged.name_rank(alias)
            if rank is not None:
                names.append((alias, rank))
        for suffix in SUFFIXES:
            if row.name.endswith(suffix):
                names.append((row.name.removesuffix(suffix), NameRank.OTHER))
        if row.level == 1 and row.kind and not row.name.endswith(row.kind):
            names.append((f"{row.name} {row.kind}", NameRank.OTHER))
        yield Entry(
            place_id=row.place_id, name=row.name, kind="province" if row.level == 1 else "district", names=names,
            geonameid=row.geonameid, lat=lat, lon=lon, precision_km=radius, country=row.country,
            province_id=row.parent if row.level > 1 else None, population=sum(m.population for m in inside),
            source=packaged.GEONAMES,
        )


def _merge(entries: Iterable[Entry], into: dict[str, Entry]) -> None:
    """Add entries; one whose id is already there gives it its names and, where it has them, its coordinates."""
    for entry in entries:
        known = into.get(entry.place_id)
        if known is None:
            into[entry.place_id] = entry
            continue
        known.names = entry.names + known.names
        known.name = entry.name
        if entry.lat is not None:
            known.lat, known.lon, known.precision_km = entry.lat, entry.lon, entry.precision_km


def _gather(say: Progress) -> dict[str, Entry]:
    say("reading cities", 0.05)
    parents = packaged.city_parents(packaged.subdivisions())
    entries: dict[str, Entry] = {}
    members: dict[str, list[Entry]] = defaultdict(list)
    for city in packaged.cities(parents):
        entries[city.place_id] = city
        for above in (city.province_id, city.district_id):
            if above:
                members[above].append(city)
    say("placing provinces and districts", 0.25)
    _merge(_subdivisions(members), entries)
    _merge(_countries(), entries)
    _merge(_regions(), entries)
    return entries


def build(path: Path, additions: Sequence[Path] = (), progress: Progress | None = None) -> None:
    """Write the gazetteer to `path`, which must not exist. Takes under a minute and some 700 MB of memory.

    `progress` is told what is being done and how much of the whole is done (0 to 1).
    """
    say = progress or (lambda _what, _share: None)
    entries = _gather(say)
    say("writing places", 0.4)
    numbers = {place_id: number for number, place_id in enumerate(entries, 1)}
    db = sqlite3.connect(path)
    db.executescript(SCHEMA)
    db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", (
        (numbers[e.place_id], e.place_id, e.name, e.kind, e.geonameid, e.lat, e.lon, e.precision_km, e.country,
         numbers.get(e.province_id or ""), numbers.get(e.district_id or ""), e.population, e.pcode, e.source)
        for e in entries.values()
    ))
    say("filing names", 0.5)
    transliterated = _transliterated()
    names: dict[tuple[str, int], int] = {}
    bones: set[tuple[str, str, int, str]] = set()
    for entry in entries.values():
        number = numbers[entry.place_id]
        for name, rank in entry.names:
            key = name_key(name)
            if not key:
                continue
            names[key, number] = min(rank, names.get((key, number), rank))
            if entry.country in transliterated and rank <= NameRank.OTHER and key.isascii():
                bones.add((entry.country or "", skeleton(name), number, key))
    say("writing names", 0.75)
    db.executemany("INSERT INTO name VALUES (?,?,?)", ((k, n, r) for (k, n), r in sorted(names.items())))
    db.executemany("INSERT INTO skeleton VALUES (?,?,?,?)", sorted(bones))
    say("indexing", 0.95)
    db.executescript(INDEXES)
    db.execute("INSERT INTO meta VALUES ('builder', ?)", (BUILDER,))
    db.commit()
    db.close()
    say("done", 1.0)

