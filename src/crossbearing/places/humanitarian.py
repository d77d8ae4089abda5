"""Reads the tables of the humanitarian datasets (OCHA COD-AB, populated places), whose columns vary by country."""

import re
from collections.abc import Iterable, Iterator

from crossbearing.places.countries import countries, country_code

LEVEL = r"adm(?:in)?(\d)"
PCODE = re.compile(rf"^(?:{LEVEL}_?p?code|p_?code|place_?code|(?:feature|village|town)_?pcode)$", re.IGNORECASE)
LATITUDE = re.compile(
    r"^(?:lat|latitude|y|point_y|y_?coord|lat_?dd|latitude_?y|(?:center|centroid)_?lat|y_?centroid)$", re.IGNORECASE)
LONGITUDE = re.compile(
    r"^(?:lon|long|lng|longitude|x|point_x|x_?coord|lon_?dd|longitude_?x|(?:center|centroid)_?lon|x_?centroid)$",
    re.IGNORECASE)
NAME = re.compile(
    rf"^(?:(?:feature|place|village|town)_?)?name_?(?:en|eng)?$|^{LEVEL}_?(?:name|ref)?_?(?:en|eng)?$", re.IGNORECASE)
OTHER_NAME = re.compile(rf"^(?:{LEVEL}|feature)_?(?:ref_?name|alt\d?_?name|name\d)_?(?:en|eng)?$", re.IGNORECASE)
ARABIC = re.compile(r"(?:_ar|_ara|arabic)$", re.IGNORECASE)
COUNTRY = re.compile(r"^(?:country|iso|iso2|adm(?:in)?0_?(?:name|name_en|en|pcode))$", re.IGNORECASE)
BELOW_ALL = 9
KINDS = {1: "province", 2: "district", 3: "district"}
"""What kind of place the administrative levels are; below them come settlements."""


def read_humanitarian(columns: list[str], rows: Iterable[dict[str, str]], source: str) -> Iterator[dict[str, str]]:
    """Yield the places of a table's lowest level, as rows of a table of places; `source` is the table's file name.

    A row without a point gives its p-code and its names to a place that is known already. Raises ValueError where there
    is no name, or neither a point nor a p-code.
    """
    lat, lon = (next((c for c in columns if pattern.match(c)), None) for pattern in (LATITUDE, LONGITUDE))
    name, pcode, arabic, other = (
        max((c for c in columns if fits(c)), key=level, default=None)
        for fits in (NAME.match, PCODE.match, ARABIC.search, OTHER_NAME.match)
    )
    if name is None or ((lat is None or lon is None) and pcode is None):
        lacking = "the name" if name is None else "the coordinates, nor for a p-code"
        raise ValueError(
            f"no table of places that we know: there is no column for {lacking}. Plain CSV needs name, lat, lon and "
            "country")
    depth = level(name)
    above = next((c for c in columns if NAME.match(c) and level(c) == 1 and depth > 1), None)
    for row in rows:
        cell = {column: (value or "").strip() for column, value in row.items() if isinstance(value, str)}
        code = cell.get(pcode or "", "")
        lands = [cell.get(c, "") for c in columns if COUNTRY.match(c)]
        lands += [cell.get(c, "")[:2] for c in columns if PCODE.match(c)]  # which begin with their country's code
        country = next((found for told in lands if (found := _country(told))), "")
        pointed = bool(cell.get(lat or "") and cell.get(lon or ""))
        if cell.get(name) and (pointed or code):
            yield {
                "name": cell[name], "other_names": cell.get(other or "", ""), "arabic": cell.get(arabic or "", ""),
                "kind": KINDS.get(depth, "village"), "lat": cell[lat or ""] if pointed else "",
                "lon": cell[lon or ""] if pointed else "", "country": country,
                "parent": cell.get(above or "", ""), "pcode": code, "source": f"OCHA COD ({source})",
            }


def level(column: str) -> int:
    """Return the administrative level in a column's name; what has none is below them all.

    >>> level("admin2Name_en"), level("ADM1_PCODE"), level("featureName_en")
    (2, 1, 9)
    """
    digits = re.search(LEVEL, column, re.IGNORECASE)
    return int(digits.group(1)) if digits else BELOW_ALL


def _country(cell: str) -> str:
    return cell.upper() if cell.upper() in countries() else country_code(cell) or ""
