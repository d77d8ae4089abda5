"""Readings that count from what the text said before: the same day, two days earlier, the following month."""

import datetime as dt

import msgspec

from crossbearing.times.calendar import Grain, Period, containing
from crossbearing.times.context import Context
from crossbearing.times.meaning import CLOCK_UNITS, Meaning, point, timed, unplaced
from crossbearing.times.readings.got import Got
from crossbearing.times.readings.report import GRAINS, UNPLACED, away


def neighbour(got: Got, context: Context) -> Meaning | None:
    """The same, the previous or the following day, week, month ... as the one named last."""
    grain = GRAINS.get(got.value("units")) if got.has("units") else "day"
    if grain is None:
        return None
    named = _named(grain, context)
    found = point(named.shifted(got.given["step"])) if named else unplaced(UNPLACED[grain])
    part = got.value("parts") if got.has("parts") else got.given.get("part")
    return timed(found, part) if part else found


def _named(grain: Grain, context: Context) -> Period | None:
    """The span of a grain that was named last, or that holds the last day named; else the report's."""
    last = context.spoken(grain)
    if last:
        return last
    finer = context.spoken()
    if finer and finer.first >= _begin(grain, finer).first and finer.last <= _begin(grain, finer).last:
        return _begin(grain, finer)
    return context.here(grain)


def _begin(grain: Grain, period: Period) -> Period:
    return containing(grain, period.first)


def counted(got: Got, context: Context) -> Meaning | None:
    """A number of units before or after what was named last: "two days earlier", "a week later"."""
    count, unit = got.amount() if got.has("amount") else 1, got.value("units")
    sign = got.given["sign"]
    if unit == "Y" and count == 1 and sign < 0 and context.compared:
        return point(context.compared.years_on(-1))
    if unit in CLOCK_UNITS:
        return None
    if count is None:
        return few(got, context)
    day = _counted_from(context, sign, *(("day", "week", "month", "year") if unit in ("M", "Y", "DE") else ("day",)))
    if day is None:
        return unplaced(UNPLACED[GRAINS[unit]])
    found = away(day, count, unit, sign)
    return msgspec.structs.replace(found, compares=unit == "Y" and sign < 0) if found else None


def few(got: Got, context: Context) -> Meaning | None:
    """Several units before or after the day named last: "several days earlier", "weeks before"."""
    if got.word("units") not in got.words.plurals:
        return None
    sign = got.given["sign"]
    day = _counted_from(context, sign, "day")
    found = away(day, None, got.value("units"), sign) if day else None
    return _told(found, context) if found else unplaced("PAST_REF" if sign < 0 else "FUTURE_REF")


def _counted_from(context: Context, sign: int, *grains: Grain) -> dt.date | None:
    """The first day of the span named last, else the report's day; null for what happened later than nobody says what.

    What a sentence tells as past did not happen "two days later" than the report.
    """
    named = context.spoken(*grains)
    if named:
        return named.first
    return context.today if sign < 0 or context.direction != "past" else None


def _told(found: Meaning, context: Context) -> Meaning:
    """What came later, no later than the report where the sentence tells of what was."""
    if context.direction != "past" or context.today is None or found.earliest is None or found.latest is None:
        return found
    if found.latest <= context.today:
        return found
    if found.earliest > context.today:
        return unplaced(found.timex)
    edtf = f"[{found.earliest.isoformat()}..{context.today.isoformat()}]"
    return msgspec.structs.replace(found, edtf=edtf, latest=context.today)


def definite(got: Got, context: Context) -> Meaning | None:
    """The week, the month, the quarter that is spoken of; nothing where the text named none."""
    unit = got.value("units")
    grain = GRAINS.get(unit)
    if grain is None or got.word("units") in got.words.plurals:
        return None
    if grain == "weekend":
        return weekend(got, context)
    if grain == "quarter":
        named = context.compared or context.spoken(grain)
        here = context.here(grain)
        return point(named) if named else point(here.shifted(-1)) if here else unplaced(UNPLACED[grain])
    if grain in ("week", "month", "year"):
        here = context.here(grain)
        return point(here) if here else unplaced(UNPLACED[grain])
    return None


def weekend(_got: Got, context: Context) -> Meaning | None:
    """The weekend that is spoken of: the last that has begun, or the next where the sentence tells of what will be."""
    here = context.here("weekend")
    if here is None or context.today is None:
        return unplaced(UNPLACED["weekend"])
    back = here if here.first <= context.today else here.shifted(-1)
    return point(here if context.direction == "future" else back)


def year_before(_got: Got, context: Context) -> Meaning | None:
    """The like span of the year before: "the year-ago quarter", "the corresponding period last year"."""
    if context.compared:
        return point(context.compared.years_on(-1))
    here = context.here("year")
    if here is None:
        return unplaced(UNPLACED["year"])
    return msgspec.structs.replace(point(here.shifted(-1)), compares=True)


def then(_got: Got, context: Context) -> Meaning | None:
    """The time named last: "since then", "until then"."""
    named = context.spoken()
    return point(named) if named else unplaced("PAST_REF")
