"""The arrivals of June 2011, as the demo shows them: forecast from the sample reports of ten days, and judged."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from crossbearing.displacement.building import Built
    from crossbearing.displacement.hindcast import Hindcast
    from crossbearing.places import Gazetteer
    from crossbearing.records import Picture

START, KNOWN, END = dt.date(2011, 6, 1), dt.date(2011, 6, 10), dt.date(2011, 6, 24)
AREA, KM = "Jisr al-Shughour", 80.0


def project(picture: "Picture", gazetteer: "Gazetteer", counted: Path, folder: Path) -> "tuple[Built, Hindcast]":
    """Build the instance from the reports up to 10 June, forecast to 24 June, and write all of it into a folder.

    `counted` is the table of later counts. Raises OSError where the folder cannot be written.
    """
    from crossbearing.displacement.building import Area, build, until, write_built
    from crossbearing.displacement.hindcast import hindcast, read_later
    from crossbearing.displacement.plots import fans, save
    from crossbearing.displacement.table import Table, write_table

    built = build(until(picture, KNOWN), gazetteer, Area(AREA, KM, START, END))
    write_built(built, folder)
    day = (KNOWN - START).days
    judged = hindcast(built.instance, day, read_later(counted))
    made = judged.forecast
    days = tuple(range(day + 1, day + 1 + len(made.median)))
    with (folder / "forecast.csv").open("w", encoding="utf-8", newline="") as stream:
        write_table(Table.of(made.draws, days, made.camps), START, stream)
    later = [(each.counted.date, each.counted.people) for each in judged.beside]
    save(fans(judged.known, made, later), folder / "fans.svg")
    return built, judged


def show(built: "Built", judged: "Hindcast", folder: Path, console: "Console") -> None:
    """Print what was known on 10 June, the forecast beside what was counted later, and how far off it was."""
    from rich.table import Table

    told = [trace for trace in built.traces if trace.claim and trace.field in {"people", "capacity"}]
    console.print("\nArrivals: what these reports let one expect on 10 June", style="bold")
    for trace in told:
        console.print(f"  told by then: {trace.value:,.0f} {'people' if trace.field == 'people' else 'places to stay'},"
                      f" {trace.key}  {trace.claim} in {trace.report}", markup=False, soft_wrap=True)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 2))
    for heading in ("day", "forecast", "nine in ten", "counted later", "by whom"):
        table.add_column(heading, justify="left" if heading in {"day", "by whom"} else "right")
    for each in judged.beside:
        table.add_row(f"{each.counted.date.day} June", f"{each.median:,}", f"{each.low:,} to {each.high:,}",
                      f"{each.counted.people:,}{'' if each.held else ' (outside)'}", each.counted.source)
    console.print(table)
    for camp in judged.filling:
        days = [_day(lead) if lead else "later" for lead in (camp.middle, camp.early, camp.late)]
        console.print(f"  the room told of, {camp.capacity:,}, is full on {days[0]} (between {days[1]} and {days[2]};"
                      f" chance {camp.chance:.0%})", markup=False)
    last = judged.beside[-1]
    off = last.median / last.counted.people - 1
    console.print(
        f"  On {last.counted.date.day} June {last.counted.people:,} were counted; the forecast was {abs(off):.0%}"
        f" {'above' if off > 0 else 'below'} it. Two days of counts bear no more than a hint.\n"
        f"  The fan chart, and the claim behind each number: {folder}", markup=False, soft_wrap=True)


def _day(lead: int) -> str:
    day = KNOWN + dt.timedelta(days=lead)
    return f"{day.day} June"
