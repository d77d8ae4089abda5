"""The archive's reports: taken in once each, never changed."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import Any

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.ledger import Ledger
from crossbearing.archive.originals import Originals, Pack
from crossbearing.archive.seal import content, raw, sha256, stored_digest
from crossbearing.archive.search import Search
from crossbearing.archive.shelf import Shelf
from crossbearing.intake import Received
from crossbearing.records import Report

PAGE = 200
"""Reports that are fetched at a time."""


class Taken(msgspec.Struct, frozen=True, kw_only=True):
    """What came of taking in some reports: the ids that are new, how many were there already, and what was renamed.

    `expunged` counts those that were taken away for good before, and stay away. `renamed` pairs the id that a report
    came with and the one it has, where another report had the first already.
    """

    new: tuple[str, ...] = ()
    known: int = 0
    expunged: int = 0
    renamed: tuple[tuple[str, str], ...] = ()


class Reports:
    """The tables of reports and packs, with the originals beside them."""

    def __init__(
        self, database: Database, ledger: Ledger, originals: Originals, shelf: Shelf, search: Search,
    ) -> None:
        self._database = database
        self._ledger = ledger
        self._originals = originals
        self._shelf = shelf
        self._search = search

    def take_in(self, batch: Sequence[Received]) -> Taken:
        """Take in some reports in one transaction; return when they are safe on the disk.

        One that is there already changes nothing, and one that was expunged stays away. Another report under an id that
        is taken gets that id with `@` and the beginning of its digest: neither is lost, whichever came first.
        """
        staying = [got for got in batch if not self._is_expunged(got.report.digest)]
        new, known, renamed = self._sort(staying)
        expunged = len(batch) - len(staying)
        if not new:
            return Taken(known=known, expunged=expunged)
        put = self._pack(new.values())
        pack: Pack | None = put
        with self._database.transaction():
            there = self._seals(new)  # another process may have been faster, or have expunged one meanwhile
            fresh = [
                got for id_, got in new.items() if id_ not in there and not self._is_expunged(got.report.digest)
            ]  # fmt: skip
            if len(fresh) < len(new):
                # A pack holds what is of record in it and nothing else, so that whoever is expunged is in no other.
                left, pack = put.digest, self._pack(fresh) if fresh else None
                if left != (pack and pack.digest) and not self._is_of_record(left):
                    self._originals.remove(left)
            if pack:
                self._insert(fresh, pack.digest)
        ids = tuple(got.report.id for got in fresh)
        gone = sum(self._is_expunged(got.report.digest) for got in new.values()) if len(fresh) < len(new) else 0
        return Taken(
            new=ids, known=known + len(new) - len(fresh) - gone, expunged=expunged + gone,
            renamed=tuple(p for p in renamed if p[1] in ids),
        )

    def _pack(self, batch: Iterable[Received]) -> Pack:
        return self._originals.put([(got.report.digest, got.original) for got in batch])

    def _is_of_record(self, pack: str) -> bool:
        return self._database.row("SELECT 1 FROM packs WHERE digest = ?", (raw(pack),)) is not None

    def _is_expunged(self, digest: str) -> bool:
        return self._database.row("SELECT 1 FROM expunged WHERE digest = ?", (raw(digest),)) is not None

    def _sort(self, batch: Sequence[Received]) -> tuple[dict[str, Received], int, list[tuple[str, str]]]:
        """Tell new reports, by their id, from those that are there already."""
        new: dict[str, Received] = {}
        renamed = []
        there = self._seals(got.report.id for got in batch)
        known = 0
        for got in batch:
            report = got.report
            other = self._other(report, there, new)
            if other is not None and not _same(report, other):
                id_ = f"{report.id}@{report.digest[:8]}"
                note = f"it came as {report.id}, under which another report was taken in before"
                report = msgspec.structs.replace(report, id=id_, notes=(*report.notes, note))
                renamed.append((got.report.id, id_))
                other = new[id_].report if id_ in new else self.get(id_)
            if other is None:
                new[report.id] = msgspec.structs.replace(got, report=report)
            else:
                known += 1
        return new, known, renamed

    def _other(self, report: Report, there: dict[str, bytes], new: dict[str, Received]) -> Report | None:
        """Return the report that has this one's id already; without unpacking it, where it is the very same."""
        if report.id in new:
            return new[report.id].report
        if report.id not in there:
            return None
        return report if there[report.id] == raw(sha256(content(report))) else self.get(report.id)

    def _seals(self, ids: Iterable[str]) -> dict[str, bytes]:
        asked = list(ids)
        found: dict[str, bytes] = {}
        for at in range(0, len(asked), PAGE):
            some = asked[at:at + PAGE]
            marks = ",".join("?" * len(some))
            found |= dict(self._database.rows(f"SELECT id, seal FROM reports WHERE id IN ({marks})", some))  # noqa: S608
        return found

    def _insert(self, fresh: Sequence[Received], pack: str) -> None:
        bodies = {got.report.id: content(got.report) for got in fresh}
        entry = self._ledger.append(
            "take in",
            {"originals": [_origin(got) for got in fresh], "pack": pack},
            {"reports": [{"id": id_, "seal": sha256(body)} for id_, body in bodies.items()]},
        )
        (in_pack,) = self._database.rows("SELECT coalesce(max(number), 0) + 1 FROM packs")[0]
        values = (in_pack, raw(pack), entry)
        self._database.execute("INSERT INTO packs (number, digest, entry) VALUES (?, ?, ?)", values)
        (following,) = self._database.rows("SELECT coalesce(max(number), 0) + 1 FROM reports")[0]
        numbered = [(number, got.report) for number, got in enumerate(fresh, following)]
        self._shelf.learn("reports")
        self._database.execute_many(
            "INSERT INTO reports (number, id, original, pack, published, outlet, seal, stored, body, entry)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                row(number, report, in_pack, body, self._shelf.pack("reports", body), entry)
                for number, report in numbered for body in (bodies[report.id],)
            ),
        )
        self._search.add_reports(numbered)

    def get(self, id_: str) -> Report | None:
        """Return one report, or null."""
        found = self._database.row("SELECT body FROM reports WHERE id = ?", (id_,))
        return self.decode(found[0]) if found else None

    def original(self, id_: str) -> bytes:
        """Return the bytes that a report came from.

        Raises `KeyError` where there is no such report, `FileNotFoundError` or `ValueError` where its original is gone
        or was changed.
        """
        sql = "SELECT p.original, k.digest FROM reports AS p JOIN packs AS k ON k.number = p.pack WHERE p.id = ?"
        found = self._database.row(sql, (id_,))
        if found is None:
            raise KeyError(id_)
        return self._originals.get(found[0].hex(), found[1].hex())

    def numbered(self) -> Iterator[tuple[int, Report]]:
        """Yield every report with its number, in order of number."""
        last = 0
        sql = "SELECT number, body FROM reports WHERE number > ? ORDER BY number LIMIT ?"
        while page := self._database.rows(sql, (last, PAGE)):
            for number, body in page:
                yield number, self.decode(body)
            last = page[-1][0]

    def count(self) -> int:
        """Return how many reports there are."""
        return int(self._database.rows("SELECT count(*) FROM reports")[0][0])

    def some(self, ids: Sequence[str]) -> Iterator[Report]:
        """Yield the reports with these ids, in their order, a page at a time."""
        for at in range(0, len(ids), PAGE):
            some = ids[at:at + PAGE]
            marks = ",".join("?" * len(some))
            sql = f"SELECT id, body FROM reports WHERE id IN ({marks})"  # noqa: S608 - question marks only
            bodies: dict[str, bytes] = dict(self._database.rows(sql, some))
            yield from (self.decode(bodies[id_]) for id_ in some)

    def all(self) -> Iterator[Report]:
        """Yield every report in order of id."""
        last = ""
        sql = "SELECT id, body FROM reports WHERE id > ? ORDER BY id LIMIT ?"
        while page := self._database.rows(sql, (last, PAGE)):
            for _, body in page:
                yield self.decode(body)
            last = page[-1][0]

    def decode(self, stored: bytes) -> Report:
        """Return the report of a stored body."""
        return msgspec.json.decode(self._shelf.unpack(stored), type=Report)


def row(number: int, report: Report, pack: int, body: bytes, stored: bytes, entry: int) -> tuple[Any, ...]:
    """Return the row of a report in the order of the table's columns."""
    published = report.published.isoformat() if report.published else None
    return (
        number, report.id, raw(report.digest), pack, published, report.outlet, raw(sha256(body)), stored_digest(stored),
        stored, entry,
    )


def _origin(got: Received) -> dict[str, Any]:
    """Where a report came from: the name of its file without its folders, which tell of the machine."""
    origin: dict[str, Any] = {"sha256": got.report.digest, "bytes": len(got.original), "file": PurePath(got.file).name}
    return origin if got.line is None else {**origin, "line": got.line}


def _same(a: Report, b: Report) -> bool:
    """Whether two reports under one id are one: the same bytes, or the same in all that was given of them."""
    told = ("text", "title", "published", "outlet", "url", "language")
    return a.digest == b.digest or all(getattr(a, name) == getattr(b, name) for name in told)
