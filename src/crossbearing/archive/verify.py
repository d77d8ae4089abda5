"""Checks an archive against its own ledger: that nothing was altered, taken away or slipped in."""

from collections.abc import Callable, Iterable, Iterator
from itertools import zip_longest
from typing import Any

import msgspec

from crossbearing.archive import events as event_rows
from crossbearing.archive import judgements as judgement_rows
from crossbearing.archive import readings as reading_rows
from crossbearing.archive import reports as report_rows
from crossbearing.archive.archive import Archive
from crossbearing.archive.database import Database, Row
from crossbearing.archive.expected import Expected
from crossbearing.archive.ledger import BEGINNING, Entry
from crossbearing.archive.seal import seal_of_all, sha256
from crossbearing.archive.shelf import DAMAGED as UNPACKABLE
from crossbearing.archive.trouble import ArchiveTrouble
from crossbearing.records import Judgement

PAGE = 500
DAMAGED = (*UNPACKABLE, msgspec.DecodeError, TypeError, ValueError)
"""What unpacking and decoding changed bytes may raise."""


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Something that is not as the ledger says: what, and what is wrong with it.

    A fault that is only a `remark` (an original without a report, left by a run that was killed) breaks nothing.
    """

    what: str
    wrong: str
    remark: bool = False

    def __str__(self) -> str:
        return "".join(c if c.isprintable() else "\ufffd" for c in f"{self.what}: {self.wrong}")


def verify(archive: Archive, *, head: tuple[int, str] | None = None) -> Iterator[Fault]:
    """Yield everything that is wrong with an archive; nothing where all is as it was written.

    `head` is the number and hash of a ledger entry noted elsewhere (a bundle, a timestamp): with it, a ledger that was
    cut short or written anew as a whole is found too, which no archive can find in itself.
    """
    expected = Expected()
    with archive.database.snapshot():
        for check in (
            lambda: (Fault(what="database", wrong=told) for told in archive.database.faults()),
            lambda: _ledger(archive.database, expected, head),
            lambda: _dictionaries(archive.database),
            lambda: _packs(archive, expected),
            lambda: _reports(archive, expected),
            lambda: _readings(archive, expected),
            lambda: _read(archive.database, expected),
            lambda: _judgements(archive.database, expected),
            lambda: _events(archive, expected),
        ):
            yield from _guarded(check)


def _guarded(check: Callable[[], Iterable[Fault]]) -> Iterator[Fault]:
    """Go on with the other checks where the database is too damaged for one."""
    try:
        yield from check()
    except ArchiveTrouble as trouble:
        yield Fault(what="database", wrong=trouble.reason)
    except (TypeError, KeyError, AttributeError) as error:
        yield Fault(what="database", wrong=f"rows hold what was never written there ({error})")


def _ledger(database: Database, expected: Expected, head: tuple[int, str] | None) -> Iterator[Fault]:
    previous, before, seq = BEGINNING, "", 0
    noted = None
    for row in _pages(database, "SELECT seq, act, body, hash FROM ledger WHERE seq > ? ORDER BY seq LIMIT ?", 0):
        seq, act, body, hash_ = row
        what = f"ledger entry {seq}"
        if not isinstance(body, str) or sha256(body.encode("utf-8", "surrogatepass")) != hash_:
            yield Fault(what=what, wrong="its words do not fit its hash")
        try:
            entry = msgspec.json.decode(body, type=Entry)
        except DAMAGED:
            yield Fault(what=what, wrong="its words are no ledger entry")
            previous = hash_
            continue
        if entry.body() != body:
            yield Fault(what=what, wrong="its words are not as they were written")
        if (entry.seq, entry.act) != (seq, act):
            yield Fault(what=what, wrong=f"it was written as entry {entry.seq}, {entry.act}")
        if entry.previous != previous:
            yield Fault(what=what, wrong="it does not follow the entry before it: one was changed, moved or taken away")
        if entry.at < before:
            yield Fault(what=what, wrong=f"the clock went back, from {before} to {entry.at}", remark=True)
        noted = hash_ if head and seq == head[0] else noted
        previous, before = hash_, entry.at
        expected.add(entry)
    if seq == 0:
        yield Fault(what="ledger", wrong="it is empty")
    if head and noted != head[1]:
        yield Fault(what="ledger", wrong=f"entry {head[0]} is not the one that was noted: cut short or rewritten")


def _pages(database: Database, sql: str, first: Any) -> Iterator[Row]:
    """Yield the rows of a query in pages; its first column is the key, which the query asks for the rows after."""
    while page := database.rows(sql, (first, PAGE)):
        yield from page
        first = page[-1][0]


def _packs(archive: Archive, expected: Expected) -> Iterator[Fault]:
    waiting = dict(expected.packs)
    for number, digest, entry in archive.database.rows("SELECT number, digest, entry FROM packs"):
        name = digest.hex()
        what = f"pack {name}"
        if waiting.pop(name, None) != (number, entry):
            yield Fault(what=what, wrong="the ledger does not know it so")
        try:
            if sha256(archive.originals.packs.read(name)) != name:
                yield Fault(what=what, wrong="it was changed")
        except FileNotFoundError:
            yield Fault(what=what, wrong="it is gone")
        except OSError as error:
            yield Fault(what=what, wrong=f"it cannot be read: {error.strerror}")
    for name in waiting:
        yield Fault(what=f"pack {name}", wrong="its row is gone")
    for name in archive.originals.packs.names():
        if name not in expected.packs:
            yield Fault(what=f"pack {name}", wrong="no report came from it (a run was killed?)", remark=True)


def _reports(archive: Archive, expected: Expected) -> Iterator[Fault]:
    waiting = dict(expected.reports)
    packs = {number: digest.hex() for number, digest in archive.database.rows("SELECT number, digest FROM packs")}
    sql = """SELECT number, id, original, pack, published, outlet, seal, stored, body, entry FROM reports
      WHERE number > ? ORDER BY number LIMIT ?"""
    for row in _pages(archive.database, sql, 0):
        number, id_, original, pack, _, _, seal, _, stored, entry = row
        what = f"report {id_}"
        told = waiting.pop(id_, None)
        if told != (number, original.hex(), packs.get(pack), seal.hex(), entry):
            yield Fault(what=what, wrong="the ledger does not know it so")
        try:
            body = archive.shelf.unpack(stored)
            report = archive.reports.decode(stored)
            wanted = report_rows.row(number, report, pack, body, stored, entry)
        except DAMAGED:
            yield Fault(what=what, wrong="its stored form is damaged")
            continue
        if row != wanted:
            yield Fault(what=what, wrong="its row is not what was written")
        if pack in packs:
            yield from _original(archive, report.digest, packs[pack], what)
    for id_ in waiting:
        yield Fault(what=f"report {id_}", wrong="it is gone")


def _original(archive: Archive, digest: str, pack: str, what: str) -> Iterator[Fault]:
    try:
        archive.originals.get(digest, pack)
    except FileNotFoundError:
        yield Fault(what=f"original {digest} of {what}", wrong="it is gone")
    except ValueError:
        yield Fault(what=f"original {digest} of {what}", wrong="it was changed, or its pack was")
    except OSError as error:
        yield Fault(what=f"original {digest} of {what}", wrong=f"it cannot be read: {error.strerror}")


def _dictionaries(database: Database) -> Iterator[Fault]:
    for part, body, seal in database.rows("SELECT part, body, seal FROM dictionaries"):
        if sha256(body) != seal:
            yield Fault(what=f"dictionary of {part}", wrong="it was changed: what was packed with it cannot be read")


def _readings(archive: Archive, expected: Expected) -> Iterator[Fault]:
    ids: dict[int, str] = dict(archive.database.rows("SELECT number, id FROM reports"))
    terms = {name: number for number, name in archive.database.rows("SELECT number, name FROM terms")}
    sql = """SELECT number, report, reader, language, claims, seal, stored, body, entry FROM readings
      WHERE number > ? ORDER BY number LIMIT ?"""
    claims = _Claims(archive.database)
    waiting = dict(expected.readings)
    for row in _pages(archive.database, sql, 0):
        number, report, reader, _, _, seal, _, stored, entry = row
        what = f"reading {number} of report {ids.get(report)}"
        if waiting.pop((ids.get(report, ""), reader, seal.hex()), None) != (number, entry):
            yield Fault(what=what, wrong="the ledger does not know it so")
        try:
            body = archive.shelf.unpack(stored)
            reading = archive.readings.decode(stored)
        except DAMAGED:
            yield Fault(what=what, wrong="its stored form is damaged")
            continue
        if row != reading_rows.row(number, report, reader, reading, body, stored, entry):
            yield Fault(what=what, wrong="its row is not what was written")
        wanted = [reading_rows.claim_row(number, n, claim, terms.get) for n, claim in enumerate(reading.claims)]
        for ordinal, (found, want) in enumerate(zip_longest(claims.of(number), wanted)):
            if found != want:
                wrong = "it is gone" if found is None else "no reader wrote it" if want is None else "it was changed"
                yield Fault(what=f"claim {ordinal + 1} of {what}", wrong=wrong)
    for (report, _, _), (number, _) in waiting.items():
        yield Fault(what=f"reading {number} of report {report}", wrong="it is gone")
    for number, _ in claims.left():
        yield Fault(what=f"a claim of reading {number}", wrong="there is no such reading")


def _read(database: Database, expected: Expected) -> Iterator[Fault]:
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
                    yield Fault(what=f"reading of report {ids.get(report)}", wrong="the ledger does not know it so")
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


def _judgements(database: Database, expected: Expected) -> Iterator[Fault]:
    waiting = dict(expected.judgements)
    wanted = set()
    sql = "SELECT number, id, seal, body, entry FROM judgements WHERE number > ? ORDER BY number LIMIT ?"
    for number, id_, seal, body, entry in _pages(database, sql, 0):
        what = f"judgement {id_}"
        if waiting.pop(id_, None) != (number, seal.hex(), entry) or sha256(body.encode()) != seal.hex():
            yield Fault(what=what, wrong="the ledger does not know it so")
        try:
            judgement = msgspec.json.decode(body, type=Judgement)
        except DAMAGED:
            yield Fault(what=what, wrong="its words are no judgement")
            continue
        wanted |= set(judgement_rows.judged_rows(number, judgement))
    for id_ in waiting:
        yield Fault(what=f"judgement {id_}", wrong="it is gone")
    found = {(report, number) for report, number in database.rows("SELECT report, judgement FROM judged")}
    for report, number in sorted(found ^ wanted, key=str):
        yield Fault(what=f"judgement number {number} on report {report}", wrong="how it is found was changed")


def _events(archive: Archive, expected: Expected) -> Iterator[Fault]:
    sql = """SELECT ordinal, id, kind, happened, responsible, seal, stored, body FROM events
      WHERE ordinal > ? ORDER BY ordinal LIMIT ?"""
    seals: list[str] = []
    claims: dict[str, int] = {}
    for at, row in enumerate(_pages(archive.database, sql, -1)):
        ordinal, stored = row[0], row[7]
        what = f"event {row[1]}"
        if ordinal != at:
            yield Fault(what=what, wrong=f"it stands in place {ordinal + 1}, not {at + 1}: one is gone or was added")
        try:
            body = archive.shelf.unpack(stored)
            event = archive.events.decode(stored)
        except DAMAGED:
            yield Fault(what=what, wrong="its stored form is damaged")
            continue
        if row != event_rows.row(ordinal, event, body, stored):
            yield Fault(what=what, wrong="its row is not what was written")
        seals.append(sha256(body))
        claims.update((claim.id, ordinal) for claim in event.claims)
    weighed = expected.weighed or {"events": 0, "seal": seal_of_all(())}
    if (len(seals), seal_of_all(seals)) != (weighed["events"], weighed["seal"]):
        yield Fault(what="events", wrong=f"they are not the {weighed['events']} of the last weighing in the ledger")
    yield from _told(archive, claims)


def _told(archive: Archive, claims: dict[str, int]) -> Iterator[Fault]:
    """Compare which claims the events are made of with the table by which a search finds that."""
    reader = archive.reader
    there = archive.readings.places_of_claims(reader) if reader else iter(())
    try:
        wanted = {(reading, ordinal): claims[claim] for claim, reading, ordinal in there if claim in claims}
    except DAMAGED:  # told above
        return
    found = {(r, o): event for r, o, event in archive.database.rows("SELECT reading, ordinal, event FROM told")}
    if found != wanted:
        yield Fault(what="events", wrong="which claims they are made of is not as a search would find it")
