"""Checks the readings, each with the rows of its claims, and which version of which reader came to it."""

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from crossbearing.archive import reading_rows
from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import ALTERED, GONE, PAGE, UNKNOWN, Fault, damaged, opened, pages
from crossbearing.archive.database import Database, Row
from crossbearing.records import Reading


def check_readings(archive: Archive, expected: Expected) -> Iterator[Fault]:
    """Yield what is wrong with the readings and their claims."""
    database = archive.database
    ids: dict[int, str] = dict(database.rows("SELECT number, id FROM reports"))
    terms = {name: number for number, name in database.rows("SELECT number, name FROM terms")}
    sql = """SELECT number, report, reader, language, claims, seal, stored, body, entry FROM readings
      WHERE number > ? ORDER BY number LIMIT ?"""
    claims = _Claims(database)
    waiting = dict(expected.readings)
    for row in pages(database, sql, 0):
        number, report, reader, _, _, seal, _, stored, entry = row
        what = f"reading {number} of report {ids.get(report)}"
        if waiting.pop((ids.get(report, ""), reader, seal.hex()), None) != (number, entry):
            yield Fault(what=what, wrong=UNKNOWN)
        found = opened(archive.shelf, stored, Reading)
        if found is None:
            yield damaged(what)
            continue
        body, reading = found
        if row != reading_rows.row(number, report, reader, reading, body, stored, entry):
            yield Fault(what=what, wrong=ALTERED)
        wanted = [reading_rows.claim_row(number, n, claim, terms.get) for n, claim in enumerate(reading.claims)]
        for ordinal, (there, want) in enumerate(zip_longest(claims.of(number), wanted)):
            if there != want:
                wrong = GONE if there is None else "no reader wrote it" if want is None else "it was changed"
                yield Fault(what=f"claim {ordinal + 1} of {what}", wrong=wrong)
    for (report, _, _), (number, _) in waiting.items():
        yield Fault(what=f"reading {number} of report {report}", wrong=GONE)
    for number, _ in claims.left():
        yield Fault(what=f"a claim of reading {number}", wrong="there is no such reading")


def check_read(archive: Archive, expected: Expected) -> Iterator[Fault]:
    """Yield what is wrong with which version of which reader came to which reading."""
    database = archive.database
    readers = {(name, version): number for number, name, version in database.rows("SELECT * FROM readers")}
    if readers != expected.readers:
        yield Fault(what="readers", wrong="they are not those that the ledger knows")
    waiting = dict(expected.read)
    ids: dict[int, str] = dict(database.rows("SELECT number, id FROM reports"))
    for reader in sorted(readers.values()):
        sql = "SELECT report, reading, entry FROM read WHERE reader = ? AND report > ? ORDER BY report LIMIT ?"
        last = 0
        while page := database.rows(sql, (reader, last, PAGE)):
            for report, reading, entry in page:
                if waiting.pop((reader, ids.get(report, "")), None) != (reading, entry):
                    yield Fault(what=f"reading of report {ids.get(report)}", wrong=UNKNOWN)
            last = page[-1][0]
    for _, report in waiting:
        yield Fault(what=f"reading of report {report}", wrong="which version came to it is gone")


class _Claims:
    """The rows of claims, handed out reading by reading in one pass over the table."""

    def __init__(self, database: Database) -> None:
        self._rows = self._all(database)
        self._next = next(self._rows, None)
        self._strays: list[tuple[int, int]] = []

    @staticmethod
    def _all(database: Database) -> Iterator[Row]:
        at: tuple[Any, ...] = (-1, -1)
        sql = """SELECT reading, ordinal, key, kind, certainty, lat, lon, earliest, latest FROM claims
          WHERE (reading, ordinal) > (?, ?) ORDER BY reading, ordinal LIMIT ?"""
        while page := database.rows(sql, (*at, 10 * PAGE)):
            yield from page
            at = page[-1][:2]

    def of(self, number: int) -> list[Row]:
        """Return the rows of one reading; numbers are asked for in order."""
        found = []
        while self._next is not None and self._next[0] <= number:
            if self._next[0] == number:
                found.append(self._next)
            else:
                self._strays.append(self._next[:2])
            self._next = next(self._rows, None)
        return found

    def left(self) -> list[tuple[int, int]]:
        """Return what no reading asked for."""
        while self._next is not None:
            self._strays.append(self._next[:2])
            self._next = next(self._rows, None)
        return self._strays
