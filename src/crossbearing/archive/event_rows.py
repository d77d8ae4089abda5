"""Rows of the table of events: what is told of an event beside its body, so that it can be found by it."""

from typing import Any

from crossbearing.archive.database import Database
from crossbearing.archive.query import degrees
from crossbearing.archive.seal import raw, seal_of_all, sha256, stored_digest
from crossbearing.records import Event

COLUMNS = (
    "number", "id", "sorting", "kind", "happened", "responsible", "whole", "earliest", "latest", "lat", "seal",
    "stored", "body",
)
SEALS = 5000
"""Seals that are fetched at a time."""


def row(number: int, event: Event, body: bytes, stored: bytes) -> tuple[Any, ...]:
    """Return the row of an event in the order of the table's columns."""
    from crossbearing.weighing import place_in_order, room_of  # most of what opens an archive never needs that room

    when, where = event.when, event.where
    return (
        number, event.id, place_in_order(event), event.type, event.grade.happened, event.grade.responsible,
        int(room_of(event) is not None),
        when.earliest.toordinal() if when and when.earliest else None,
        when.latest.toordinal() if when and when.latest else None,
        degrees(where.lat) if where and where.lat is not None else None,
        raw(sha256(body)), stored_digest(stored), stored,
    )


def as_brought_up(written: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the row of an event that was weighed before rows told its place: it is found by its number alone."""
    number, id_, _, *told = written
    return number, id_, f"{number:09}", *told[:3], 0, None, None, None, *told[7:]


def seal_of_events(database: Database) -> tuple[int, str]:
    """Return how many events there are and one digest of them, in the order of the weighing, as the ledger has it."""
    seals: list[str] = []
    last = ""
    sql = "SELECT sorting, seal FROM events WHERE sorting > ? ORDER BY sorting LIMIT ?"
    while page := database.rows(sql, (last, SEALS)):
        seals += [seal.hex() for _, seal in page]
        last = page[-1][0]
    return len(seals), seal_of_all(seals)


def told_by(event: Event) -> set[str]:
    """Return the ids of the reports that an event tells of."""
    return {told.id for told in event.reports} | {claim.report for claim in event.claims}
