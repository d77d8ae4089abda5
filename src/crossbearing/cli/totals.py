"""The verb `totals`: what happened in a period and an area, added up by a declared rule."""

import datetime as dt
import sys
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, Circle, check, ending
from crossbearing.cli.output import seeing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.console import RenderableType

    from crossbearing.archive import Near
    from crossbearing.archive.opening import Where
    from crossbearing.weighing.totals import Sum, Totals
    from crossbearing.weighing.views import View

DAY = click.DateTime(["%Y-%m-%d"])


@click.command(
    short_help="Add up what happened in a period and an area.",
    epilog=ending(
        "crossbearing totals --archive cases --since 2011-06-01 --until 2011-06-30",
        "crossbearing totals --archive cases --near 35.81,36.32,30 --view conservative",
        "crossbearing totals --archive cases | jq .sensitivity",
        codes={0: "added up", 1: "the archive cannot be read"},
    ),
)
@ARCHIVE
@click.option("--since", type=DAY, help="The first day: 2011-06-10.")
@click.option("--until", type=DAY, help="The last day.")
@click.option("--near", type=Circle(), help="Within so many kilometres of a point: 35.81,36.32,10.")
@click.option(
    "--view", type=click.Choice(["conservative", "representative", "informative"]), default="representative",
    show_default=True, help="The rule that turns what reports say into one value.",
)
def totals(
    where: "Where", since: dt.datetime | None, until: dt.datetime | None, near: "Near | None", view: "View",
) -> None:
    """Add up the killed, wounded, displaced ... of all events within a period and an area, by a view.

    An event that is part of another is not counted twice, and totals since an earlier day are never added. Events that
    are contested stand beside the sum, never in it; events that lie only partly in the period, or without a day or
    place, are said to be left out. Stocks and capacities are the last level told of each place. What the sum would be
    under another rule is told too. On a terminal these are tables; elsewhere one JSON object.
    """
    import msgspec

    from crossbearing.archive import Query
    from crossbearing.weighing.totals import Bounds
    from crossbearing.weighing.totals import totals as add_up

    bounds = Bounds(
        since=since.date() if since else None, until=until.date() if until else None,
        near=(near.lat, near.lon, near.km) if near else None,
    )
    check(Query(since=bounds.since, until=bounds.until, near=near))
    with seeing(where, unprotected=False) as seen:
        picture = seen.picture()
    claims = [claim for reading in picture.readings.values() for claim in reading.claims]
    found = add_up(picture.events, claims, bounds, view)
    if sys.stdout.isatty():
        from rich.console import Console

        for shown in _tables(found):
            Console().print(shown)
    else:
        click.echo(msgspec.json.encode(found))


def _tables(found: "Totals") -> "list[RenderableType]":
    from rich.table import Table
    from rich.text import Text

    from crossbearing.weighing.views import VIEWS

    sums = Table("measure", "at least", "best", "at most", "events", "contested beside it", "divergence", box=None)
    for measure in sorted({*found.flows, *found.contested}):
        beside = found.contested.get(measure)
        told = f"{beside.best} in {beside.of}" if beside else ""
        sums.add_row(measure, *_cells(found.flows, measure), told, str(found.divergence.get(measure, "")))
    blocks: list[RenderableType] = [Text(f"{found.view}: {VIEWS[found.view]}\n", "bold"), sums]
    for title, levels in (("stocks: last level of each place", found.stocks), ("capacities", found.capacities)):
        if levels:
            headings = ("measure", "at least", "best", "at most", "places")
            table = Table(*headings, title=title, box=None, title_justify="left")
            for measure in sorted(levels):
                table.add_row(measure, *_cells(levels, measure))
            blocks += [Text(""), table]
    measures = sorted({measure for row in found.sensitivity.values() for measure in row})
    rules = Table("rule", *measures, title="under other rules", box=None, title_justify="left")
    for rule, row in found.sensitivity.items():
        rules.add_row(rule, *(str(row.get(measure, "")) for measure in measures))
    blocks += [Text(""), rules]
    if found.left_out:
        left_out = ", ".join(f"{number} {reason}" for reason, number in found.left_out.items())
        blocks.append(Text(f"\nnot added: {left_out}", "dim"))
    return blocks


def _cells(sums: "Mapping[str, Sum]", measure: str) -> tuple[str, str, str, str]:
    found = sums.get(measure)
    if found is None:
        return "", "", "", ""
    return str(found.low), str(found.best), "?" if found.high is None else str(found.high), str(found.of)
