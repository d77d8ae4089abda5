"""The archive's events: those of the last weighing, with what they were weighed from."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.ledger import Ledger
from crossbearing.archive.seal import content, pack, seal_of_all, sha256, stored_digest, unpack
from crossbearing.records import Event

PAGE = 200
"""Events that are fetched at a time."""


class Events:
    """The table of events."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self._database = database
        self._ledger = ledger

    def weighed_from(self) -> dict[str, Any] | None:
        """Return what the events that are there were weighed from, as recorded; null before the first weighing."""
        entry = self._ledger.last("weigh")
        return entry.inputs if entry else None

    def record(self, events: Sequence[Event], inputs: dict[str, Any]) -> bool:
        """Put the events of a weighing in the place of those of the last, in one transaction.

        `inputs` says what they were weighed from (`reader` and `version` among it); where the last one was from the
        same, nothing is written, and false is returned.
        """
        bodies = [content(event) for event in events]
        with self._database.transaction():
            if self.weighed_from() == inputs:
                return False
            outputs = {"events": len(events), "seal": seal_of_all(sha256(body) for body in bodies)}
            self._ledger.append("weigh", inputs, outputs)
            self._database.execute("DELETE FROM events")
            self._database.execute_many(
                "INSERT INTO events"
                " (ordinal, id, kind, happened, responsible, lat, lon, earliest, latest, seal, stored, body)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (row(at, event, body, pack(body)) for at, (event, body) in enumerate(zip(events, bodies, strict=True))),
            )
        return True

    def all(self) -> Iterator[Event]:
        """Yield every event in the order of the weighing."""
        last = -1
        sql = "SELECT ordinal, body FROM events WHERE ordinal > ? ORDER BY ordinal LIMIT ?"
        while page := self._database.rows(sql, (last, PAGE)):
            for _, body in page:
                yield decode(body)
            last = page[-1][0]


def row(ordinal: int, event: Event, body: bytes, stored: bytes) -> tuple[Any, ...]:
    """Return the row of an event in the order of the table's columns."""
    where, when = event.where, event.when
    return (
        ordinal, event.id, event.type, event.grade.happened, event.grade.responsible,
        where.lat if where else None, where.lon if where else None,
        when.earliest.isoformat() if when and when.earliest else None,
        when.latest.isoformat() if when and when.latest else None,
        sha256(body), stored_digest(stored), stored,
    )


def decode(stored: bytes) -> Event:
    """Return the event of a stored body."""
    return msgspec.json.decode(unpack(stored), type=Event)
