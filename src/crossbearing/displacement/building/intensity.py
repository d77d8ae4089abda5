"""From events to the intensity of conflict, place by place and day by day."""

import datetime as dt
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.building.origins import Origin
from crossbearing.displacement.building.provenance import Trace
from crossbearing.displacement.building.rules import rules
from crossbearing.displacement.building.strength import strength
from crossbearing.places import distance_km
from crossbearing.records import Event

LONGEST = 7
"""Days: an event that may lie in a longer interval is felt from its first day on, not on each."""


def intensities(
    events: Sequence[tuple[Event, str]], places: Sequence[Origin], start: dt.date, days: int,
) -> tuple[NDArray[np.float64], list[Trace]]:
    """Return intensities (a row a day, a column a place) of events with the place each is put on, and their traces.

    What is felt on a day fades by half in `halving_days`, and with distance (`nearby`); the greatest of what is felt
    counts, up to `most`.
    """
    told = rules()
    felt = np.zeros((days, len(places)))
    named = {place.name: place for place in places}
    traces = []
    for event, place in events:
        value = min(strength(event), told.most)
        first = event.when.earliest if event.when else None
        if value <= 0 or first is None or place not in named:
            continue
        last = event.when.latest if event.when and event.when.latest else first
        if (last - first).days >= LONGEST:
            last = first
        span = slice(max((first - start).days, 0), max(min((last - start).days, days - 1) + 1, 0))
        if span.start >= span.stop:
            continue
        for column, (share, km) in enumerate(_shares(named[place], places)):
            here = value * share
            if here < told.least:
                continue
            felt[span, column] = np.maximum(felt[span, column], here)
            rule = f"{event.type}, {event.grade.happened}" + (f", {km:.0f} km off" if km else "")
            traces += [Trace(file="input_csv/conflicts.csv", key=f"{places[column].name} {first.isoformat()}",
                             field="intensity", value=round(here, 4), claim=claim.id, report=claim.report,
                             source=event.id, rule=rule) for claim in event.claims]
    keep = 0.5 ** (1.0 / told.halving_days)
    for day in range(1, days):
        felt[day] = np.maximum(felt[day], felt[day - 1] * keep)
    felt[felt < told.least] = 0.0
    return np.round(felt, 4), traces


def _shares(at: Origin, places: Sequence[Origin]) -> Iterator[tuple[float, float]]:
    """Yield for each place how much of what happens at one of them is felt there, 0 to 1, and how many km off it is."""
    near = rules().nearby
    for place in places:
        km = 0.0 if place is at else distance_km(at.lat, at.lon, place.lat, place.lon)
        yield (0.5 ** (km / near.halving_km) if km <= near.reach_km else 0.0), km
