"""What an event's accounts count: per report, and over all of them."""

from collections.abc import Sequence
from typing import TypeVar

from crossbearing.records import UNTOLD, Claim, EventFigure, Figure, ReportFigure
from crossbearing.weighing.counts import Interval, figures_of, most_told
from crossbearing.weighing.people import Told, befalls, distinct, people_of, same_person
from crossbearing.weighing.settings import settings
from crossbearing.weighing.words import stems

Given = TypeVar("Given")
MEASURES = ("killed", "injured", "arrested", "abducted", "displaced", "present", "capacity", "vehicles", "weapons")


def counts(claims: Sequence[Claim], measure: str) -> list[tuple[Claim, Interval]]:
    """Return the count of a measure that each claim gives for what happened, with its claim, in the order given.

    Several groups that one claim counts ("four guards and a cook") are added up; parts of a whole are left out, also
    where a headline tells the part alone ("eleven children die" over "fifteen people, eleven of them children").
    """
    parts = {_group(f) for c in claims for f in c.figures if f.measure == measure and f.part_of_whole}
    found = []
    for claim in claims:
        if claim.polarity == "affirmed" and claim.certainty not in UNTOLD:
            groups = {f.span: f for f in figures_of(claim, measure) if _group(f) not in parts}.values()
            if groups:
                highs = [f.high for f in groups]
                high = None if None in highs else sum(h for h in highs if h is not None)
                found.append((claim, (sum(f.low for f in groups), high)))
    return found


def _group(figure: Figure) -> tuple[int, int | None, str]:
    """A count with the last word of whom it counts."""
    return figure.low, figure.high, (stems(figure.group or "")[-1:] or [""])[0]


def report_figure(claims: Sequence[Claim], measure: str) -> ReportFigure | None:
    """Return the count one report gives: what it tells most often; of equals the highest. Null where it gives none.

    Where it gives no number but tells of people one by one, there are at least as many as can be told apart; a number
    of one ("a boy was killed") yields to them too. A death told without either is at least one. Who was shot and is
    not told of as dead is injured, where the report counts no more as injured than one.
    """
    told = _told(claims, measure)
    if measure != "injured" or (told is not None and told.low > 1):
        return told
    wounded = _wounded(claims)
    return ReportFigure(low=wounded, high=wounded) if wounded else None


def _wounded(claims: Sequence[Claim]) -> int:
    """How many were hurt or shot and are not told of as dead: of the number shot, else one by one."""
    deeds = [c for c in claims if c.type == "shooting" and c.polarity == "affirmed" and c.certainty not in UNTOLD]
    numbers = [sum(f.low for f in figures_of(c, "other") if f.group is None or f.group in c.target) for c in deeds]
    told = _told(claims, "killed")
    dead = told.low if told is not None else 0
    killed, hurt = people_of(claims, "killed"), people_of(claims, "injured")
    alive = [one for one in distinct(hurt) if not any(same_person(a, b) for a in one for b in killed)]
    everyone = distinct([*killed, *hurt, *(Told(c.id, p) for c in deeds for p in c.people)])
    return max(max(numbers, default=0) - dead, len(alive), len(everyone) - dead)


def _told(claims: Sequence[Claim], measure: str) -> ReportFigure | None:
    often: dict[Interval, int] = {}
    given = counts(claims, measure)
    for _, interval in [each for each in given if not _rounded(each, measure)] or given:
        often[interval] = often.get(interval, 0) + 1
    singly = len(distinct(people_of(claims, measure)))
    if not often or max(low for low, _ in often) <= 1:
        single = max(singly, 1 if often else 0)
        if single:
            return ReportFigure(low=single, high=single)
        return ReportFigure(low=1, high=None) if any(befalls(claim, measure) for claim in claims) else None
    low, high = most_told(often)
    return ReportFigure(low=low, high=high)


def _rounded(given: tuple[Claim, Interval], measure: str) -> bool:
    """Whether a count is told by a round word alone ("dozens"), which yields to any number that the report gives."""
    return all(not settings().round.isdisjoint(f.text.lower().split()[-1:]) for f in figures_of(given[0], measure))


def counted(by_report: Sequence[tuple[Given, Sequence[str]]]) -> Sequence[tuple[Given, Sequence[str]]]:
    """Return what those reports give that count, where any does; else what all give.

    Each report comes with the ids of its claims that hold a count, if any: what a report only implies (somebody died)
    says nothing beside what others count.
    """
    return [given for given in by_report if given[1]] or by_report


def event_figure(by_report: Sequence[tuple[ReportFigure, Sequence[str]]]) -> EventFigure | None:
    """Return a measure over all reports: the lowest low, the highest high, and the low that most reports give.

    Each report comes with the ids of its claims. Of lows told equally often the higher is best, since tolls rise.
    """
    if not by_report:
        return None
    by_report = counted(by_report)
    lows = [figure.low for figure, _ in by_report]
    best = max(set(lows), key=lambda low: (lows.count(low), low))
    highs = [figure.high for figure, _ in by_report]
    known = [high for high in highs if high is not None]
    claims = tuple(sorted({c for _, ids in by_report for c in ids}))
    return EventFigure(low=min(lows), best=best, high=max(known) if len(known) == len(highs) else None, claims=claims)
