"""Reports, readings and a small reader made for tests of the archive: real records, no corpus text."""

import datetime as dt
import json
import re

from crossbearing.archive import Archive, Method
from crossbearing.intake import Received
from crossbearing.intake.jsonl import read_row
from crossbearing.pipeline import Choice
from crossbearing.records import (
    Claim,
    Event,
    EventClaim,
    Figure,
    Grade,
    Reading,
    Report,
    Roots,
    When,
    Where,
    anchor_of,
    content_id,
    judge,
)

COUNT = re.compile(r"(\d+) (?:people )?(?:were )?killed")
TOWN = Where(name="Old Mill", place_id="cb:old-mill", lat=35.5, lon=36.25, precision_km=2.0)
NOON = dt.datetime(2011, 6, 12, 12, tzinfo=dt.UTC)
FRIDAY = dt.date(2011, 6, 10)


class Counter:
    """A reader that finds one claim for each "N killed"."""

    name = "counter"
    languages = frozenset({"en"})

    def read(self, report: Report) -> Reading:
        if report.language == "ar":
            return Reading(report=report.id, reader=self.name, language="ar", notes=("language ar is not read",))
        if "choke" in report.text:
            raise ValueError("choked")
        day = report.published or FRIDAY
        when = When(text=None, edtf=day.isoformat(), earliest=day, latest=day)
        claims = tuple(
            Claim(
                id=content_id("c", report.id, found.start()), report=report.id, trigger=found.span(),
                evidence=(0, len(report.text)), type="killing", certainty="reported", where=TOWN, when=when,
                figures=(Figure(measure="killed", low=int(found.group(1)), high=int(found.group(1)),
                                text=found.group(1), span=found.span(1)),),
            )
            for found in COUNT.finditer(report.text)
        )
        return Reading(report=report.id, reader=self.name, language="en", claims=claims)


def make_counter() -> Counter:
    return Counter()


COUNTING = Choice(name="counter", languages=frozenset({"en"}), version=lambda: "1", make=make_counter)
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
