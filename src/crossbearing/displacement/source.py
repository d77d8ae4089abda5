"""Reading the counts of an instance: data_layout.csv, the tables it names, and the days of re-registration."""

import bisect
import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from crossbearing.displacement.instance import Correction, Counts
from crossbearing.displacement.tables import Fields, read_rows
from crossbearing.displacement.trouble import Findings


@dataclass
class Source:
    """The counts of an instance as published, without any correction."""

    layout: tuple[str, ...] = ()
    counts: dict[str, Counts] = field(default_factory=dict)
    total: Counts | None = None
    corrections: tuple[Correction, ...] = ()


def read_source(folder: Path, start: dt.date, findings: Findings) -> Source:
    """Return the counts in `folder/source_data`; none where there is no such folder (an instance may lack counts)."""
    corrections = _corrections(folder / "input_csv", findings)
    if not (folder / "source_data").is_dir():
        return Source(corrections=corrections)
    file = "source_data/data_layout.csv"
    _, rows = read_rows(folder / file, file, findings)
    source = Source(corrections=corrections)
    if rows and rows[0][1][0].lower() != "total":
        findings.error(file, rows[0][0], f"its first row is {rows[0][1][0]!r}", "begin with `total,refugees.csv`")
    layout = []
    for at, (line, fields) in enumerate(rows):
        name, tables = fields[0], [name for name in fields[1:] if name]
        if not tables:
            findings.error(file, line, f"{name!r} names no table", "write the file with its counts behind it")
            continue
        if name in layout:
            findings.error(file, line, f"{name!r} stands here twice", "write all its files in one row")
        read = [_counts(folder, table, start, findings, file, line) for table in tables]
        known = [counts for counts in read if counts is not None]
        if len(known) < len(tables):
            continue
        counts = known[0]
        for other in known[1:]:
            counts = _added(counts, other)
        if at == 0:
            source.total = counts
        else:
            layout.append(name)
            source.counts[name] = counts
    source.layout = tuple(layout)
    return source


def _counts(folder: Path, table: str, start: dt.date, findings: Findings, layout: str, line: int) -> Counts | None:
    file = f"source_data/{table}"
    if Path(table).name != table or not (folder / file).is_file():
        findings.error(layout, line, f"there is no file {file}", "write the name of a table in source_data")
        return None
    header, rows = read_rows(folder / file, file, findings)
    # Flee passes over what stands behind a count; only where the header says so are they its bounds.
    bounds = header[2:4] == ["low", "high"]
    ends: dict[int, tuple[float, float]] = {}
    if rows and rows[0][1][0].lower() in {"date", "datetime"}:
        rows = rows[1:]
    days: list[int] = []
    people: list[float] = []
    before = len(findings.errors)
    for number, fields in rows:
        row = Fields(file, number, fields, findings)
        date, count = row.date(0, "the date"), row.number(1, "the count")
        if count < 0:
            row.error(f"the count is {row.text(1)}", "a count of people is 0 or more")
        if date is None:
            continue
        day = (date - start).days
        if bounds:
            low, high = row.number(2, "the lower bound"), row.number(3, "the upper bound", default=0.0)
            high = high if row.text(3) else np.inf
            if not low <= count <= high:
                row.error(f"the count {count:g} lies outside its bounds", "write the lower, then the upper bound"
                          " (empty: none is told)")
            ends[day] = (low, high)
        if days and day < days[-1]:
            findings.remark(file, number, f"{date} comes after a later date", "put the rows in order of their dates")
        if day in days:
            findings.remark(file, number, f"{date} stands here twice", "the later row counts; leave the other out")
            at = days.index(day)
            del days[at], people[at]
        at = bisect.bisect(days, day)
        days.insert(at, day)
        people.insert(at, count)
    if not rows:
        findings.error(file, None, "it has no counts", "write rows `YYYY-MM-DD,count`")
    if not days or len(findings.errors) > before:
        return None
    told = [np.array([ends[day][side] for day in days]) for side in (0, 1)] if bounds else [None, None]
    return Counts(np.array(days, dtype=np.int64), np.array(people, dtype=np.float64), *told)


def _added(first: Counts, second: Counts) -> Counts:
    """Add two tables of one camp as Flee does: on the days of both, as far as both reach.

    On a day that only the second has, the first gives its next count; on a day that only the first has, the second
    gives its last one, nobody before it begins. What is hardly meant so is kept, since the observed totals of Flee's
    own instances rest on it.
    """
    days = np.union1d(first.days, second.days)
    days = days[days <= min(first.days[-1], second.days[-1])]
    following = first.people[np.searchsorted(first.days, days)]
    before = np.searchsorted(second.days, days, side="right") - 1
    return Counts(days, following + np.where(before >= 0, second.people[before], 0.0))


def _corrections(inputs: Path, findings: Findings) -> tuple[Correction, ...]:
    file = "input_csv/registration_corrections.csv"
    _, rows = read_rows(inputs / "registration_corrections.csv", file, findings, required=False)
    found = []
    for line, fields in rows:
        row = Fields(file, line, fields, findings)
        date = row.date(1, "the date")
        if date is not None:
            found.append(Correction(row.text(0), date))
    return tuple(found)
