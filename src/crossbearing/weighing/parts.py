"""Which events are parts of a longer one: a strike within an offensive is no other telling of the offensive."""

import math
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from crossbearing.ontology import kinds
from crossbearing.places import distance_km
from crossbearing.records import Event, When, Where
from crossbearing.weighing.spots import COUNTRY, RANKS, VILLAGE

LASTING = frozenset({"ground_operation", "siege", "clash", "territory_change"})
"""Kinds that last and have parts."""
LEAST_DAYS, MOST_DAYS = 3, 60
"""Days from and up to which such an event is a whole that others are parts of; what lasts longer is a state of war."""
FIGHTING = frozenset({"violence", "military", "destruction"})
"""Families of kinds that can be parts."""
FURTHEST_KM = 110.0
"""Radius beyond which a place is too wide to say what lies in it; about one degree of latitude."""

Cell = tuple[int, int]


def with_parts(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events in their order, each part with the id of its whole: of several wholes the shortest, then
    nearest.

    A whole lasts from three days to two months and names its place; a part lies within its days and its place, and
    does not last as long.
    """
    wholes: dict[Cell, list[Event]] = {}
    for event in events:
        if event.type in LASTING and LEAST_DAYS <= _days(event.when) <= MOST_DAYS and _reach(event.where) is not None:
            for cell in _cells_about(event.where):
                wholes.setdefault(cell, []).append(event)
    return tuple(msgspec.structs.replace(e, part_of=_whole_of(e, wholes)) for e in events)


def _whole_of(event: Event, wholes: dict[Cell, list[Event]]) -> str | None:
    where = event.where
    if where is None or where.lat is None or where.lon is None or _reach(where) is None:
        return None
    if kinds()[event.type].family not in FIGHTING:
        return None
    near = wholes.get((math.floor(where.lat), math.floor(where.lon)), ())
    fitting = [(_days(w.when), _km(w.where, where), w.id) for w in near if w.id != event.id and _holds(w, event)]
    return min(fitting)[2] if fitting else None


def _holds(whole: Event, part: Event) -> bool:
    a, b = whole.when, part.when
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return False
    reach = _reach(whole.where)
    inside = a.earliest <= b.earliest and b.latest <= a.latest and _days(b) < _days(a)
    return inside and reach is not None and _km(whole.where, part.where) <= reach


def _days(when: When | None) -> int:
    return (when.latest - when.earliest).days + 1 if when and when.earliest and when.latest else 0


def _reach(where: Where | None) -> float | None:
    """How far from its point a place reaches, in km; null where it has no point or is as wide as a country."""
    if where is None or where.lat is None or where.lon is None or RANKS.get(where.kind, VILLAGE) == COUNTRY:
        return None
    reach = where.precision_km or 0.0
    return reach if reach <= FURTHEST_KM else None


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
