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


TOTALLED = frozenset({"killing", "injury", "displacement"})
"""Kinds of happenings that are counted over a war."""
HALF_A_YEAR = dt.timedelta(days=182)
"""Days over which a count is that of a war, and of no one deed or battle in it."""


class When(msgspec.Struct, frozen=True, kw_only=True):
    """When a claim's happening took place, as the days it may have been. `text` is null where it was inferred."""

    text: str | None = None
    edtf: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    cumulative: bool = False
    """The interval is a period that a total covers ("since March"), not the day of one happening."""

    def is_of_whole_conflict(self, kind: str) -> bool:
        """Whether what is told of a kind of happening is a total over half a year and more, or over a war whose days
        are not told, as reports recall of a whole conflict, in no one town.

        >>> When(cumulative=True).is_of_whole_conflict("killing"), When(cumulative=True).is_of_whole_conflict("arrest")
        (True, False)
        """
        if not self.cumulative or kind not in TOTALLED:
            return False
        if self.earliest is None or self.latest is None:
            return self.text is None
        return self.latest - self.earliest > HALF_A_YEAR
