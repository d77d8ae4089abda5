"""The verb `history`: tell what was done to a report, and to an archive."""

from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, ending

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where


@click.command(
    short_help="Tell what was done to a report, and to an archive.",
    epilog=ending(
        "crossbearing history --archive cases",
        "crossbearing history --archive cases fk014",
        codes={0: "told", 1: "there is no such report, or the archive cannot be read"},
    ),
)
@ARCHIVE
@click.argument("report", required=False)
def history(where: "Where", report: str | None) -> int:
    """Write the ledger, one entry a line as canonical JSON: who did what when, with which software, from what to what.

    With the id of a REPORT: only the entries that took it in, read it or record a judgement about it.
    """
    from crossbearing.archive import Archive

    with Archive.open(where, read_only=True) as archive:
        if report is not None and archive.reports.get(report) is None:
            click.echo(f"crossbearing: there is no report {report}; `crossbearing search` finds reports", err=True)
            return 1
        about = {judgement.id for judgement in archive.judgements.about(report)} if report else set()
        for entry in archive.ledger.entries():
            if report is None or entry.tells_of(report, about):
                click.echo(entry.body())
    return 0
