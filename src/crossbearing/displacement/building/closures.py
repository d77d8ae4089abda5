"""From claims to closures: borders and crossings that somebody closed, and those that were opened again."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from crossbearing.displacement.building.counted import BELIEVED
from crossbearing.displacement.building.provenance import Trace
from crossbearing.displacement.building.rules import rules
from crossbearing.displacement.building.until import written
from crossbearing.displacement.instance import NEVER, Closure, Location
from crossbearing.places import country_name, distance_km
from crossbearing.places.names import name_key
from crossbearing.records import Claim, Report

FILE = "input_csv/closures.csv"
CROSSING = " (crossing)"
"""What stands behind the name of a crossing in an instance, since a town may have the same one."""


class Turned(msgspec.Struct, frozen=True, order=True):
    """That a border or a crossing was closed or opened on a day, as a claim tells."""

    date: dt.date
    opened: bool
    claim: str
    report: str


Gate = tuple[str, str]
"""What closes: the home country and another for the border between them, or a crossing and nothing."""


def find_closures(
    claims: Iterable[Claim], reports: Mapping[str, Report], places: Sequence[Location], start: dt.date, days: int,
) -> tuple[tuple[Closure, ...], list[Trace], list[str]]:
    """Return the closures of an instance, their traces, and what claims tell of borders that it does not have.

    A closure begins on the first day on which a believed claim may tell of it and lasts until one tells that the same
    border or crossing was opened, else for ever. What began before the period begins with it.
    """
    told: dict[Gate, list[Turned]] = {}
    lost = []
    for claim in claims:
        opened = _turns(claim, reports[claim.report])
        date = claim.when.earliest if claim.when and claim.when.earliest else written(reports[claim.report])
        if opened is None or date is None:
            continue
        gate = _gate(claim, places)
        if gate is None:
            lost.append(f"claim {claim.id} tells of a border that the instance does not have: it closes nothing")
        else:
            told.setdefault(gate, []).append(Turned(date, opened, claim.id, claim.report))
    closures, traces = [], []
    for gate, turns in sorted(told.items()):
        shut: dt.date | None = None
        for turn in [*sorted(turns), None]:
            if turn is not None and shut is None and not turn.opened:
                shut = turn.date
            elif shut is not None and (turn is None or turn.opened):
                first, last = (shut - start).days, (turn.date - start).days if turn else NEVER
                if first < days and (turn is None or last > 0):
                    closures.append(Closure(kind="country" if gate[1] else "location", a=gate[0], b=gate[1],
                                            start=max(first, 0), end=last))
                shut = None
        traces += [Trace(file=FILE, key=f"{' - '.join(filter(None, gate))} {turn.date.isoformat()}", field="open",
                         value=int(turn.opened), claim=turn.claim, report=turn.report) for turn in turns]
    return tuple(closures), traces, sorted(lost)


def _turns(claim: Claim, report: Report) -> bool | None:
    """Return whether a claim tells that a border was opened (true) or closed (false); null where it tells neither."""
    told = rules().closures
    words = re.findall(r"\w+", " ".join(claim.target).lower())
    if claim.polarity != "affirmed" or claim.certainty not in BELIEVED or not set(words) & set(told.borders):
        return None
    text = (report.title or "") if claim.located == "title" else report.text
    trigger = text[claim.trigger[0] : claim.trigger[1]].lower()
    if claim.type == "siege":
        return False
    return True if any(trigger.startswith(word) for word in told.opening) else None


def _gate(claim: Claim, places: Sequence[Location]) -> Gate | None:
    home = places[0].country
    hubs = [place for place in places if place.kind == "forward"]
    target = set(name_key(" ".join(claim.target)).split())
    for hub in hubs:
        own = set(name_key(hub.name.removesuffix(CROSSING)).split()) - set(rules().closures.borders)
        if own and own <= target:
            return hub.name, ""
    where = claim.where
    if where is not None and where.lat is not None and where.lon is not None and where.kind != "country":
        km, hub_name = min(((distance_km(where.lat, where.lon, hub.lat, hub.lon), hub.name) for hub in hubs),
                           default=(float("inf"), ""))
        return (hub_name, "") if km <= rules().closures.near_km else None
    abroad = sorted({place.country for place in places} - {home})
    there = country_name(where.country) if where is not None and where.country else home
    if there in abroad:
        return home, there
    # "Its border", told of the home country or of none: the only one there is.
    return (home, abroad[0]) if there == home and len(abroad) == 1 else None
