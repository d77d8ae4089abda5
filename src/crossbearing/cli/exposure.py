"""The verb `exposure`: list where protected names would still appear."""

from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending
from crossbearing.cli.output import seeing

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where


@click.command(
    short_help="List where protected names would still appear.",
    epilog=ending(
        "crossbearing exposure --archive cases",
        "crossbearing exposure --archive cases --unprotected | grep 'near spelling'",
        codes={0: "only the archive's own files tell names", 1: "names may appear outside, or it cannot be read"},
    ),
)
@ARCHIVE
@UNPROTECTED
def exposure(where: "Where", unprotected: bool) -> int:  # noqa: FBT001 click passes flags so
    """List every place where the name of a protected person would still appear outside, or in the archive's own files.

    One JSON object a line: whose name (by pseudonym), in which record, where in the text that is shown, and why: a
    spelling that is near but not the same, a given name alone in a report that does not name them whole, a word that
    --keep leaves, a report that --only-in leaves out, or the archive's own files, which nothing here hides. With
    --unprotected it tells the words, too.
    """
    import msgspec

    from crossbearing.protection.exposure import exposures

    outside = 0
    with seeing(where, unprotected=unprotected) as seen:
        for one in exposures(seen, words=unprotected):
            outside += one.why != "in the folder"
            click.echo(msgspec.json.encode(one))
    return 1 if outside else 0
