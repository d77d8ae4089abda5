"""Tolls that exclude each other."""

from collections.abc import Sequence
from itertools import combinations, product
from typing import Literal

from crossbearing.records import Contradiction
from crossbearing.weighing.contradictions.voices import Position, Voice, row
from crossbearing.weighing.counts import Interval, bounds, exclude, figures_of
from crossbearing.weighing.figures import report_figure

TWOFOLD = 1.9
"""How far apart lead figures of different roots are when they contradict although their bounds could both hold."""


def tolls(voices: Sequence[Voice], measure: Literal["killed", "injured"]) -> list[Contradiction]:
    """Return the pairs of tolls that exclude each other, or of dead that differ about twofold, told by different roots.

    Tolls of one root are updates of each other, and so is a toll that its report calls an update.
    """
    told: dict[Interval, list[Position]] = {}
    for voice in voices:
        held = voice.holding(measure)
        figure = report_figure(held, measure)
        if figure is not None:
            value = (figure.low, figure.high)
            claims = tuple(c for c in held if any((f.low, f.high) == value for f in figures_of(c, measure)))
            told.setdefault(value, []).append(Position(bounds(value), voice, claims))
    rows = []
    for one, two in combinations(sorted(told, key=lambda v: (v[0], v[1] is None, v[1] or 0)), 2):
        if exclude(one, two) or (measure == "killed" and two[0] >= TWOFOLD * max(one[0], 1)):
            opposing = [pair for pair in product(told[one], told[two]) if _stand_apart(*pair)]
            if opposing:
                rows.append(row(measure, opposing))
    return rows


def _stand_apart(a: Position, b: Position) -> bool:
    known = bool(a.roots) and bool(b.roots) and not a.roots & b.roots
    return known and not a.voice.updates and not b.voice.updates
