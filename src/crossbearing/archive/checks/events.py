"""Checks the events of the last weighing, and which claims they are made of."""

from collections.abc import Iterator

from crossbearing.archive import events as event_rows
from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import ALTERED, DAMAGED, Fault, damaged, opened, pages
from crossbearing.archive.seal import seal_of_all, sha256
from crossbearing.records import Event


def check_events(archive: Archive, expected: Expected) -> Iterator[Fault]:
    """Yield what is wrong with the events of the last weighing."""
    sql = """SELECT ordinal, id, kind, happened, responsible, seal, stored, body FROM events
      WHERE ordinal > ? ORDER BY ordinal LIMIT ?"""
    seals: list[str] = []
    claims: dict[str, int] = {}
    for at, row in enumerate(pages(archive.database, sql, -1)):
        ordinal, stored = row[0], row[7]
        what = f"event {row[1]}"
        if ordinal != at:
            yield Fault(what=what, wrong=f"it stands in place {ordinal + 1}, not {at + 1}: one is gone or was added")
        opening = opened(archive.shelf, stored, Event)
        if opening is None:
            yield damaged(what)
            continue
        body, event = opening
        if row != event_rows.row(ordinal, event, body, stored):
            yield Fault(what=what, wrong=ALTERED)
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
