"""Tables of places that users bring: plain CSV, GeoNames country dumps, OCHA tables with p-codes; kept as plain CSV."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from crossbearing.places.cache import default_folder
from crossbearing.places.countries import countries, country_code
from crossbearing.places.names import name_key
from crossbearing.places.own import COLUMNS, read_places

GEONAMES_COLUMNS = 19
"""Columns of a GeoNames dump: tab-separated, no header (https://download.geonames.org/export/dump/readme.txt)."""
FEATURES = {
    "A.ADM1": "province", "A.ADM2": "district", "A.ADM3": "district", "P.PPLX": "neighbourhood", "L.RGN": "region",
    "L.CMP": "camp", "S.CMPRF": "camp", "S.AIRP": "landmark", "S.AIRB": "landmark", "S.HSP": "landmark",
    "S.DAM": "landmark", "S.PRN": "landmark", "S.BDG": "landmark", "S.PSTB": "crossing", "H.STM": "water",
    "H.LK": "water", "H.RSV": "water", "T.MT": "landmark", "T.MTS": "region", "T.VAL": "region",
}
"""Feature codes of GeoNames that reports name, and the kind of place each is; every populated place is taken too."""
TOWN_FROM = 5000
PCODE_NAMES = re.compile(r"^(?:adm(\d)_?(?:pcode|code)|pcode|p_code|place_?code|featurepcode)$", re.IGNORECASE)
LATITUDE = re.compile(r"^(?:lat|latitude|y|point_y|lat_?dd|center_lat)$", re.IGNORECASE)
LONGITUDE = re.compile(r"^(?:lon|long|lng|longitude|x|point_x|lon_?dd|center_lon)$", re.IGNORECASE)
NAME = re.compile(r"^(?:name|featurename|place_?name|adm\d_?(?:name|ref)?_?(?:en|eng)?|name_en)$", re.IGNORECASE)
ARABIC = re.compile(r"(?:_ar|_ara|arabic)$", re.IGNORECASE)


def add_table(file: Path, folder: Path | None = None) -> tuple[int, Path]:
    """Keep a table of places with the gazetteer, which takes it in when it is opened next.

    Returns how many places it holds, and where it is kept. A table of the same name is replaced.

    Raises:
        OSError: the file cannot be read, or the folder not written.
        ValueError: it is no table of places; the message names the file and says what is wanted.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{file}: no UTF-8 text; tables of places are CSV or tab-separated, in UTF-8") from None
    rows = list(_rows(text, file))
    if not rows:
        raise ValueError(f"{file}: holds no places with coordinates")
    written = io.StringIO()
    out = csv.DictWriter(written, COLUMNS, lineterminator="\n", extrasaction="ignore")
    out.writeheader()
    out.writerows(rows)
    kept = (folder or default_folder()) / "additions" / f"{name_key(file.stem).replace(' ', '-') or 'table'}.csv"
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(".tmp")
    fresh.write_text(written.getvalue(), encoding="utf-8")
    try:
        count = sum(1 for _ in read_places(fresh))
    except ValueError as error:
        fresh.unlink()
        raise ValueError(f"{file}: {error}") from None
    fresh.replace(kept)
    return count, kept


def _rows(text: str, file: Path) -> Iterator[dict[str, str]]:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        raise ValueError(f"{file}: is empty")
    if lines[0].count("\t") == GEONAMES_COLUMNS - 1 and lines[0].split("\t")[0].isdigit():
        yield from _geonames(lines)
        return
    columns = next(csv.reader(lines[:1], delimiter=_delimiter(lines[0])))
    rows = csv.DictReader(lines, delimiter=_delimiter(lines[0]))
    if {"name", "lat", "lon", "country"} <= set(columns):
        yield from ({key: value or "" for key, value in row.items() if key} for row in rows)
    else:
        yield from _ocha(columns, rows, file)


def _delimiter(header: str) -> str:
    return max(",;\t", key=header.count)


def _geonames(lines: Iterable[str]) -> Iterator[dict[str, str]]:
    """Populated places and what else reports name, of a GeoNames dump."""
    for line in lines:
        cells = line.split("\t")
        if len(cells) != GEONAMES_COLUMNS:
            continue
        feature = f"{cells[6]}.{cells[7]}"
        populated = cells[6] == "P" and cells[7] not in ("PPLH", "PPLQ", "PPLW")
        kind = FEATURES.get(feature) or ("city" if int(cells[14] or 0) >= TOWN_FROM else "village" if populated else "")
        if not (populated or feature in FEATURES):
            continue
        names = [name for name in (cells[2], *cells[3].split(",")) if name and name != cells[1]]
        latin = [name for name in names if name.isascii() and name[:1].isupper()]
        other = [name for name in names if not name.isascii()]
        yield {
            "name": cells[1], "other_names": "|".join(dict.fromkeys(latin)), "arabic": "|".join(dict.fromkeys(other)),
            "kind": kind, "lat": cells[4], "lon": cells[5], "country": cells[8], "source": "GeoNames (CC BY 4.0)",
        }


def _ocha(columns: list[str], rows: Iterable[dict[str, str]], file: Path) -> Iterator[dict[str, str]]:
    """Rows of a table of the humanitarian datasets: names, coordinates and p-codes under names that vary."""
    lat, lon = (next((c for c in columns if pattern.match(c)), None) for pattern in (LATITUDE, LONGITUDE))
    names = [c for c in columns if NAME.match(c) and not PCODE_NAMES.match(c)]
    name = max(names, key=_level, default=None)
    if lat is None or lon is None or name is None:
        raise ValueError(
            f"{file}: no table of places that we know: there is no column for "
            f"{'the name' if name is None else 'the coordinates'}. Plain CSV needs name, lat, lon and country"
        )
    codes = [c for c in columns if PCODE_NAMES.match(c)]
    pcode = max(codes, key=_level, default=None)
    arabic = max((c for c in columns if ARABIC.search(c)), key=_level, default=None)
    lands = [c for c in columns if re.match(r"^(?:country|iso|iso2|adm0_?(?:name|en|pcode))", c, re.IGNORECASE)]
    kind = {1: "province", 2: "district", 3: "district"}.get(_level(name), "village")
    for row in rows:
        country = next((code for c in lands if (code := _country(row.get(c) or ""))), "")
        if (row.get(name) or "").strip() and (row.get(lat) or "").strip():
            yield {
                "name": row[name], "arabic": (row.get(arabic) or "") if arabic else "", "kind": kind, "lat": row[lat],
                "lon": row[lon], "country": country or _country((row.get(pcode) or "")[:2] if pcode else ""),
                "pcode": (row.get(pcode) or "") if pcode else "", "source": f"OCHA COD ({file.name})",
            }


def _level(column: str) -> int:
    """The administrative level in a column's name; what has none is below them all."""
    digits = re.search(r"adm(\d)", column, re.IGNORECASE)
    return int(digits.group(1)) if digits else 9


def _country(cell: str) -> str:
    return cell.upper() if cell.upper() in countries() else country_code(cell) or ""
