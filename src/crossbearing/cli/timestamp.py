"""The verb `timestamp`: let an authority confirm that an archive was as it is now."""

from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, CERTIFICATES, ending

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where


@click.command(
    short_help="Let an authority confirm when an archive was as it is now.",
    epilog=ending(
        "crossbearing timestamp --archive cases --tsa https://freetsa.org/tsr",
        "crossbearing timestamp --archive cases --tsa https://tsa.example.org --tsa-certificates tsa.pem",
        codes={0: "stamped, or nothing new to be stamped", 1: "no authority could be reached: what waits stays queued"},
    ),
)
@ARCHIVE
@click.option("--tsa", required=True, envvar="CROSSBEARING_TSA", metavar="URL",
              help="The address of a timestamp authority (RFC 3161); by default that of CROSSBEARING_TSA.")
@CERTIFICATES
def timestamp(where: "Where", tsa: str, trusted: bytes | None) -> int:
    """Send the hash of the ledger's last entry to a timestamp authority, and keep what it signs in the archive.

    Nothing but that hash leaves the machine. With the authority's token nobody, not even who keeps the archive, can
    claim later that anything up to then was otherwise; `verify` checks it. Without a network the entry is queued, and
    the next call asks for all that wait.
    """
    from crossbearing.archive import Archive
    from crossbearing.archive.tokens import NoAnswerError, ask

    with Archive.open(where, make=False) as archive:
        archive.timestamps.await_head()
        waiting = archive.timestamps.waiting()
        for done, (seq, message) in enumerate(waiting):
            try:
                token = ask(tsa, message, trusted)
            except NoAnswerError as error:
                told = f"{error}; timestamps that are waited for: {len(waiting) - done}"
                click.echo(f"crossbearing: {told}; run this again later, or with another --tsa", err=True)
                return 1
            at = archive.timestamps.record(seq, token, tsa)
            click.echo(f"ledger entry {seq} and all before it: there by {at.isoformat()}, says {tsa}")
        if not waiting:
            click.echo("nothing was done since the last timestamp")
    return 0
