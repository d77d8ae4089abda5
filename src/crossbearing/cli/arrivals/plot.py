"""`arrivals plot`: drawings of a forecast."""

from pathlib import Path

import click

from crossbearing.cli.arguments import ending
from crossbearing.cli.arrivals.options import DAY, HORIZON, INSTANCE, SEED, TROUBLE, known_day, read, troubles


@click.command(
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

    with troubles():
        instance, _ = read(folder, None)
        day = known_day(instance, day)
        forecaster = Forecaster(instance)
        made = forecaster.forecast(day, horizon, seed=seed)
        output.mkdir(parents=True, exist_ok=True)
        for kind in kinds or tuple(PLOTS):
            for suffix in suffixes or ("svg", "png"):
                path = output / f"{kind}.{suffix}"
                save(PLOTS[kind](forecaster.situation(day), made), path)
                click.echo(path)
