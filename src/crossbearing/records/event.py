"""An event: what the claims of many reports tell of, with independent roots counted and contradictions kept."""

from typing import Literal

import msgspec

from crossbearing.records.place import Where
from crossbearing.records.report import Span
from crossbearing.records.time import When

GradeName = Literal["single", "echoed", "corroborated", "contested", "discounted"]
ContradictionField = Literal["killed", "injured", "perpetrator", "weapon", "date", "place", "target", "happened"]


class Grade(msgspec.Struct, frozen=True, kw_only=True):
    """How well an event stands, on two axes, with the rule that fired and its reason in words.

    `responsible` is null where no claim names who did it. `claims` are the ids that fired the rule.
    """

    happened: GradeName
    responsible: GradeName | None
    rule: str
    why: str
    claims: tuple[str, ...] = ()


class Roots(msgspec.Struct, frozen=True, kw_only=True):
    """How many independent roots stand behind an event: at least `low`, at most `high`, and why."""

    low: int
    high: int
    names: tuple[str, ...] = ()
    why: str = ""


class EventFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A measure of an event over all its claims; `high` null where no upper bound is known."""

    low: int
    best: int
    high: int | None
    claims: tuple[str, ...] = ()


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a contradiction: the value it holds and who stands behind it.

    `reports` are those that take this side alone: one that tells what both sides say takes neither.
    """

    value: str
    claims: tuple[str, ...] = ()
    reports: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()


class Contradiction(msgspec.Struct, frozen=True, kw_only=True):
    """Accounts of one event that cannot both hold."""

    field: ContradictionField
    sides: tuple[Side, ...]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What roots said of an event and hold no more: kept, and left out of its figures and contradictions.

    `field` is a measure, or `happened` where they took back that it happened: then the value `after` is empty. Both
    sides have the same roots; `why` is in words.
    """

    field: str
    before: Side
    after: Side
    why: str


class EventClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim's place in an event. `roots` are canonical ids, equal for claims that share a root."""

    id: str
    report: str
    trigger: Span
    evidence: Span
    roots: tuple[str, ...] = ()


class ReportFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A count as one report gives it for this event."""

    low: int
    high: int | None


class EventReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report that tells of the event; `principal` where this event is what the report is about.

    `reprint_of` names the report whose wording it repeats.
    """

    id: str
    principal: bool = False
    figures: dict[str, ReportFigure] = msgspec.field(default_factory=dict)
    reprint_of: str | None = None


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison of two claims: its name, what was found in words, and its weight (log2 odds)."""

    name: str
    found: str
    weight: float


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """Why two claims were taken for the same event: comparisons that sum to the weight."""

    a: str
    b: str
    weight: float
    comparisons: tuple[Comparison, ...]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One happening, whatever kinds its claims have. Its type is the most specific means, else the toll."""

    id: str
    type: str
    label: str
    when: When | None
    where: Where | None
    grade: Grade
    roots: Roots
    figures: dict[str, EventFigure] = msgspec.field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    corrections: tuple[Correction, ...] = ()
    part_of: str | None = None
    claims: tuple[EventClaim, ...] = ()
    reports: tuple[EventReport, ...] = ()
    links: tuple[Link, ...] = ()
