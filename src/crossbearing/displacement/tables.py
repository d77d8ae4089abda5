"""Comma-separated files with their line numbers, as Flee reads them: a line that begins with # is a comment."""

import csv
import datetime as dt
import math
from collections.abc import Iterator
from pathlib import Path

from crossbearing.displacement.trouble import Findings

Row = tuple[int, list[str]]
"""Line number (from 1) and fields without the spaces around them."""
TEXT = "save it as a table of comma-separated values in UTF-8"


def read_rows(path: Path, file: str, findings: Findings, *, required: bool = True) -> tuple[list[str], list[Row]]:
    """Return the fields of the first # line and the rows of a file; what cannot be read is noted as an error."""
    if not path.is_file():
        if required:
            findings.error(file, None, "there is no such file", "write it, or name the folder that holds it")
        return [], []
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        findings.error(file, None, f"it is not UTF-8 (byte {error.start})", TEXT)
        return [], []
    except OSError as error:
        findings.error(file, None, f"it cannot be read ({error.strerror})", "check your rights to it")
        return [], []
    if "\0" in text:
        findings.error(file, text[: text.index("\0")].count("\n") + 1, "it holds NUL bytes and is no text", TEXT)
        return [], []
    header: list[str] = []
    rows: list[Row] = []
    try:
        for line, fields in _lines(text):
            if fields[0].startswith("#"):
                header = header or [fields[0][1:].strip(), *fields[1:]]
            else:
                rows.append((line, fields))
    except csv.Error as error:
        findings.error(file, None, f"its quotation marks do not match ({error})", "close each mark that opens")
        return [], []
    return header, rows


def _lines(text: str) -> Iterator[Row]:
    reader = csv.reader(text.splitlines(), strict=True)
    for fields in reader:
        stripped = [field.strip() for field in fields]
        if any(stripped):
            yield reader.line_num, stripped


class Fields:
    """Takes typed values out of a row; what does not fit is noted once, with its line and a way out."""

    def __init__(self, file: str, line: int, fields: list[str], findings: Findings) -> None:
        """Take the fields of one row."""
        self.file, self.line, self.fields, self.findings = file, line, fields, findings

    def text(self, column: int) -> str:
        """Return a field, empty where the row is too short."""
        return self.fields[column] if column < len(self.fields) else ""

    def error(self, reason: str, remedy: str) -> None:
        """Note an error in this row."""
        self.findings.error(self.file, self.line, reason, remedy)

    def number(self, column: int, what: str, *, default: float | None = None) -> float:
        """Return a finite number; `default` where the field is empty, 0 where it is wrong."""
        raw = self.text(column)
        if not raw and default is not None:
            return default
        try:
            value = float(raw)
        except ValueError:
            value = math.nan
        if not math.isfinite(value):
            self.error(f"{what} is {raw!r}, not a number", "write a plain number such as 12 or 3.5")
            return 0.0
        return value

    def whole(self, column: int, what: str, *, default: int | None = None) -> int:
        """Return a whole number; `default` where the field is empty, 0 where it is wrong."""
        value = self.number(column, what, default=default)
        if value != int(value):
            self.error(f"{what} is {value}, not a whole number", "write it without decimals")
        return int(value)

    def date(self, column: int, what: str) -> dt.date | None:
        """Return a date, null where it is none."""
        raw = self.text(column)
        try:
            return dt.date.fromisoformat(raw[:10])
        except ValueError:
            self.error(f"{what} is {raw!r}, not a date", "write it as YYYY-MM-DD")
            return None


def read_fields(
    path: Path, file: str, findings: Findings, *, least: int, columns: str,
) -> tuple[list[str], list[Fields]]:
    """Return the fields of the first # line and each row that has enough fields; a shorter row is noted as an error."""
    header, rows = read_rows(path, file, findings)
    found = []
    for line, fields in rows:
        row = Fields(file, line, fields, findings)
        if len(fields) < least:
            row.error(f"it has {len(fields)} of at least {least} fields", f"write {columns}")
        else:
            found.append(row)
    return header, found


def read_table(path: Path, findings: Findings, *, columns: tuple[str, ...], least: int) -> list[Fields]:
    """Return the rows of a table that a person gives, each with the fields of `columns` in that order.

    A first line that begins with the name of a column names all of them, in any order; without one they stand in
    order. The first `least` columns must be there; what is short of them is noted as an error.
    """
    file, wanted = str(path), ", ".join(columns)
    _, rows = read_fields(path, file, findings, least=1, columns=wanted)
    named = [name.casefold() for name in rows[0].fields] if rows else []
    if not named or named[0] not in columns:
        named = list(columns)
    else:
        head = rows.pop(0)
        if lacking := [name for name in columns[:least] if name not in named]:
            head.error(f"its header has no {', '.join(lacking)}", f"write {wanted}")
            return []
    found = []
    for row in rows:
        if len(row.fields) < least:
            row.error(f"it has {len(row.fields)} of at least {least} fields", f"write {wanted}")
            continue
        at = [named.index(name) if name in named else len(row.fields) for name in columns]
        found.append(Fields(file, row.line, [row.text(column) for column in at], findings))
    return found
