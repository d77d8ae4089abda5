"""When two accounts lie."""

import datetime as dt

from crossbearing.weighing.comparisons.found import Found
from crossbearing.weighing.facts import Facts

FEW_DAYS, WEEKS = 4, 21
"""Gaps in days up to which accounts lie a few days or weeks apart."""
FOLLOWING_DAYS = 7
"""Days before its report within which a day may be that of an arrest or trial instead."""


def time(a: Facts, b: Facts) -> Found:
    """Compare when two accounts lie; where one gives no day, when they were reported."""
    if a.context is b.context and not (a.dated and b.dated):
        return _one_named(a, b)
    if a.days and b.days:
        if a.context is not b.context and (both := day_in_both(a, b)):
            return Found("same_day", x=dt.date.fromordinal(both).isoformat())
        first = max(a.days[0], b.days[0])
        gap = first - min(a.days[1], b.days[1])
        if gap <= 0:
            level = "overlap" if a.vague or b.vague else "same_day" if a.dated and b.dated else "carried_day"
            return Found(level, x=dt.date.fromordinal(first).isoformat())
        if follows(a, b) or follows(b, a):
            return Found("follow_up", x=str(gap))
        return Found("next_day" if gap == 1 else _gap(gap, "few_days", "weeks", "long"), x=str(gap))
    return _told(a, b)


def _one_named(a: Facts, b: Facts) -> Found:
    """Compare when two claims of one report lie of which at most one names its day: the other was told as news of the
    report's own day, with what went before, or as what another deed of its sentence answers. In a report of what came
    after, that may be the old deed itself.
    """
    if a.recalled != b.recalled and a.sentences == b.sentences:
        return Found("went_before")
    named, other = (a, b) if a.dated else (b, a)
    if not (named.dated and named.days and other.days) or a.context.aftermath:
        return Found("told_together")
    gap = max(named.days[0] - other.days[1], other.days[0] - named.days[1])
    return Found("told_together" if gap <= 1 else _gap(gap, "told_near", "told_later", "told_long_after"), x=str(gap))


def day_in_both(a: Facts, b: Facts) -> int | None:
    """The first day that the words of both accounts name, among whatever others."""
    shared = (max(x[0], y[0]) for x in a.named_days for y in b.named_days if max(x[0], y[0]) <= min(x[1], y[1]))
    return min(shared, default=None)


def _told(a: Facts, b: Facts) -> Found:
    one, two = a.context.day, b.context.day
    if one is None or two is None:
        return Found("told_near", x="?")
    gap = abs(one - two)
    days = a.days or b.days
    if days:
        told = two if a.days else one
        gap = max(days[0] - told, told - days[1], 0)
    level = "told_together" if gap <= 1 else _gap(gap, "told_near", "told_later", "told_long_after")
    return Found(level, x=str(gap))


def _gap(gap: int, few: str, weeks: str, more: str) -> str:
    return few if gap <= FEW_DAYS else weeks if gap <= WEEKS else more


def follows(later: Facts, earlier: Facts) -> bool:
    """Whether an account of a later day stands in a report of what came after (an arrest, a trial): its day may be
    that.
    """
    told = later.context.day
    if not later.days or not earlier.days or told is None or earlier.days[1] >= later.days[0]:
        return False
    return later.context.aftermath and told - later.days[1] <= FOLLOWING_DAYS


def days_meet(a: Facts, b: Facts) -> bool:
    """Whether two accounts may lie on the same day: one is undated, or their days overlap."""
    return a.days is None or b.days is None or max(a.days[0], b.days[0]) <= min(a.days[1], b.days[1])


def days_exclude(a: Facts, b: Facts) -> bool:
    """Whether two accounts, each with a day of its own words, cannot lie on one: two days and more apart, with no other
    day that both name, and neither report tells of what came after.
    """
    if not (a.days and b.days and a.dated and b.dated) or a.vague or b.vague or day_in_both(a, b) is not None:
        return False
    apart = max(a.days[0], b.days[0]) - min(a.days[1], b.days[1]) >= APART
    return apart and not follows(a, b) and not follows(b, a)


APART = 2
"""Days apart from which two dated accounts are of two happenings; reports round a night to either of its days."""
