"""What is otherwise in one reading than in another, and in one picture than in another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from crossbearing.records import Claim, Event, Picture, Reading, anchor_of
from crossbearing.records.judged import find_claim

HOW_IT_CAME = ("id", "report", "rules")
"""Fields of a claim that do not tell what it says."""


class Change(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that is otherwise: a record that is new or gone, or its fields that changed, each before and after.

    `was` is the id that a changed record had before, where that was another.
    """

    how: Literal["new", "gone", "changed"]
    what: Literal["report", "claim", "event"]
    id: str
    report: str | None = None
    was: str | None = None
    label: str = ""
    fields: dict[str, tuple[Any, Any]] = {}


def between_readings(old: Reading, new: Reading) -> Iterator[Change]:
    """Yield what is otherwise in the claims of two readings of one report: those of the new one, then what is gone.

    A claim of both is one that stands on the same words, as judgements find theirs.
    """
    before, gone = _matched(old, new)
    for claim in new.claims:
        if claim.id not in before:
            yield Change(how="new", what="claim", id=claim.id, report=new.report, label=_label(claim))
            continue
        was = before[claim.id]
        if fields := _fields(_said(was), _said(claim)):
            moved = was.id if was.id != claim.id else None
            yield Change(how="changed", what="claim", id=claim.id, report=new.report, was=moved, label=_label(claim),
                         fields=fields)
    for claim in gone:
        yield Change(how="gone", what="claim", id=claim.id, report=new.report, label=_label(claim))


def between_pictures(old: Picture, new: Picture) -> Iterator[Change]:
    """Yield what is otherwise in two pictures: reports, then the claims of those that both have, then events.

    An event of both is the one that shares most claims.
    """
    for id_ in sorted(old.reports.keys() ^ new.reports.keys()):
        yield Change(how="new" if id_ in new.reports else "gone", what="report", id=id_)
    now: dict[str, str] = {}
    for id_ in sorted(old.readings.keys() & new.readings.keys()):
        yield from between_readings(old.readings[id_], new.readings[id_])
        before, _ = _matched(old.readings[id_], new.readings[id_])
        now |= {claim.id: id_now for id_now, claim in before.items()}
    yield from _between_events(old.events, new.events, now)


def _between_events(old: Iterable[Event], new: Iterable[Event], now: Mapping[str, str]) -> Iterator[Change]:
    """`now` has for each claim of the old picture its id in the new one, where it is in both."""
    waiting = {event.id: event for event in old}
    event_of = {now[claim.id]: event.id for event in waiting.values() for claim in event.claims if claim.id in now}
    for event in new:
        shared = Counter(event_of[claim.id] for claim in event.claims if event_of.get(claim.id) in waiting)
        if not shared:
            yield Change(how="new", what="event", id=event.id, label=event.label)
            continue
        was = waiting.pop(min(shared, key=lambda id_: (-shared[id_], id_)))
        if fields := _fields(_told(was), _told(event)):
            moved = was.id if was.id != event.id else None
            yield Change(how="changed", what="event", id=event.id, was=moved, label=event.label, fields=fields)
    for event in waiting.values():
        yield Change(how="gone", what="event", id=event.id, label=event.label)


def _matched(old: Reading, new: Reading) -> tuple[dict[str, Claim], list[Claim]]:
    """Return for each claim of the new reading, by its id, the old one that it was; and the old ones that are gone."""
    left = {claim.id: claim for claim in new.claims}
    before: dict[str, Claim] = {}
    unmatched = []
    for claim in old.claims:
        if claim.id in left:
            before[claim.id] = claim
            del left[claim.id]
        else:
            unmatched.append(claim)
    gone = []
    for claim in unmatched:
        found = find_claim(anchor_of(claim), msgspec.structs.replace(new, claims=tuple(left.values())))
        if found is None:
            gone.append(claim)
        else:
            before[found.id] = claim
            del left[found.id]
    return before, gone


def _fields(old: dict[str, Any], new: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    return {name: (old[name], value) for name, value in new.items() if old[name] != value}


def _said(claim: Claim) -> dict[str, Any]:
    """Return what a claim says, by field."""
    said: dict[str, Any] = msgspec.to_builtins(claim)
    return {name: value for name, value in said.items() if name not in HOW_IT_CAME}


def _told(event: Event) -> dict[str, Any]:
    """Return what an event tells, without the ids of what it is made of: a newer reader's claims may have others."""
    return {
        "type": event.type, "label": event.label, "when": msgspec.to_builtins(event.when),
        "where": msgspec.to_builtins(event.where), "happened": event.grade.happened,
        "responsible": event.grade.responsible, "roots": [event.roots.low, event.roots.high],
        "figures": {name: [figure.low, figure.best, figure.high] for name, figure in event.figures.items()},
        "contradictions": [contradiction.field for contradiction in event.contradictions], "claims": len(event.claims),
    }


def _label(claim: Claim) -> str:
    told = f"{claim.certainty} {claim.type}"
    return f"{told} in {claim.where.name}" if claim.where else told
