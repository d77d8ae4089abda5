"""An archive: originals, reports, readings, events and the ledger of all that was done."""

import getpass
import os
import uuid
from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self

import msgspec

from crossbearing.archive.database import NO_LIMIT, Database
from crossbearing.archive.events import Events, Since
from crossbearing.archive.judgements import Judgements
from crossbearing.archive.ledger import Clock, Ledger, utc_now
from crossbearing.archive.method import Method
from crossbearing.archive.opening import Where, opened
from crossbearing.archive.originals import Originals
from crossbearing.archive.query import Query
from crossbearing.archive.readings import Judged, Readings
from crossbearing.archive.reports import Reports, Taken
from crossbearing.archive.search import Found, Search
from crossbearing.archive.shelf import DAMAGED, Shelf
from crossbearing.archive.timestamps import Timestamps
from crossbearing.archive.trouble import ArchiveTrouble
from crossbearing.archive.withdrawn import Withdrawn
from crossbearing.intake import Received
from crossbearing.records import Claim, Event, Judgement, Picture, Reading, Report, apply_judgements

if TYPE_CHECKING:
    from crossbearing.archive.neighbours import Neighbours


class Counts(msgspec.Struct, frozen=True, kw_only=True):
    """How much an archive holds; readings and claims of the reader that was weighed last."""

    reports: int
    readings: int
    claims: int
    events: int
    entries: int


class Archive:
    """All that lasts. Every method that writes does so in one transaction, and returns when that is safe on the disk.

    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "cases") as archive:
    ...     archive.counts().reports
    0
    """

    def __init__(
        self, database: Database, originals: Originals, *, actor: str, writable: bool = True, clock: Clock = utc_now,
    ) -> None:
        self.actor = actor
        self.writable = writable
        self.database = database
        self.originals = originals
        self.ledger = Ledger(database, actor, clock)
        self.shelf = Shelf(database)
        self.search = Search(database)
        self.reports = Reports(database, self.ledger, originals, self.shelf, self.search)
        self.readings = Readings(database, self.ledger, self.shelf, self.search)
        self.judgements = Judgements(database, self.ledger)
        self.timestamps = Timestamps(database, self.ledger)
        self.events = Events(database, self.ledger, self.shelf, self.readings)

    @classmethod
    def open(
        cls, where: Where, *, read_only: bool = False, make: bool = True, actor: str | None = None,
        clock: Clock = utc_now,
    ) -> Self:
        """Open an archive; make one where there is none, if `make` is set and it is not only to be read.

        `where` is a folder or the URL of a PostgreSQL database (see `opened`).
        `actor` is who acts, as the ledger will say: by default `CROSSBEARING_ACTOR`, or the name of the account.
        Raises `ArchiveTrouble` where that cannot be done, with the reason and the way out.
        """
        database, originals = opened(where, read_only=read_only, make=make)
        archive = cls(database, originals, actor=actor or _account(), writable=not read_only, clock=clock)
        try:
            if not read_only:
                archive._found()
                archive.refresh_search()
            archive._check_originals()
        except BaseException:
            archive.close()
            raise
        return archive

    def _found(self) -> None:
        """Begin the ledger, with a name for the archive that no other has: two ledgers never share a beginning."""
        if self.ledger.head()[0]:
            return
        with self.database.transaction():
            if not self.ledger.head()[0]:
                self.ledger.append("found", {"originals_in": self.originals.packs.kind}, {"archive": str(uuid.uuid4())})

    def _check_originals(self) -> None:
        """Raise where the originals lie elsewhere than they are looked for: they would seem to be lost."""
        kind = self.originals.packs.kind
        try:
            found = self.ledger.last("found")
        except ArchiveTrouble:  # `verify` shall tell what else was tampered with
            return
        elsewhere = found is not None and found.inputs.get("originals_in", kind) != kind
        if elsewhere and next(self.originals.packs.names(), None) is None:
            in_folder = "its originals lie in a folder", "name that in the URL: postgresql://HOST/NAME?originals=FOLDER"
            in_database = "its originals are kept in the database", "leave `originals=` out of the URL"
            raise ArchiveTrouble(self.database.name, *(in_database if kind == "folder" else in_folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the archive."""
        self.database.close()

    def take_in(self, batch: Sequence[Received]) -> Taken:
        """Take in some reports with their originals; what is there already changes nothing and adds no ledger entry."""
        try:
            return self.reports.take_in(batch)
        except OSError as error:
            raise ArchiveTrouble(
                self.database.name, f"an original cannot be written: {error.strerror or error}",
                "make room, or give yourself the right to write there, and run this again: it goes on where it stopped",
            ) from error

    def record_readings(self, readings: Sequence[Reading], reader: Method) -> int:
        """Record what one version of a reader got out of some reports; return how many it had not read before."""
        return self.readings.record(readings, reader)

    def record_judgements(self, judgements: Sequence[Judgement]) -> int:
        """Record what people decided; return how much of it was new. It shows in the picture with the next weighing."""
        return self.judgements.record(judgements)

    def record_events(
        self, events: Iterable[Event | Withdrawn], inputs: dict[str, Any], since: Since | None = None,
        judged: Iterable[Judged] = (),
    ) -> bool:
        """Put the events of a weighing in the place of the last one's; false where it was from the same inputs.

        With `since`, of those that it touches. Raises `Outdated` where the archive changed meanwhile.
        """
        return self.events.record(events, inputs, since, judged)

    @property
    def reader(self) -> Method | None:
        """The version of a reader whose readings the events were weighed from, or that read last; null before any."""
        last = self.ledger.last("weigh") or self.ledger.last("read")
        return Method(name=last.inputs["reader"], version=last.inputs["version"]) if last else None

    def neighbours(self) -> "Neighbours":
        """Open what weighing remembers of this archive, beside it."""
        from crossbearing.archive.neighbours import Neighbours  # it brings the room of weighing with it

        return Neighbours(self.database.beside())

    def forget_neighbours(self) -> None:
        """Delete what weighing remembers, which holds words of reports; the next weighing begins anew."""
        self.database.forget_beside()

    def picture(self, query: Query | None = None) -> Picture:
        """Return all reports, the readings of the current reader as people judged them, and the events, in memory.

        With a query: the events that it finds, whole, with the reports that tell of them, and of the readings of these
        the claims that are in those events. Raises `ValueError` where the query asks for no word.
        """
        with self.database.snapshot():
            reader = self.reader
            reports = {report.id: report for report in self.reports.all()}
            readings = {r.report: r for r in self.readings.all(reader)} if reader else {}
            weighed = self.events.weighed_from()
            if weighed and weighed.get("judgements", {}).get("count"):
                from crossbearing.places.corrections import carry_corrections  # the room loads a parser

                judged = apply_judgements(self.judgements.all(weighed["judgements"]["count"]), readings)
                readings = carry_corrections(readings, judged.readings)
            picture = Picture(reports=reports, readings=readings, events=tuple(self.events.all()))
            return picture if query is None else picture.part({found.event for found in self.find(query)})

    def unfitting(self, old: Method, new: Method) -> tuple[Judgement, ...]:
        """Return the judgements that fit the readings of one version of a reader, and fit those of another no more."""
        judgements = self.judgements.all()
        about = {anchor.report for judgement in judgements for anchor in judgement.about}
        before, after = (
            {judgement.id for judgement in apply_judgements(judgements, readings).orphans}
            for readings in ({r.report: r for r in self.readings.all(m) if r.report in about} for m in (old, new))
        )
        return tuple(judgement for judgement in judgements if judgement.id in after - before)

    def claims(self, beginning: str) -> tuple[Claim, ...]:
        """Return the claims of the current reader whose id is this or begins with it, as they were read."""
        reader = self.reader
        found = self.readings.claims_like(beginning, self.readings.number(reader) or 0) if reader else ()
        return tuple(claim for claim in found if claim.id == beginning) or found

    def find(self, query: Query, limit: int = NO_LIMIT, offset: int = 0) -> list[Found]:
        """Return the claims that meet a query, in order of their events.

        Raises `ValueError` where the query asks for no word.
        """
        reader = self.reader
        number = self.readings.number(reader) if reader else None
        return self.search.find(query, number, limit, offset) if number else []

    def refresh_search(self) -> None:
        """Make the index for searching anew where another version of the software made it."""
        if self.search.is_current():
            return
        try:
            self.search.make_anew(self.reports.numbered(), self.readings.claims())
        except (*DAMAGED, msgspec.DecodeError) as error:
            raise ArchiveTrouble(
                self.database.name, f"a record that is to be indexed anew is damaged ({error})",
                "run `crossbearing verify` to see which, and look for a copy or a bundle",
            ) from error

    def stream(self) -> Iterator[tuple[Report, Reading | None]]:
        """Yield each report with its reading by the current reader (null where there is none yet), in order of id.

        Memory does not grow with the archive.
        """
        reader = self.reader
        readings = self.readings.all(reader) if reader else iter(())
        reading = next(readings, None)
        for report in self.reports.all():
            if reading is not None and reading.report == report.id:
                yield report, reading
                reading = next(readings, None)
            else:
                yield report, None

    def stored(self, part: Literal["reports", "readings", "judgements", "events"]) -> Iterator[bytes]:
        """Yield the JSON of each record of a table as its seal was taken of it, in the order of the ledger."""
        key, at = ("sorting", "") if part == "events" else ("number", -1)
        sql = f"SELECT {key}, body FROM {part} WHERE {key} > ? ORDER BY {key} LIMIT 200"  # noqa: S608 - our own names
        while page := self.database.rows(sql, (at,)):
            for _, body in page:
                yield body.encode() if part == "judgements" else self.shelf.unpack(body)
            at = page[-1][0]

    def originals_of_record(self) -> Iterator[tuple[str, str]]:
        """Yield the digest of each report's original, with that of its pack, in the order of the ledger."""
        at = 0
        sql = """SELECT p.number, p.original, k.digest FROM reports AS p JOIN packs AS k ON k.number = p.pack
          WHERE p.number > ? ORDER BY p.number LIMIT 500"""
        while page := self.database.rows(sql, (at,)):
            yield from ((original.hex(), pack.hex()) for _, original, pack in page)
            at = page[-1][0]

    def record_export(self, name: str, digest: str, asked: Query | None = None) -> None:
        """Record that something was written out: in which format, its SHA-256, and which query chose what is in it.

        Nothing is recorded in an archive that was opened only to be read.
        """
        if not self.writable:
            return
        inputs = {"query": msgspec.to_builtins(asked)} if asked else {}
        with self.database.transaction():
            self.ledger.append("export", inputs, {"format": name, "sha256": digest})

    def counts(self) -> Counts:
        """Return how much there is."""
        reader = self.reader
        languages = self.readings.languages(reader).values() if reader else ()
        (reports,), (events,), (entries,) = (
            self.database.rows(f"SELECT count(*) FROM {table}")[0]  # noqa: S608 - three names of our own
            for table in ("reports", "events", "ledger")
        )
        return Counts(
            reports=reports, events=events, entries=entries,
            readings=sum(reports for reports, _ in languages), claims=sum(claims for _, claims in languages),
        )


def _account() -> str:
    named = os.environ.get("CROSSBEARING_ACTOR")
    if named:
        return named
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return "unnamed"
