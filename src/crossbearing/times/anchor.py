"""Finds the day on which a report was written: what the text prints of itself beats the date given with it."""

import datetime as dt
import re
from functools import cache

import msgspec

from crossbearing.language import normalise
from crossbearing.records import Span
from crossbearing.times.calendar import day_of
from crossbearing.times.data import load
from crossbearing.times.pictures import ends_caption
from crossbearing.times.printed import PrintedDate, month_names, printed_dates

HEAD = 400
"""Code points in which a page's head line or dateline is looked for: a title, its repetition, a byline."""
FOOT = 300
"""Code points at the end of a text in which a labelled date is looked for ("Published: ...")."""
NEAR = 3
"""Days by which a page's date may differ from the given one and still be taken to agree with it."""
MONTH_FIRST = re.compile(r"(?<![\d/])\d\d?/(?:1[3-9]|2\d|3[01])/\d{4}")
"""A date that can only be read month first."""
CENTURY_SPLIT = 70
"""Two digits of a year from here on lie in the 1900s."""
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
    change_labels: tuple[str, ...]
    joints: tuple[str, ...]
    story_before: frozenset[str]
    story_after: frozenset[str]
    head_after: frozenset[str]
    no_towns: tuple[str, ...]


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
        # Dashes and dots are day first nearly everywhere; strokes need to be weighed.
        if "/" in plain.text[slice(*found.span)] and _month_first(plain.text, found.other, published):
            day = found.other
        else:
            notes.append(f"the printed date is read day first, as {day}; month first it would be {found.other}")
    if found.weekday is not None and found.weekday != day.weekday():
        notes.append(f"the weekday printed beside {day} is not that day's")
    if published and published != day:
        notes.append(f"the text prints {day} as its date where {published} was given; the printed date is used")
    start, end = plain.original(*found.span)
    return Anchor(day=day, dateline=text[start:end], span=(start, end), notes=tuple(notes))


def _month_first(text: str, day: dt.date, published: dt.date | None) -> bool:
    """Whether strokes are to be read month first: the date then fits the given one, or another must be read so."""
    if published:
        return abs((day - published).days) <= NEAR
    return MONTH_FIRST.search(text) is not None


def _printed(text: str) -> PrintedDate | None:
    head = text[:HEAD]
    dates = list(printed_dates(head))
    labelled = [date for date in dates if date.span[1] < HEAD and _labelled(head[: date.span[0]])]
    for date in labelled:
        if not _labelled(head[: date.span[0]], change=True):
            return date
    if labelled:
        return labelled[0]
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
def _label(*, change: bool) -> re.Pattern[str]:
    listed = datelines().change_labels if change else datelines().labels + datelines().change_labels
    labels = "|".join(sorted(map(re.escape, listed), key=len, reverse=True))
    return re.compile(rf"(?:^|[^\w-])(?:{labels})(?: (?:{'|'.join(datelines().joints)}))?[ :|-]*$", re.IGNORECASE)


def _labelled(before: str, *, change: bool = False) -> bool:
    """Whether what stands before a date announces it as the page's own, or (`change`) as that of its last change."""
    tail = before[-40:]
    found = _label(change=change).search(tail)
    if found is None:
        return False
    # "was published on 3 June 2011" tells of a publication; a label stands at the head of its phrase.
    label = found[0].lstrip()
    return ":" in label or label[:1].isupper() or not re.search(r"[a-z] +$", tail[: found.start() + 1])


def _starts_line(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return not line.strip()


def _stands_apart(text: str, date: PrintedDate) -> bool:
    start, end = date.span
    if _story_goes_on(text[end : end + 40], weekday_printed=date.weekday is not None):
        return False
    if _starts_line(text, start):
        return True
    line = re.findall(r"[\w'-]+|[^\w\s]", text[text.rfind("\n", 0, start) + 1 : start])
    if ends_caption(text, start, end) and any(word.islower() for word in line):
        return False
    before = line[-1]
    if before == ",":
        # "in the city, Friday, 10 June 2011": only a dateline has nothing but names before its comma.
        return not any(word.islower() for word in line)
    if before.lower() in datelines().story_before or before.islower():
        return False
    # Where a script has no small letters, only a weekday tells a head line's date from the story's.
    return date.weekday is not None or before[0].isupper() or not before[0].isalpha()


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
        rf"^(?!{'|'.join(datelines().no_towns)})(?:{city}),? (?P<date>(?:(?P<m1>(?i:{months}))\.? (?P<d1>\d\d?)"
        rf"|(?P<d2>\d\d?) (?P<m2>(?i:{months}))\.?(?:[ /](?:{months}))?)(?: (?P<year>\d\d))?)"
        r",?(?: \([^()\n]+\))? ?[-:_(]",
        re.MULTILINE,
    )


def _wire(text: str, published: dt.date | None) -> PrintedDate | None:
    """An agency's dateline prints no year or two digits of it; the given date lends the rest."""
    found = _wire_pattern().search(text[:HEAD])
    if found is None:
        return None
    month, number = month_names()[(found["m1"] or found["m2"]).lower()], int(found["d1"] or found["d2"])
    if found["year"]:
        years = [int(found["year"]) + (1900 if int(found["year"]) >= CENTURY_SPLIT else 2000)]
    else:
        years = [published.year + step for step in (-1, 0, 1)] if published else []
    days = [day.first for year in years if (day := day_of(year, month, number))]
    if not days:
        return None
    nearest = min(days, key=lambda day: abs((day - published).days) if published else 0)
    return PrintedDate(span=found.span("date"), day=nearest)
