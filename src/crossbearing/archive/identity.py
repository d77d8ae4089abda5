"""An event keeps its id as it grows; where events merge or split, an id that is no more leads on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

import msgspec

from crossbearing.records import Event, content_id


class Move(NamedTuple):
    """What became of an event: all of `old` went into `new`, or `new` was split off from it."""

    kind: Literal["merged", "split"]
    old: str
    new: str


def keep_ids(
    events: Sequence[Event], before: Iterable[tuple[str, Iterable[str]]],
) -> tuple[list[Event], list[Move]]:
    """Return events with the ids that those before them had, and what became of the ids that none has kept.

    `before` gives the id and the claims of each event that was there. An id goes to the event with most of its claims;
    of several for one event it keeps that of which it has most, of equals the first.
    """
    at = {claim.id: i for i, event in enumerate(events) for claim in event.claims}
    went = {old: Counter(at[claim] for claim in claims if claim in at) for old, claims in before}
    kept: dict[int, str] = {}
    done: set[str] = set()
    for _, old, i in sorted((-number, old, i) for old, counted in went.items() for i, number in counted.items()):
        if i not in kept and old not in done:
            kept[i] = old
            done.add(old)
    taken = set(went)
    named = []
    for i, event in enumerate(events):
        id_ = kept.get(i) or _fresh(event.id, taken)
        taken.add(id_)
        named.append(msgspec.structs.replace(event, id=id_))
    return named, _moves(went, named, done)


def _fresh(id_: str, taken: set[str]) -> str:
    """An id for a new event that no other has, made of its own."""
    name, number = id_, 1
    while name in taken:
        number += 1
        name = content_id("e", id_, number)
    return name


def _moves(went: Mapping[str, Counter[int]], named: Sequence[Event], kept: set[str]) -> list[Move]:
    moves = []
    inherited = {event.id for event in named} & kept
    for old, counted in sorted(went.items()):
        if not counted:
            continue
        most = min(counted, key=lambda i: (-counted[i], named[i].id))
        if old not in kept:
            moves.append(Move("merged", old, named[most].id))
        else:
            others = sorted(named[i].id for i in counted if named[i].id not in inherited)
            moves += [Move("split", old, other) for other in others]
    return moves
