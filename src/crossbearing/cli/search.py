"""The verb `search`: find claims by words, kind, place, day, source or grade."""

import sys
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending, with_query
from crossbearing.cli.output import seeing

if TYPE_CHECKING:
    from crossbearing.archive import Query
    from crossbearing.archive.opening import Where
    from crossbearing.records import Claim, Report

AROUND = 160
"""Characters of evidence that are shown of each claim."""


@click.command(
    short_help="Find claims by words, kind, place, day, source or grade.",
    epilog=ending(
        'crossbearing search --archive cases --words "tank* shughur"',
        "crossbearing search --archive cases --kind shelling --near 35.81,36.32,20 --since 2011-06-10",
        "crossbearing search --archive cases --source anatolian --grade corroborated",
        codes={0: "something was found", 1: "nothing was found, or the archive cannot be read"},
    ),
)
@ARCHIVE
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="How many claims to show at most.")
@with_query
@UNPROTECTED
def search(where: "Where", limit: int, query: "Query | None", unprotected: bool) -> int:  # noqa: FBT001 click passes flags so
    """List the claims that meet all conditions, in order of their events, with their words.

    The same options choose what `show`, `page` and `export` tell of. On a terminal it is a table; elsewhere one JSON
    object a line. Claims are looked for as people corrected them; what they rejected is not found. Protected persons
    are named by their pseudonyms, and are not found by their names.
    """
    import msgspec

    from crossbearing.archive import Query

    asked = query or Query()
    with seeing(where, unprotected=unprotected) as seen:
        found = seen.find(asked, limit=limit + 1)
        claims = [seen.claim_at(one.reading, one.ordinal) for one in found[:limit]]
        words = [_words(claim, seen.report(claim.report)) for claim in claims]
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table("claim", "event", "report", "words")
        for one, claim, told in zip(found, claims, words, strict=False):
            row = (claim.id, one.event or "", one.report, told)
            table.add_row(*(Text("".join(c if c.isprintable() else " " for c in cell)) for cell in row))
        Console().print(table)
    else:
        for one, claim, told in zip(found, claims, words, strict=False):
            line = {"claim": claim.id, "event": one.event, "report": one.report, "words": told}
            click.echo(msgspec.json.encode(line))
    if len(found) > limit:
        click.echo(f"crossbearing: there are more; --limit {2 * limit} shows more of them", err=True)
    return 0 if found else 1


def _words(claim: "Claim", report: "Report | None") -> str:
    """The beginning of a claim's evidence."""
    if report is None:
        return ""
    told = (report.title or "") if claim.located == "title" else report.text
    return told[slice(*claim.evidence)][:AROUND]
