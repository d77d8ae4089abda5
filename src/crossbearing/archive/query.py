"""What a person asks of an archive: one object for the command line and every export."""

import datetime as dt
import math

import msgspec

from crossbearing.archive.database import Condition, Database
from crossbearing.archive.words import asked_words
from crossbearing.records import Certainty, GradeName

OF_OUTLET = "p.number IN (SELECT report FROM outlets WHERE name LIKE ? ESCAPE '!')"
OF_SOURCE = """(c.reading, c.ordinal) IN (SELECT x.reading, x.ordinal FROM claim_sources AS x
  JOIN sources AS s ON s.number = x.source WHERE s.name LIKE ? ESCAPE '!')"""
OF_JUDGED_SOURCE = "c.sources LIKE ? ESCAPE '!'"

KM_OF_A_DEGREE = 111.2
"""Kilometres of a degree of latitude (the Earth as a sphere of 6371 km)."""


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """A point and a radius in kilometres."""

    lat: float
    lon: float
    km: float


class Query(msgspec.Struct, frozen=True, kw_only=True):
    """Conditions that a claim must meet all of; empty ones ask nothing.

    An event is found where one of its claims meets all of them and the event has one of the `grades` (on either axis).
    `words` are looked for in the claim's report (see `asked_words`), `source` in the names of the claim's chain,
    `outlet` in the report's. A claim without a day or a place meets no condition on days or places. `since` and `until`
    are both inclusive: what may have happened on one of the days between is found.
    """

    words: str = ""
    kinds: tuple[str, ...] = ()
    certainties: tuple[Certainty, ...] = ()
    source: str = ""
    outlet: str = ""
    near: Near | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    grades: tuple[GradeName, ...] = ()

    def check(self) -> None:
        """Raise `ValueError` where `words` holds nothing that could be looked for, or the days stand the wrong way."""
        if self.words:
            asked_words(self.words)
        if self.since and self.until and self.since > self.until:
            raise ValueError(f"the last day ({self.until}) is before the first ({self.since})")

    def conditions(self, database: Database, *, judged: bool = False) -> dict[str, Condition]:
        """Return for each field that asks something its condition on claims (c), reports (p) and events (e).

        With `judged` on claims as people judged them (the table `judged_claims`).

        Raises `ValueError` where `words` holds nothing that could be looked for.
        """
        told: dict[str, Condition] = {}
        if self.words:
            told["words"] = database.having_words(asked_words(self.words))
        for field, column, values in (("kinds", "kind", self.kinds), ("certainties", "certainty", self.certainties)):
            if values:
                numbers = f"(SELECT number FROM terms WHERE name IN ({_marks(values)}))"  # noqa: S608 - question marks
                told[field] = (f"c.{column} IN {numbers}", list(values))
        if self.grades:
            marks = _marks(self.grades)
            told["grades"] = (
                f"(e.happened IN ({marks}) OR e.responsible IN ({marks}))", [*self.grades, *self.grades],
            )
        if self.source:
            told["source"] = (OF_JUDGED_SOURCE if judged else OF_SOURCE, [_like(self.source)])
        if self.outlet:
            told["outlet"] = (OF_OUTLET, [_like(self.outlet)])
        if self.since:
            told["since"] = ("c.latest >= ?", [self.since.toordinal()])
        if self.until:
            told["until"] = ("c.earliest <= ?", [self.until.toordinal()])
        if self.near:
            told["near"] = _within(self.near)
        return told


def _marks(values: tuple[str, ...]) -> str:
    return ",".join("?" * len(values))


def _like(asked: str) -> str:
    from crossbearing.language.normalise import fold

    escaped = fold(asked).replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{escaped}%"


def _within(near: Near) -> Condition:
    """A circle: a band of latitude that an index can find, then the distance as on a flat map (1 % off at 500 km)."""
    lat, lon, high = degrees(near.lat), degrees(near.lon), degrees(near.km / KM_OF_A_DEGREE)
    narrower = math.cos(math.radians(near.lat)) ** 2
    sql = (
        "c.lat BETWEEN ? AND ? AND (c.lat - ?) * (c.lat - ?) + ? *"
        " (CASE WHEN abs(c.lon - ?) > 18000000 THEN 36000000 - abs(c.lon - ?) ELSE abs(c.lon - ?) END) *"
        " (CASE WHEN abs(c.lon - ?) > 18000000 THEN 36000000 - abs(c.lon - ?) ELSE abs(c.lon - ?) END) <= ?"
    )
    return sql, [lat - high, lat + high, lat, lat, narrower, *[lon] * 6, high * high]


def degrees(value: float) -> int:
    """Return an angle as the rows of claims have it: hundred-thousandths of a degree, about a metre.

    >>> degrees(35.81418)
    3581418
    """
    return round(value * 100_000)
