"""The arrivals of June 2011, as the demo shows them: forecast from the sample reports of ten days, and judged."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from crossbearing.places import Gazetteer
    from crossbearing.publishing.arrivals import Arrivals
    from crossbearing.records import Picture

START, KNOWN, END = dt.date(2011, 6, 1), dt.date(2011, 6, 10), dt.date(2011, 6, 24)
AREA, KM = "Jisr al-Shughour", 80.0


def project(picture: "Picture", gazetteer: "Gazetteer", counted: Path, folder: Path) -> "Arrivals":
    """Build the instance from the reports up to 10 June, forecast to 24 June, and write all of it into a folder.

    `counted` is the table of later counts. Raises OSError where the folder cannot be written.
    """
    from crossbearing.displacement.building import Area, build, until, write_built
    from crossbearing.displacement.hindcast import hindcast, read_later
    from crossbearing.displacement.table import Table, write_table
    from crossbearing.publishing.arrivals import arrivals_words

    built = build(until(picture, KNOWN), gazetteer, Area(AREA, KM, START, END))
    write_built(built, folder)
    day = (KNOWN - START).days
    judged = hindcast(built.instance, day, read_later(counted))
    made = judged.forecast
    days = tuple(range(day + 1, day + 1 + len(made.median)))
    with (folder / "forecast.csv").open("w", encoding="utf-8", newline="") as stream:
        write_table(Table.of(made.draws, days, made.camps), START, stream)
    return arrivals_words(built, judged, picture)


def show(told: "Arrivals", folder: Path, console: "Console") -> None:
    """Print what was known on 10 June, the forecast beside what was counted later, and how far off it was."""
    from rich.table import Table

    console.print(f"\nArrivals: what these reports let one expect on {told.known}", style="bold")
    for rest in told.rests:
        console.print(f"  told by then: {rest.words}  {rest.claim} in {rest.report}", markup=False, soft_wrap=True)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2))
    for heading in ("day", "forecast", "nine in ten", "counted later", "by whom"):
        table.add_column(heading, justify="left" if heading in {"day", "by whom"} else "right")
    for row in told.rows:
        table.add_row(row.day, row.forecast, row.interval, row.counted, row.source)
    console.print(table)
    for words in (*told.full, told.verdict):
        console.print(f"  {words}", markup=False, soft_wrap=True)
    console.print(f"  The numbers, and the claim behind each: {folder}", markup=False, soft_wrap=True)
