"""The archive's readings: what each reader got out of each report, with a row for each claim to find it by."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.ledger import Ledger
from crossbearing.archive.method import Method
from crossbearing.archive.reading_rows import claim_row, keys, row
from crossbearing.archive.seal import content, raw, sha256
from crossbearing.archive.search import Search
from crossbearing.archive.shelf import Shelf
from crossbearing.records import Claim, Reading

PAGE = 200
"""Readings that are fetched at a time."""

BY_READER = "read AS b JOIN readings AS r ON r.number = b.reading WHERE b.reader = ?"

class Judged(NamedTuple):
    """A claim as people judged it: its report, its place in the reading, what it says now, whether it is rejected."""

    report: str
    ordinal: int
    claim: Claim
    rejected: bool


class Readings:
    """The tables of readers, readings and claims.

    A reading stands there once, however many versions of its reader came to it; `read` says which came to which.
    """

    def __init__(self, database: Database, ledger: Ledger, shelf: Shelf, search: Search) -> None:
        self._database = database
        self._ledger = ledger
        self._shelf = shelf
        self._search = search

    def record(self, readings: Sequence[Reading], reader: Method) -> int:
        """Record what a reader got out of some reports, in one transaction; return how many it had not read before.

        Raises `KeyError` where a report was never taken in.
        """
        bodies = [(reading, content(reading)) for reading in readings]
        with self._database.transaction():
            number = self.number(reader)
            numbered = [(self._report(reading.report), reading, body) for reading, body in bodies]
            fresh = [each for each in numbered if number is None or not self._has_read(number, each[0])]
            if fresh:
                entry = self._ledger.append(
                    "read", {"reader": reader.name, "version": reader.version},
                    {"readings": [{"report": r.report, "seal": sha256(body)} for _, r, body in fresh]},
                )
                self._shelf.learn("readings")
                self._insert(fresh, number or self._add(reader), reader.name, entry)
        return len(fresh)

    def number(self, reader: Method) -> int | None:
        """Return the number of one version of a reader; null where it has read nothing here."""
        sql = "SELECT number FROM readers WHERE name = ? AND version = ?"
        found = self._database.row(sql, (reader.name, reader.version))
        return int(found[0]) if found else None

    def _report(self, id_: str) -> int:
        found = self._database.row("SELECT number FROM reports WHERE id = ?", (id_,))
        if found is None:
            raise KeyError(f"the report {id_} was never taken in")
        return int(found[0])

    def _add(self, reader: Method) -> int:
        number = self._next("readers")
        values = (number, reader.name, reader.version)
        self._database.execute("INSERT INTO readers (number, name, version) VALUES (?, ?, ?)", values)
        return number

    def _next(self, table: str) -> int:
        (highest,) = self._database.rows(f"SELECT coalesce(max(number), 0) FROM {table}")[0]  # noqa: S608
        return int(highest) + 1

    def _has_read(self, reader: int, report: int) -> bool:
        return self._database.row("SELECT 1 FROM read WHERE reader = ? AND report = ?", (reader, report)) is not None

    def _insert(self, fresh: Sequence[tuple[int, Reading, bytes]], reader: int, name: str, entry: int) -> None:
        following = self._next("readings")
        for report, reading, body in fresh:
            sql = "SELECT number FROM readings WHERE report = ? AND reader = ? AND seal = ?"
            there = self._database.row(sql, (report, name, raw(sha256(body))))
            number = there[0] if there else following
            if not there:
                following += 1
                self._insert_one(number, report, name, reading, body, entry)
            values = (reader, report, number, entry)
            self._database.execute("INSERT INTO read (reader, report, reading, entry) VALUES (?, ?, ?, ?)", values)

    def _insert_one(self, number: int, report: int, name: str, reading: Reading, body: bytes, entry: int) -> None:
        self._database.execute(
            "INSERT INTO readings (number, report, reader, language, claims, seal, stored, body, entry)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            row(number, report, name, reading, body, self._shelf.pack("readings", body), entry),
        )
        self._database.execute_many(
            "INSERT INTO claims (reading, ordinal, key, kind, certainty, lat, lon, earliest, latest)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (claim_row(number, ordinal, claim, self._term) for ordinal, claim in enumerate(reading.claims)),
        )
        self._search.add_claims(number, reading.claims)

    def _term(self, name: str) -> int:
        """Return the number of a word of the ontology, giving it one where it has none."""
        found = self._database.row("SELECT number FROM terms WHERE name = ?", (name,))
        if found:
            return int(found[0])
        number = self._next("terms")
        self._database.execute("INSERT INTO terms (number, name) VALUES (?, ?)", (number, name))
        return number

    def put_judged(self, reader: Method, judged: Iterable[Judged], changed: Collection[str] | None) -> None:
        """Index claims as people judged them in the place of those of changed reports (null: of all)."""
        number = self.number(reader) or 0
        sql = "SELECT b.reading FROM read AS b JOIN reports AS p ON p.number = b.report WHERE b.reader = ? AND p.id = ?"
        if changed is None:
            self._database.execute("DELETE FROM judged_claims")
        for report in changed or ():
            self._database.execute(f"DELETE FROM judged_claims WHERE reading IN ({sql})", (number, report))  # noqa: S608
        rows = []
        for each in judged:
            ((reading,),) = self._database.rows(sql, (number, each.report))
            at, ordinal, key, kind, *rest = claim_row(reading, each.ordinal, each.claim, self._term)
            rows.append(((at, ordinal, key, None if each.rejected else kind, *rest), each.claim))
        self._search.add_judged(rows)

    def unread(self, reader: Method) -> list[str]:
        """Return the ids of all reports that this version of a reader has not read yet, in order."""
        sql = """SELECT id FROM reports WHERE NOT EXISTS
          (SELECT 1 FROM read WHERE reader = ? AND report = reports.number) ORDER BY id"""
        return [str(id_) for (id_,) in self._database.rows(sql, (self.number(reader) or 0,))]

    def claims(self) -> Iterator[tuple[int, Sequence[Claim]]]:
        """Yield the claims of every reading by any reader, with the reading's number, in order of number."""
        last = 0
        sql = "SELECT number, body FROM readings WHERE number > ? ORDER BY number LIMIT ?"
        while page := self._database.rows(sql, (last, PAGE)):
            for number, body in page:
                yield number, self.decode(body).claims
            last = page[-1][0]

    def claims_like(self, beginning: str, reader: int) -> tuple[Claim, ...]:
        """Return the claims of one version of a reader whose id is this or begins with it, in order of id."""
        sql = """SELECT r.body, c.ordinal FROM claims AS c JOIN readings AS r ON r.number = c.reading
          JOIN read AS b ON b.reader = ? AND b.report = r.report AND b.reading = r.number
          WHERE c.key BETWEEN ? AND ? LIMIT 50"""
        rows = self._database.rows(sql, (reader, *keys(beginning)))
        found = [self.decode(body).claims[ordinal] for body, ordinal in rows]
        return tuple(sorted((claim for claim in found if claim.id.startswith(beginning)), key=lambda claim: claim.id))

    def places_of(self, reader: Method, claims: Iterable[str]) -> dict[str, list[tuple[int, int]]]:
        """Return for each of these claims of one version of a reader the number of its reading and its place in it.

        More than one where a reader gave two claims of a report one id.
        """
        found: dict[str, list[tuple[int, int]]] = {}
        feed = iter(claims)
        while some := set(islice(feed, PAGE)):
            by_key: dict[int, list[str]] = {}
            for claim in some:
                by_key.setdefault(keys(claim)[0], []).append(claim)
            for key, places in self._under(by_key, reader).items():
                if len(by_key[key]) == len(places) == 1:
                    found[by_key[key][0]] = places
                    continue
                for reading, ordinal in places:
                    claim = self.at(reading).claims[ordinal].id
                    if claim in some:
                        found.setdefault(claim, []).append((reading, ordinal))
        return found

    def _under(self, keys: Collection[int], reader: Method) -> dict[int, list[tuple[int, int]]]:
        marks = ",".join("?" * len(keys))
        sql = f"""SELECT c.key, c.reading, c.ordinal FROM claims AS c CROSS JOIN readings AS r ON r.number = c.reading
          CROSS JOIN read AS b ON b.reader = ? AND b.report = r.report AND b.reading = c.reading
          WHERE c.key IN ({marks})"""  # noqa: S608 - question marks only
        places: dict[int, list[tuple[int, int]]] = {}
        for key, reading, ordinal in self._database.rows(sql, (self.number(reader) or 0, *keys)):
            places.setdefault(key, []).append((reading, ordinal))
        return places

    def places_of_claims(self, reader: Method) -> Iterator[tuple[str, int, int]]:
        """Yield the id of each claim of one version of a reader, the number of its reading and its place in it."""
        last = 0
        sql = f"SELECT r.number, r.body FROM {BY_READER} AND r.number > ? ORDER BY r.number LIMIT ?"  # noqa: S608
        number = self.number(reader) or 0
        while page := self._database.rows(sql, (number, last, PAGE)):
            for reading, body in page:
                for ordinal, claim in enumerate(self.decode(body).claims):
                    yield claim.id, reading, ordinal
            last = page[-1][0]

    def at(self, number: int) -> Reading:
        """Return a reading by its number."""
        (body,) = self._database.rows("SELECT body FROM readings WHERE number = ?", (number,))[0]
        return self.decode(body)

    def all(self, reader: Method) -> Iterator[Reading]:
        """Yield the readings of one version of a reader, in order of report."""
        last = ""
        sql = """SELECT p.id, r.body FROM reports AS p JOIN read AS b ON b.reader = ? AND b.report = p.number
          JOIN readings AS r ON r.number = b.reading WHERE p.id > ? ORDER BY p.id LIMIT ?"""
        number = self.number(reader) or 0
        while page := self._database.rows(sql, (number, last, PAGE)):
            for _, body in page:
                yield self.decode(body)
            last = page[-1][0]

    def readers(self) -> list[Method]:
        """Return every version of every reader that has read here, in the order of their first reading."""
        rows = self._database.rows("SELECT name, version FROM readers ORDER BY number")
        return [Method(name=name, version=version) for name, version in rows]

    def that_differ(self, old: Method, new: Method) -> Iterator[tuple[Reading, Reading]]:
        """Yield both readings of each report that two versions read otherwise, in order of report.

        Reports that only one of them has read are left out.
        """
        sql = """SELECT p.id, x.body, y.body FROM reports AS p JOIN read AS a ON a.reader = ? AND a.report = p.number
          JOIN read AS b ON b.reader = ? AND b.report = p.number AND b.reading <> a.reading
          JOIN readings AS x ON x.number = a.reading JOIN readings AS y ON y.number = b.reading
          WHERE p.id > ? ORDER BY p.id LIMIT ?"""
        last = ""
        numbers = self.number(old) or 0, self.number(new) or 0
        while page := self._database.rows(sql, (*numbers, last, PAGE)):
            for _, before, after in page:
                yield self.decode(before), self.decode(after)
            last = page[-1][0]

    def some(self, reader: Method, ids: Sequence[str]) -> Iterator[Reading]:
        """Yield what one version of a reader read in some reports, in order of report."""
        number = self.number(reader) or 0
        for at in range(0, len(ids), PAGE):
            some = ids[at:at + PAGE]
            marks = ",".join("?" * len(some))
            sql = f"""SELECT r.body FROM reports AS p JOIN read AS b ON b.reader = ? AND b.report = p.number
              JOIN readings AS r ON r.number = b.reading WHERE p.id IN ({marks}) ORDER BY p.id"""  # noqa: S608
            for (body,) in self._database.rows(sql, (number, *some)):
                yield self.decode(body)

    def read_by(self, reader: Method, after: int = 0) -> list[str]:
        """Return the ids of the reports that one version of a reader has read after a ledger entry, by date and id.

        Those without a date come first, in every kind of database.
        """
        sql = """SELECT p.id FROM read AS b CROSS JOIN reports AS p ON p.number = b.report
          WHERE b.reader = ? AND b.entry > ? ORDER BY p.published IS NOT NULL, p.published, p.id"""
        return [str(id_) for (id_,) in self._database.rows(sql, (self.number(reader) or 0, after))]

    def extent(self, reader: Method) -> dict[str, int]:
        """Return how many reports one version of a reader has read, and which ledger entry tells of the last of them.

        With the ledger, which names the seal of each reading, that says what they all are.
        """
        sql = "SELECT count(*), coalesce(max(entry), 0) FROM read WHERE reader = ?"
        ((count, entry),) = self._database.rows(sql, (self.number(reader) or 0,))
        return {"count": count, "entry": entry}

    def languages(self, reader: Method) -> dict[str | None, tuple[int, int]]:
        """Return for each language that was found how many reports there are in it, and how many claims they hold."""
        # PostgreSQL's sum of whole numbers is none by itself.
        found = "SELECT r.language, count(*), CAST(sum(r.claims) AS BIGINT)"
        sql = f"{found} FROM {BY_READER} GROUP BY r.language"
        rows = self._database.rows(sql, (self.number(reader) or 0,))
        return {language: (reports, claims) for language, reports, claims in rows}

    def decode(self, stored: bytes) -> Reading:
        """Return the reading of a stored body."""
        return msgspec.json.decode(self._shelf.unpack(stored), type=Reading)
