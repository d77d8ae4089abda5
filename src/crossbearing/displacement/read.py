"""Reading Flee's folder into an instance, strictly: every fault is told with its file, its line and a way out."""

import datetime as dt
from pathlib import Path
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.check import check
from crossbearing.displacement.instance import Closure, ClosureKind, Instance, Kind, Location, Route
from crossbearing.displacement.source import read_source
from crossbearing.displacement.tables import Fields, read_fields, read_rows
from crossbearing.displacement.trouble import Findings

KINDS: tuple[tuple[str, Kind], ...] = (
    ("idpcamp", "idpcamp"), ("camp", "camp"), ("conflict", "conflict"), ("forward", "forward"), ("marker", "marker"),
    ("flood_zone", "flood_zone"), ("town", "town"), ("default", "town"),
)
"""Words within a location type and what they mean, in the order in which they are looked for (as Flee does)."""
LONGEST = 366 * 50
"""Days; a longer period is a slip of the pen."""


def read_instance(folder: Path) -> Instance:
    """Return the instance that `folder/input_csv` and `folder/source_data` tell of.

    Raises InstanceTrouble with every error found. Remarks (things that Flee passes over in silence) stay with the
    instance. Source: the layout of Flee 3.1.
    """
    findings = Findings()
    inputs = folder / "input_csv"
    if not inputs.is_dir():
        findings.error(str(folder), None, "it has no folder input_csv", "name the folder that holds input_csv")
        findings.settle()
    start, days = _period(inputs, findings)
    locations = _locations(inputs, findings)
    names, conflicts = _conflicts(inputs, findings, days)
    source = read_source(folder, start, findings)
    instance = Instance(
        name=folder.resolve().name, start=start, days=days, locations=locations, routes=_routes(inputs, findings),
        closures=_closures(inputs, findings), conflict_places=names, conflicts=conflicts, layout=source.layout,
        counts=source.counts, total=source.total, corrections=source.corrections,
    )
    if not findings.errors:
        check(instance, findings)
    remarks = findings.settle()
    return Instance(**{**instance.__dict__, "remarks": remarks})


def _period(inputs: Path, findings: Findings) -> tuple[dt.date, int]:
    file = "input_csv/sim_period.csv"
    _, rows = read_rows(inputs / "sim_period.csv", file, findings)
    start, days = None, 0
    for line, fields in rows:
        row = Fields(file, line, fields, findings)
        if row.text(0).lower() == "startdate":
            start = row.date(1, "StartDate")
        elif row.text(0).lower() == "length":
            days = row.whole(1, "Length")
            if not 0 < days <= LONGEST:
                row.error(f"Length is {days}", f"write a number of days between 1 and {LONGEST}")
        else:
            findings.remark(file, line, f"{row.text(0)!r} is passed over", "the keys are StartDate and Length")
    told = {fields[0].lower() for _, fields in rows}
    for key in ("startdate", "length"):
        if rows and key not in told:
            findings.error(file, None, f"{key} is missing", "write lines `StartDate,YYYY-MM-DD` and `Length,days`")
    if not rows:
        findings.error(file, None, "the file is missing or empty", "write `StartDate,YYYY-MM-DD` and `Length,days`")
    return start or dt.date(1, 1, 1), days


def _locations(inputs: Path, findings: Findings) -> tuple[Location, ...]:
    file = "input_csv/locations.csv"
    columns = "name, region, country, latitude, longitude, location_type, conflict_date, population"
    header, rows = read_fields(inputs / "locations.csv", file, findings, least=6, columns=columns)
    found = []
    for row in rows:
        lowered = row.text(5).lower()
        kind: Kind | None = next((kind for word, kind in KINDS if word in lowered), None)
        if kind is None:
            row.error(f"the location type {row.text(5)!r} is unknown",
                      "write camp, idpcamp, conflict_zone, forwarding_hub, marker, flood_zone or town")
            continue
        camp = kind in {"camp", "idpcamp"}
        people = row.whole(7, "population or capacity", default=0)
        if camp and not row.text(7):
            row.error(f"the camp {row.text(0)!r} has no capacity",
                      "write how many people it can hold, or -1 for no limit")
        elif people < 0 and not (camp and people == -1):
            row.error(f"population or capacity is {people}", "write a count of people (a camp may have -1: no limit)")
        found.append(Location(
            name=row.text(0), region=row.text(1), country=row.text(2), lat=row.number(3, "latitude"),
            lon=row.number(4, "longitude"), kind=kind,
            conflict_day=row.whole(6, "conflict_date", default=0) if row.text(6) or kind == "conflict" else None,
            population=0 if camp else people, capacity=(people if people >= 0 else None) if camp else None,
            extra=_extra(header, row.fields, 8),
        ))
    return tuple(found)


def _extra(header: list[str], fields: list[str], first: int) -> dict[str, str]:
    return {header[i]: fields[i] for i in range(first, min(len(header), len(fields))) if header[i]}


def _routes(inputs: Path, findings: Findings) -> tuple[Route, ...]:
    file = "input_csv/routes.csv"
    columns = "name1, name2, distance in kilometres"
    header, rows = read_fields(inputs / "routes.csv", file, findings, least=3, columns=columns)
    found = []
    for row in rows:
        km = row.number(2, "the distance")
        if km <= 0 and row.text(2):
            row.error(f"the distance is {row.text(2)} km", "write the length of the road in kilometres, more than 0")
        redirection = row.whole(3, "forced_redirection", default=0)
        if redirection not in {0, 1, 2}:
            row.error(f"forced_redirection is {redirection}", "write 0, 1 or 2")
        found.append(Route(a=row.text(0), b=row.text(1), km=km, extra=_extra(header, row.fields, 4),
                           forced_redirection=1 if redirection == 1 else 2 if redirection == 2 else 0))
    return tuple(found)


def _closures(inputs: Path, findings: Findings) -> tuple[Closure, ...]:
    file = "input_csv/closures.csv"
    columns = "type, name1, name2, start day, end day (-1: never)"
    _, rows = read_fields(inputs / "closures.csv", file, findings, least=5, columns=columns)
    found = []
    kinds: dict[str, ClosureKind] = {kind: kind for kind in get_args(ClosureKind)}
    for row in rows:
        kind = kinds.get(row.text(0).lower())
        if kind is None:
            row.error(f"the closure type {row.text(0)!r} is unknown", f"write one of {', '.join(kinds)}")
            continue
        start, end = row.whole(3, "the start day"), row.whole(4, "the end day")
        if start < 0:
            row.error(f"the closure starts on day {start}", "days count from 0, the first day of the period")
        if end != -1 and end < start and kind != "remove_forced_redirection":
            row.error(f"the closure ends on day {end}, before it starts", "write a later day, or -1 for never")
        found.append(Closure(kind=kind, a=row.text(1), b=row.text(2), start=start, end=end))
    return tuple(found)


def _conflicts(inputs: Path, findings: Findings, days: int) -> tuple[tuple[str, ...], NDArray[np.float64]]:
    file = "input_csv/conflicts.csv"
    header, rows = read_rows(inputs / "conflicts.csv", file, findings)
    while header and not header[-1]:  # a comma at the end of the header names no place
        header.pop()
    names = tuple(header[1:])
    if rows and (not header or header[0].lower() != "day"):
        findings.error(file, 1, "it has no header line", "begin it with #Day and the names of the places")
    for name in sorted({name for name in names if names.count(name) > 1}):
        findings.error(file, 1, f"the place {name!r} has two columns", "leave one of them out")
    table = np.zeros((len(rows), len(names)))
    for at, (line, fields) in enumerate(rows):
        row = Fields(file, line, fields, findings)
        if len(fields) < len(names) + 1 or any(fields[len(names) + 1 :]):
            row.error(f"it has {len(fields) - 1} intensities for {len(names)} places", "write one for each place")
            continue
        if row.whole(0, "the day") != at:
            row.error(f"day {row.text(0)} stands where day {at} should", "write one row for each day, from 0")
        for column in range(len(names)):
            table[at, column] = row.number(column + 1, f"the intensity of {names[column]}")
            if table[at, column] < 0:
                row.error(f"the intensity of {names[column]} is negative", "write 0 for no conflict")
    if rows and len(rows) < days:
        findings.error(file, None, f"it ends on day {len(rows) - 1} of {days} days",
                       "write a row for each day, or shorten the period in sim_period.csv")
    if not rows:
        findings.error(file, None, "it has no rows", "write the intensity of each place for each day")
    return names, table
