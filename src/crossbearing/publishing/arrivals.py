"""A forecast of arrivals in words, for the page and the terminal: what it rests on, what was counted later, its fan."""

import base64
import datetime as dt
import tempfile
from pathlib import Path

import msgspec

from crossbearing.displacement.building import Built
from crossbearing.displacement.hindcast import Hindcast
from crossbearing.displacement.plots import fans, save
from crossbearing.publishing.wording import day_words
from crossbearing.records import Picture


class Rest(msgspec.Struct, frozen=True):
    """A number that a forecast rests on: in words, the claim it comes from, its evidence, its event ("" for none)."""

    words: str
    claim: str
    report: str
    evidence: str
    event: str


class Row(msgspec.Struct, frozen=True):
    """A day of a forecast beside what was counted later, in words."""

    day: str
    forecast: str
    interval: str
    counted: str
    source: str


class Arrivals(msgspec.Struct, frozen=True):
    """A forecast in words. `drawing` is its fan chart as a data address."""

    known: str
    rests: tuple[Rest, ...]
    rows: tuple[Row, ...]
    full: tuple[str, ...]
    verdict: str
    drawing: str


def arrivals_words(built: Built, judged: Hindcast, picture: Picture) -> Arrivals:
    """Return a forecast in words; claims are looked up in the picture, which may hold later reports too."""
    day = built.instance.start + dt.timedelta(days=judged.forecast.day)
    claims = {claim.id: claim for reading in picture.readings.values() for claim in reading.claims}
    events = {told.id: event.id for event in picture.events for told in event.claims}
    rests = []
    for trace in built.traces:
        if trace.claim not in claims or trace.field not in {"people", "capacity"}:
            continue
        claim, report = claims[trace.claim], picture.reports[trace.report]
        text = (report.title or "") if claim.located == "title" else report.text
        what = "people in" if trace.field == "people" else "places to stay in"
        rests.append(Rest(f"{trace.value:,.0f} {what} {trace.key}", trace.claim, trace.report,
                          text[claim.evidence[0] : claim.evidence[1]], events.get(trace.claim, "")))
    rows = tuple(Row(_day(each.counted.date), f"{each.median:,}", f"{each.low:,} to {each.high:,}",
                     f"{each.counted.people:,}{'' if each.held else ' (outside)'}", each.counted.source)
                 for each in judged.beside)
    full = tuple(
        f"The room told of for {camp.camp}, {camp.capacity:,}, is full on {_ahead(day, camp.middle)} (eight in ten: "
        f"between {_ahead(day, camp.early)} and {_ahead(day, camp.late)}); the chance that it fills by the last day"
        f" is {camp.chance:.0%}." for camp in judged.filling)
    return Arrivals(_day(day), tuple(rests), rows, full, _verdict(judged), _drawing(judged))


def _verdict(judged: Hindcast) -> str:
    if not judged.beside:
        return "Nobody counted later."
    last, held = judged.beside[-1], sum(each.held for each in judged.beside)
    off = last.median / last.counted.people - 1
    return (f"On {_day(last.counted.date)} {last.counted.people:,} were counted: the forecast was {abs(off):.0%}"
            f" {'above' if off > 0 else 'below'} it; {held} of {len(judged.beside)} counts lie within the intervals."
            " A few days of counts bear no more than a hint.")


def _drawing(judged: Hindcast) -> str:
    figure = fans(judged.known, judged.forecast, [(each.counted.date, each.counted.people) for each in judged.beside])
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "fans.svg")
        save(figure, path)
        return "data:image/svg+xml;base64," + base64.b64encode(path.read_bytes()).decode()


def _day(day: dt.date) -> str:
    return day_words(day, day)


def _ahead(day: dt.date, lead: int | None) -> str:
    return _day(day + dt.timedelta(days=lead)) if lead else "a later day"
