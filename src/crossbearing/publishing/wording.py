"""How places, days, counts, chains and grades are put in words, the same in every format, page and terminal."""

import datetime as dt
import re
from collections.abc import Iterable, Sequence

from crossbearing.records import EventFigure, Figure, Grade, GradeName, Report, Roots, SourceLink, When, Where

_SURROGATE = re.compile("[\ud800-\udfff]")


def encodable(text: str) -> str:
    """Return the text with lone surrogates, which no UTF-8 file can hold, replaced by U+FFFD; its length is unchanged.

    >>> encodable("a" + chr(0xD800))
    'a\ufffd'
    """
    return _SURROGATE.sub("\ufffd", text)


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"


def day_words(earliest: dt.date | None, latest: dt.date | None) -> str:
    """Return an interval of days in words; an open end is said.

    >>> day_words(dt.date(2011, 6, 10), dt.date(2011, 6, 12))
    '10 to 12 June 2011'
    >>> day_words(dt.date(2011, 5, 30), dt.date(2011, 6, 2))
    '30 May to 2 June 2011'
    """
    if earliest is None and latest is None:
        return "day not known"
    if earliest is None or latest is None:
        return f"from {_day(earliest)} on" if earliest else f"until {_day(latest or dt.date.max)}"
    if earliest == latest:
        return _day(earliest)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{earliest.day} to {_day(latest)}"
    if earliest.year == latest.year:
        return f"{earliest.day} {earliest:%B} to {_day(latest)}"
    return f"{_day(earliest)} to {_day(latest)}"


def when_words(when: When | None) -> str:
    """Return when something happened, in words.

    >>> when_words(None)
    'day not known'
    """
    return day_words(when.earliest, when.latest) if when else "day not known"


def where_words(where: Where | None) -> str:
    """Return where something happened, with the radius where it is 5 km or more, or what places it by another place.

    >>> where_words(Where(name="Sarmaniyah", lat=35.7, lon=36.3, precision_km=9.6, relation="5 miles from Jisr"))
    'Sarmaniyah, within 10 km (5 miles from Jisr)'
    """
    if where is None:
        return "place not known"
    if where.lat is None:
        return f"{where.name} (not on the map)"
    within = f", within {where.precision_km:,.0f} km" if where.precision_km and where.precision_km >= 5 else ""
    return f"{where.name}{within}" + (f" ({where.relation})" if where.relation else "")


def count_words(low: int, high: int | None) -> str:
    """Return a count with its bounds, in words.

    >>> count_words(5000, None), count_words(20, 30), count_words(0, 50), count_words(120, 120)
    ('at least 5,000', '20 to 30', 'up to 50', '120')
    """
    if high is None:
        return f"at least {low:,}"
    if low == high:
        return f"{low:,}"
    return f"up to {high:,}" if low == 0 else f"{low:,} to {high:,}"


def range_words(figure: EventFigure) -> str:
    """Return from which to which count the accounts of an event tell, or nothing where all tell the same.

    >>> range_words(EventFigure(low=20, best=24, high=30)), range_words(EventFigure(low=5, best=5, high=None))
    ('20 to 30', '5 or more')
    """
    if figure.high is None:
        return f"{figure.low:,} or more"
    return "" if figure.low == figure.high else f"{figure.low:,} to {figure.high:,}"


def figure_words(figure: Figure) -> str:
    """Return a claim's figure: what it counts, how many, and whom.

    >>> figure_words(Figure(measure="killed", low=120, high=120, text="120", span=(0, 3), group="security men"))
    'killed: 120 (security men)'
    """
    notes = [figure.group] if figure.group else []
    notes += ["total since an earlier date"] if figure.cumulative else []
    notes += ["counted above"] if figure.part_of_whole else []
    return f"{figure.measure}: {count_words(figure.low, figure.high)}" + (f" ({'; '.join(notes)})" if notes else "")


def roots_words(roots: Roots) -> str:
    """Return how many independent roots there are, in words.

    >>> roots_words(Roots(low=1, high=3)), roots_words(Roots(low=1, high=1)), roots_words(Roots(low=0, high=0))
    ('1 to 3 roots', '1 root', 'no known root')
    """
    if roots.high == 0:
        return "no known root"
    if roots.low == roots.high:
        return f"{roots.low} root" + ("s" if roots.low > 1 else "")
    return f"{roots.low} to {roots.high} roots"


def overall(grade: Grade) -> GradeName:
    """Return one grade for an event: contested if either axis is, else how well it stands that it happened.

    >>> overall(Grade(happened="corroborated", responsible="contested", rule="", why=""))
    'contested'
    """
    return "contested" if "contested" in {grade.happened, grade.responsible} else grade.happened


def kind_words(kind: str) -> str:
    """Return a kind of event as words.

    >>> kind_words("troop_movement")
    'troop movement'
    """
    return kind.replace("_", " ")


def outlet_words(report: Report) -> str:
    """Return who published a report, or that nobody is named."""
    return report.outlet or "unnamed outlet"


def cue_words(link: SourceLink) -> str:
    """Return the words that attribute, or nothing where only a mark does, such as the colon of a headline."""
    return link.cue if any(character.isalnum() for character in link.cue) else ""


def link_words(link: SourceLink) -> str:
    """Return one link with how it spoke.

    >>> link_words(SourceLink(name="a resident", channel="phone", cue="said"))
    'a resident (by phone: "said")'
    """
    channel = "" if link.channel == "unknown" else CHANNELS[link.channel]
    cue = f'"{link.cue}"' if cue_words(link) else ""
    how = ": ".join(part for part in (channel, cue) if part)
    return link.name + (f" ({how})" if how else "")


CHANNELS = {
    "statement": "in a statement",
    "phone": "by phone",
    "internet_call": "by internet call",
    "social_media": "on social media",
    "broadcast": "in a broadcast",
    "interview": "in an interview",
    "briefing": "at a briefing",
    "document": "in a document",
    "video": "in a video",
    "photo": "in a picture",
    "in_person": "in person",
    "unknown": "",
}
"""How a link spoke, in words."""


def root_words(report: Report, sources: Sequence[SourceLink]) -> str:
    """Return who stands at the end of a chain, with those joint to it; the outlet where it says it itself.

    >>> root_words(Report(id="r", text="", digest="", outlet="The Ledger"), [])
    'The Ledger'
    """
    names: list[str] = []
    for link in reversed(sources):
        names.insert(0, link.name)
        if not link.joint:
            break
    return " and ".join(names) or outlet_words(report)


def chain_words(report: Report, sources: Iterable[SourceLink]) -> str:
    """Return a chain from the outlet to the root; links that stand side by side are joined by a plus sign.

    >>> france, britain = SourceLink(name="France", cue="said"), SourceLink(name="Britain", cue="said", joint=True)
    >>> chain_words(Report(id="r", text="", digest="", outlet="The Ledger"), [france, britain])
    'The Ledger \u2192 France ("said") + Britain ("said")'
    """
    out = outlet_words(report)
    for n, link in enumerate(sources):
        out += (" + " if link.joint and n else " \u2192 ") + link_words(link)
    return out
