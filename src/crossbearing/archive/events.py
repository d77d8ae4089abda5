"""The archive's events: those of the last weighing, with what they were weighed from."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.identity import Move, keep_ids
from crossbearing.archive.ledger import Ledger
from crossbearing.archive.method import Method
from crossbearing.archive.readings import Readings
from crossbearing.archive.seal import content, raw, seal_of_all, sha256, stored_digest
from crossbearing.archive.shelf import Shelf
from crossbearing.records import Event

MOVES_TOLD = 1000
"""Merges, and splits, of one weighing that the ledger names; where the method changed there may be very many."""
LAST = "\U0010ffff"
"""The character that every other stands before."""
PAGE = 200
"""Events that are fetched at a time."""


class Outdated(Exception):  # noqa: N818 - it tells of a state, and whoever weighs begins again
    """Events tell of a report that was expunged while they were weighed: they must be weighed again without it."""


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

    def record(self, events: Sequence[Event], inputs: dict[str, Any]) -> bool:
        """Put the events of a weighing in the place of those of the last, in one transaction.

        `inputs` says what they were weighed from (`reader` and `version` among it); where the last one was from the
        same, nothing is written, and false is returned. An event has the id of the one before it, if any; what
        became of ids that none has kept is told in the ledger. Raises `Outdated` where a report was expunged meanwhile.
        """
        with self._database.transaction():
            if self.weighed_from() == inputs:
                return False
            there = {id_ for (id_,) in self._database.rows("SELECT id FROM reports")}
            if gone := {id_ for event in events for id_ in told_by(event)} - there:
                raise Outdated(", ".join(sorted(gone)))
            events, moves = self._named(events)
            bodies = [content(event) for event in events]
            outputs = {"events": len(events), "seal": seal_of_all(sha256(body) for body in bodies)}
            for kind in ("merged", "split"):
                if some := [[move.old, move.new] for move in moves if move.kind == kind][:MOVES_TOLD]:
                    outputs[kind] = some
            self._ledger.append("weigh", inputs, outputs)
            self._shelf.learn("events", bodies)
            self._database.execute("DELETE FROM told")
            self._database.execute("DELETE FROM events")
            self._database.execute_many(
                "INSERT INTO events (ordinal, id, kind, happened, responsible, seal, stored, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    row(at, event, body, self._shelf.pack("events", body))
                    for at, (event, body) in enumerate(zip(events, bodies, strict=True))
                ),
            )

            self._tell(events, inputs)
            self._database.execute_many("DELETE FROM redirects WHERE old = ?", ((event.id,) for event in events))
            merged = ((move.old, move.new) for move in moves if move.kind == "merged")
            self._database.execute_many("INSERT INTO redirects (old, new) VALUES (?, ?)", merged)
        return True

    def _named(self, events: Sequence[Event]) -> tuple[list[Event], list[Move]]:
        """Return events under the ids that they keep, wholes of parts too, and what became of the other ids."""
        before = ((event.id, [claim.id for claim in event.claims]) for event in self.all())
        named, moves = keep_ids(events, before)
        now = {event.id: new.id for event, new in zip(events, named, strict=True)}
        return [msgspec.structs.replace(e, part_of=now.get(e.part_of or "", e.part_of)) for e in named], moves

    def moved(self, beginning: str) -> list[tuple[str, str]]:
        """Return the ids that begin so and that no event has any more, each with that of the event it led to."""
        # Not LIKE: it takes capitals and small letters for the same in SQLite alone.
        sql = "SELECT old FROM redirects WHERE old >= ? AND old < ? ORDER BY old"
        rows = self._database.rows(sql, (beginning, f"{beginning}{LAST}"))
        found = ((str(old), self.get(str(old))) for (old,) in rows)
        return [(old, event.id) for old, event in found if event is not None]

    def _tell(self, events: Sequence[Event], inputs: dict[str, Any]) -> None:
        """Note which claim is in which event."""
        reader = Method(name=inputs["reader"], version=inputs["version"])
        event_of = {claim.id: ordinal for ordinal, event in enumerate(events) for claim in event.claims}
        self._database.execute_many(
            "INSERT INTO told (reading, ordinal, event) VALUES (?, ?, ?)",
            (
                (reading, ordinal, event_of[claim])
                for claim, reading, ordinal in self._readings.places_of_claims(reader) if claim in event_of
            ),
        )

    def some(self, ids: Sequence[str]) -> Iterator[Event]:
        """Yield the events with these ids, in the order of the weighing."""
        for at in range(0, len(ids), PAGE):
            some = ids[at:at + PAGE]
            marks = ",".join("?" * len(some))
            sql = f"SELECT body FROM events WHERE id IN ({marks}) ORDER BY ordinal"  # noqa: S608 - question marks only
            for (body,) in self._database.rows(sql, some):
                yield self.decode(body)

    def decode(self, stored: bytes) -> Event:
        """Return the event of a stored body."""
        return msgspec.json.decode(self._shelf.unpack(stored), type=Event)

    def all(self) -> Iterator[Event]:
        """Yield every event in the order of the weighing."""
        last = -1
        sql = "SELECT ordinal, body FROM events WHERE ordinal > ? ORDER BY ordinal LIMIT ?"
        while page := self._database.rows(sql, (last, PAGE)):
            for _, body in page:
                yield self.decode(body)
            last = page[-1][0]


def told_by(event: Event) -> set[str]:
    """Return the ids of the reports that an event tells of."""
    return {told.id for told in event.reports} | {claim.report for claim in event.claims}


def row(ordinal: int, event: Event, body: bytes, stored: bytes) -> tuple[Any, ...]:
    """Return the row of an event in the order of the table's columns."""
    return (
        ordinal, event.id, event.type, event.grade.happened, event.grade.responsible, raw(sha256(body)),
        stored_digest(stored), stored,
    )
