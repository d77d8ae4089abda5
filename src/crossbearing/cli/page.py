"""The verb `page`: an archive's picture as one web page that works offline."""

from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending, with_query
from crossbearing.cli.output import Digesting, exporting, writing
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.archive import Query
    from crossbearing.archive.opening import Where


@click.command(
    short_help="Write an archive's picture as one web page that works offline.",
    epilog=ending(
        "crossbearing page --archive cases picture.html",
        "crossbearing page --archive cases shelling.html --kind shelling --since 2011-06-10",
        codes={0: "written", 1: "the archive cannot be read, or the file cannot be written"},
    ),
)
@ARCHIVE
@click.argument("output", type=click.Path(path_type=Path), metavar="OUT.html")
@with_query
@UNPROTECTED
def page(
    where: "Where", output: Path, query: "Query | None", unprotected: bool,  # noqa: FBT001 click passes flags so
) -> None:
    """Write all events, or those that a query finds, to OUT.html: words, chains, grades, a map and a time line.

    The page needs no network and asks for none; it can be sent, printed and read on a phone. `-` is stdout. Protected
    persons are named by their pseudonyms. The ledger tells of the page.
    """
    with exporting(where, unprotected=unprotected) as seen, Shown() as shown:
        from crossbearing.protection.originals import with_keyed_digests

        picture = with_keyed_digests(seen, seen.picture(query))
        from crossbearing.pipeline import build_gazetteer
        from crossbearing.places import Gazetteer
        from crossbearing.publishing import page as pages

        build_gazetteer(shown)
        with Gazetteer.open() as gazetteer, writing(output) as stream:
            written = Digesting(stream)
            pages.write(picture, cast("TextIO", written), gazetteer=gazetteer)
            seen.record_export("page", written.digest(), query)
