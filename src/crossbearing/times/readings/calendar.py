"""Readings of what the calendar names: days, months, quarters, seasons, years, decades."""

import datetime as dt
from collections.abc import Iterable

import msgspec

from crossbearing.times.calendar import Grain, Period, day_of, moved
from crossbearing.times.context import Context, Direction
from crossbearing.times.meaning import Meaning, point, timed, unplaced
from crossbearing.times.numbers import spoken_year
from crossbearing.times.printed import printed_dates
from crossbearing.times.readings.got import Got

FAR_FACTOR, FAR_DAYS = 2, 14
"""How much farther than the one on the other side a day may lie for the tense to decide."""
BY_DAY = frozenset({"MO", "AF"})
"""Parts of the day that no night begins with."""
CENTURY_SPLIT = 30
"""Two digits up to here lie in the 2000s."""


def nearest(spans: Iterable[Period], today: dt.date, direction: Direction, *, strict: bool = False) -> Period:
    """Return the span that is meant where its year is not told.

    A sentence that looks back means the last one begun, one that looks ahead the first one not over. But who means a
    day almost a year away says so: where the day on the other side is by far the nearer, it is taken against the tense,
    unless the words leave no doubt (`strict`: "the year ended March 31").

    >>> junes = [Period("day", dt.date(year, 6, 20)) for year in (2010, 2011)]
    >>> [nearest(junes, dt.date(2011, 6, 10), look).timex for look in ("past", "future")]
    ['2011-06-20', '2011-06-20']
    """
    spans = sorted(spans, key=lambda span: span.first)
    past = next((span for span in reversed(spans) if span.first <= today), spans[0])
    future = next((span for span in spans if span.last >= today), spans[-1])
    back, ahead = _distance(past, today), _distance(future, today)
    if direction == "past" and (strict or past.grain != "day" or back <= FAR_FACTOR * ahead + FAR_DAYS):
        return past
    if direction == "future" and ahead <= FAR_FACTOR * back + FAR_DAYS:
        return future
    return past if back <= ahead else future


def _distance(span: Period, day: dt.date) -> int:
    return max((span.first - day).days, (day - span.last).days, 0)


def day(got: Got, context: Context) -> Meaning | None:
    """A day of a month, with or without its year; a weekday beside it helps to find the year."""
    number = got.number("daynumber") if got.has("daynumber") else got.value("ordinals")
    month = got.value("months")
    if got.has("year"):
        found = day_of(got.number("year"), month, number)
        return point(found) if found else None
    if day_of(2000, month, number) is None:
        return None
    if context.today is None:
        value = f"XXXX-{month:02d}-{number:02d}"
        return unplaced(value, edtf=value)
    around = [day_of(context.today.year + step, month, number) for step in (-1, 0, 1)]
    days = [found for found in around if found]
    if got.has("weekdays"):
        days = [found for found in days if found.first.weekday() == got.value("weekdays")] or days
    if not days:
        return None
    strict = context.before.endswith("ended ")
    return point(nearest(days, context.today, context.direction, strict=strict), loose=True)


def day_range(got: Got, context: Context) -> Meaning | None:
    """Several days of one month ("June 3-6", "between 3 and 6 June"): the interval from the first to the last."""
    year = got.number("year") if got.has("year") else None
    first, last = got.number("daynumber"), got.number("daynumber2")
    if year is None:
        if context.today is None:
            return None
        around = [day_of(context.today.year + step, got.value("months"), first) for step in (-1, 0, 1)]
        year = nearest([found for found in around if found], context.today, context.direction).first.year
    begin, end = day_of(year, got.value("months"), first), day_of(year, got.value("months"), last)
    if begin is None or end is None or end.first <= begin.first:
        return None
    value = f"{begin.timex}/{end.timex}"
    return Meaning(timex=value, edtf=value, earliest=begin.first, latest=end.last, period=end)


def digits(got: Got, _context: Context) -> Meaning | None:
    """A full date in digits."""
    found = next(printed_dates(got.word("datedigits")), None)
    return point(Period("day", found.day)) if found else None


def month(got: Got, context: Context) -> Meaning | None:
    """A month, with or without its year."""
    number = got.value("months")
    if got.has("year") or got.has("spokenyear"):
        return point(Period("month", dt.date(_year_of(got), number, 1)))
    if got.caught["months"] in got.given.get("never_alone", ()):
        return None
    if context.today is None:
        return unplaced(f"XXXX-{number:02d}", edtf=f"XXXX-{number:02d}")
    around = [Period("month", dt.date(context.today.year + step, number, 1)) for step in (-1, 0, 1)]
    direction = context.direction
    if got.has("directions"):
        step = got.value("directions")
        if step < 0:
            around = [span for span in around if span.last < context.today]
        elif step > 0:
            around = [span for span in around if span.first > context.today]
        direction = "past" if step < 0 else "future" if step > 0 else "open"
    return point(nearest(around, context.today, direction), loose=True)


def part_of_month(got: Got, context: Context) -> Meaning | None:
    """The first or the last week of a month, or its days, which are taken for a third of it."""
    whole = month(got, context)
    if whole is None or whole.earliest is None or whole.latest is None:
        return whole
    days = {"W": 7, "WE": 7}.get(got.value("units"), 10) - 1
    if got.given["part"] == "first":
        return msgspec.structs.replace(whole, latest=moved(whole.earliest, days=days))
    return msgspec.structs.replace(whole, earliest=moved(whole.latest, days=-days))


def weekday(got: Got, context: Context) -> Meaning | None:
    """A day of the week: the last one in a text that looks back, the report's day included, else the next."""
    name = "weekdays" if got.has("weekdays") else "genitives"
    number = got.value(name)
    if got.caught[name] in got.given.get("never_alone", ()):
        return None
    return _weekday(number, got.value("directions") if got.has("directions") else None, context)


def night_into(got: Got, context: Context) -> Meaning | None:
    """The night that ends on a weekday and lies on two days: "overnight into Friday", "late Thursday into Friday".

    What began by day is no night, but lies on both days as well: "Thursday afternoon into Friday".
    """
    number: int = got.words.weekdays[got.word("weekdays2")]
    if got.has("weekdays") and (got.value("weekdays") + 1) % 7 != number:
        return None  # "Monday into Friday" is more than a night
    by_day = got.has("parts") and got.value("parts") in BY_DAY
    morning = _weekday(number, None, context)
    if morning.period is None:
        return morning if by_day else timed(morning, "NI")
    evening = morning.period.shifted(-1)
    if by_day:
        value = f"{evening.timex}/{morning.timex}"
        return Meaning(timex=value, edtf=value, earliest=evening.first, latest=morning.latest, period=morning.period)
    told = timed(morning, "NI")
    return msgspec.structs.replace(told, edtf=f"[{evening.edtf}..{morning.edtf}]", earliest=evening.first)


def _weekday(number: int, step: int | None, context: Context) -> Meaning:
    """A weekday by its number, with the direction told (`step`) or none (null).

    "Last Friday" (-1) is the one before the report's day, "next Friday" (1) that of the week after. Any other is the
    last one where the clause looks back and the coming one where it looks ahead; where it does neither, "this Friday"
    (0) is the coming one and "Friday" the last.
    """
    if context.today is None:
        return unplaced(f"XXXX-WXX-{number + 1}")
    today = context.today
    back = (today.weekday() - number) % 7
    if step == -1:
        found = moved(today, days=-(back or 7))
    elif step == 1:
        found = moved(today, days=7 - today.weekday() + number)
    elif context.direction == "future" or (step == 0 and context.direction != "past"):
        found = moved(today, days=(number - today.weekday()) % 7)
    else:
        found = moved(today, days=-back)
    return point(Period("day", found), loose=step is None)


def year(got: Got, _context: Context) -> Meaning | None:
    """A year in digits or as it is spoken; "fiscal 1989" counts as that year."""
    number = _year_of(got)
    return point(Period("year", dt.date(number, 1, 1))) if 0 < number < dt.MAXYEAR else None


def _year_of(got: Got) -> int:
    for name in ("year", "lateryear"):
        if got.has(name):
            return got.number(name)
    return spoken_year(got.words, got.word("spokenyear" if got.has("spokenyear") else "newyear"))


def this_year(_got: Got, context: Context) -> Meaning | None:
    """The year of the report."""
    here = context.here("year")
    return point(here) if here else unplaced("XXXX")


def like_span_of_year(got: Got, context: Context) -> Meaning | None:
    """The quarter told of, in another year ("the 1988 quarter"); the year where no quarter is told of."""
    if context.compared:
        return point(context.compared.years_on(got.number("year") - context.compared.first.year))
    return year(got, context)


def decade(got: Got, _context: Context) -> Meaning | None:
    """A decade: "the 1980s", "the 80s", "the nineties"."""
    number = got.number("decadedigits") if got.has("decadedigits") else got.value("decades")
    if number < 100:
        number += 2000 if number < CENTURY_SPLIT else 1900
    return point(Period("decade", dt.date(number, 1, 1)))


def century(got: Got, _context: Context) -> Meaning | None:
    """A century by its number: the twentieth is 19XX."""
    number = got.value("ordinals")
    return point(Period("century", dt.date((number - 1) * 100, 1, 1))) if number > 1 else None


def season(got: Got, context: Context) -> Meaning | None:
    """A season, with its year, with "last" or "next", or alone."""
    first_month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[got.value("seasons")]
    if got.has("year"):
        return point(Period("season", dt.date(got.number("year"), first_month, 1)))
    if context.today is None:
        return unplaced(f"XXXX-{got.value('seasons')}")
    around = [Period("season", dt.date(context.today.year + step, first_month, 1)) for step in (-2, -1, 0, 1)]
    step = got.value("directions") if got.has("directions") else None
    if step == -1:
        found = nearest([span for span in around if span.last < context.today], context.today, "past")
    elif step == 1:
        found = nearest([span for span in around if span.first > context.today], context.today, "future")
    else:
        found = nearest(around, context.today, "open" if step == 0 else context.direction)
    return point(found, loose=True)


def part_of_year(got: Got, context: Context) -> Meaning | None:
    """A quarter or a half of a year by its number."""
    grain: Grain = got.given["grain"]
    months = 3 if grain == "quarter" else 6
    number = got.value("ordinals")
    if not 1 <= number <= 12 // months:
        return None
    first_month = (number - 1) * months + 1
    if got.has("year"):
        return point(Period(grain, dt.date(got.number("year"), first_month, 1)))
    if context.today is None:
        mark = "Q" if grain == "quarter" else "H"
        return unplaced(f"XXXX-{mark}{number}")
    around = [Period(grain, dt.date(context.today.year + step, first_month, 1)) for step in (-1, 0, 1)]
    # Results are told of quarters that are over or running, whatever is expected of them.
    found = nearest(around, context.today, "past" if context.direction == "past" else "open")
    return point(found.years_on(got.given.get("years", 0)), loose="years" not in got.given)


def two_quarters(got: Got, context: Context) -> Meaning | None:
    """The first or the last two quarters of a year are its half."""
    half = 1 if got.given["half"] == 1 else 7
    if got.has("year"):
        return point(Period("half", dt.date(got.number("year"), half, 1)))
    return point(Period("half", dt.date(context.today.year, half, 1)), loose=True) if context.today else None
