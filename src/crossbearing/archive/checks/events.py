"""Checks the events of the last weighing, and which claims they are made of."""

from collections.abc import Iterator

from crossbearing.archive.archive import Archive
from crossbearing.archive.checks.expected import Expected
from crossbearing.archive.checks.fault import ALTERED, DAMAGED, Fault, damaged, opened, pages
from crossbearing.archive.event_rows import COLUMNS, as_brought_up, row
from crossbearing.archive.seal import seal_of_all, sha256
from crossbearing.records import Event


def check_events(archive: Archive, expected: Expected) -> Iterator[Fault]:
    """Yield what is wrong with the events of the last weighing."""
    sql = f"SELECT sorting, {', '.join(COLUMNS)} FROM events WHERE sorting > ? ORDER BY sorting LIMIT ?"  # noqa: S608
    seals: list[str] = []
    claims: dict[str, int] = {}
    for _, *found in pages(archive.database, sql, ""):
        number, stored = found[0], found[-1]
        what = f"event {found[1]}"
        opening = opened(archive.shelf, stored, Event)
        if opening is None:
            yield damaged(what)
            continue
        body, event = opening
        written = row(number, event, body, stored)
        if tuple(found) not in (written, as_brought_up(written)):
            yield Fault(what=what, wrong=ALTERED)
        seals.append(sha256(body))
        claims.update((claim.id, number) for claim in event.claims)
    weighed = expected.weighed or {"events": 0, "seal": seal_of_all(())}
    there = archive.database.rows("SELECT count(*) FROM events")[0][0]
    if (len(seals), seal_of_all(seals)) != (weighed["events"], weighed["seal"]) or there != len(seals):
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
