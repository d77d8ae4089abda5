"""The gazetteer: names to places, and places near a point."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from crossbearing.places.cache import gazetteer_file
from crossbearing.places.entry import Candidate, NameRank, Place
from crossbearing.places.geometry import distance_km
from crossbearing.places.matching import match
from crossbearing.places.names import name_key
from crossbearing.places.spellings import Country

PLACE = """SELECT p.place_id, p.name, p.kind, p.geonameid, p.lat, p.lon, p.precision_km, p.country, a.name, d.name,
 a.place_id, d.place_id, p.population, p.capital, p.pcode, p.source"""
JOINED = "place p LEFT JOIN place a ON a.id = p.province LEFT JOIN place d ON d.id = p.district"
FIELDS = ("place_id", "name", "kind", "geonameid", "lat", "lon", "precision_km", "country", "province", "district",
          "province_id", "district_id", "population", "capital", "pcode", "source")
MOST_CANDIDATES = 150
"""Places that are looked at for one name, the most populous first."""
LIKELY_SPELLING = 0.4
"""Log-odds above which a spelling is taken for a place's: higher than even, since a wrong place is worse than none."""
REMEMBERED = 50_000
"""Names whose candidates are kept in memory."""


class Gazetteer:
    """Places by name. Reads a file that never changes; holds no more than it was asked for.

    Open it with ``with Gazetteer.open() as gazetteer:``; ``gazetteer.lookup("Damascus")`` gives a name's candidates.
    """

    def __init__(self, path: Path) -> None:
        """Open a gazetteer file that `build` wrote."""
        self.path = path
        self._db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        self._db.execute("PRAGMA mmap_size = 1073741824")
        self._remembered: dict[str, tuple[Candidate, ...]] = {}
        self._spellings: dict[str, Country] = {}
        self._matched: dict[tuple[str, tuple[str, ...]], tuple[Candidate, ...]] = {}
        self.transliterated = frozenset(
            self._db.execute("SELECT value FROM meta WHERE key = 'transliterated'").fetchone()[0].split())
        """Codes of the countries whose names come in many spellings."""

    @classmethod
    def open(cls, folder: Path | None = None, progress: Callable[[str, float], None] | None = None) -> Self:
        """Open the cached gazetteer, building it on first use (under a minute; `progress` hears what is done, how far).

        `folder` is where it is kept: `$CROSSBEARING_CACHE`, else the platform's cache folder. Raises OSError where
        that folder cannot be written.
        """
        return cls(gazetteer_file(folder, progress))

    def close(self) -> None:
        """Close the file; the gazetteer cannot be asked any more."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None,
    ) -> None:
        self.close()

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Return the places that are called so: the surest names and the most populous places first."""
        return self.lookup_key(name_key(name))

    def lookup_key(self, key: str) -> tuple[Candidate, ...]:
        """As `lookup`, for a key that `name_key` made."""
        found = self._remembered.get(key)
        if found is None:
            rows = self._db.execute(
                f"{PLACE}, n.rank FROM name n JOIN place p ON p.id = n.place LEFT JOIN place a ON a.id = p.province"
                " LEFT JOIN place d ON d.id = p.district WHERE n.key = ? ORDER BY n.rank, p.population DESC, p.place_id"
                f" LIMIT {MOST_CANDIDATES}", (key,)).fetchall()
            found = tuple(Candidate(_place(row), row[-1]) for row in rows)
            if len(self._remembered) >= REMEMBERED:
                self._remembered.clear()
            self._remembered[key] = found
        return found

    def spellings(self, country: str) -> Country:
        """Return all spellings in Latin letters of a country's places; read once, then kept."""
        found = self._spellings.get(country)
        if found is None:
            row = self._db.execute("SELECT packed FROM spelling WHERE country = ?", (country,)).fetchone()
            found = msgspec.msgpack.decode(row[0], type=Country) if row else Country.of(())
            self._spellings[country] = found
        return found

    def spelt(self, key: str, countries: tuple[str, ...]) -> tuple[Candidate, ...]:
        """Return the places of `countries` that an unknown spelling means: all that bear the known name nearest to it.

        None where none is near enough; the likelihood is weighed in `matching`.
        """
        asked = (key, countries)
        found = self._matched.get(asked)
        if found is None:
            bearers: dict[str, Place] = {}
            for likely in match(key, countries, self):
                if likely.score > LIKELY_SPELLING:
                    known = (c.place for c in self.lookup_key(likely.key) if c.place.country in countries)
                    bearers.update((place.place_id, place) for place in known)
            found = tuple(Candidate(place, NameRank.SPELLING) for place in bearers.values())
            if len(self._matched) >= REMEMBERED:
                self._matched.clear()
            self._matched[asked] = found
        return found

    def place(self, place_id: str) -> Place | None:
        """Return the place with that id."""
        row = self._db.execute(f"{PLACE} FROM {JOINED} WHERE p.place_id = ?", (place_id,)).fetchone()
        return _place(row) if row else None

    def names(self, place_id: str) -> tuple[str, ...]:
        """Return the keys of all names of a place, in alphabetical order."""
        rows = self._db.execute(
            "SELECT n.key FROM place p JOIN name n ON n.place = p.id WHERE p.place_id = ? ORDER BY n.key", (place_id,))
        return tuple(row[0] for row in rows)

    def near(self, lat: float, lon: float, km: float) -> tuple[tuple[float, Place], ...]:
        """Return the places within `km` kilometres of a point with their distances, nearest first."""
        high = km / 111.0
        rows = self._db.execute(f"{PLACE} FROM {JOINED} WHERE p.lat BETWEEN ? AND ?", (lat - high, lat + high))
        found = ((distance_km(lat, lon, row[4], row[5]), _place(row)) for row in rows)
        return tuple(sorted((x for x in found if x[0] <= km), key=lambda x: (x[0], x[1].place_id)))


def _place(row: tuple[object, ...]) -> Place:
    fields = dict(zip(FIELDS, row, strict=False))
    fields["capital"] = bool(fields["capital"])
    return Place(**fields)  # type: ignore[arg-type]
