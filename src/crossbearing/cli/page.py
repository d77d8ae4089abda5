"""The verb `page`: an archive's picture as one web page that works offline."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE, ending
from crossbearing.cli.output import writing
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from crossbearing.archive.opening import Where


@click.command(
    short_help="Write an archive's picture as one web page that works offline.",
    epilog=ending(
        "crossbearing page --archive cases picture.html",
        codes={0: "written", 1: "the archive cannot be read, or the file cannot be written"},
    ),
)
@ARCHIVE
@click.argument("output", type=click.Path(path_type=Path), metavar="OUT.html")
def page(where: "Where", output: Path) -> None:
    """Write all events with their words, chains and grades to OUT.html: one file with a map and a time line.

    The page needs no network and asks for none; it can be sent, printed and read on a phone. `-` is stdout.
    """
    from crossbearing.archive import Archive

    with Archive.open(where, read_only=True) as archive:
        picture = archive.picture()
    with Shown() as shown:
        from crossbearing.pipeline import build_gazetteer
        from crossbearing.places import Gazetteer
        from crossbearing.publishing import page as pages

        build_gazetteer(shown)
        with Gazetteer.open() as gazetteer, writing(output) as stream:
            pages.write(picture, stream, gazetteer=gazetteer)
