"""Tables of places that users bring, kept with the gazetteer as plain CSV: CSV, GeoNames files, tables with p-codes."""

import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from crossbearing.places.cache import default_folder
from crossbearing.places.dumps import is_alternates, is_dump, read_alternates, read_dump
from crossbearing.places.humanitarian import read_humanitarian
from crossbearing.places.names import name_key
from crossbearing.places.own import COLUMNS, read_places

BINARY = {b"PK\x03\x04": "a ZIP archive or an Excel workbook", b"\x1f\x8b": "a gzip archive"}
"""How files begin that are often brought instead of a table, and what they are."""


def add_table(file: Path, folder: Path | None = None) -> tuple[int, Path]:
    """Keep a table of places with the gazetteer, which takes it in when it is opened next.

    Returns how many rows it holds, and where it is kept. A table of the same name is replaced.

    Raises:
        OSError: the file cannot be read, or the folder not written.
        ValueError: it is no table of places; the message names the file and says what is wanted.
    """
    with file.open("rb") as raw:
        begins = raw.read(4)
    for magic, what in BINARY.items():
        if begins.startswith(magic):
            raise ValueError(f"{file}: this is {what}; unpack it, or save its sheet as CSV, and add that")
    kept = (folder or default_folder()) / "additions" / f"{name_key(file.stem).replace(' ', '-') or 'table'}.csv"
    written = io.StringIO()
    out = csv.DictWriter(written, COLUMNS, lineterminator="\n", extrasaction="ignore", restval="")
    out.writeheader()
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            out.writerows(_rows(lines, file))
    except UnicodeDecodeError:
        raise ValueError(f"{file}: no UTF-8 text; tables of places are CSV or tab-separated, in UTF-8") from None
    except (ValueError, csv.Error) as error:
        raise ValueError(f"{file}: {error}") from None
    kept.parent.mkdir(parents=True, exist_ok=True)
    fresh = kept.with_suffix(".tmp")
    fresh.write_text(written.getvalue(), encoding="utf-8")
    try:
        count = sum(1 for _ in read_places(fresh))
    except ValueError as error:
        fresh.unlink()
        raise ValueError(f"{file}: {error}") from None
    if not count:
        fresh.unlink()
        raise ValueError(f"{file}: holds no places with coordinates or p-codes")
    fresh.replace(kept)
    return count, kept


def _rows(lines: Iterable[str], file: Path) -> Iterator[dict[str, str]]:
    filled = (line for line in lines if line.strip() and not line.startswith("#"))
    header = next(filled, None)
    if header is None:
        raise ValueError("is empty")
    if is_dump(header):
        yield from read_dump(chain([header], filled))
        return
    if is_alternates(header):
        yield from read_alternates(chain([header], filled))
        return
    rows = csv.DictReader(chain([header], filled), delimiter=max(",;\t", key=header.count))
    columns = list(rows.fieldnames or ())
    if {"name", "lat", "lon", "country"} <= set(columns):
        yield from ({key: value or "" for key, value in row.items() if key} for row in rows)
    else:
        yield from read_humanitarian(columns, rows, file.name)
