"""`arrivals build`: an instance from an archive."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from crossbearing.cli.arguments import ARCHIVE_HELP, ArchivePlace, ending
from crossbearing.cli.arrivals.options import troubles

if TYPE_CHECKING:
    import datetime as dt

    from crossbearing.archive.opening import Where


@click.command(
    short_help="Build an instance from an archive.",
    epilog=ending(
        "crossbearing arrivals build --archive cases --area 'Jisr al-Shughour' --from 2011-06-01 --to 2011-06-24 jisr",
        "crossbearing arrivals build --archive cases --area Idlib --from 2011-06-01 --to 2011-06-24 --as-of 2011-06-10"
        " idlib",
        "crossbearing arrivals build --archive cases --area Idlib --km 120 --from 2011-06-01 --to 2011-06-24"
        " --camps camps.csv --roads roads.csv idlib",
        codes={0: "written; what was guessed is said on stderr", 1: "nothing to build from, or a table is broken"},
    ),
)
@click.argument("folder", type=click.Path(path_type=Path), metavar="INSTANCE")
@click.option("--archive", "source", required=True, type=ArchivePlace(), help=ARCHIVE_HELP)
@click.option("--area", required=True, metavar="NAME|ID",
              help="The place whose surroundings are built: a name, or an id that `places find` lists.")
@click.option("--km", type=click.FloatRange(1, 2000), default=80.0, show_default=True, help="How far around it.")
@click.option("--from", "first", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The first day.")
@click.option("--to", "last", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The last day.")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="Leave out reports of later days than this.")
@click.option("--roads", type=click.Path(path_type=Path), metavar="FILE",
              help="Roads: a table (name1, name2, km), or an extract of OpenStreetMap (.osm).")
@click.option("--camps", type=click.Path(path_type=Path), metavar="CSV",
              help="Camps: a table (name, country, lat, lon, capacity).")
def build(
    folder: Path, source: "Where", area: str, km: float, first: "dt.datetime", last: "dt.datetime",
    as_of: "dt.datetime | None", roads: Path | None, camps: Path | None,
) -> None:
    """Build INSTANCE from the events and claims of an archive: towns, intensities, camps, capacities, counts.

    Beside it, provenance.csv names for each number the claim and the report it comes from. What was built in the folder
    before is replaced. Tables are comma-separated, with or without a first line that names their columns.
    """
    from crossbearing.cli.output import seeing
    from crossbearing.displacement import read_instance
    from crossbearing.displacement.building import Area, until, write_built
    from crossbearing.displacement.building import build as built_of
    from crossbearing.places import Gazetteer

    with troubles():
        with seeing(source, unprotected=False) as seen, Gazetteer.open() as gazetteer:
            wanted = Area(area, km, first.date(), last.date())
            picture = seen.picture() if as_of is None else until(seen.picture(), as_of.date())
            built = built_of(picture, gazetteer, wanted, roads=roads, camps=camps)
        write_built(built, folder)
        for remark in (*built.remarks, *read_instance(folder).remarks):
            click.echo(f"crossbearing: {remark}", err=True)
    made = built.instance
    counted = sum(len(counts.days) for counts in made.counts.values())
    click.echo(f"{folder}: {len(made.locations)} places, {len(made.routes)} roads, {len(made.camps)} camps,"
               f" {made.days} days, {counted} counts, {len(built.traces)} traces")
