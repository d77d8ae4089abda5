"""Which events are parts of a longer one: a strike within an offensive is no other telling of the offensive."""

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from crossbearing.ontology import kinds
from crossbearing.places import distance_km
from crossbearing.records import Event, When, Where
from crossbearing.weighing.spots import reach_km

LASTING = frozenset({"ground_operation", "siege", "clash", "territory_change"})
"""Kinds that last and have parts."""
LEAST_DAYS, MOST_DAYS = 3, 60
"""Days from and up to which such an event is a whole that others are parts of; what lasts longer is a state of war."""
FIGHTING = frozenset({"violence", "military", "destruction"})
"""Families of kinds that can be parts."""
KM_OF_A_DEGREE = 111.0
"""Kilometres of a degree of latitude, at least."""

Cell = tuple[int, int]


class Room(NamedTuple):
    """Where and when all parts of a whole lie, with some room to spare: degrees of latitude, days."""

    south: float
    north: float
    earliest: dt.date
    latest: dt.date


def with_parts(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events in their order, each part with the id of its whole."""
    wholes = Wholes(events)
    return tuple(msgspec.structs.replace(event, part_of=wholes.holding(event)) for event in events)


def room_of(event: Event) -> Room | None:
    """Return where and when the parts of an event lie; null where it has none.

    A whole lasts from three days to two months and names its place.
    """
    when, where, reach = event.when, event.where, reach_km(event.where)
    if event.type not in LASTING or not LEAST_DAYS <= _days(when) <= MOST_DAYS or reach is None:
        return None
    if not (when and when.earliest and when.latest and where and where.lat is not None):
        return None
    about = reach / KM_OF_A_DEGREE
    return Room(where.lat - about, where.lat + about, when.earliest, when.latest)


class Wholes:
    """Wholes, found by where their parts lie. A part lies within a whole's days and place, and is the shorter one."""

    def __init__(self, events: Iterable[Event]) -> None:
        """Take the wholes among some events."""
        self._about: dict[Cell, list[Event]] = {}
        for whole in events:
            for cell in _cells_about(whole.where) if room_of(whole) else ():
                self._about.setdefault(cell, []).append(whole)

    def holding(self, event: Event) -> str | None:
        """Return the id of the whole that an event is a part of: of several the shortest, then the nearest; or null."""
        where = event.where
        if where is None or where.lat is None or where.lon is None or reach_km(where) is None:
            return None
        if kinds()[event.type].family not in FIGHTING:
            return None
        near = self._about.get((math.floor(where.lat), math.floor(where.lon)), ())
        # An id says when an event was first told of; the first claim says only which it is.
        fitting = [(_days(w.when), _km(w.where, where), w.claims[0].id, w.id) for w in near if _holds(w, event)]
        return min(fitting)[3] if fitting else None


def _holds(whole: Event, part: Event) -> bool:
    a, b = whole.when, part.when
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    reach = reach_km(whole.where)
    inside = a.earliest <= b.earliest and b.latest <= a.latest and _days(b) < _days(a)
    return inside and reach is not None and _km(whole.where, part.where) <= reach


def _days(when: When | None) -> int:
    return (when.latest - when.earliest).days + 1 if when and when.earliest and when.latest else 0


def _km(a: Where | None, b: Where | None) -> float:
    if a is None or b is None or a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return distance_km(a.lat, a.lon, b.lat, b.lon)


def _cells_about(where: Where | None) -> Iterator[Cell]:
    """The cells of one degree in which a place's parts may lie; more of them to either side towards the poles."""
    if where is not None and where.lat is not None and where.lon is not None:
        y, x = math.floor(where.lat), math.floor(where.lon)
        aside = math.ceil(1 / max(0.1, math.cos(math.radians(where.lat))))
        sides: Iterable[int] = range(-aside, aside + 1)
        yield from ((y + i, x + j) for i in (-1, 0, 1) for j in sides)
