"""The verb `arrivals`: how many people reach which camp, and when; one file per command."""

import click

from crossbearing.cli.arguments import ending
from crossbearing.cli.arrivals.build import build
from crossbearing.cli.arrivals.judge import compare, score
from crossbearing.cli.arrivals.options import TROUBLE
from crossbearing.cli.arrivals.plot import plot
from crossbearing.cli.arrivals.run import run
from crossbearing.cli.arrivals.sensitivity import sensitivity


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


for command in (build, run, score, compare, plot, sensitivity):
    arrivals.add_command(command)
