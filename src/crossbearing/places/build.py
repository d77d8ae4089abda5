"""Builds the gazetteer file: one SQLite database of places, their names, and their spellings where those vary."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from crossbearing.places import packaged
from crossbearing.places.entry import Entry, NameRank
from crossbearing.places.gather import gather
from crossbearing.places.names import name_key
from crossbearing.places.seats import name_seats
from crossbearing.places.sounds import sounds, without_kind
from crossbearing.places.spellings import Country, Spelling

BUILDER = "14"
"""Version of the builder and of how names are filed; raise it when either changes what the file holds."""

SCHEMA = """
PRAGMA page_size = 8192;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, place_id TEXT NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, geonameid INTEGER,
  lat REAL, lon REAL, precision_km REAL, country TEXT, province INTEGER, district INTEGER,
  population INTEGER NOT NULL, capital INTEGER NOT NULL, pcode TEXT, source TEXT NOT NULL);
CREATE TABLE name (
  key TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE spelling (country TEXT PRIMARY KEY, packed BLOB NOT NULL);
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
INDEXES = """
CREATE UNIQUE INDEX place_by_id ON place (place_id);
CREATE INDEX place_by_position ON place (lat, lon);
"""
OTHER_SCRIPTS = frozenset([
    "am", "ar", "az", "ba", "be", "bg", "bn", "ckb", "dv", "el", "fa", "he", "hi", "hy", "ka", "kk", "km", "ku",
    "ky", "lo", "mk", "ml", "mn", "mr", "my", "ne", "pa", "ps", "ru", "si", "sr", "ta", "te", "tg", "th", "ti", "tr",
    "ug", "uk", "ur", "uz",
])
"""Languages whose names reach English text in many spellings (Turkish and Azeri: without their own letters)."""

Progress = Callable[[str, float], None]


def transliterated() -> frozenset[str]:
    """Codes of the countries whose names come in many spellings, by the first language that GeoNames gives for them."""
    rows = packaged.country_rows().values()
    return frozenset(row.iso for row in rows if row.languages.split(",")[0].split("-")[0] in OTHER_SCRIPTS)


def build(path: Path, additions: Sequence[Path] = (), progress: Progress | None = None) -> None:
    """Write the gazetteer to `path`, which must not exist. Takes under a minute and some 700 MB of memory.

    `additions` are tables of places that the user brings. `progress` is told what is being done and how much of the
    whole is done (0 to 1). Raises ValueError where a table is not in order.
    """
    say = progress or (lambda _what, _share: None)
    say("reading places", 0.05)
    entries = gather(additions)
    name_seats(entries, transliterated())
    say("writing places", 0.4)
    db = sqlite3.connect(path)
    try:
        db.executescript(SCHEMA)
        _write(db, entries, say)
        say("indexing", 0.95)
        db.executescript(INDEXES)
        db.execute("INSERT INTO meta VALUES ('builder', ?)", (BUILDER,))
        db.execute("INSERT INTO meta VALUES ('transliterated', ?)", (" ".join(sorted(transliterated())),))
        db.commit()
    finally:
        db.close()
    say("done", 1.0)


def _write(db: sqlite3.Connection, entries: dict[str, Entry], say: Progress) -> None:
    numbers = {place_id: number for number, place_id in enumerate(entries, 1)}
    db.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", (
        (numbers[e.place_id], e.place_id, e.name, e.kind, e.geonameid, e.lat, e.lon, e.precision_km, e.country,
         numbers.get(e.province_id or ""), numbers.get(e.district_id or ""), e.population, e.capital, e.pcode,
         e.source)
        for e in entries.values()
    ))
    say("filing names", 0.5)
    changing = transliterated()
    names: dict[tuple[str, int], int] = {}
    spelt: dict[str, list[tuple[str, Entry]]] = {code: [] for code in sorted(changing)}
    countries = {name_key(name) for e in entries.values() if e.kind == "country" for name, _ in e.names}
    for entry in entries.values():
        number = numbers[entry.place_id]
        for name, rank in entry.names:
            key = name if name.startswith("=") else name_key(name)
            if not key or (rank == NameRank.OTHER and entry.kind != "country" and key in countries):
                continue  # "Mexico" for its capital only leads astray
            names[key, number] = min(rank, names.get((key, number), rank))
            varies = entry.country in spelt and entry.kind not in ("country", "region", "water")
            if varies and rank <= NameRank.OTHER and key.isascii():
                spelt[entry.country or ""].append((key, entry))
    say("writing names", 0.75)
    db.executemany("INSERT INTO name VALUES (?,?,?)", ((k, n, r) for (k, n), r in sorted(names.items())))
    for country, forms in spelt.items():
        packed = msgspec.msgpack.encode(Country.of(_spellings(forms, numbers)))
        db.execute("INSERT INTO spelling VALUES (?,?)", (country, packed))


def _spellings(forms: list[tuple[str, Entry]], numbers: dict[str, int]) -> list[Spelling]:
    """All spellings of a country's places, given their keys.

    A district or province that bears the name of a town counts as that town: a spelling cannot tell them apart.
    """
    forms = sorted(forms, key=lambda form: (-form[1].population, form[0], numbers[form[1].place_id]))
    bearer: dict[str, Entry] = {}
    for key, entry in forms:
        if entry.kind not in ("district", "province"):
            bearer.setdefault(key, entry)
    stands_for: dict[str, Entry] = {}
    for key, entry in forms:
        if entry.kind in ("district", "province") and without_kind(key) in bearer:
            stands_for.setdefault(entry.place_id, bearer[without_kind(key)])
    meant = ((key, stands_for.get(entry.place_id, entry)) for key, entry in forms)
    return [
        Spelling(key, sounds(key), number, population)
        for key, number, population in sorted({(key, numbers[e.place_id], e.population) for key, e in meant})
    ]
