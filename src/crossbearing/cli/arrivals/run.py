"""`arrivals run`: a forecast, or a run of Flee's rules."""

from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import contextmanager, nullcontext
from pathlib import Path

import click

from crossbearing.cli.arguments import PROCESSES, ending
from crossbearing.cli.arrivals.options import (
    DAY,
    HORIZON,
    INSTANCE,
    OUTPUT,
    SEED,
    SETTINGS,
    TROUBLE,
    known_day,
    read,
    troubles,
)
from crossbearing.cli.output import writing
from crossbearing.cli.progress import Shown


@click.command(
    short_help="Forecast with intervals, or run Flee's rules.",
    epilog=ending(
        "crossbearing arrivals run mali2012 --day 100 --horizon 14",
        "crossbearing arrivals run mali2012 --day 100 --moves moves.csv --output forecast.csv",
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
@click.option(
    "--moves", "moving", type=click.Path(path_type=Path), metavar="FILE",
    help="With crossbearing_v1: also write who leaves, is under way, arrives, goes home or on, by day.",
)
def run(
    folder: Path, engine: str, rules: Path | None, day: int | None, horizon: int, draws: int, seed: int,
    processes: int | None, output: Path, moving: Path | None,
) -> None:
    """Write people by day and camp as CSV: median and the ends of the 50 % and 90 % intervals of the ensemble.

    crossbearing_v1 forecasts the days after --day from what was known on it. flee_v3 runs the whole period. --moves
    tells what the flow behind the forecast expects of all camps together, counted from --day on; its rates are fitted
    to the counts up to that day.
    """
    import numpy as np

    from crossbearing.displacement.crossbearing_v1 import Forecaster
    from crossbearing.displacement.crossbearing_v1.whole import MOVES, moves
    from crossbearing.displacement.ensemble import ensemble
    from crossbearing.displacement.table import Table, write_table

    if moving and engine == "flee_v3":
        raise click.UsageError("--moves goes with --engine crossbearing_v1")
    with troubles():
        instance, settings = read(folder, rules)
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
            day = known_day(instance, day)
            forecaster = Forecaster(instance)
            made = forecaster.forecast(day, horizon, draws=draws, seed=seed)
            days = tuple(range(day + 1, day + 1 + horizon))
            table = Table.of(made.draws, days, made.camps)
            if moving:
                drawn = moves(forecaster.flow(day), horizon, draws, seed)
                told = np.stack([getattr(drawn, name) for name in MOVES], axis=2)
                with writing(moving) as stream:
                    write_table(Table.of(told, days, MOVES), instance.start, stream, column="who")
        with writing(output) as stream:
            write_table(table, instance.start, stream)


@contextmanager
def _executor(processes: int | None, draws: int) -> Iterator[Executor | None]:
    import os

    workers = processes or os.cpu_count() or 1
    # A few runs are done before processes have started.
    with ProcessPoolExecutor(workers) if workers > 1 and draws > 20 else nullcontext() as executor:
        yield executor
