"""The verb `arrivals`: how many people reach which camp, and when."""

import sys
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import PROCESSES, ending
from crossbearing.cli.output import writing
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:

    import datetime as dt

    from crossbearing.displacement import Instance, Settings
    from crossbearing.displacement.rolling import Rolled

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
def _troubles() -> Iterator[None]:
    """Say what is wrong with an instance on stderr, a line each, and end with 1."""
    from crossbearing.displacement import InstanceTrouble

    try:
        yield
    except InstanceTrouble as trouble:
        for line in str(trouble).splitlines():
            click.echo(f"crossbearing: {line}", err=True)
        raise SystemExit(1) from trouble


def _read(folder: Path, rules: Path | None) -> "tuple[Instance, Settings]":
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


@click.group(
    short_help="Project how many people reach which camp, and when.",
    epilog=ending(
        "crossbearing arrivals build --archive cases --area Idlib --from 2011-06-01 --to 2011-06-24 idlib",
        "crossbearing arrivals run idlib --day 9 --horizon 14 --output forecast.csv",
        "crossbearing arrivals compare mali2012",
        codes={0: "done", 1: TROUBLE},
    ),
)
def arrivals() -> None:
    """Project how many people reach which camp, and when. An INSTANCE is a folder in the layout of Flee."""


@arrivals.command(
    short_help="Build an instance from an archive.",
    epilog=ending(
        "crossbearing arrivals build --archive cases --area 'Jisr al-Shughour' --from 2011-06-01 --to 2011-06-24 jisr",
        "crossbearing arrivals build --archive cases --area Idlib --km 120 --from 2011-06-01 --to 2011-06-24"
        " --camps camps.csv --roads roads.csv idlib",
        codes={0: "written; what was guessed is said on stderr", 1: "nothing to build from, or a table is broken"},
    ),
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="INSTANCE")
@click.option("--archive", "source", required=True, type=click.Path(path_type=Path), metavar="DIR",
              help="The folder of the archive.")
@click.option("--area", required=True, metavar="NAME", help="The place whose surroundings are built.")
@click.option("--km", type=click.FloatRange(1, 2000), default=80.0, show_default=True, help="How far around it.")
@click.option("--from", "first", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The first day.")
@click.option("--to", "last", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The last day.")
@click.option("--roads", type=click.Path(path_type=Path), metavar="CSV", help="Roads: name1, name2, kilometres.")
@click.option("--camps", type=click.Path(path_type=Path), metavar="CSV",
              help="Camps: name, country, lat, lon, capacity.")
def build(
    folder: Path, source: Path, area: str, km: float, first: "dt.datetime", last: "dt.datetime", roads: Path | None,
    camps: Path | None,
) -> None:
    """Build INSTANCE from the events and claims of an archive: towns, intensities, camps, capacities, counts.

    Beside it, provenance.csv names for each number the claim and the report it comes from.
    """
    from crossbearing.archive import Archive
    from crossbearing.displacement import read_instance
    from crossbearing.displacement.building import Area, write_built
    from crossbearing.displacement.building import build as built_of
    from crossbearing.places import Gazetteer

    with _troubles():
        with Archive.open(source, read_only=True) as archive, Gazetteer.open() as gazetteer:
            wanted = Area(area, km, first.date(), last.date())
            built = built_of(archive.picture(), gazetteer, wanted, roads=roads, camps=camps)
        write_built(built, folder)
        for remark in (*built.remarks, *read_instance(folder).remarks):
            click.echo(f"crossbearing: {remark}", err=True)
    made = built.instance
    counted = sum(len(counts.days) for counts in made.counts.values())
    click.echo(f"{folder}: {len(made.locations)} places, {len(made.routes)} roads, {len(made.camps)} camps,"
               f" {made.days} days, {counted} counts, {len(built.traces)} traces")


@arrivals.command(
    short_help="Forecast with intervals, or run Flee's rules.",
    epilog=ending(
        "crossbearing arrivals run mali2012 --day 100 --horizon 14",
        "crossbearing arrivals run mali2012 --engine flee_v3 --draws 1 --seed 7 --output run.csv",
        codes={0: "written", 1: TROUBLE},
    ),
)
@INSTANCE
@click.option(
    "--engine", type=click.Choice(["crossbearing_v1", "flee_v3"]), default="crossbearing_v1", show_default=True,
    help="Our forecast, or Flee's rules (which are given the total arrivals of each day).",
)
@SETTINGS
@DAY
@HORIZON
@click.option("--draws", type=click.IntRange(1, 100_000), default=500, show_default=True, help="Size of the ensemble.")
@SEED
@PROCESSES
@OUTPUT
def run(
    folder: Path, engine: str, rules: Path | None, day: int | None, horizon: int, draws: int, seed: int,
    processes: int | None, output: Path,
) -> None:
    """Write people by day and camp as CSV: median and the ends of the 50 % and 90 % intervals of the ensemble.

    crossbearing_v1 forecasts the days after --day from what was known on it. flee_v3 runs the whole period.
    """
    import numpy as np

    from crossbearing.displacement.crossbearing_v1 import Forecaster
    from crossbearing.displacement.ensemble import ensemble
    from crossbearing.displacement.table import Table, write_table

    with _troubles():
        instance, settings = _read(folder, rules)
        if engine == "flee_v3":
            with Shown() as shown, _executor(processes, draws) as executor:
                shown.begin("runs", draws)
                blocks = []
                for block in ensemble(instance, settings, draws, seed, executor=executor):
                    blocks.append(block)
                    shown.advance(len(block))
            camps = tuple(place.name for place in instance.camps)
            table = Table.of(np.concatenate(blocks), tuple(range(instance.days)), camps)
        else:
            day = _known_day(instance, day)
            made = Forecaster(instance).forecast(day, horizon, draws=draws, seed=seed)
            table = Table.of(made.draws, tuple(range(day + 1, day + 1 + horizon)), made.camps)
        with writing(output) as stream:
            write_table(table, instance.start, stream)


@contextmanager
def _executor(processes: int | None, draws: int) -> Iterator[Executor | None]:
    import os

    workers = processes or os.cpu_count() or 1
    # A few runs are done before processes have started.
    with ProcessPoolExecutor(workers) if workers > 1 and draws > 20 else nullcontext() as executor:
        yield executor


def _known_day(instance: "Instance", day: int | None) -> int:
    from crossbearing.displacement import Finding, InstanceTrouble

    day = _last_day(instance) if day is None else day
    if day >= instance.days or not instance.observed_camps:
        reason = f"day {day} is not in its {instance.days} days" if instance.observed_camps else "no camp has counts"
        remedy = "name another --day, or add counts to source_data"
        raise InstanceTrouble([Finding(instance.name, None, reason, remedy)])
    return day


@arrivals.command(
    short_help="Score a run against the counts.",
    epilog=ending(
        "crossbearing arrivals run mali2012 --engine flee_v3 --draws 1 --output run.csv",
        "crossbearing arrivals score mali2012 run.csv",
        codes={0: "scored", 1: TROUBLE},
    ),
)
@INSTANCE
@click.argument("table", type=click.Path(path_type=Path), metavar="TABLE")
def score(folder: Path, table: Path) -> None:
    """Score TABLE (what `arrivals run` wrote, or the output of Flee's run.py): one line of JSON.

    ARD as Flee has it, plain and rescaled, mean absolute error in people, MASE, and coverage of the intervals.
    """
    import msgspec

    from crossbearing.displacement import Observed, scores
    from crossbearing.displacement.table import read_table

    with _troubles():
        instance, _ = _read(folder, None)
        given = read_table(table, instance)
        every = Observed.of(instance).of_camps(given.camps)
        seen = every[list(given.days)]
        past = every[: given.days[0]] if given.days[0] > 1 else every
        told = {
            "ard": scores.ard(given.median, seen), "ard_rescaled": scores.ard(given.median, seen, rescaled=True),
            "mae": scores.mae(given.median, seen), "mase": scores.mase(given.median, seen, past),
            "covered_50": scores.coverage(given.people[1], given.people[3], seen),
            "covered_90": scores.coverage(given.people[0], given.people[4], seen),
            "by_camp": {camp: {"mae": scores.mae(given.median[:, at], seen[:, at])}
                        for at, camp in enumerate(given.camps)},
        }
        click.echo(msgspec.json.encode(told))


@arrivals.command(
    short_help="Judge our forecasts and the baselines, from day to day.",
    epilog=ending(
        "crossbearing arrivals compare mali2012 burundi2015",
        "crossbearing arrivals compare mali2012 --protocol hindsight | jq .skill",
        codes={0: "judged", 1: TROUBLE},
    ),
)
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="INSTANCE...")
@click.option(
    "--protocol", type=click.Choice(["published", "hindsight"]), default="published", show_default=True,
    help="What is known on a day: rows published by then, or the daily counts up to it as they stand today.",
)
@click.option("--step", type=click.IntRange(1), default=7, show_default=True, help="Days between forecasts.")
@SEED
def compare(folders: tuple[Path, ...], protocol: str, step: int, seed: int) -> int:
    """Forecast 7, 14 and 30 days from every --step-th day, knowing nothing later, and print the mean errors in people.

    A capacity that was fixed after the fact is left out for everybody, and the camps are named. One line of JSON for
    each instance and horizon; on a terminal, a table.
    """
    import msgspec

    from crossbearing.displacement import read_instance
    from crossbearing.displacement.rolling import roll

    found: list[Rolled] = []
    with _troubles(), Shown() as shown:
        shown.begin("instances", len(folders))
        for folder in folders:
            try:
                found += roll(read_instance(folder), step=step, seed=seed,
                              protocol="hindsight" if protocol == "hindsight" else "published")
            except ValueError as error:
                shown.say(error)
            shown.advance()
    if sys.stdout.isatty():
        _table(found)
    else:
        for each in found:
            told = {**msgspec.to_builtins(each), "best_baseline": each.best_baseline, "skill": each.skill}
            click.echo(msgspec.json.encode(told))
    return 0 if found else 1


def _table(found: "list[Rolled]") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title="mean absolute error, people a camp and day")
    names = list(dict.fromkeys(name for each in found for name in each.mae))
    for column in ("instance", "days", *names, "by the best", "50 %", "90 %", "capacities left out"):
        table.add_column(column, justify="left" if column in {"instance", "capacities left out"} else "right")
    for each in found:
        errors = [f"{each.mae[name]:,.1f}" if name in each.mae else "-" for name in names]
        table.add_row(each.instance, str(each.horizon), *errors, f"{each.skill:.3f}", f"{each.covered[0.5]:.2f}",
                      f"{each.covered[0.9]:.2f}", str(len(each.left_out)))
    Console().print(table)


@arrivals.command(
    short_help="Draw a forecast: fans, a map of flows, when camps fill.",
    epilog=ending(
        "crossbearing arrivals plot mali2012 --day 100 --output plots",
        "crossbearing arrivals plot mali2012 --kind fans --kind flows --format png --output plots",
        codes={0: "drawn", 1: TROUBLE},
    ),
)
@INSTANCE
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(["fans", "flows", "fillings"]),
    help="What to draw (default: all).",
)
@click.option(
    "--format", "suffixes", multiple=True, type=click.Choice(["svg", "png"]), help="As what (default: both).",
)
@DAY
@HORIZON
@SEED
@click.option(
    "--output", required=True, type=click.Path(path_type=Path), metavar="DIR", help="The folder to draw into.",
)
def plot(
    folder: Path, kinds: tuple[str, ...], suffixes: tuple[str, ...], day: int | None, horizon: int, seed: int,
    output: Path,
) -> None:
    """Draw the forecast of crossbearing_v1 from --day: `fans` for each camp, a map of `flows`, and `fillings`."""
    from crossbearing.displacement.crossbearing_v1 import Forecaster
    from crossbearing.displacement.plots import PLOTS, save

    with _troubles():
        instance, _ = _read(folder, None)
        day = _known_day(instance, day)
        forecaster = Forecaster(instance)
        made = forecaster.forecast(day, horizon, seed=seed)
        output.mkdir(parents=True, exist_ok=True)
        for kind in kinds or tuple(PLOTS):
            for suffix in suffixes or ("svg", "png"):
                path = output / f"{kind}.{suffix}"
                save(PLOTS[kind](forecaster.situation(day), made), path)
                click.echo(path)


@arrivals.command(
    short_help="Tell which assumption of Flee's rules matters most.",
    epilog=ending("crossbearing arrivals sensitivity mali2012 --draws 8", codes={0: "told", 1: TROUBLE}),
)
@INSTANCE
@SETTINGS
@click.option("--draws", type=click.IntRange(1, 1000), default=4, show_default=True, help="Runs for each change.")
@SEED
def sensitivity(folder: Path, rules: Path | None, draws: int, seed: int) -> None:
    """Change each setting of Flee's rules alone and tell how many people end in other camps: a line of JSON each.

    The largest effect comes first; `moved` is a share of all people (0 to 1), `noise` what chance alone moves.
    """
    import msgspec

    from crossbearing.displacement.sensitivity import sensitivity as found

    with _troubles():
        instance, settings = _read(folder, rules)
        for effect in found(instance, settings, draws=draws, seed=seed):
            click.echo(msgspec.json.encode(effect))
