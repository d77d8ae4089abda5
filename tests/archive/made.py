"""Reports, readings and a small reader made for tests of the archive: real records, no corpus text."""

import json

from crossbearing.archive import Archive, Method
from crossbearing.intake import Received
from crossbearing.intake.jsonl import read_row
from crossbearing.records import Event, EventClaim, Grade, Reading, Report, Roots, anchor_of, content_id, judge
from evaluation.archive.counter import COUNTING, NOON, TOWN, Counter

__all__ = ["COUNTING", "FIRST", "INPUTS", "NOON", "SECOND", "TOWN", "Counter", "event", "fill", "received"]

FIRST = Method(name="counter", version="1")
SECOND = Method(name="counter", version="2")
INPUTS = {"reader": "counter", "version": "1", "weigher": "w", "readings": "x"}


def received(text: str, id_: str | None = None, **more: str) -> Received:
    """Return a report as a row of JSON lines would give it."""
    row = {"text": text, **({"id": id_} if id_ else {}), **more}
    got = read_row(json.dumps(row, ensure_ascii=False).encode(), "/home/somebody/rows.jsonl", 1)
    assert isinstance(got, Received)
    return got


def event(report: Report, reading: Reading) -> Event:
    """Return an event of one report's claims."""
    claims = tuple(
        EventClaim(id=c.id, report=report.id, trigger=c.trigger, evidence=c.evidence, roots=("r",))
        for c in reading.claims
    )
    return Event(
        id=content_id("e", report.id), type="killing", label="Killing in Old Mill", when=reading.claims[0].when,
        where=TOWN,
        grade=Grade(happened="single", responsible=None, rule="one-root", why="one root"), roots=Roots(low=1, high=1),
        claims=claims,
    )


def fill(archive: Archive, reports: int = 6) -> None:
    """Take in some reports, read them twice by two versions, and record events."""
    batch = [
        received(f"{n} killed, said a man in house {n}. مساء", f"r{n}", outlet=f"Paper {n % 2}", published="2011-06-11")
        for n in range(reports)
    ]
    archive.take_in(batch[: reports // 2])
    archive.take_in(batch[reports // 2:])
    readings = [Counter().read(got.report) for got in batch]
    archive.record_readings(readings, FIRST)
    archive.record_readings(readings[:2], SECOND)
    events = [event(got.report, reading) for got, reading in zip(batch, readings, strict=True)]
    archive.record_events(events, INPUTS)
    archive.record_judgements([
        judge("accept", [anchor_of(reading.claims[0])], by="ada", at=NOON, why=f"seen in house {n}")
        for n, reading in enumerate(readings[:3])
    ])
