"""Spans of the calendar: days, weeks, months, seasons, quarters, years, with their names in TimeML and EDTF."""

import calendar as civil
import datetime as dt
from typing import Literal

import msgspec

Grain = Literal[
    "day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade", "century",
]

MONTHS_IN: dict[Grain, int] = {
    "month": 1, "season": 3, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
}
DAYS_IN: dict[Grain, int] = {"day": 1, "weekend": 2, "week": 7}

SEASONS = ("WI", "SP", "SU", "FA")
"""In the order of the year; the season that begins in December comes first in the list and last in its year."""
EDTF_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
"""EDTF level 1, seasons independent of the hemisphere."""
EDTF_FIRST_QUARTER = 33
"""EDTF level 2: 33 to 36 are the quarters of a year."""
EDTF_FIRST_HALF = 40
"""EDTF level 2: 40 and 41 are the halves of a year."""

SATURDAY = 5


class Period(msgspec.Struct, frozen=True):
    """A span of the calendar of one grain, named by its first day (inclusive)."""

    grain: Grain
    first: dt.date

    @property
    def last(self) -> dt.date:
        """The last day (inclusive).

        >>> Period("month", dt.date(2012, 2, 1)).last
        datetime.date(2012, 2, 29)
        """
        if self.grain in DAYS_IN:
            return moved(self.first, days=DAYS_IN[self.grain] - 1)
        return moved(moved(self.first, months=MONTHS_IN[self.grain]), days=-1)

    def shifted(self, count: int) -> "Period":
        """Return the span `count` spans of the same grain later (earlier where negative).

        >>> Period("month", dt.date(2011, 1, 1)).shifted(-1).timex
        '2010-12'
        """
        if self.grain == "weekend":
            return Period(self.grain, moved(self.first, days=7 * count))
        if self.grain in DAYS_IN:
            return Period(self.grain, moved(self.first, days=DAYS_IN[self.grain] * count))
        return Period(self.grain, moved(self.first, months=MONTHS_IN[self.grain] * count))

    def years_on(self, count: int) -> "Period":
        """Return the like-named span `count` years later: the same month, quarter, season or day of that year."""
        return containing(self.grain, moved(self.first, months=12 * count))

    @property
    def timex(self) -> str:
        """The TimeML value.

        >>> [Period(g, dt.date(2011, 6, 6)).timex for g in ("day", "week")]
        ['2011-06-06', '2011-W23']
        """
        first = self.first
        match self.grain:
            case "day":
                return first.isoformat()
            case "week":
                return _iso_week(first)
            case "weekend":
                return f"{_iso_week(first)}-WE"
            case "month":
                return f"{first.year:04d}-{first.month:02d}"
            case "season":
                return f"{first.year:04d}-{_season_of(first)}"
            case "quarter":
                return f"{first.year:04d}-Q{_quarter_of(first)}"
            case "half":
                return f"{first.year:04d}-H{1 if first.month == 1 else 2}"
            case "year":
                return f"{first.year:04d}"
            case "decade":
                return f"{first.year // 10:03d}"
            case "century":
                return f"{first.year // 100:02d}"

    @property
    def edtf(self) -> str:
        """The EDTF form (Library of Congress, levels 0 to 2); weeks and weekends as intervals.

        >>> Period("decade", dt.date(1990, 1, 1)).edtf, Period("quarter", dt.date(2011, 4, 1)).edtf
        ('199X', '2011-34')
        """
        first = self.first
        match self.grain:
            case "week" | "weekend":
                return f"{first.isoformat()}/{self.last.isoformat()}"
            case "season":
                return f"{first.year:04d}-{EDTF_SEASON[_season_of(first)]}"
            case "quarter":
                return f"{first.year:04d}-{EDTF_FIRST_QUARTER + _quarter_of(first) - 1}"
            case "half":
                return f"{first.year:04d}-{EDTF_FIRST_HALF + (first.month > 1)}"
            case "decade":
                return f"{first.year // 10:03d}X"
            case "century":
                return f"{first.year // 100:02d}XX"
            case _:
                return self.timex


def _iso_week(day: dt.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _quarter_of(day: dt.date) -> int:
    return (day.month + 2) // 3


def _season_of(day: dt.date) -> str:
    return SEASONS[day.month % 12 // 3]


def moved(day: dt.date, *, days: int = 0, months: int = 0) -> dt.date:
    """Return the day moved by days and months; years 1 and 9999 stop it, a short month cuts it.

    >>> moved(dt.date(2011, 3, 31), months=-1)
    datetime.date(2011, 2, 28)
    """
    whole = day.year * 12 + day.month - 1 + months
    if not dt.MINYEAR * 12 <= whole < (dt.MAXYEAR + 1) * 12:
        return dt.date.max if months > 0 else dt.date.min
    year, month = divmod(whole, 12)
    in_month = civil.monthrange(year, month + 1)[1]
    ordinal = dt.date(year, month + 1, min(day.day, in_month)).toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, dt.date.min.toordinal()), dt.date.max.toordinal()))


def containing(grain: Grain, day: dt.date) -> Period:
    """Return the span of this grain that holds the day; for a weekend, that of the day's week.

    >>> containing("season", dt.date(2011, 1, 15)).timex
    '2010-WI'
    """
    match grain:
        case "day":
            return Period(grain, day)
        case "week":
            return Period(grain, moved(day, days=-day.weekday()))
        case "weekend":
            return Period(grain, moved(day, days=SATURDAY - day.weekday()))
        case "month":
            return Period(grain, day.replace(day=1))
        case "season":
            return Period(grain, moved(day.replace(day=1), months=-(day.month % 12 % 3)))
        case "quarter":
            return Period(grain, day.replace(month=day.month - (day.month - 1) % 3, day=1))
        case "half":
            return Period(grain, day.replace(month=1 if day.month < 7 else 7, day=1))
        case "year":
            return Period(grain, day.replace(month=1, day=1))
        case "decade":
            return Period(grain, dt.date(max(day.year // 10 * 10, 1), 1, 1))
        case "century":
            return Period(grain, dt.date(max(day.year // 100 * 100, 1), 1, 1))
    raise ValueError(f"no such grain of the calendar: {grain!r}")


def day_of(year: int, month: int, day: int) -> Period | None:
    """Return the day, or null where the calendar has none (31 June)."""
    try:
        return Period("day", dt.date(year, month, day))
    except ValueError:
        return None
