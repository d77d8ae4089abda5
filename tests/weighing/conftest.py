"""A desk that writes small reports with their readings, so that tests say what is told and see what is made of it."""

import datetime as dt
import hashlib
import re
from collections.abc import Callable
from typing import Literal

import pytest

from crossbearing.records import (
    Claim,
    Event,
    Figure,
    PlaceMention,
    Reading,
    Report,
    SourceLink,
    When,
    Where,
    content_id,
)
from crossbearing.weighing import weigh

PLACES = {
    # name: latitude, longitude, radius in km, kind; invented towns in a real country
    "Marnah": (35.80, 36.30, 5.0, "city"),
    "Tal Dirwan": (35.95, 36.60, 3.0, "village"),
    "Kafr Sahib": (34.70, 36.70, 3.0, "village"),
    "East Side": (35.81, 36.32, 1.5, "neighbourhood"),
    "Marnah province": (35.85, 36.40, 60.0, "province"),
}


class Desk:
    """Reports and their readings, told in plain arguments."""

    WIRE = (
        "The grain stores had been empty since the winter, and the price of flour had doubled twice over in a month. "
        "Rescue teams dug with shovels and bare hands because no fuel was left for the only digger in the district. "
        "Nobody at the provincial office answered the telephone, and the roads to the coast stayed closed to lorries. "
        "An orchard keeper said that his neighbours had slept in their cellars for a week and would not come out. "
    )
    """A long text of an agency in which nothing happens: reports that begin with it repeat one wording."""

    def __init__(self) -> None:
        self.reports: dict[str, Report] = {}
        self.readings: dict[str, Reading] = {}

    def report(
        self, ident: str, text: str, *, outlet: str | None = None, day: str = "2014-03-05", title: str | None = None
    ) -> None:
        """Take in a report."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        published = dt.date.fromisoformat(day)
        self.reports[ident] = Report(
            id=ident, text=text, digest=digest, title=title, published=published, outlet=outlet
        )
        places = tuple(
            PlaceMention(
                start=m.start(),
                end=m.end(),
                text=name,
                place_id=f"t:{name}",
                name=name,
                kind=kind,
                lat=lat,
                lon=lon,
                precision_km=radius,
                country="SY",
            )
            for name, (lat, lon, radius, kind) in PLACES.items()
            for m in re.finditer(re.escape(name), text)
        )
        self.readings[ident] = Reading(report=ident, reader="test", language="en", places=places)

    def claim(
        self,
        report: str,
        trigger: str,
        kind: str,
        *,
        place: str | None = None,
        day: str | None = None,
        killed: tuple[int, int | None] | int | None = None,
        by: tuple[str, ...] = (),
        on: tuple[str, ...] = (),
        sources: tuple[SourceLink, ...] | str = (),
        certainty: str = "reported",
        polarity: str = "affirmed",
        counted: str = "",
        group: str | None = None,
        displaced: int | None = None,
        weapon: str | None = None,
        since_long_ago: bool = False,
        located: Literal["text", "title"] = "text",
    ) -> str:
        """Read one claim whose trigger stands in the text; return its id."""
        text = self.reports[report].text
        start = text.index(trigger)
        first = max(text.rfind(". ", 0, start) + 2, 0) if ". " in text[:start] else 0
        last = text.find(". ", start)
        ident = content_id("c", report, start, kind)
        where = None
        if place:
            lat, lon, radius, sort = PLACES[place]
            where = Where(
                name=place, place_id=f"t:{place}", lat=lat, lon=lon, precision_km=radius, country="SY", kind=sort
            )
        when = When(text=day, earliest=dt.date.fromisoformat(day), latest=dt.date.fromisoformat(day)) if day else None
        when = When(cumulative=True) if since_long_ago else when
        if isinstance(killed, int):
            killed = (killed, killed)
        figures = (
            ()
            if killed is None
            else (
                Figure(
                    measure="killed", low=killed[0], high=killed[1], text=counted, span=(start, start), group=group
                ),
            )
        )
        if displaced is not None:
            span = (start, start)
            figures += (Figure(measure="displaced", low=displaced, high=displaced, text=counted, span=span),)
        links = (SourceLink(name=sources, kind="ngo", cue="said"),) if isinstance(sources, str) else sources
        claim = Claim(
            id=ident,
            report=report,
            trigger=(start, start + len(trigger)),
            evidence=(first, len(text) if last < 0 else last + 1),
            type=kind,
            certainty=certainty,
            polarity=polarity,
            located=located,
            actor=by,
            target=on,
            places=(place,) if place else (),
            where=where,  # type: ignore[arg-type]
            when=when,
            figures=figures,
            sources=links,
            weapon=weapon,
        )
        old = self.readings[report]
        self.readings[report] = Reading(
            report=report,
            reader="test",
            language="en",
            places=old.places,
            claims=(*old.claims, claim),
        )
        return ident

    def weigh(self, **judged: object) -> tuple[Event, ...]:
        """Weigh all that was told, with the pairs of claims that people judged, if any."""
        return weigh(self.reports, self.readings, **judged)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def new_desk() -> Callable[[], Desk]:
    """For tests that draw many desks."""
    return Desk
