"""Readings of lengths of time and of what recurs."""

import re

from crossbearing.language import normalise
from crossbearing.times.context import Context
from crossbearing.times.meaning import Meaning, duration, length, point, unplaced
from crossbearing.times.numbers import amount
from crossbearing.times.readings.got import Got
from crossbearing.times.readings.report import several

LASTING = re.compile(r"\bfor (?:(?:about|almost|around|at|least|less|more|nearly|over|roughly|some|than) )*$")
"""What stands before a length of time that lasts."""


def measured(got: Got, context: Context) -> Meaning | None:
    """A number of units: "three days", "several weeks", "a 10-hour"."""
    unit = got.value("units")
    count = got.amount() if got.has("amount") else 0
    word = got.caught.get("amount", "")
    if unit == "S" and (word in ("a", "an") or (got.word("units") == "second" and not word.isdigit())):
        return None
    if unit == "Q" and (word in ("a", "an", "one") or context.after.startswith("of ")):
        return None
    count = count if count is None else count + got.given.get("extra", 0)
    lasting = LASTING.search(context.before) is not None and context.is_perfect
    if lasting or (unit == "H" and context.before.endswith("in ") and context.direction == "past"):
        # "has been cut off for two months" lasts until the report; "killed in 24 hours" counts back from it.
        return several(count, unit, -1, context)
    return duration(count, unit)


def age(got: Got, context: Context) -> Meaning | None:
    """How old a thing is ("the 8-month-old truce"), which counts back from the report."""
    return several(got.amount(), got.value("units"), -1, context)


def span_of_accounts(got: Got, context: Context) -> Meaning | None:
    """Read "the year ended March 31": a year long, whichever it is called; a quarter is the one told of."""
    if got.value("units") == "Q" and context.compared:
        return point(context.compared)
    return duration(1, got.value("units"))


def two(got: Got, _context: Context) -> Meaning | None:
    """Two units told in one word."""
    return duration(2, got.value("duals"))


def one(got: Got, _context: Context) -> Meaning | None:
    """Read "week-long": one unit."""
    return duration(1, got.value("units")) if got.value("units") != "S" else None


def between(got: Got, _context: Context) -> Meaning | None:
    """From one number of units to another: told by the lower ("two to three weeks")."""
    return duration(amount(got.words, got.word("number")), got.value("units"))


def unit_alone(got: Got, context: Context) -> Meaning | None:
    """Units without a number: "months of fighting"."""
    if got.word("units") not in {normalise(word).text for word in got.given["only"]}:
        return None
    if LASTING.search(context.before) and context.is_perfect:
        return several(None, got.value("units"), -1, context)
    return duration(None, got.value("units"))


def every(got: Got, _context: Context) -> Meaning | None:
    """What recurs in every unit: "every day", "each year"."""
    unit = got.value("units")
    count = got.amount() if got.has("amount") else 1
    return unplaced(length(count, unit), kind="SET")


def a_unit(got: Got, context: Context) -> Meaning | None:
    """Read "a year": a rate behind an amount ("$3 million a year", "twice a week"), else a length of time."""
    unit = got.value("units")
    if unit in {"S", "Q"}:
        return None
    before = context.before.split()
    rate = bool(before) and (before[-1] in got.given["rate_after"] or before[-1].isdigit())
    return unplaced(length(1, unit), kind="SET") if rate else duration(1, unit)


def every_named(got: Got, _context: Context) -> Meaning | None:
    """A weekday, month, season or part of the day that recurs: "every Friday", "each July"."""
    if got.has("weekdays"):
        value = f"XXXX-WXX-{got.value('weekdays') + 1}"
    elif got.has("months"):
        value = f"XXXX-{got.value('months'):02d}"
    elif got.has("seasons"):
        value = f"XXXX-{got.value('seasons')}"
    else:
        value = f"XXXX-XX-XXT{got.value('parts')}"
    return unplaced(value, kind="SET")


def frequency(got: Got, _context: Context) -> Meaning | None:
    """An adverb of repetition."""
    return unplaced(got.value("frequencies"), kind="SET")
