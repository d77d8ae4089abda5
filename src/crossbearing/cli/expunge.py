"""The verb `expunge`: take a report away for good, with all that quotes it."""

from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, ending
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.archive import Archive
    from crossbearing.archive.opening import Where


@click.command(
    short_help="Take a report away for good, with all that quotes it.",
    epilog=ending(
        "crossbearing expunge --archive cases fk014",
        "crossbearing expunge --archive cases fk014 --why 'the witness is in danger' --yes",
        "crossbearing expunge --archive cases --finish",
        codes={0: "taken away", 1: "nothing was taken away: there is no such report, or --yes is missing"},
    ),
)
@ARCHIVE
@click.argument("report", required=False)
@click.option("--why", default="", help="The reason, for those who ask later; it stays in the ledger.")
@click.option("--yes", is_flag=True, help="Do it: it cannot be undone.")
@click.option("--finish", "only_finish", is_flag=True, help="Finish what a run that was killed left half done.")
def expunge(where: "Where", report: str | None, why: str, yes: bool, only_finish: bool) -> int:  # noqa: FBT001 click's
    """Take a REPORT away that must go by law or for a person's safety: its original, its text, and all that quotes it.

    Its readings, the judgements about it and the events that it tells of go with it, and the events are weighed anew
    without it. It is not taken in again. What stays is a tombstone in the ledger: who, when, why and the digests, and
    the id and the name of the file under which it was taken in; `verify` knows of it. Without --yes, what would go is
    told, and which other reports repeat its wording. Copies and bundles that were handed on before are not reached.
    """
    import msgspec

    from crossbearing.archive import Archive
    from crossbearing.archive.expunge import expunge as take_away
    from crossbearing.archive.expunge import finish, quoting
    from crossbearing.protection import Seen
    from crossbearing.records import JudgementError

    if (report is None) != only_finish:
        raise click.UsageError("name a REPORT, or --finish")
    with Archive.open(where, make=False) as archive, Shown() as shown:
        if report is None:
            finish(archive)
            _weigh_without(archive, shown)
            return 0
        seen = Seen(archive, verb="expunge")
        own = seen.own(report)
        if archive.reports.get(own) is None:
            click.echo(f"crossbearing: there is no report {report}; `crossbearing search` finds reports", err=True)
            return 1
        goes = quoting(archive, own)
        told = {
            "report": report, "readings": len(goes.readings), "claims": goes.claims, "judgements": len(goes.judgements),
            "events": len(goes.events), "repeating": [seen.ids.get(id_, id_) for id_ in goes.repeating],
        }
        click.echo(msgspec.json.encode(told))
        if not yes:
            click.echo("crossbearing: nothing was taken away yet; add --why and --yes, it cannot be undone", err=True)
            return 1
        if not why.strip():
            raise JudgementError("expunge needs a reason, for those who ask later")
        take_away(archive, own, why=why)
        _weigh_without(archive, shown)
    return 0


def _weigh_without(archive: "Archive", shown: Shown) -> None:
    """Weigh the events without what was taken away."""
    from crossbearing import pipeline

    pipeline.weigh_again(archive, shown)
    archive.database.scrub()  # what weighing wrote over quoted the report, too
