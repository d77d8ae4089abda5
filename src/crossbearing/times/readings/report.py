"""Readings that count from the day of the report: today, last month, three weeks ago, in two years."""

import datetime as dt

import msgspec

from crossbearing.times.calendar import Grain, Period, containing, moved
from crossbearing.times.context import Context
from crossbearing.times.meaning import CLOCK_UNITS, Meaning, duration, point, timed, unplaced
from crossbearing.times.readings.got import Got

GRAINS: dict[str, Grain] = {
    "D": "day", "NI": "day", "WE": "weekend", "W": "week", "FN": "week", "M": "month", "Q": "quarter", "H6": "half",
    "Y": "year", "DE": "decade", "CE": "century",
}
UNPLACED = {
    "day": "XXXX-XX-XX", "weekend": "XXXX-WXX-WE", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "half": "XXXX-HX", "year": "XXXX", "decade": "XXX", "century": "XX", "season": "XXXX-XX",
}
"""TimeML values of spans whose report has no date."""

FEW: dict[str, tuple[int, int]] = {"D": (2, 7), "W": (2, 8), "M": (2, 12), "Y": (2, 10)}
"""The counts that "several" and "a few" are taken for, as bounds."""
MONTHS_PER = {"M": 1, "Q": 3, "H6": 6, "Y": 12, "DE": 120, "CE": 1200}
DAYS_PER = {"D": 1, "NI": 1, "WE": 7, "W": 7, "FN": 14}


def day(got: Got, context: Context) -> Meaning | None:
    """Today, yesterday, tomorrow and their neighbours, with a part of the day where one is given."""
    here = context.here("day")
    found = point(here.shifted(got.given["days"])) if here else unplaced(UNPLACED["day"])
    part = got.value("parts") if got.has("parts") else got.given.get("part")
    return timed(found, part) if part else found


def overnight(_got: Got, context: Context) -> Meaning | None:
    """The night before the report, which lies on two days."""
    here = context.spoken_day_here() or context.here("day")
    if here is None:
        return timed(unplaced(UNPLACED["day"]), "NI")
    before = here.shifted(-1)
    told = timed(point(here), "NI")
    return Meaning(
        timex=told.timex, kind="TIME", edtf=f"[{before.edtf}..{here.edtf}]", earliest=before.first, latest=here.last,
        period=here, part="NI",
    )


def near(got: Got, context: Context) -> Meaning | None:
    """The last, this or the next week, month, quarter, year ..."""
    grain = GRAINS.get(got.value("units"))
    step = got.value("directions")
    if got.word("units") in got.words.plurals:
        return several(None, got.value("units"), step, context)
    if grain in ("decade", "century") and step:
        # "over the past decade" is told of the ten years up to now.
        return several(1, got.value("units"), step, context)
    if grain is None:
        return None
    here = context.here(grain)
    if here is None:
        return unplaced(UNPLACED[grain])
    if grain == "weekend" and step == -1 and context.today and context.today.weekday() < 5:
        return point(here.shifted(-1))
    found = point(here.shifted(step), loose=False)
    if got.word("directions") == "past" and grain != "weekend":
        # "in the past week" is told of the seven days up to now, whatever TimeML calls them.
        lately = several(1, got.value("units"), step, context)
        return msgspec.structs.replace(found, edtf=lately.edtf, earliest=lately.earliest, latest=lately.latest)
    return found


def this_one(got: Got, context: Context) -> Meaning | None:
    """This week, month, year, where the word for "this" is no direction that other spans take ("hadha")."""
    grain = GRAINS.get(got.value("units"))
    if grain is None:
        return None
    here = context.here(grain)
    return point(here) if here else unplaced(UNPLACED[grain])


def two(got: Got, context: Context) -> Meaning | None:
    """Two units before or after the report, told in one word."""
    return _counted(2, got.value("duals"), got.given["sign"], context)


def latest(got: Got, context: Context) -> Meaning | None:
    """The latest quarter: the one told of so far, else the one before the report's."""
    grain = GRAINS[got.value("units")] if got.has("units") else "quarter"
    spoken = (context.compared if grain == "quarter" else None) or context.spoken(grain)
    if spoken:
        return point(spoken)
    here = context.here(grain)
    return point(here.shifted(-1)) if here else unplaced(UNPLACED[grain])


def counted(got: Got, context: Context) -> Meaning | None:
    """A number of units before or after the report: "three weeks ago", "two days from now"."""
    if not got.has("amount"):
        count: float | None = 1
    else:
        count = got.amount()
    return _counted(count, got.value("units"), got.given["sign"], context)


def _counted(count: float | None, unit: str, sign: int, context: Context) -> Meaning | None:
    if unit == "Y" and count == 1 and sign < 0 and context.compared:
        return point(context.compared.years_on(-1))
    if context.today is None:
        vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return unplaced(UNPLACED[GRAINS.get(unit, "day")] if count else vague)
    return away(context.today, count, unit, sign)


def away(day_: dt.date, count: float | None, unit: str, sign: int) -> Meaning | None:
    """Return what lies a number of units before (sign -1) or after a day, as coarse as its unit.

    >>> away(dt.date(2011, 6, 10), 3, "M", -1).timex, away(dt.date(2011, 6, 10), 2, "W", -1).edtf
    ('2011-03', '2011-05-27~')
    """
    if count is None:
        return _few(day_, unit, sign)
    if unit in CLOCK_UNITS:
        hours = {"H": 1.0, "MIN": 1 / 60, "S": 1 / 3600}[unit] * count
        return point(Period("day", moved(day_, days=sign * int(hours // 24))))
    if unit in DAYS_PER:
        days = round(DAYS_PER[unit] * count)
        there = Period("day", moved(day_, days=sign * days))
        if DAYS_PER[unit] == 1:
            return point(there)
        # Weeks are counted roughly: half a week to either side.
        return Meaning(
            timex=there.timex, edtf=f"{there.edtf}~", earliest=moved(there.first, days=-3),
            latest=moved(there.first, days=3), period=there,
        )
    months = MONTHS_PER[unit] * count
    if months != int(months):
        return None
    grain = GRAINS[unit] if count == int(count) else "month"
    return point(containing(grain, moved(day_, months=sign * int(months))))


def _few(day_: dt.date, unit: str, sign: int) -> Meaning:
    value = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if unit not in FEW:
        return unplaced(value)
    low, high = FEW[unit]
    months, days = MONTHS_PER.get(unit, 0), DAYS_PER.get(unit, 0)
    ends = sorted(moved(day_, days=sign * days * count, months=sign * months * count) for count in (low, high))
    return Meaning(
        timex=value, edtf=f"[{ends[0].isoformat()}..{ends[1].isoformat()}]", earliest=ends[0], latest=ends[1]
    )


def stretch(got: Got, context: Context) -> Meaning | None:
    """The last or the next several units ("the last three months"): a length that ends or begins with the report."""
    return several(got.amount(), got.value("units"), got.value("directions"), context)


def several(count: float | None, unit: str, step: int, context: Context) -> Meaning:
    """Return a length of time that ends (step -1) or begins (step 1) with the report."""
    found = duration(count, unit)
    if context.today is None or step == 0:
        return found
    today = context.today
    if unit in CLOCK_UNITS:
        hours = (count or 1) * {"H": 1.0, "MIN": 1 / 60, "S": 1 / 3600}[unit]
        other = moved(today, days=step * -(-int(hours) // 24))
        found = duration(count / 24, "D") if unit == "H" and count and count % 24 == 0 else found
    else:
        many = FEW.get(unit, (2, 10))[1] if count is None else count
        other = moved(
            today, days=step * round(DAYS_PER.get(unit, 0) * many), months=step * round(MONTHS_PER.get(unit, 0) * many)
        )
    # What lies ahead begins tomorrow.
    first, last = sorted((moved(today, days=1) if step > 0 and other > today else today, other))
    mark = "~" if count is None else ""
    edges = (f"{first.isoformat()}{mark if step < 0 else ''}", f"{last.isoformat()}{mark if step > 0 else ''}")
    return msgspec.structs.replace(found, edtf="/".join(edges), earliest=first, latest=last)
