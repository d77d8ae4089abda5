"""A run or a forecast as a table: a row for each day and camp, with quantiles; and reading such tables back."""

import csv
import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.instance import Instance
from crossbearing.displacement.trouble import Finding, InstanceTrouble

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
"""The quantiles of a table: the ends of the 90 % and the 50 % interval, and the median."""
COLUMNS = ("day", "date", "camp", "low90", "low50", "median", "high50", "high90")


@dataclass(frozen=True)
class Table:
    """Quantiles for each of `days` (from the instance's start) and `camps`: `people` is level, day, camp."""

    days: tuple[int, ...]
    camps: tuple[str, ...]
    people: NDArray[np.float64]

    @classmethod
    def of(
        cls, draws: NDArray[np.float64] | NDArray[np.int64], days: tuple[int, ...], camps: tuple[str, ...],
    ) -> "Table":
        """Return the quantiles of an ensemble of people by draw, day and camp."""
        return cls(days, camps, np.quantile(draws, LEVELS, axis=0))

    @property
    def median(self) -> NDArray[np.float64]:
        """The medians by day and camp."""
        middle: NDArray[np.float64] = self.people[LEVELS.index(0.5)]
        return middle


def write_table(table: Table, start: dt.date, stream: TextIO, *, column: str = "camp") -> None:
    """Write a table as CSV, people rounded to whole ones; `column` is the heading of what `camps` holds."""
    out = csv.writer(stream, lineterminator="\n")
    out.writerow([column if name == "camp" else name for name in COLUMNS])
    for row, day in enumerate(table.days):
        date = (start + dt.timedelta(days=day)).isoformat()
        for at, camp in enumerate(table.camps):
            out.writerow([day, date, camp, *(round(value) for value in table.people[:, row, at].tolist())])


def read_table(path: Path, instance: Instance) -> Table:
    """Return a table that was written here, or the output of Flee's run.py (a column `<camp> sim` for each camp).

    Raises InstanceTrouble for any other file, and where a camp or a day is not one of the instance.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise _trouble(path, None, f"it cannot be read ({error})") from error
    if not rows:
        raise _trouble(path, None, "it is empty")
    header = [field.strip() for field in rows[0]]
    if tuple(header) == COLUMNS:
        return _own(path, rows[1:], instance)
    sims = [at for at, field in enumerate(header) if field.endswith(" sim")]
    if header[0].lower().lstrip("#") != "day" or not sims:
        raise _trouble(path, 1, "its header is neither ours nor that of Flee's run.py")
    camps = tuple(header[at].removesuffix(" sim") for at in sims)
    try:
        days = tuple(int(row[0]) for row in rows[1:] if row)
        people = np.array([[float(row[at]) for at in sims] for row in rows[1:] if row])
    except (ValueError, IndexError) as error:
        raise _trouble(path, None, f"a row does not fit its header ({error})") from error
    return _checked(path, Table(days, camps, np.repeat(people[None], len(LEVELS), axis=0)), instance)


def _own(path: Path, rows: list[list[str]], instance: Instance) -> Table:
    found: dict[tuple[int, str], list[float]] = {}
    for line, row in enumerate(rows, start=2):
        try:
            found[int(row[0]), row[2]] = [float(value) for value in row[3 : 3 + len(LEVELS)]]
        except (ValueError, IndexError) as error:
            raise _trouble(path, line, f"it does not fit the header ({error})") from error
    days = tuple(sorted({day for day, _ in found}))
    camps = tuple(dict.fromkeys(camp for _, camp in found))
    if not found or len(found) != len(days) * len(camps) or any(len(v) != len(LEVELS) for v in found.values()):
        raise _trouble(path, None, "it lacks rows: each day needs one for each camp")
    people = np.array([[found[day, camp] for camp in camps] for day in days])
    return _checked(path, Table(days, camps, np.moveaxis(people, 2, 0)), instance)


def _checked(path: Path, table: Table, instance: Instance) -> Table:
    known = {place.name for place in instance.camps}
    for camp in table.camps:
        if camp not in known:
            raise _trouble(path, None, f"{camp!r} is no camp of {instance.name}")
    if table.days and not 0 <= min(table.days) <= max(table.days) < instance.days:
        raise _trouble(path, None, f"it has days outside the {instance.days} days of {instance.name}")
    return table


def _trouble(path: Path, line: int | None, reason: str) -> InstanceTrouble:
    return InstanceTrouble([Finding(str(path), line, reason, "give what `arrivals run` or Flee's run.py wrote for it")])
