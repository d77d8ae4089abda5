"""A picture: reports, what was read out of them, and the events built from it, as one thing to show or hand over."""

import msgspec

from crossbearing.records.claim import Reading
from crossbearing.records.event import Event
from crossbearing.records.report import Report


class Picture(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a page, a table or an export may show.

    Reports and readings are keyed by report id; events are in order of time.
    """

    reports: dict[str, Report]
    readings: dict[str, Reading]
    events: tuple[Event, ...]
