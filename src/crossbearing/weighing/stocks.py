"""Levels: how many are in a place, or fit into it, as last told; no place counts what a place around it counts."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from crossbearing.places import distance_km
from crossbearing.records import Claim, Figure, Where
from crossbearing.weighing.counts import Interval, most_told


class Level(msgspec.Struct, frozen=True, kw_only=True):
    """The last level told of one place: the lowest, the usual (of equals the highest) and the highest of that day.

    `high` is null where no upper bound is known.
    """

    where: Where
    low: int
    best: int
    high: int | None


class Levels(msgspec.Struct, frozen=True, kw_only=True):
    """The levels that can be added up, and `within`: those of places that lie in others, which these hold already."""

    added: tuple[Level, ...]
    within: tuple[Level, ...]


def has_level(claim: Claim) -> bool:
    """Whether a claim tells a level."""
    return any(_is_level(figure) for figure in claim.figures)


def levels(claims: Iterable[Claim]) -> dict[tuple[str, str], Levels]:
    """Return the last levels told, by nature ("stock", "capacity") and measure. Claims without day or place tell none.

    Where a place and places in it are told of, the wider one counts or the narrower ones, whichever are more.
    """
    told: dict[tuple[str, str], dict[str, list[tuple[dt.date, Interval, Where]]]] = {}
    for claim in claims:
        day, where = claim.when.latest if claim.when else None, claim.where
        for figure in claim.figures:
            if day and where and _is_level(figure):
                by_place = told.setdefault((figure.nature, figure.measure), {})
                by_place.setdefault(where.place_id or where.name, []).append((day, (figure.low, figure.high), where))
    return {key: _apart([_last(values) for _, values in sorted(by_place.items())])
            for key, by_place in sorted(told.items())}


def _is_level(figure: Figure) -> bool:
    return figure.nature != "flow" and not figure.part_of_whole


def _last(values: Sequence[tuple[dt.date, Interval, Where]]) -> Level:
    latest = max(day for day, _, _ in values)
    told = [interval for day, interval, _ in values if day == latest]
    highs = [high for _, high in told if high is not None]
    low, _ = most_told(Counter(told))
    high = max(highs) if len(highs) == len(told) else None
    where = min((where for day, _, where in values if day == latest), key=msgspec.json.encode)
    return Level(where=where, low=min(low for low, _ in told), best=low, high=high)


def _apart(found: Sequence[Level]) -> Levels:
    """The narrowest places first: each against all that lies in it and is not put aside yet."""
    added, within = list(found), list[Level]()
    for wide in sorted(found, key=lambda level: _width(level.where)):
        inner = [level for level in added if level is not wide and _lies_in(level.where, wide.where)]
        less = inner if sum(level.best for level in inner) <= wide.best else [wide]
        within += less
        added = [level for level in added if level not in less]
    return Levels(added=tuple(added), within=tuple(within))


def _width(where: Where) -> float:
    """How far from its point a place reaches, in km: a country without end, what has no radius nowhere."""
    return float("inf") if where.kind == "country" else where.precision_km or 0.0


def _lies_in(inner: Where, outer: Where) -> bool:
    """Whether a narrower place lies in a wider one: a country's by its code, others by how far they reach."""
    if _width(inner) >= _width(outer):
        return False
    if outer.kind == "country":
        return outer.country is not None and outer.country == inner.country
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        return False
    return distance_km(inner.lat, inner.lon, outer.lat, outer.lon) + _width(inner) <= _width(outer)
