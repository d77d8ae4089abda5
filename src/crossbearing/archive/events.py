"""The archive's events: those of the last weighing, with what they were weighed from."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.event_rows import seal_of_events
from crossbearing.archive.ledger import Ledger
from crossbearing.archive.method import Method
from crossbearing.archive.readings import Judged, Readings
from crossbearing.archive.shelf import Shelf
from crossbearing.archive.withdrawn import Withdrawn
from crossbearing.records import Event

MOVES_TOLD = 1000
"""Merges, and splits, of one weighing that the ledger names; where the method changed there may be very many."""
LAST = "\U0010ffff"
"""The character that every other stands before."""
PAGE = 200
"""Events that are fetched at a time."""


class Outdated(Exception):  # noqa: N818 - it tells of a state, and whoever weighs begins again
    """The archive changed while events were weighed, or a report that they tell of was expunged: weigh them again."""


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """What a weighing went on from: what the events before were weighed from, and the reports that changed since."""

    weighed_from: dict[str, Any]
    changed: frozenset[str]


class Events:
    """The table of events."""

    def __init__(self, database: Database, ledger: Ledger, shelf: Shelf, readings: Readings) -> None:
        self._database = database
        self._ledger = ledger
        self._shelf = shelf
        self._readings = readings

    def get(self, id_: str) -> Event | None:
        """Return one event by its id, or by one that it had in an earlier weighing; null where no event has it."""
        seen: set[str] = set()
        while id_ not in seen:
            seen.add(id_)
            found = self._database.row("SELECT body FROM events WHERE id = ?", (id_,))
            if found:
                return self.decode(found[0])
            moved = self._database.row("SELECT new FROM redirects WHERE old = ?", (id_,))
            id_ = str(moved[0]) if moved else id_
        return None

    def weighed_from(self) -> dict[str, Any] | None:
        """Return what the events that are there were weighed from, as recorded.

        Null before the first weighing, and where a report was expunged since.
        """
        entry, expunged = self._ledger.last("weigh"), self._ledger.last("expunge")
        return None if entry is None or (expunged and expunged.seq > entry.seq) else entry.inputs

    def record(
        self, events: Iterable[Event | Withdrawn], inputs: dict[str, Any], since: Since | None = None,
        judged: Iterable[Judged] = (),
    ) -> bool:
        """Record the events of a weighing in the place of those of the last, in one transaction.

        `inputs` says what they were weighed from (`reader` and `version` among it); where the last one was from the
        same, nothing is written, and false is returned. With `since` the events are those that became new or other
        since then, and all that share no claim with them and tell of no changed report stay as they are. An event has
        the id of the one before it, if any; what became of ids that none has kept is told in the ledger, with one seal
        of all events that are there now. `judged` are the claims of changed reports that people corrected or rejected:
        searching goes by them. Raises `Outdated` where a report was expunged meanwhile, or other events came.
        """
        from crossbearing.archive.drafts import Drafts
        from crossbearing.archive.recording import Recording

        reader = Method(name=inputs["reader"], version=inputs["version"])
        recording = Recording(self._database, self._shelf, self._readings, reader)
        with Drafts(events) as drafts, self._database.transaction():
            last = self.weighed_from()
            if last == inputs:
                return False
            if since is not None and last != since.weighed_from:
                raise Outdated("other events were recorded meanwhile")
            self._check(drafts.reports)
            moves = recording.put(drafts, since.changed if since else None)
            self._readings.put_judged(reader, judged, since.changed if since else None)
            count, seal = seal_of_events(self._database)
            outputs: dict[str, Any] = {"events": count, "seal": seal}
            for kind in ("merged", "split"):
                if some := [[move.old, move.new] for move in moves if move.kind == kind][:MOVES_TOLD]:
                    outputs[kind] = some
            self._ledger.append("weigh", inputs, outputs)
        return True

    def _check(self, reports: Collection[str]) -> None:
        """Raise where a report that is told of is there no more."""
        wanted = sorted(reports)
        for at in range(0, len(wanted), PAGE):
            some = wanted[at:at + PAGE]
            marks = ",".join("?" * len(some))
            there = self._database.rows(f"SELECT id FROM reports WHERE id IN ({marks})", some)  # noqa: S608 - marks only
            if len(there) < len(some):
                raise Outdated(", ".join(sorted(set(some) - {id_ for (id_,) in there})))

    def moved(self, beginning: str) -> list[tuple[str, str]]:
        """Return the ids that begin so and that no event has any more, each with that of the event it led to."""
        # Not LIKE: it takes capitals and small letters for the same in SQLite alone.
        sql = "SELECT old FROM redirects WHERE old >= ? AND old < ? ORDER BY old"
        rows = self._database.rows(sql, (beginning, f"{beginning}{LAST}"))
        found = ((str(old), self.get(str(old))) for (old,) in rows)
        return [(old, event.id) for old, event in found if event is not None]

    def some(self, ids: Sequence[str]) -> Iterator[Event]:
        """Yield the events with these ids, in the order of the weighing."""
        for at in range(0, len(ids), PAGE):
            some = ids[at:at + PAGE]
            marks = ",".join("?" * len(some))
            sql = f"SELECT body FROM events WHERE id IN ({marks}) ORDER BY sorting"  # noqa: S608 - question marks only
            for (body,) in self._database.rows(sql, some):
                yield self.decode(body)

    def decode(self, stored: bytes) -> Event:
        """Return the event of a stored body."""
        return msgspec.json.decode(self._shelf.unpack(stored), type=Event)

    def all(self) -> Iterator[Event]:
        """Yield every event in the order of the weighing."""
        last = ""
        sql = "SELECT sorting, body FROM events WHERE sorting > ? ORDER BY sorting LIMIT ?"
        while page := self._database.rows(sql, (last, PAGE)):
            for _, body in page:
                yield self.decode(body)
            last = page[-1][0]
