"""Views: which value an event is published with where its reports differ. Nothing is averaged, no view hides another.

After the rules by which the R package eventreport (Sebastian van Baalen) aggregates reports, in our own words.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Literal

from crossbearing.records import Event, EventFigure, GradeName, ReportFigure
from crossbearing.weighing.figures import counted

View = Literal["conservative", "representative", "informative"]
VIEWS: dict[View, str] = {
    "conservative": "the lowest count that any report gives; only events that two independent roots tell of",
    "representative": "the count that most reports give, reprints aside; every event but contested and discounted ones",
    "informative": "the highest count that any report gives; every event but contested and discounted ones",
}
"""Each view with its definition."""
ADDED: dict[View, frozenset[GradeName]] = {
    "conservative": frozenset({"corroborated"}),
    "representative": frozenset({"single", "echoed", "corroborated"}),
    "informative": frozenset({"single", "echoed", "corroborated"}),
}
"""Grades of the events that a view's totals add up; contested ones always stand beside the total."""


def valued(event: Event, measure: str, view: View) -> EventFigure | None:
    """Return what an event counts of a measure in a view: `best` by the rule, within the bounds that reports give.

    What some reports only imply is put aside as in the event's own figure. Null where no report counts it.
    """
    figure = event.figures.get(measure)
    if figure is None:
        return None
    told = _told(event, measure, figure)
    best = _best(told, view) if told else figure.best
    high = figure.high if figure.high is None else max(figure.high, best)
    return EventFigure(low=min(figure.low, best), best=best, high=high, claims=figure.claims)


def _told(event: Event, measure: str, figure: EventFigure) -> Sequence[ReportFigure]:
    """What the reports that count give; reprints aside, unless only they count."""
    ids, holding = frozenset(figure.claims), dict[str, list[str]]()
    for claim in event.claims:
        if claim.id in ids:
            holding.setdefault(claim.report, []).append(claim.id)
    told = [r for r, _ in counted([(r, holding.get(r.id, ())) for r in event.reports if measure in r.figures])]
    return [r.figures[measure] for r in [r for r in told if r.reprint_of is None] or told]


def _best(told: Sequence[ReportFigure], view: View) -> int:
    lows = [figure.low for figure in told]
    if view == "conservative":
        return min(lows)
    if view == "informative":
        return max(lows)
    often = Counter(lows)
    return max(often, key=lambda low: (often[low], low))


def divergence(conservative: int, informative: int) -> float:
    """Return how far two views lie apart: 0 where they are equal, 1 where the lower is nothing beside the higher.

    >>> divergence(12, 12), divergence(5, 20)
    (0.0, 0.75)
    """
    return 1 - conservative / informative if informative else 0.0
