"""What the commands below `arrivals` share: options, reading an instance, saying what is wrong with it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from crossbearing.displacement import Instance, Settings

INSTANCE = click.argument("folder", type=click.Path(path_type=Path), metavar="INSTANCE")
SETTINGS = click.option(
    "--settings", "rules", type=click.Path(path_type=Path), metavar="FILE",
    help="Flee's simsetting.yml (default: the one in INSTANCE, else Flee's own defaults).",
)
SEED = click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help="The seed of chance.")
DAY = click.option(
    "--day", type=click.IntRange(0), metavar="N",
    help="Forecast from the evening of day N of the period (default: the day of the last count).",
)
HORIZON = click.option("--horizon", type=click.IntRange(1, 30), default=14, show_default=True, help="Days ahead.")
OUTPUT = click.option(
    "--output", type=click.Path(path_type=Path), default=Path("-"), metavar="FILE",
    help="The file to write (default: -, stdout).",
)
TROUBLE = "the instance, or another file, cannot be used (each fault is said with file, line and a way out)"


@contextmanager
def troubles() -> Iterator[None]:
    """Say what is wrong with an instance on stderr, a line each, and end with 1."""
    from crossbearing.displacement import InstanceTrouble

    try:
        yield
    except InstanceTrouble as trouble:
        for line in str(trouble).splitlines():
            click.echo(f"crossbearing: {line}", err=True)
        raise SystemExit(1) from trouble


def read(folder: Path, rules: Path | None) -> "tuple[Instance, Settings]":
    """Return an instance and the settings of Flee that are named, lie beside it, or are Flee's own defaults."""
    from crossbearing.displacement import Settings, read_instance, read_settings

    instance = read_instance(folder)
    usual = (folder / "simsetting.yml", folder.parent / "simsetting.yml")
    found = rules or next((path for path in usual if path.is_file()), None)
    settings, remarks = read_settings(found) if found else (Settings(), ())
    if sys.stderr.isatty():
        for remark in (*instance.remarks, *remarks):
            click.echo(f"crossbearing: {remark}", err=True)
    return instance, settings


def _last_day(instance: "Instance") -> int:
    days = [int(day) for counts in instance.counts.values() for day in counts.days if 0 <= day < instance.days]
    return max(days, default=0)


def known_day(instance: "Instance", day: int | None) -> int:
    """Return the day to forecast from: the one named, else that of the last count. Raises InstanceTrouble if none."""
    from crossbearing.displacement import Finding, InstanceTrouble

    day = _last_day(instance) if day is None else day
    if day >= instance.days or not instance.observed_camps:
        reason = f"day {day} is not in its {instance.days} days" if instance.observed_camps else "no camp has counts"
        remedy = "name another --day, or add counts to source_data"
        raise InstanceTrouble([Finding(instance.name, None, reason, remedy)])
    return day
