"""A count with its bounds."""

from typing import Literal

import msgspec

from crossbearing.records.report import Span

Measure = Literal[
    "killed", "injured", "arrested", "abducted", "displaced", "present", "capacity", "vehicles", "weapons", "other",
]
Nature = Literal["stock", "flow", "capacity"]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A count as a report words it: `low` is never null, `high` is null where no upper bound is known.

    `group` is whom or what it counts, in the report's words. `cumulative` marks a total since an earlier date,
    which must not be added to the toll of one happening. `part_of_whole` marks a figure that an earlier figure of
    the same claim already includes ("21 people, including five children").
    """

    measure: Measure
    low: int
    high: int | None
    text: str
    span: Span
    group: str | None = None
    nature: Nature = "flow"
    cumulative: bool = False
    part_of_whole: bool = False
