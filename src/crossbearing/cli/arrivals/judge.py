"""`arrivals score` and `arrivals compare`: how good a run is, and how good forecasts are beside the baselines."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ending
from crossbearing.cli.arrivals.options import INSTANCE, SEED, TROUBLE, read, troubles
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.displacement.rolling import Rolled


@click.command(
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

    ARD as Flee has it, plain and rescaled, mean absolute error in people, MASE, CRPS as far as the quantiles of TABLE
    tell it, and coverage of the intervals.
    """
    import msgspec

    from crossbearing.displacement import Observed, scores
    from crossbearing.displacement.table import LEVELS, read_table

    with troubles():
        instance, _ = read(folder, None)
        given = read_table(table, instance)
        every = Observed.of(instance).of_camps(given.camps)
        seen = every[list(given.days)]
        past = every[: given.days[0]] if given.days[0] > 1 else every
        told = {
            "ard": scores.ard(given.median, seen), "ard_rescaled": scores.ard(given.median, seen, rescaled=True),
            "mae": scores.mae(given.median, seen), "mase": scores.mase(given.median, seen, past),
            "crps": float(scores.crps_of_quantiles(given.people, LEVELS, seen).mean()),
            "covered_50": scores.coverage(given.people[1], given.people[3], seen),
            "covered_90": scores.coverage(given.people[0], given.people[4], seen),
            "by_camp": {camp: {"mae": scores.mae(given.median[:, at], seen[:, at])}
                        for at, camp in enumerate(given.camps)},
        }
        click.echo(msgspec.json.encode(told))


@click.command(
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
    with troubles(), Shown() as shown:
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
    for column in ("instance", "days", *names, "by the best", "MASE", "CRPS", "50 %", "90 %", "capacities left out"):
        table.add_column(column, justify="left" if column in {"instance", "capacities left out"} else "right")
    for each in found:
        errors = [f"{each.mae[name]:,.1f}" if name in each.mae else "-" for name in names]
        table.add_row(each.instance, str(each.horizon), *errors, f"{each.skill:.3f}", f"{each.mase:.1f}",
                      f"{each.crps:,.1f}", f"{each.covered[0.5]:.2f}", f"{each.covered[0.9]:.2f}",
                      ", ".join(each.left_out))
    Console().print(table)
