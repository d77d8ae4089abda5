"""The verb `explain`: which rule gave what in a report, or why an event's claims are one."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending
from crossbearing.cli.output import Digesting, exporting, seeing, writing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crossbearing.archive.opening import Where
    from crossbearing.protection import Seen


@click.command(
    short_help="Explain a report's reading or an event, rule by rule.",
    epilog=ending(
        "crossbearing explain --archive cases e-3f9a2c",
        "crossbearing explain --archive cases e-3f9a2c --svg event.svg",
        "crossbearing explain --archive cases 08-geneva.txt",
        codes={0: "explained", 1: "the archive cannot be read, or has no such report or event"},
    ),
)
@ARCHIVE
@click.argument("what", metavar="REPORT|EVENT")
@click.option(
    "--svg", "drawing", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write the explanation of an event as a picture: who says so, and each link as a waterfall.",
)
@UNPROTECTED
def explain(where: "Where", what: str, drawing: Path | None, unprotected: bool) -> int:  # noqa: FBT001 click passes flags so
    """Explain a report's reading sentence by sentence, or how an event was weighed.

    REPORT and EVENT are ids or the beginning of one; a report goes by the name of its file, too. A report's claims
    come with the rules that gave them, its places with the reason; an event with every link between its claims as a sum
    of weights (log2 odds). Protected persons are named by their pseudonyms.
    """
    with (exporting if drawing else seeing)(where, unprotected=unprotected) as seen:
        return _explained(seen, where, what, drawing)


def _explained(seen: "Seen", where: "Where", what: str, drawing: Path | None) -> int:
    from crossbearing.archive.opening import as_typed
    from crossbearing.cli.show import followed, terminal
    from crossbearing.publishing.explanation import event_explained, report_explained

    picture = seen.picture()
    moved = seen.moved(what)
    events = followed(what, picture.events, moved)
    reports = [report for key, report in sorted(picture.reports.items()) if key == what] or [
        report for key, report in sorted(picture.reports.items()) if key.startswith(what)
    ]
    if not events and not reports:
        reports = [picture.reports[key] for key in _of_file(seen, what) if key in picture.reports]
    if len(events) + len(reports) != 1:
        found = f"{len(events) + len(reports)} ids begin with" if events or reports else "no report or event has the id"
        all_of_them = f"crossbearing show --archive {as_typed(where)}"
        click.echo(f"crossbearing: {found} {what}; `{all_of_them}` lists events", err=True)
        return 1
    if drawing is not None and not events:
        click.echo("crossbearing: --svg draws events; name one", err=True)
        return 1
    if drawing is not None:
        from crossbearing.publishing.drawing import event_drawn

        with writing(drawing) as stream:
            written = Digesting(stream)
            written.write(event_drawn(picture, events[0]))
            seen.record_export("svg", written.digest(), None)
    elif events:
        terminal().print(event_explained(picture, events[0]))
    else:
        reading = picture.readings.get(reports[0].id)
        if reading is None:
            click.echo(f"crossbearing: report {what} was not read yet; `crossbearing run` goes on", err=True)
            return 1
        terminal().print(report_explained(reports[0], reading))
    return 0


def _of_file(seen: "Seen", name: str) -> "Iterator[str]":
    """The ids of the reports that came in a file of that name, as the ledger tells."""
    for entry, shown in seen.entries():
        if entry.act == "take in":
            came = zip(shown["inputs"]["originals"], shown["outputs"]["reports"], strict=True)
            yield from (report["id"] for original, report in came if original["file"] == name)
