"""Reads the files of GeoNames that users bring: country dumps, and tables of alternate names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from crossbearing.places.packaged import GEONAMES, VILLAGE_BELOW, name_rank, town_radius

DUMP_COLUMNS = 19
"""Columns of a country dump: tab-separated, no header (https://download.geonames.org/export/dump/readme.txt)."""
ALTERNATES_COLUMNS = (8, 10)
"""Columns of alternateNames and of alternateNamesV2."""
NO_LANGUAGES = frozenset([
    "link", "wkdt", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "phon", "piny", "fr_1793",
])
"""What alternate names give as their language where they are codes, addresses and the like."""
FEATURES = {
    "A.ADM1": "province", "A.ADM2": "district", "A.ADM3": "district", "P.PPLX": "neighbourhood", "L.RGN": "region",
    "L.CMP": "camp", "S.CMPRF": "camp", "S.AIRP": "landmark", "S.AIRB": "landmark", "S.HSP": "landmark",
    "S.DAM": "landmark", "S.PRN": "landmark", "S.BDG": "landmark", "S.PSTB": "crossing", "H.STM": "water",
    "H.LK": "water", "H.RSV": "water", "T.MT": "landmark", "T.MTS": "region", "T.VAL": "region",
}
"""Feature codes of GeoNames that reports name, and the kind of place each is; every populated place is taken too."""
GONE = ("PPLH", "PPLQ", "PPLW")
"""Codes of populated places that are no more."""


def is_dump(line: str) -> bool:
    """Whether this is a line of a country dump."""
    return line.count("\t") == DUMP_COLUMNS - 1 and line.split("\t", 1)[0].isdigit()


def is_alternates(line: str) -> bool:
    """Whether this is a line of a table of alternate names."""
    cells = line.split("\t")
    return len(cells) in ALTERNATES_COLUMNS and cells[0].isdigit() and cells[1].isdigit()


def read_dump(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield populated places, and what else reports name, as rows of a table of places."""
    rows = [cells for line in lines if len(cells := line.rstrip("\n").split("\t")) == DUMP_COLUMNS]
    provinces = {cells[10]: cells[1] for cells in rows if f"{cells[6]}.{cells[7]}" == "A.ADM1"}
    for cells in rows:
        feature = f"{cells[6]}.{cells[7]}"
        populated = cells[6] == "P" and cells[7] not in GONE
        people = int(cells[14] or 0)
        kind = FEATURES.get(feature) or ("city" if people >= VILLAGE_BELOW else "village")
        if not (populated or feature in FEATURES):
            continue
        latin, other = _by_script([name for name in (cells[2], *cells[3].split(",")) if name != cells[1]])
        yield {
            "name": cells[1], "other_names": latin, "arabic": other, "kind": kind, "lat": cells[4], "lon": cells[5],
            "precision_km": str(town_radius(people)) if kind in ("city", "village") else "", "country": cells[8],
            "parent": provinces.get(cells[10], ""), "geonameid": cells[0],
            "population": str(people), "source": GEONAMES,
        }


def read_alternates(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """Yield a row for each place with its alternate names: no point, for only places that are known take them up."""
    names: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        cells = line.rstrip("\n").split("\t")
        if len(cells) in ALTERNATES_COLUMNS and cells[2] not in NO_LANGUAGES:
            names[cells[1]].append(cells[3])
    for number, known in names.items():
        latin, other = _by_script(known)
        if latin or other:
            yield {"other_names": latin, "arabic": other, "geonameid": number, "source": GEONAMES}


def _by_script(names: Iterable[str]) -> tuple[str, str]:
    """The names that texts use, in Latin letters and in others, each as one cell."""
    kept = [name for name in dict.fromkeys(names) if name_rank(name) is not None and "|" not in name]
    latin = [name for name in kept if name[0] < "Ͱ"]  # the Latin blocks of Unicode end where Greek begins
    return "|".join(latin), "|".join(name for name in kept if name not in set(latin))
