"""Times as a report names them."""

import datetime as dt

import msgspec


class TimeMention(msgspec.Struct, frozen=True, kw_only=True):
    """A temporal expression: its TimeML value, its EDTF form and the days it may mean (both inclusive).

    `earliest`/`latest` are null where no interval of days exists (durations, sets, vague references).
    `kind` is the TIMEX3 type: DATE, TIME, DURATION or SET. `since` marks the beginning of a span that lasts
    until the report ("since Tuesday"), so that its day is not the day of what is told.
    """

    start: int
    end: int
    text: str
    timex: str
    kind: str = "DATE"
    edtf: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    since: bool = False


class When(msgspec.Struct, frozen=True, kw_only=True):
    """When a claim's happening took place, as the days it may have been. `text` is null where it was inferred."""

    text: str | None = None
    edtf: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    cumulative: bool = False
    """The interval is a period that a total covers ("since March"), not the day of one happening."""
