"""Writing an instance as a folder that Flee reads, and reading gives back."""

import csv
import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from crossbearing.displacement.instance import Counts, Instance, Kind

TYPES: dict[Kind, str] = {
    "camp": "camp", "idpcamp": "idpcamp", "conflict": "conflict_zone", "forward": "forwarding_hub", "marker": "marker",
    "town": "town", "flood_zone": "flood_zone",
}
LAYOUT, TOTAL = "data_layout.csv", "refugees.csv"


def write_instance(instance: Instance, folder: Path) -> None:
    """Write `input_csv` and, where there are counts, `source_data` below `folder`, which is made if need be.

    The counts of an instance that was written there before are taken away: a forecast must not see them.
    Raises OSError where it cannot be written.
    """
    _take_counts_away(folder / "source_data")
    inputs = folder / "input_csv"
    inputs.mkdir(parents=True, exist_ok=True)
    extra = sorted({key for place in instance.locations for key in place.extra})
    _write(inputs / "locations.csv", [
        ["#name", "region", "country", "latitude", "longitude", "location_type", "conflict_date", "population", *extra],
        *([place.name, place.region, place.country, place.lat, place.lon, TYPES[place.kind],
           "" if place.conflict_day is None else place.conflict_day,
           (-1 if place.capacity is None else place.capacity) if place.is_camp else place.population,
           *(place.extra.get(key, "") for key in extra)] for place in instance.locations),
    ])
    extra = sorted({key for route in instance.routes for key in route.extra})
    _write(inputs / "routes.csv", [
        ["#name1", "name2", "distance", "forced_redirection", *extra],
        *([route.a, route.b, f"{route.km:g}", route.forced_redirection, *(route.extra.get(key, "") for key in extra)]
          for route in instance.routes),
    ])
    _write(inputs / "closures.csv", [
        ["#closure_type", "name1", "name2", "closure_start", "closure_end"],
        *([closure.kind, closure.a, closure.b, closure.start, closure.end] for closure in instance.closures),
    ])
    _write(inputs / "conflicts.csv", [
        ["#Day", *instance.conflict_places],
        *([day, *(f"{value:g}" for value in row)] for day, row in enumerate(instance.conflicts)),
    ])
    _write(inputs / "sim_period.csv", [["StartDate", instance.start.isoformat()], ["Length", instance.days]])
    _write(inputs / "registration_corrections.csv",
           [[correction.camp, correction.date.isoformat(), "normalize"] for correction in instance.corrections])
    if instance.layout:
        _write_source(instance, folder / "source_data")


def _take_counts_away(folder: Path) -> None:
    for path in (folder / LAYOUT, folder / TOTAL, *folder.glob("camp-[0-9][0-9][0-9].csv")):
        path.unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _write_source(instance: Instance, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    files = {camp: f"camp-{number:03d}.csv" for number, camp in enumerate(instance.layout, start=1)}
    _write(folder / LAYOUT, [["total", TOTAL], *([camp, name] for camp, name in files.items())])
    for camp, name in files.items():
        _write(folder / name, _series(instance.counts[camp], instance.start))
    if instance.total is not None:
        _write(folder / TOTAL, _series(instance.total, instance.start))


def _series(counts: Counts, start: dt.date) -> list[list[object]]:
    rows: list[list[object]] = [[(start + dt.timedelta(days=int(day))).isoformat(), f"{people:.10g}"]
                                for day, people in zip(counts.days, counts.people, strict=True)]
    if counts.low is None or counts.high is None:
        return rows
    ends = ([f"{low:.10g}", "" if np.isinf(high) else f"{high:.10g}"]
            for low, high in zip(counts.low, counts.high, strict=True))
    return [["#date", "people", "low", "high"], *([*row, *end] for row, end in zip(rows, ends, strict=True))]


def _write(path: Path, rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, lineterminator="\n").writerows(rows)
