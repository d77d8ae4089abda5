"""A forecast made on an earlier day beside what was counted afterwards."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import msgspec
import numpy as np

from crossbearing.displacement.crossbearing_v1 import Forecast, Forecaster
from crossbearing.displacement.filling import Filling, filling
from crossbearing.displacement.instance import Instance
from crossbearing.displacement.situation import Situation
from crossbearing.displacement.tables import Fields, read_rows
from crossbearing.displacement.trouble import Findings


class LaterCount(msgspec.Struct, frozen=True):
    """People counted in all camps together on a later day, and who counted them."""

    date: dt.date
    people: int
    source: str


class Beside(msgspec.Struct, frozen=True):
    """A later count beside what was forecast for its day: the median, and the ends of the 90 % interval."""

    counted: LaterCount
    low: int
    median: int
    high: int

    @property
    def held(self) -> bool:
        """Whether the count lies in the interval."""
        return self.low <= self.counted.people <= self.high


@dataclass(frozen=True)
class Hindcast:
    """What was known and forecast on a day, the later counts beside it, and when camps fill."""

    known: Situation
    forecast: Forecast
    beside: tuple[Beside, ...]
    filling: tuple[Filling, ...]


def read_later(path: Path) -> tuple[LaterCount, ...]:
    """Return the later counts of a table (date, people, source). Raises InstanceTrouble with every fault in it."""
    findings = Findings()
    found = []
    _, rows = read_rows(path, path.name, findings)
    for line, fields in rows:
        row = Fields(path.name, line, fields, findings)
        date, people = row.date(0, "the date"), row.whole(1, "the count")
        if not row.text(2):
            row.error("it names no source", "write who counted in the third column")
        if date is not None:
            found.append(LaterCount(date, people, row.text(2)))
    findings.settle()
    return tuple(found)


def hindcast(instance: Instance, day: int, later: tuple[LaterCount, ...], *, seed: int = 0) -> Hindcast:
    """Forecast an instance from the evening of `day` to the last later count (at most 30 days ahead).

    Counts of days up to `day`, or behind those 30 days, are left out of the comparison.
    """
    forecaster = Forecaster(instance)
    ahead = [(each, (each.date - instance.start).days - day) for each in later]
    ahead = [(each, lead) for each, lead in ahead if 1 <= lead <= 30]
    made = forecaster.forecast(day, max((lead for _, lead in ahead), default=14), seed=seed)
    low, middle, high = (_quantile(made, level) for level in (0.05, 0.5, 0.95))
    beside = tuple(Beside(each, low[lead - 1], middle[lead - 1], high[lead - 1]) for each, lead in ahead)
    return Hindcast(forecaster.situation(day), made, beside, filling(instance, made.camps, made.draws))


def _quantile(made: Forecast, level: float) -> list[int]:
    return [round(value) for value in np.quantile(made.draws.sum(axis=2), level, axis=0).tolist()]
