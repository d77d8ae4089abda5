"""Finds the day on which a report was written: what the text prints of itself beats the date given with it."""

import datetime as dt
import re
from functools import cache

import msgspec

from crossbearing.language import normalise
from crossbearing.records import Span
from crossbearing.times.calendar import day_of
from crossbearing.times.data import load
from crossbearing.times.printed import PrintedDate, month_names, printed_dates

HEAD = 400
"""Code points in which a page's head line or dateline is looked for: a title, its repetition, a byline."""
FOOT = 300
"""Code points at the end of a text in which a labelled date is looked for ("Published: ...")."""
TIMELINE = 3
"""Lines beginning with a date from which on the text is a chronology, whose dates are the story's."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """The day that a report's temporal expressions are counted from.

    `day` is null where neither the text nor the intake knows a date. `dateline` is the date as the text prints it of
    itself and `span` where it stands. `notes` say what was weighed, in words for people.
    """

    day: dt.date | None = None
    dateline: str | None = None
    span: Span | None = None
    notes: tuple[str, ...] = ()


class _Datelines(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    labels: tuple[str, ...]
    joints: tuple[str, ...]
    story_before: frozenset[str]
    story_after: frozenset[str]
    head_after: frozenset[str]


@cache
def datelines() -> _Datelines:
    """Return the words that tell a head line's date from a date of the story."""
    return msgspec.convert(
        {name: [normalise(word).text for word in listed] for name, listed in load("datelines").items()}, _Datelines
    )


def anchor_of(text: str, published: dt.date | None) -> Anchor:
    """Return the day a report was written, from its dateline or dated head line, else the date given with it.

    A date that merely occurs in the story is no dateline. A dateline without a year ("BEIRUT, June 10 (Reuters) -")
    takes the year that brings it nearest to the given date.

    >>> anchor_of("Raids kill nine: monitor AFP Friday 10 Jun 2011 Air raids on a town", dt.date(2011, 10, 6)).day
    datetime.date(2011, 6, 10)
    """
    plain = normalise(text)
    found = _printed(plain.text) or _wire(plain.text, published)
    if found is None:
        return Anchor(day=published, notes=() if published else ("no date is given or printed",))
    day, notes = found.day, []
    if found.other:
        # Dashes and dots are day first nearly everywhere; with strokes an exact fit to the given date decides.
        if published == found.other and "/" in plain.text[slice(*found.span)]:
            day = found.other
        else:
            notes.append(f"the printed date is read day first, as {day}; month first it would be {found.other}")
    if found.weekday is not None and found.weekday != day.weekday():
        notes.append(f"the weekday printed beside {day} is not that day's")
    if published and published != day:
        notes.append(f"the text prints {day} as its date where {published} was given; the printed date is used")
    start, end = plain.original(*found.span)
    return Anchor(day=day, dateline=text[start:end], span=(start, end), notes=tuple(notes))


def _printed(text: str) -> PrintedDate | None:
    head = text[:HEAD]
    dates = list(printed_dates(head))
    for date in dates:
        if date.span[1] < HEAD and _labelled(head[: date.span[0]]):
            return date
    chronology = sum(_starts_line(text, date.span[0]) for date in printed_dates(text)) >= TIMELINE
    if not chronology:
        for date in dates:
            if _stands_apart(head, date):
                return date
    foot = len(text) - FOOT
    for date in printed_dates(text[max(foot, 0):]) if foot > 0 else ():
        start, end = date.span[0] + foot, date.span[1] + foot
        if _labelled(text[:start]):
            return msgspec.structs.replace(date, span=(start, end))
    return None


@cache
def _label() -> re.Pattern[str]:
    labels = "|".join(sorted(map(re.escape, datelines().labels), key=len, reverse=True))
    return re.compile(rf"(?:^|[^\w-])(?:{labels})(?: (?:{'|'.join(datelines().joints)}))?[ :|-]*$", re.IGNORECASE)


def _labelled(before: str) -> bool:
    tail = before[-40:]
    found = _label().search(tail)
    # "was published on 3 June 2011" tells of a publication; a label stands at the head of its phrase.
    return found is not None and not re.search(r"[a-z] +$", tail[: found.start() + 1])


def _starts_line(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip()


def _stands_apart(text: str, date: PrintedDate) -> bool:
    start, end = date.span
    if _story_goes_on(text[end : end + 40], weekday_printed=date.weekday is not None):
        return False
    if _starts_line(text, start):
        return True
    before = re.findall(r"[\w'-]+|[^\w\s]", text[max(0, start - 40) : start])
    if not before or before[-1].lower() in datelines().story_before:
        return False
    if before[-1] == "," and (len(before) < 2 or before[-2].lower() in datelines().story_before):
        return False
    # Where a script has no small letters, only a weekday tells a head line's date from the story's.
    return date.weekday is not None or before[-1][0].isupper() or not before[-1][0].isalpha()


def _story_goes_on(after: str, *, weekday_printed: bool) -> bool:
    word = re.match(r"[ ,(]*([a-z]\w*)(:?)", after)
    if word is None or word[2] or word[1] in datelines().head_after:
        return False
    return not weekday_printed or word[1] in datelines().story_after


@cache
def _wire_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(month_names(), key=len, reverse=True))
    city = r"[A-Z][A-Z'.-]+(?:[ -][A-Z][A-Z'.-]+)*(?:,? \(?[A-Z][\w.]+\)?)*(?:/[A-Z][\w ]+)*|[ء-ي]+(?: [ء-ي]+)?"
    return re.compile(
        rf"^(?:{city}),? (?P<date>(?P<m1>(?i:{months}))\.? (?P<d1>\d\d?)"
        rf"|(?P<d2>\d\d?) (?P<m2>(?i:{months}))\.?(?:[ /](?:{months}))?)"
        r",?(?: \([\w /.]+\))? ?[-:_(]",
        re.MULTILINE,
    )


def _wire(text: str, published: dt.date | None) -> PrintedDate | None:
    """An agency's dateline prints no year; the given date lends it."""
    found = _wire_pattern().search(text[:HEAD])
    if found is None or published is None:
        return None
    month = month_names()[(found["m1"] or found["m2"]).lower()]
    days = (day_of(published.year + step, month, int(found["d1"] or found["d2"])) for step in (-1, 0, 1))
    nearest = min((d.first for d in days if d), key=lambda d: abs((d - published).days), default=None)
    return PrintedDate(span=found.span("date"), day=nearest) if nearest else None
