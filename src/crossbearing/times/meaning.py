"""What an expression means: its TimeML value, its EDTF form and the days it may mean."""

import datetime as dt
from typing import Literal

import msgspec

from crossbearing.times.calendar import Period

Kind = Literal["DATE", "TIME", "DURATION", "SET"]

CLOCK_UNITS = frozenset({"H", "MIN", "S"})
UNIT_NAMES = {"MIN": "M", "NI": "D", "FN": "W", "H6": "M", "SE": "M"}
"""Units that TimeML has no letter of its own for, under the one they are counted in."""
UNIT_SIZES = {"FN": 2, "H6": 6, "SE": 3}


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What was understood. `period` is the span of the calendar it names, which later expressions may refer to.

    `part` is the part of the day or the hour, as TimeML writes it behind the T ("MO", "22:00"). `loose` says that the
    text left the year (of a weekday: the week) to be inferred, so that an adjoining "of last year" may still set it.
    `compares` marks a time that is only named to compare with ("a year earlier"), from which nothing is counted on.
    """

    timex: str
    kind: Kind = "DATE"
    edtf: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    period: Period | None = None
    part: str | None = None
    loose: bool = False
    compares: bool = False


def point(period: Period, *, loose: bool = False) -> Meaning:
    """Return the meaning of an expression that names a span of the calendar.

    >>> import datetime as dt
    >>> point(Period("month", dt.date(2011, 3, 1))).latest
    datetime.date(2011, 3, 31)
    """
    return Meaning(
        timex=period.timex, edtf=period.edtf, earliest=period.first, latest=period.last, period=period, loose=loose
    )


def timed(day: Meaning, part: str) -> Meaning:
    """Return the meaning of a part or an hour of a day. EDTF writes hours in full and knows no parts of the day.

    >>> import datetime as dt
    >>> timed(point(Period("day", dt.date(2011, 6, 10))), "22:00").edtf
    '2011-06-10T22:00:00'
    """
    edtf = day.edtf
    if edtf and day.period and day.period.grain == "day" and part[0].isdigit() and ":" in part:
        edtf = f"{edtf}T{part}" + ":00" * (2 - part.count(":"))
    return msgspec.structs.replace(day, timex=f"{day.timex}T{part}", kind="TIME", edtf=edtf, part=part)


def unplaced(timex: str, kind: Kind = "DATE", edtf: str | None = None, part: str | None = None) -> Meaning:
    """Return the meaning of an expression of which no day is known: a vague time, a set, or one without an anchor."""
    return Meaning(timex=timex, kind=kind, edtf=edtf, part=part)


def duration(count: float | None, unit: str) -> Meaning:
    """Return the meaning of a length of time.

    >>> [duration(n, u).timex for n, u in ((3, "M"), (0.5, "Y"), (None, "D"), (10, "H"), (1.5, "MIN"))]
    ['P3M', 'P6M', 'PXD', 'PT10H', 'PT1M30S']
    """
    return Meaning(timex=length(count, unit), kind="DURATION")


def length(count: float | None, unit: str) -> str:
    """Return the TimeML value of a length of time; see `duration`."""
    mark = "PT" if unit in CLOCK_UNITS else "P"
    name = UNIT_NAMES.get(unit, unit)
    if count is None:
        return f"{mark}X{name}"
    count *= UNIT_SIZES.get(unit, 1)
    if count == int(count):
        return f"{mark}{int(count)}{name}"
    smaller = {"Y": ("M", 12), "H": ("M", 60), "MIN": ("S", 60), "DE": ("Y", 10), "CE": ("Y", 100)}.get(unit)
    if smaller is None:
        return f"{mark}{count:g}{name}"
    whole, rest = int(count), round((count - int(count)) * smaller[1])
    return f"{mark}{f'{whole}{name}' if whole else ''}{rest}{smaller[0]}"
