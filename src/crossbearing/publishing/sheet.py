"""Rows for spreadsheets: CSV in UTF-8 with a byte order mark, so that Excel keeps Arabic whole."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from crossbearing.publishing.wording import encodable

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for the beginning of a formula, in its full-width forms too (OWASP, CSV injection)."""


def write_sheet(stream: TextIO, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """Write a head and rows; a null is an empty cell, and what a spreadsheet would run gets an apostrophe before it."""
    stream.write("\ufeff")
    out = csv.writer(stream, lineterminator="\r\n")
    out.writerow(columns)
    for row in rows:
        out.writerow([_cell(row[column]) for column in columns])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        return str(value)
    text = encodable(value).replace("\x00", "\ufffd")
    return f"'{text}" if text.startswith(_FORMULA) else text
