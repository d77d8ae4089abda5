"""An event keeps its id as it grows; where events merge or split, an id that is no more leads on."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from crossbearing.records import content_id


class Move(NamedTuple):
    """What became of an event: all of `old` went into `new`, or `new` was split off from it."""

    kind: Literal["merged", "split"]
    old: str
    new: str


class Telling(NamedTuple):
    """An event as its id depends on it: the id that it would have by itself, and its claims."""

    id: str
    claims: Sequence[str]


def keep_ids(
    events: Sequence[Telling], before: Iterable[Telling], is_taken: Callable[[str], bool],
) -> tuple[list[str], list[Move]]:
    """Return for each event the id that the one before it had, and what became of the ids that none has kept.

    An id goes to the event with most of its claims; of several for one event it keeps that of which it has most, of
    equals the first. `is_taken` tells whether an event that is in neither list has an id.
    """
    at = {claim: i for i, event in enumerate(events) for claim in event.claims}
    went = {event.id: Counter(at[claim] for claim in event.claims if claim in at) for event in before}
    kept: dict[int, str] = {}
    done: set[str] = set()
    for _, old, i in sorted((-number, old, i) for old, counted in went.items() for i, number in counted.items()):
        if i not in kept and old not in done:
            kept[i] = old
            done.add(old)
    taken = set(went)
    named = []
    for i, event in enumerate(events):
        named.append(kept.get(i) or _fresh(event.id, lambda id_: id_ in taken or is_taken(id_)))
        taken.add(named[-1])
    return named, _moves(went, named, done)


def _fresh(id_: str, is_taken: Callable[[str], bool]) -> str:
    """An id for a new event that no other has, made of its own."""
    name, number = id_, 1
    while is_taken(name):
        number += 1
        name = content_id("e", id_, number)
    return name


def _moves(went: Mapping[str, Counter[int]], named: Sequence[str], kept: set[str]) -> list[Move]:
    moves = []
    inherited = set(named) & kept
    for old, counted in sorted(went.items()):
        if not counted:
            continue
        most = min(counted, key=lambda i: (-counted[i], named[i]))
        if old not in kept:
            moves.append(Move("merged", old, named[most]))
        else:
            others = sorted(named[i] for i in counted if named[i] not in inherited)
            moves += [Move("split", old, other) for other in others]
    return moves
