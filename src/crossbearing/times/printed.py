"""Finds full dates as they are printed: day, month and year, in words or digits."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

import msgspec

from crossbearing.records import Span
from crossbearing.times.words import words

LANGUAGES = ("english", "arabic")
YEAR = re.compile(r"(?:19|20)\d\d")
"""Years are bounded so that house numbers and counts are not taken for them."""
BEFORE_YEAR, BEHIND_YEAR = 100, 12
"""Code points about a year within which the rest of its date stands."""


class PrintedDate(msgspec.Struct, frozen=True, kw_only=True):
    """A full date in a text. `other` is the second reading of digits that can be read day first or month first."""

    span: Span
    day: dt.date
    other: dt.date | None = None
    weekday: int | None = None
    """0 is Monday, as printed beside the date."""


@cache
def month_names() -> dict[str, int]:
    """Return the names of months in every language that dates are printed in."""
    return {name: number for language in LANGUAGES for name, number in words(language).months.items()}


@cache
def _weekday_names() -> dict[str, int]:
    return {name: number for language in LANGUAGES for name, number in words(language).weekdays.items()}


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(re.escape(name) for name in sorted(month_names(), key=len, reverse=True))
    weekdays = "|".join(sorted(_weekday_names(), key=len, reverse=True))
    # A page's layout may glue the year to the day ("Jun 132016") or to what follows ("21.08.2013Get"), so no word
    # boundary is asked for there.
    year = YEAR.pattern
    return re.compile(
        rf"""(?<![\w./-])(?:(?P<weekday>{weekdays})\b\.?[,،]?\ +)?(?:
            (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\ of)?[\ -](?P<m1>{months})\b\.?(?:\ ?/\ ?(?:{months}))?
                [,،]?[\ -](?P<y1>{year})(?!\d)
          | (?P<m2>{months})\b\.?\ (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\ |,)?(?P<y2>{year})(?!\d)
          | (?P<y3>{year})(?P<s3>[-/.])(?P<m3>\d\d?)(?P=s3)(?P<d3>\d\d?)(?!\d)
          | (?P<a4>\d\d?)(?P<s4>[-/.])(?P<b4>\d\d?)(?P=s4)(?P<y4>{year})(?!\d)
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


def _near_years(text: str) -> list[Span]:
    """The stretches of a text that hold a year with what a date may have before and behind it; none shares a letter."""
    found: list[Span] = []
    for year in YEAR.finditer(text):
        start, end = max(year.start() - BEFORE_YEAR, 0), year.end() + BEHIND_YEAR
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Yield the full dates of a normalised text in order.

    Digits are read day first; where they could as well be month first, that reading stands in `other`.

    >>> [d.day.isoformat() for d in printed_dates("Wed 05 Apr 2017 ... 07-11-2014 ... Last updated at Jun 132016")]
    ['2017-04-05', '2014-11-07', '2016-06-13']
    """
    months, weekdays = month_names(), _weekday_names()
    for match in (match for start, end in _near_years(text) for match in _pattern().finditer(text, start, end)):
        got = match.groupdict()
        other = None
        if got["y1"]:
            day = _date(got["y1"], months[got["m1"].lower()], got["d1"])
        elif got["y2"]:
            day = _date(got["y2"], months[got["m2"].lower()], got["d2"])
        elif got["y3"]:
            day = _date(got["y3"], got["m3"], got["d3"])
        else:
            day, other = _date(got["y4"], got["b4"], got["a4"]), _date(got["y4"], got["a4"], got["b4"])
            day, other = (day, other) if day else (other, None)
        if day:
            weekday = weekdays[got["weekday"].lower()] if got["weekday"] else None
            yield PrintedDate(span=match.span(), day=day, other=other if other != day else None, weekday=weekday)


def _date(year: str, month: str | int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None
