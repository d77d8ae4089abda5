"""Readings of lengths of time and of what recurs."""

from crossbearing.times.context import Context
from crossbearing.times.meaning import Meaning, duration, length, point, unplaced
from crossbearing.times.numbers import amount
from crossbearing.times.readings.got import Got


def measured(got: Got, context: Context) -> Meaning | None:
    """A number of units: "three days", "several weeks", "a 10-hour"."""
    unit = got.value("units")
    count = got.amount() if got.has("amount") else 0
    word = got.caught.get("amount", "")
    if unit == "S" and (word in ("a", "an") or got.word("units") == "second" and not word.isdigit()):
        return None
    if unit == "Q" and (word in ("a", "an", "one") or context.after.startswith("of ")):
        return None
    extra = got.given.get("extra", 0)
    return duration(count if count is None else count + extra, unit)


def age(got: Got, context: Context) -> Meaning | None:
    """How old a thing is ("the 8-month-old truce"). Years are nearly always those of people, whose age is no time."""
    return duration(got.amount(), got.value("units")) if got.value("units") != "Y" else None


def span_of_accounts(got: Got, context: Context) -> Meaning | None:
    """ "the year ended March 31": a year long, whichever the calendar calls it; the quarter is the one told of."""
    if got.value("units") == "Q" and context.compared:
        return point(context.compared)
    return duration(1, got.value("units"))


def between(got: Got, context: Context) -> Meaning | None:
    """From one number of units to another: told by the lower ("two to three weeks")."""
    return duration(amount(got.words, got.word("number")), got.value("units"))


def unit_alone(got: Got, context: Context) -> Meaning | None:
    """Units without a number: "months of fighting"."""
    if got.word("units") not in got.given["only"]:
        return None
    return duration(None, got.value("units"))


def every(got: Got, context: Context) -> Meaning | None:
    """What recurs in every unit: "every day", "each year"."""
    unit = got.value("units")
    count = got.amount() if got.has("amount") else 1
    return unplaced(length(count, unit), kind="SET")


def a_unit(got: Got, context: Context) -> Meaning | None:
    """ "a year": a rate behind an amount ("$3 million a year", "twice a week"), else a length of time."""
    unit = got.value("units")
    if unit == "S" or unit == "Q":
        return None
    before = context.before.split()
    rate = bool(before) and (before[-1] in got.given["rate_after"] or before[-1].isdigit())
    return unplaced(length(1, unit), kind="SET") if rate else duration(1, unit)


def every_named(got: Got, context: Context) -> Meaning | None:
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


def frequency(got: Got, context: Context) -> Meaning | None:
    """An adverb of repetition."""
    return unplaced(got.value("frequencies"), kind="SET")
