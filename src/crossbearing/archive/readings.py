"""The archive's readings: what each reader got out of each report, with a row for each claim to find it by."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.ledger import Ledger
from crossbearing.archive.method import Method
from crossbearing.archive.seal import content, pack, seal_of_all, sha256, stored_digest, unpack
from crossbearing.archive.search import Search
from crossbearing.records import Claim, Reading

PAGE = 200
"""Readings that are fetched at a time."""

BY_READER = "read AS b JOIN readings AS r ON r.number = b.reading WHERE b.reader = ?"


class Readings:
    """The tables of readers, readings and claims.

    A reading stands there once, however many versions of its reader came to it; `read` says which came to which.
    """

    def __init__(self, database: Database, ledger: Ledger, search: Search) -> None:
        self._database = database
        self._ledger = ledger
        self._search = search

    def record(self, readings: Sequence[Reading], reader: Method) -> int:
        """Record what a reader got out of some reports, in one transaction; return how many it had not read before."""
        bodies = [(reading, content(reading)) for reading in readings]
        with self._database.transaction():
            number = self.number(reader)
            fresh = [(r, body) for r, body in bodies if number is None or not self._has_read(number, r.report)]
            if fresh:
                entry = self._ledger.append(
                    "read", {"reader": reader.name, "version": reader.version},
                    {"readings": [{"report": r.report, "seal": sha256(body)} for r, body in fresh]},
                )
                self._insert(fresh, number or self._add(reader), reader.name, entry)
        return len(fresh)

    def number(self, reader: Method) -> int | None:
        """Return the number of one version of a reader; null where it has read nothing here."""
        sql = "SELECT number FROM readers WHERE name = ? AND version = ?"
        found = self._database.row(sql, (reader.name, reader.version))
        return int(found[0]) if found else None

    def _add(self, reader: Method) -> int:
        number = self._next("readers")
        values = (number, reader.name, reader.version)
        self._database.execute("INSERT INTO readers (number, name, version) VALUES (?, ?, ?)", values)
        return number

    def _next(self, table: str) -> int:
        (highest,) = self._database.rows(f"SELECT coalesce(max(number), 0) FROM {table}")[0]  # noqa: S608
        return int(highest) + 1

    def _has_read(self, reader: int, report: str) -> bool:
        return self._database.row("SELECT 1 FROM read WHERE reader = ? AND report = ?", (reader, report)) is not None

    def _insert(self, fresh: Sequence[tuple[Reading, bytes]], reader: int, name: str, entry: int) -> None:
        following = self._next("readings")
        for reading, body in fresh:
            sql = "SELECT number FROM readings WHERE report = ? AND reader = ? AND seal = ?"
            there = self._database.row(sql, (reading.report, name, sha256(body)))
            number = there[0] if there else following
            if not there:
                following += 1
                self._insert_one(number, name, reading, body, entry)
            self._database.execute(
                "INSERT INTO read (reader, report, reading, entry) VALUES (?, ?, ?, ?)",
                (reader, reading.report, number, entry),
            )

    def _insert_one(self, number: int, name: str, reading: Reading, body: bytes, entry: int) -> None:
        self._database.execute(
            "INSERT INTO readings (number, report, reader, language, claims, seal, stored, body, entry)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row(number, name, reading, body, pack(body), entry),
        )
        self._database.execute_many(
            "INSERT INTO claims (reading, ordinal, id, kind, certainty, place, lat, lon, earliest, latest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (claim_row(number, ordinal, claim) for ordinal, claim in enumerate(reading.claims)),
        )
        self._search.add_claims(number, reading.claims)

    def unread(self, reader: Method) -> list[str]:
        """Return the ids of all reports that this version of a reader has not read yet, in order."""
        sql = """SELECT id FROM reports WHERE NOT EXISTS
          (SELECT 1 FROM read WHERE reader = ? AND report = reports.id) ORDER BY id"""
        return [str(id_) for (id_,) in self._database.rows(sql, (self.number(reader) or 0,))]

    def claims(self) -> Iterator[tuple[int, Sequence[Claim]]]:
        """Yield the claims of every reading by any reader, with the reading's number, in order of number."""
        last = 0
        while page := self._database.rows(
            "SELECT number, body FROM readings WHERE number > ? ORDER BY number LIMIT ?", (last, PAGE),
        ):
            for number, body in page:
                yield number, decode(body).claims
            last = page[-1][0]

    def claims_by_id(self, first: str, last: str, reader: int) -> tuple[Claim, ...]:
        """Return the claims of one version of a reader whose ids lie between two (both included), in order of id."""
        sql = """SELECT r.body, c.ordinal FROM claims AS c JOIN read AS b ON b.reading = c.reading AND b.reader = ?
          JOIN readings AS r ON r.number = c.reading WHERE c.id BETWEEN ? AND ? ORDER BY c.id LIMIT 50"""
        return tuple(decode(body).claims[ordinal] for body, ordinal in self._database.rows(sql, (reader, first, last)))

    def all(self, reader: Method) -> Iterator[Reading]:
        """Yield the readings of one version of a reader, in order of report."""
        last = ""
        sql = f"SELECT b.report, r.body FROM {BY_READER} AND b.report > ? ORDER BY b.report LIMIT ?"  # noqa: S608
        number = self.number(reader) or 0
        while page := self._database.rows(sql, (number, last, PAGE)):
            for _, body in page:
                yield decode(body)
            last = page[-1][0]

    def digest(self, reader: Method) -> str:
        """Return one digest of all readings of one version of a reader, and of their reports."""
        sql = """SELECT p.seal, r.seal FROM read AS b JOIN readings AS r ON r.number = b.reading
          JOIN reports AS p ON p.id = b.report WHERE b.reader = ? ORDER BY b.report"""
        pairs = self._database.rows(sql, (self.number(reader) or 0,))
        return seal_of_all(f"{report} {reading}" for report, reading in pairs)

    def languages(self, reader: Method) -> dict[str | None, tuple[int, int]]:
        """Return for each language that was found how many reports there are in it, and how many claims they hold."""
        sql = f"SELECT r.language, count(*), sum(r.claims) FROM {BY_READER} GROUP BY r.language"  # noqa: S608
        rows = self._database.rows(sql, (self.number(reader) or 0,))
        return {language: (reports, claims) for language, reports, claims in rows}


def row(number: int, reader: str, reading: Reading, body: bytes, stored: bytes, entry: int) -> tuple[Any, ...]:
    """Return the row of a reading in the order of the table's columns."""
    return (
        number, reading.report, reader, reading.language, len(reading.claims), sha256(body), stored_digest(stored),
        stored, entry,
    )


def claim_row(number: int, ordinal: int, claim: Claim) -> tuple[Any, ...]:
    """Return the row of a claim in the order of the table's columns."""
    where, when = claim.where, claim.when
    return (
        number, ordinal, claim.id, claim.type, claim.certainty,
        where.place_id if where else None, where.lat if where else None, where.lon if where else None,
        when.earliest.isoformat() if when and when.earliest else None,
        when.latest.isoformat() if when and when.latest else None,
    )


def decode(stored: bytes) -> Reading:
    """Return the reading of a stored body."""
    return msgspec.json.decode(unpack(stored), type=Reading)
