"""Tolls that exclude each other."""

from collections.abc import Sequence
from itertools import combinations, product
from typing import Literal

from crossbearing.actors import opposed
from crossbearing.actors.tables import actors
from crossbearing.records import Contradiction
from crossbearing.weighing.contradictions.voices import Position, Voice, row
from crossbearing.weighing.counted import counts_others, of_the_event
from crossbearing.weighing.counts import Interval, bounds, exclude, figures_of
from crossbearing.weighing.figures import report_figure
from crossbearing.weighing.labels import when_of

TWOFOLD = 1.9
"""How far apart lead figures of different roots are when they contradict although their bounds could both hold."""
RISING_DAYS = 3
"""Days after a report within which a higher toll, short of twofold, is that of later hours."""


def tolls(voices: Sequence[Voice], measure: Literal["killed", "injured"]) -> list[Contradiction]:
    """Return the pairs of tolls that exclude each other, or of dead that differ about twofold, told by different roots.

    Tolls of one root are updates of each other, and so is a toll that its report calls an update or that is somewhat
    higher in a report of the next days. Counts of others, or of some of them, exclude nothing.
    """
    when = when_of([claim for voice in voices for claim in voice.claims])
    told: dict[Interval, list[Position]] = {}
    for voice in voices:
        held = of_the_event(voice.holding(measure), when)
        figure = report_figure(held, measure)
        if figure is not None:
            value = (figure.low, figure.high)
            claims = tuple(c for c in held if any((f.low, f.high) == value for f in figures_of(c, measure)))
            told.setdefault(value, []).append(Position(bounds(value), voice, claims))
    rows = []
    for one, two in combinations(sorted(told, key=lambda v: (v[0], v[1] is None, v[1] or 0)), 2):
        twofold = two[0] >= TWOFOLD * max(one[0], 1)
        if exclude(one, two) or (measure == "killed" and twofold):
            opposing = [
                (low, high) for low, high in product(told[one], told[two])
                if _stand_apart(low, high) and (twofold or not _later_hours(low, high))
                and not counts_others(low.claims, high.claims, measure)
            ]  # fmt: skip
            if opposing:
                rows.append(row(measure, opposing))
    return rows


def _stand_apart(a: Position, b: Position) -> bool:
    known = bool(a.roots) and bool(b.roots) and not a.roots & b.roots
    return known and not a.voice.updates and not b.voice.updates


def _later_hours(low: Position, high: Position) -> bool:
    """Whether the higher toll is that of a report of the next days, since tolls rise; what opposed parties count is no
    update of each other.
    """
    one, two = low.voice.day, high.voice.day
    later = one is not None and two is not None and 0 < two - one <= RISING_DAYS
    named = [[a for root in sorted(p.roots) if (a := actors().get(root)) is not None] for p in (low, high)]
    return later and not any(opposed(a, b) for a, b in product(*named))
