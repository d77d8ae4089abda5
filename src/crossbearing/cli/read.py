"""The verb `read`: read reports and write what was found, without an archive."""

import sys
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

import click

from crossbearing.cli.arguments import PATHS, PROCESSES, ending
from crossbearing.cli.output import writing
from crossbearing.cli.progress import Shown
from crossbearing.records import Report


@click.command(
    short_help="Read reports and write what was found, without an archive.",
    epilog=ending(
        "crossbearing read reports.jsonl --layers layers.jsonl",
        "crossbearing read article.txt --layers - | jq '.claims[].type'",
        codes={
            0: "written; some things may have been refused",
            1: "nothing could be read, or the file cannot be written",
        },
    ),
)
@PATHS
@click.option(
    "--layers", required=True, type=click.Path(path_type=Path), metavar="OUT",
    help="The file to write, replaced as a whole once it is complete; - is stdout.",
)
@PROCESSES
def read(paths: tuple[Path, ...], layers: Path, processes: int | None) -> int:
    """Read the reports at PATHS and write a line of JSON for each, in their order: places, times, attributions, claims.

    A report in a language that is not read has a line with empty lists. What cannot be taken in is said on stderr.
    """
    from crossbearing import pipeline
    from crossbearing.publishing.layers import layers_line

    lines = 0
    with Shown() as shown, writing(layers) as stream:
        reports = _reports(paths, shown)
        # Whether processes are worth starting shows after a few reports, without holding all of them.
        first = list(islice(reports, pipeline.FEW + 1))
        with pipeline.readers(len(first), processes, pipeline.RULES, shown) as workers:
            shown.begin("reading", None)
            for report, got in pipeline.read(chain(first, reports), workers=workers):
                if isinstance(got, pipeline.Unreadable):
                    shown.say(got)
                stream.write(layers_line(report, None if isinstance(got, pipeline.Unreadable) else got))
                lines += 1
                shown.advance()
    if sys.stderr.isatty():
        shown.say(f"{lines} reports read")
    return 0 if lines else 1


def _reports(paths: tuple[Path, ...], shown: Shown) -> Iterator[Report]:
    from crossbearing.intake import Refusal, take_in

    for got in chain.from_iterable(map(take_in, paths)):
        if isinstance(got, Refusal):
            shown.say(got)
        else:
            yield got

