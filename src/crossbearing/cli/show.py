"""The verb `show`: the events of an archive as a table, or one event in full."""

import sys
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending, with_query
from crossbearing.cli.output import seeing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from crossbearing.archive import Query
    from crossbearing.archive.opening import Where
    from crossbearing.records import Event, Picture

WIDTH_ELSEWHERE = 160
"""Columns that are written where the output is no terminal."""


@click.command(
    short_help="Show the events of an archive, or one event in full.",
    epilog=ending(
        "crossbearing show --archive cases",
        "crossbearing show --archive cases e-3f9a2c",
        "crossbearing show --archive cases --kind shelling --near 35.81,36.32,20",
        "crossbearing show --archive cases --json | jq -r '[.grade.happened, .label] | @tsv'",
        codes={0: "shown", 1: "the archive cannot be read, or has no such event"},
    ),
)
@ARCHIVE
@click.argument("event", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, as the format events-jsonl has it.")
@with_query
@UNPROTECTED
def show(
    where: "Where", event: str | None, as_json: bool, query: "Query | None", unprotected: bool,  # noqa: FBT001 click passes flags so
) -> int:
    """Show all events, those that a query finds, or one EVENT with each claim, its words and its chain of sources.

    EVENT is the event's id or the beginning of it, as the table shows it; an id that it had before it came together
    with others is as good. With --json one EVENT comes with the claims that tell of it, each with its exact words.
    Protected persons are named by their pseudonyms.
    """
    from crossbearing.archive.opening import as_typed

    with seeing(where, unprotected=unprotected) as seen:
        picture = seen.picture(query)
        moved = seen.moved(event) if event else []
    chosen = None
    if event is not None:
        matching = followed(event, picture.events, moved)
        if len(matching) != 1:
            what = f"{len(matching)} events begin with" if matching else "no event has the id"
            all_of_them = f"crossbearing show --archive {as_typed(where)}"
            click.echo(f"crossbearing: {what} {event}; `{all_of_them}` lists them", err=True)
            return 1
        chosen = matching[0]
    if as_json:
        _json(picture, chosen)
        return 0
    from crossbearing.publishing.terminal import event_view, events_table

    if chosen:
        terminal().print(event_view(picture, chosen))
    elif picture.events:
        terminal().print(events_table(picture))
    else:
        click.echo("There are no events yet: `crossbearing run PATHS --archive DIR` takes reports in.")
    return 0


def followed(beginning: str, events: "Sequence[Event]", moved: "Sequence[tuple[str, str]]") -> "list[Event]":
    """Return the events whose id begins so; where there is none, those that ids of earlier weighings lead to.

    Says on stderr where an id led on to another: the event that had it is part of that one now.
    """
    matching = [each for each in events if each.id.startswith(beginning)]
    if matching or not moved:
        return matching
    for old, new in moved:
        click.echo(f"crossbearing: {old} is part of {new} now", err=True)
    led = {new for _, new in moved}
    return [each for each in events if each.id in led]


def _json(picture: "Picture", chosen: "Event | None") -> None:
    import msgspec

    from crossbearing.publishing import events_jsonl, layers

    if chosen is None:
        events_jsonl.write(picture, sys.stdout)
        return
    ids = {claim.id for claim in chosen.claims}
    told = []
    for report_id, reading in sorted(picture.readings.items()):
        report = picture.reports[report_id]
        for claim in reading.claims:
            if claim.id in ids:
                text = (report.title or "") if claim.located == "title" else report.text
                words = {"report": report_id, "outlet": report.outlet, "words": text[slice(*claim.evidence)]}
                told.append({**words, **layers.claim_object(claim)})
    click.echo(msgspec.json.encode(events_jsonl.encodable_all({**events_jsonl.as_object(chosen), "claims": told})))


def terminal() -> "Console":
    """Return a console for stdout: as wide as the terminal, or wide enough for a table where it is none."""
    from rich.console import Console

    return Console(highlight=False, width=None if sys.stdout.isatty() else WIDTH_ELSEWHERE)
