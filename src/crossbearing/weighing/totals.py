"""Totals over a period and an area: what is added up, what stands beside it, and what another rule would give."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crossbearing.places import distance_km
from crossbearing.records import Claim, Event, EventFigure, GradeName, Where, affirms
from crossbearing.weighing.figures import MEASURES
from crossbearing.weighing.stocks import Levels, has_level, levels
from crossbearing.weighing.views import ADDED, VIEWS, View, divergence, valued

DISPUTED: frozenset[GradeName] = frozenset({"contested", "discounted"})
"""Grades of the events whose levels are not believed."""


class Bounds(msgspec.Struct, frozen=True, kw_only=True):
    """A period (both days in it) and an area: a point in degrees with a radius in km. Null leaves a side open."""

    since: dt.date | None = None
    until: dt.date | None = None
    near: tuple[float, float, float] | None = None


class Sum(msgspec.Struct, frozen=True, kw_only=True):
    """A sum over events, or the level of a stock over places; `high` null where no upper bound is known."""

    low: int
    best: int
    high: int | None
    of: int
    """How many events, or places, it is of."""


class Totals(msgspec.Struct, frozen=True, kw_only=True):
    """What happened in a period and an area, by measure.

    `flows` are sums over events. `contested` is what the events would add about which accounts are opposed. `stocks`
    and `capacities` are the last level told of each place, added over places: never over days, never to a flow, never
    of a place and of places in it. `left_out` says how many events or levels were not added, by reason. `divergence` is
    0 where all views agree. `sensitivity` gives the best value of each measure under each rule that might have been
    taken.
    """

    view: View
    flows: dict[str, Sum]
    contested: dict[str, Sum]
    stocks: dict[str, Sum]
    capacities: dict[str, Sum]
    left_out: dict[str, int]
    divergence: dict[str, float]
    sensitivity: dict[str, dict[str, int]]


def totals(events: Sequence[Event], claims: Iterable[Claim], bounds: Bounds, view: View) -> Totals:
    """Return the totals of a view. `claims` are those of the same picture: stocks and capacities are read off them."""
    inside, left_out = _inside(events, bounds)
    flows = sums(inside, view, ADDED[view])
    by_view = {name: sums(inside, name, ADDED[view]) for name in VIEWS}
    for event in inside:
        if event.grade.happened not in ADDED[view] and event.figures:
            left_out[event.grade.happened] += 1
    levelled = _levelled(events, claims, bounds, left_out)
    last = levels(levelled)
    left_out["levels of places within others"] += sum(len(of.within) for of in last.values())
    return Totals(
        view=view,
        flows=flows,
        contested=sums(inside, view, frozenset({"contested"})),
        stocks=_of_levels(last, "stock"),
        capacities=_of_levels(last, "capacity"),
        left_out={reason: n for reason, n in sorted(left_out.items()) if n},
        divergence={
            measure: round(divergence(by_view["conservative"][measure].best, found.best), 3)
            for measure, found in by_view["informative"].items()
        },
        sensitivity=_sensitivity(inside),
    )


def sums(events: Sequence[Event], view: View, grades: frozenset[GradeName]) -> dict[str, Sum]:
    """Return the sums of each measure over the events of some grades.

    An event that has parts counts them in: of its own toll and the sum of its parts' the higher is taken, not both.
    """
    counted = {event.id: event for event in events if event.grade.happened in grades}
    parts: dict[str, list[Event]] = {}
    for event in counted.values():
        if event.part_of in counted and event.part_of is not None:
            parts.setdefault(event.part_of, []).append(event)
    wholes = [event for event in counted.values() if event.part_of not in counted]
    found = {}
    for measure in MEASURES:
        values = [value for event in wholes if (value := _with_parts(event, parts, measure, view))]
        if values:
            found[measure] = Sum(
                low=sum(v.low for v in values),
                best=sum(v.best for v in values),
                high=_added([v.high for v in values]),
                of=len(values),
            )
    return found


def _with_parts(event: Event, parts: Mapping[str, Sequence[Event]], measure: str, view: View) -> EventFigure | None:
    own = valued(event, measure, view)
    of_parts = [v for part in parts.get(event.id, ()) if (v := _with_parts(part, parts, measure, view))]
    if not of_parts:
        return own
    summed = EventFigure(
        low=sum(v.low for v in of_parts), best=sum(v.best for v in of_parts), high=_added([v.high for v in of_parts]),
    )
    if own is None:
        return summed
    high = None if own.high is None or summed.high is None else max(own.high, summed.high)
    return EventFigure(low=max(own.low, summed.low), best=max(own.best, summed.best), high=high)


def _added(highs: Sequence[int | None]) -> int | None:
    known = [high for high in highs if high is not None]
    return sum(known) if len(known) == len(highs) else None


def _inside(events: Sequence[Event], bounds: Bounds) -> tuple[list[Event], Counter[str]]:
    """The events that lie wholly within bounds, and how many others that count something do not, by reason."""
    inside, left_out = [], Counter[str]()
    for event in events:
        reason = _outside(event, bounds)
        if reason is None:
            inside.append(event)
        elif reason and event.figures:
            left_out[reason] += 1
    return inside, left_out


def _outside(event: Event, bounds: Bounds) -> str | None:
    """Why an event is not counted: null where it is, empty where it has nothing to do with these bounds."""
    when, first, last = event.when, bounds.since or dt.date.min, bounds.until or dt.date.max
    dated = when is not None and when.earliest is not None and when.latest is not None
    if dated and when and when.earliest and when.latest and (when.latest < first or when.earliest > last):
        return ""
    if bounds.near:
        km = _km(event.where, bounds.near)
        if km is None:
            return "without a place"
        if km > bounds.near[2]:
            return ""
    if (bounds.since or bounds.until) and not dated:
        return "without a day"
    if dated and when and when.earliest and when.latest and (when.earliest < first or when.latest > last):
        return "partly in the period"
    # The toll of each day in the span stands in events of its own.
    return "told as totals since an earlier day" if when and when.cumulative else None


def _km(where: Where | None, near: tuple[float, float, float]) -> float | None:
    if where is None or where.lat is None or where.lon is None:
        return None
    return distance_km(where.lat, where.lon, near[0], near[1])


def _of_levels(found: Mapping[tuple[str, str], Levels], nature: str) -> dict[str, Sum]:
    """The levels of one nature, by measure, added over places."""
    return {
        measure: Sum(
            low=sum(level.low for level in of.added), best=sum(level.best for level in of.added),
            high=_added([level.high for level in of.added]), of=len(of.added),
        )
        for (told, measure), of in found.items() if told == nature
    }  # fmt: skip


def _levelled(
    events: Sequence[Event], claims: Iterable[Claim], bounds: Bounds, left_out: Counter[str],
) -> list[Claim]:
    """The claims within bounds that tell a level and that nobody disputes; the others are noted as left out."""
    told = {claim.id: claim for claim in claims if has_level(claim) and _tells_of(claim, bounds)}
    disputed = {
        claim.id: event.grade.happened
        for event in events if event.grade.happened in DISPUTED for claim in event.claims if claim.id in told
    }  # fmt: skip
    left_out.update(f"{grade} levels" for grade in disputed.values())
    return [claim for name, claim in told.items() if name not in disputed]


def _tells_of(claim: Claim, bounds: Bounds) -> bool:
    """Whether a claim says how things were on a day and at a place within bounds."""
    day = claim.when.latest if claim.when else None
    if not day or not claim.where or not affirms(claim):
        return False
    km = _km(claim.where, bounds.near) if bounds.near else None
    near = not bounds.near or (km is not None and km <= bounds.near[2])
    return near and (bounds.since or dt.date.min) <= day <= (bounds.until or dt.date.max)


RULES: dict[str, tuple[View, frozenset[GradeName]]] = {
    "corroborated events, lowest counts": ("conservative", frozenset({"corroborated"})),
    "corroborated events, usual counts": ("representative", frozenset({"corroborated"})),
    "all but contested, lowest counts": ("conservative", frozenset({"single", "echoed", "corroborated"})),
    "all but contested, usual counts": ("representative", frozenset({"single", "echoed", "corroborated"})),
    "all but contested, highest counts": ("informative", frozenset({"single", "echoed", "corroborated"})),
    "contested too, usual counts": ("representative", frozenset({"single", "echoed", "corroborated", "contested"})),
    "contested too, highest counts": ("informative", frozenset({"single", "echoed", "corroborated", "contested"})),
}
"""The rules that totals are compared under."""


def _sensitivity(events: Sequence[Event]) -> dict[str, dict[str, int]]:
    return {
        rule: {measure: found.best for measure, found in sums(events, view, grades).items()}
        for rule, (view, grades) in RULES.items()
    }
