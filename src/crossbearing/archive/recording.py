"""Puts what a weighing found in the place of what the last one did; an event that it does not touch keeps its row."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

import msgspec

from crossbearing.archive.database import Database
from crossbearing.archive.drafts import Drafts
from crossbearing.archive.event_rows import COLUMNS, row
from crossbearing.archive.identity import Move, Telling, keep_ids
from crossbearing.archive.method import Method
from crossbearing.archive.query import degrees
from crossbearing.archive.readings import Readings
from crossbearing.archive.seal import content, raw, sha256, stored_digest
from crossbearing.archive.shelf import ENOUGH, Shelf
from crossbearing.records import Event
from crossbearing.weighing import Room, Wholes, room_of
from crossbearing.weighing.parts import MOST_DAYS

AT_ONCE = 400
"""Events, or what finds them, that one statement is about."""

Item = TypeVar("Item")


class Recording:
    """Records the events of one weighing, inside one transaction."""

    def __init__(self, database: Database, shelf: Shelf, readings: Readings, reader: Method) -> None:
        self._database = database
        self._shelf = shelf
        self._readings = readings
        self._reader = reader

    def put(self, drafts: Drafts, changed: Collection[str] | None) -> list[Move]:
        """Put drafts in the place of the events that share a claim with them or tell of changed reports (null: of all).

        Returns what became of the ids that no event has kept.
        """
        before, wholes = self._take_away(self._numbers(drafts, changed) if changed is not None else None)
        ids, moves = keep_ids(drafts.tellings(), before, self._is_taken)
        now = {telling.id: id_ for telling, id_ in zip(drafts.tellings(), ids, strict=True)}
        named = [msgspec.structs.replace(whole, id=now[whole.id]) for whole in drafts.wholes]
        beside = dict(self._within(_changed(wholes, named)))
        whole_of = Wholes([*named, *self._wholes_of(drafts, beside.values())])
        for number, event in beside.items():
            self._move(number, event, whole_of.holding(event))
        self._shelf.learn("events", drafts.samples(ENOUGH))
        for some in _some(zip(drafts, ids, strict=True)):
            events = [msgspec.structs.replace(event, id=id_) for event, id_ in some]
            self._insert([msgspec.structs.replace(event, part_of=whole_of.holding(event)) for event in events])
        merged = [(move.old, move.new) for move in moves if move.kind == "merged"]
        self._database.execute_many("INSERT INTO redirects (old, new) VALUES (?, ?)", merged)
        return moves

    def _numbers(self, drafts: Drafts, changed: Collection[str]) -> list[int]:
        """The rows of the events that share a claim with drafts, or tell of reports that changed."""
        found: set[int] = set()
        for some in _some(sorted(changed)):
            sql = f"""SELECT DISTINCT t.event FROM reports AS p
              CROSS JOIN read AS b ON b.reader = ? AND b.report = p.number
              CROSS JOIN told AS t ON t.reading = b.reading WHERE p.id IN ({_marks(some)})"""  # noqa: S608
            found.update(number for (number,) in self._database.rows(sql, (self._readings.number(self._reader), *some)))
        places = self._readings.places_of(self._reader, (c for telling in drafts.tellings() for c in telling.claims))
        for pairs in _some(sorted({place for found in places.values() for place in found})):
            values = ",".join(["(?, ?)"] * len(pairs))
            sql = f"SELECT DISTINCT event FROM told WHERE (reading, ordinal) IN (VALUES {values})"  # noqa: S608
            found.update(number for (number,) in self._database.rows(sql, [n for pair in pairs for n in pair]))
        return sorted(found)

    def _take_away(self, numbers: Sequence[int] | None) -> tuple[list[Telling], list[Event]]:
        """Delete events, all where null; return what is needed of them, and those that others were parts of."""
        before: list[Telling] = []
        wholes: list[Event] = []
        for _, event in self._rows_of(numbers):
            before.append(Telling(event.id, tuple(claim.id for claim in event.claims)))
            if room_of(event):
                wholes.append(event)
        for table, key in (("told", "event"), ("events", "number")):
            if numbers is None:
                self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - two names of our own
            else:
                sql = f"DELETE FROM {table} WHERE {key} = ?"  # noqa: S608 - as above
                self._database.execute_many(sql, [(number,) for number in numbers])
        return before, wholes

    def _rows_of(self, numbers: Sequence[int] | None) -> Iterator[tuple[int, Event]]:
        if numbers is None:
            last = -1
            sql = "SELECT number, body FROM events WHERE number > ? ORDER BY number LIMIT ?"
            while page := self._database.rows(sql, (last, AT_ONCE)):
                yield from ((number, self._decoded(body)) for number, body in page)
                last = page[-1][0]
        else:
            for some in _some(numbers):
                sql = f"SELECT number, body FROM events WHERE number IN ({_marks(some)})"  # noqa: S608 - question marks
                yield from ((number, self._decoded(body)) for number, body in self._database.rows(sql, some))

    def _is_taken(self, id_: str) -> bool:
        return self._database.row("SELECT 1 FROM events WHERE id = ?", (id_,)) is not None

    def _within(self, wholes: Iterable[Event]) -> Iterator[tuple[int, Event]]:
        """The events that are there and may be parts of these, with their rows."""
        sql = """SELECT number, body FROM events WHERE whole IN (0, 1) AND earliest BETWEEN ? AND ? AND latest <= ?
          AND lat BETWEEN ? AND ?"""
        for room in filter(None, map(room_of, wholes)):
            first, last = room.earliest.toordinal(), room.latest.toordinal()
            # A degree of the table is rounded.
            rows = self._database.rows(sql, (first, last, last, degrees(room.south) - 1, degrees(room.north) + 1))
            yield from ((number, self._decoded(body)) for number, body in rows)

    def _wholes_of(self, drafts: Drafts, others: Iterable[Event]) -> Iterator[Event]:
        """The wholes that are there and may hold drafts or others."""
        days = [*drafts.days, *(e.when.earliest for e in others if e.when and e.when.earliest)]
        if days:
            first, last = min(days).toordinal(), max(days).toordinal()
            sql = "SELECT body FROM events WHERE whole = 1 AND earliest BETWEEN ? AND ? AND latest >= ?"
            for (body,) in self._database.rows(sql, (first - MOST_DAYS, last, first)):
                yield self._decoded(body)

    def _move(self, number: int, event: Event, whole: str | None) -> None:
        """Say of an event that stays what it is a part of now."""
        if event.part_of == whole:
            return
        body = content(msgspec.structs.replace(event, part_of=whole))
        stored = self._shelf.pack("events", body)
        self._database.execute(
            "UPDATE events SET seal = ?, stored = ?, body = ? WHERE number = ?",
            (raw(sha256(body)), stored_digest(stored), stored, number),
        )

    def _insert(self, events: Sequence[Event]) -> None:
        (following,) = self._database.rows("SELECT coalesce(max(number), 0) + 1 FROM events")[0]
        places = self._readings.places_of(self._reader, (claim.id for event in events for claim in event.claims))
        rows: list[tuple[Any, ...]] = []
        told: list[tuple[int, int, int]] = []
        for number, event in enumerate(events, following):
            body = content(event)
            rows.append(row(number, event, body, self._shelf.pack("events", body)))
            told += [(*place, number) for claim in event.claims for place in places.get(claim.id, ())]
        sql = f"INSERT INTO events ({', '.join(COLUMNS)}) VALUES ({_marks(COLUMNS)})"  # noqa: S608 - our own names
        self._database.execute_many(sql, rows)
        # Of two claims under one id, which no reader should give, both are told of by the last event that has it.
        sql = """INSERT INTO told (reading, ordinal, event) VALUES (?, ?, ?)
          ON CONFLICT (reading, ordinal) DO UPDATE SET event = excluded.event"""
        self._database.execute_many(sql, sorted(told))
        self._database.execute_many("DELETE FROM redirects WHERE old = ?", [(event.id,) for event in events])

    def _decoded(self, stored: bytes) -> Event:
        return msgspec.json.decode(self._shelf.unpack(stored), type=Event)


def _changed(before: Iterable[Event], now: Iterable[Event]) -> list[Event]:
    """The wholes that were not, or are no more, or had their parts elsewhere."""
    were, are = ({_extent(whole): whole for whole in wholes} for wholes in (before, now))
    return [(were | are)[extent] for extent in sorted(were.keys() ^ are.keys(), key=str)]


def _extent(whole: Event) -> tuple[str, Room | None, Any, str]:
    return whole.id, room_of(whole), whole.where, whole.claims[0].id


def _some(items: Iterable[Item]) -> Iterator[list[Item]]:
    feed = iter(items)
    return iter(lambda: list(islice(feed, AT_ONCE)), [])


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))
