"""The verb `history`: tell what was done to a report, a claim, an event or a judgement, and to an archive."""

from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending
from crossbearing.cli.output import seeing

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where


@click.command(
    short_help="Tell what was done to a record, and to an archive.",
    epilog=ending(
        "crossbearing history --archive cases",
        "crossbearing history --archive cases fk014",
        "crossbearing history --archive cases c-3f9a2c",
        codes={0: "told", 1: "there is no such record, or the archive cannot be read"},
    ),
)
@ARCHIVE
@click.argument("record", required=False)
@UNPROTECTED
def history(where: "Where", record: str | None, unprotected: bool) -> int:  # noqa: FBT001 click passes flags so
    """Write the ledger, one entry a line as canonical JSON: who did what when, with which software, from what to what.

    With the id of a RECORD (a report, or the beginning of the id of a claim, an event or a judgement): only the entries
    that took its reports in, read them, or record a judgement about it, and behind each of these the judgement itself.
    Without --unprotected, digests are keyed where an archive protects somebody: one of words with a name in them would
    confirm a guess at the name.
    """
    import msgspec

    from crossbearing.archive.seal import canonical
    from crossbearing.protection.history import told_of

    with seeing(where, unprotected=unprotected) as seen:
        told = None if record is None else told_of(seen, record)
        if told is not None and not told.reports and not told.judgements:
            click.echo(f"crossbearing: there is no record {record}; `crossbearing search` finds some", err=True)
            return 1
        for entry, shown in seen.entries():
            if told is None or told.tells(entry):
                click.echo(canonical(shown))
                for judgement in told.judgements_of(entry) if told else ():
                    click.echo(msgspec.json.encode({"judgement": seen.judgement(judgement)}))
    return 0
