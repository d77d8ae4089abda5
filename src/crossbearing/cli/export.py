"""The verb `export`: write an archive's picture in a format of the field."""

from pathlib import Path
from typing import TYPE_CHECKING, TextIO, cast

import click

from crossbearing.cli.arguments import ARCHIVE, UNPROTECTED, ending, with_query
from crossbearing.cli.output import Digesting, exporting, writing

if TYPE_CHECKING:
    from crossbearing.archive import Query
    from crossbearing.archive.opening import Where


class FormatName(click.ParamType[str]):
    """The name of a format, looked up when it is needed."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 - click's
        """Return the names to choose from."""
        from crossbearing.publishing import formats

        return "|".join(formats())

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name if there is such a format."""
        from crossbearing.publishing import formats

        if value not in formats():
            self.fail(f"there is no format {value!r}; there are {', '.join(formats())}", param, ctx)
        return str(value)


@click.command(
    short_help="Write an archive's picture in a format of the field.",
    epilog=ending(
        "crossbearing export --archive cases --format events-jsonl --output events.jsonl",
        "crossbearing export --archive cases --format geojson --output - | gzip > events.geojson.gz",
        "crossbearing export --archive cases --format claims-csv --output arrests.csv --kind arrest --since 2011-06-10",
        codes={0: "written", 1: "the archive cannot be read, or the file cannot be written"},
    ),
)
@ARCHIVE
@click.option("--format", "name", required=True, type=FormatName(), help="The format.")
@click.option(
    "--output", required=True, type=click.Path(path_type=Path), metavar="FILE",
    help="The file to write, replaced as a whole once it is complete; - is stdout.",
)
@with_query
@UNPROTECTED
def export(
    where: "Where", name: str, output: Path, query: "Query | None", unprotected: bool,  # noqa: FBT001 click passes flags so
) -> None:
    """Write the events of an archive, with their claims, to FILE: all of them, or those that a query finds.

    An event that is found is written whole. The same archive gives the same bytes. The ledger tells of the export.
    Protected persons are named by their pseudonyms.
    """
    from crossbearing.publishing import formats

    with exporting(where, unprotected=unprotected) as seen:
        form = formats()[name]
        told = seen.people(query) if form.people else seen.picture(query)
        with writing(output) as stream:
            written = Digesting(stream)
            form.write(told, cast("TextIO", written))
            seen.record_export(name, written.digest(), query)
