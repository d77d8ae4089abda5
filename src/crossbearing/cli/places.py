"""The verb `places`: look places up, and bring tables of one's own into the gazetteer."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from crossbearing.cli.arguments import ending
from crossbearing.cli.progress import Shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from crossbearing.places import Gazetteer, Place

SPOKEN = {0: "something was found", 1: "nothing was found"}
MOST = 20
"""Places that are listed at most, unless more are asked for."""


@dataclass(frozen=True)
class Toponym:
    """Where the name of a place stands in a report, in characters; with `ignore` it is passed over."""

    start: int
    end: int
    ignore: bool = False


@click.group(
    short_help="Look up a place by name.",
    epilog=ending(
        'crossbearing places find "Jisr al-Shoughour" --country SY',
        "crossbearing places near 35.81 36.32 --km 20",
        "crossbearing places info gn:169023",
        "crossbearing places add SY.txt",
        codes=SPOKEN,
    ),
)
def places() -> None:
    """Look places up in the gazetteer, and add tables of places to it."""


@places.command(epilog=ending("crossbearing places find Qusair --country SY", codes=SPOKEN))
@click.argument("name")
@click.option("--country", metavar="CODE", help="Only in this country (SY); other spellings are then found too.")
@click.option("--limit", type=click.IntRange(1), default=MOST, show_default=True, help="How many to list at most.")
def find(name: str, country: str | None, limit: int) -> int:
    """List the places that are called NAME, in Latin or Arabic letters, the likeliest first."""
    from crossbearing.places.context import Name
    from crossbearing.places.names import name_key
    from crossbearing.places.resolve import resolve

    code, key = _code(country) if country else None, name_key(name)
    with _open() as gazetteer:
        found = gazetteer.lookup(name)
        if code:
            found = tuple(c for c in found if c.place.country == code) or gazetteer.spelt(key, (code,))
    [choice] = resolve([Name(key, found, [0], set(), set())])
    return _list([candidate.place for _, candidate in choice.ranked[:limit]])


@places.command(epilog=ending("crossbearing places near 35.81 36.32 --km 20", codes=SPOKEN))
@click.argument("lat", type=click.FloatRange(-90, 90))
@click.argument("lon", type=click.FloatRange(-180, 180))
@click.option("--km", type=click.FloatRange(0, 500, min_open=True), default=10.0, show_default=True, help="How far.")
@click.option("--limit", type=click.IntRange(1), default=MOST, show_default=True, help="How many to list at most.")
def near(lat: float, lon: float, km: float, limit: int) -> int:
    """List the places near a point, the nearest first."""
    with _open() as gazetteer:
        found = gazetteer.near(lat, lon, km)[:limit]
    return _list([place for _, place in found], [distance for distance, _ in found])


@places.command(epilog=ending("crossbearing places info gn:169023", codes=SPOKEN))
@click.argument("place_id", metavar="ID")
def info(place_id: str) -> int:
    """Tell all that the gazetteer knows of one place: gn:169023, cb:atmeh-sy."""
    import msgspec

    with _open() as gazetteer:
        place = gazetteer.place(place_id)
        if place is None:
            click.echo(f"crossbearing: no place {place_id}; `crossbearing places find NAME` lists ids", err=True)
            return 1
        told = msgspec.to_builtins(place) | {"names": gazetteer.names(place_id)}
    click.echo(msgspec.json.format(msgspec.json.encode(told), indent=2))
    return 0


@places.command(epilog=ending(
    "crossbearing places add villages.csv", "crossbearing places add SY.txt",
    "crossbearing places add alternateNamesV2.txt", codes={0: "added", 1: "nothing could be added"},
))
@click.argument("file", type=click.Path(path_type=Path))
def add(file: Path) -> int:
    """Add a table of places to the gazetteer, for good.

    Plain CSV (name, lat, lon, country and what else is known), a GeoNames country dump, GeoNames alternateNames, or an
    OCHA table of areas or populated places with p-codes. A row of a place that is known already gives it its names and
    its p-code; such a row needs no point. A table of the same file name is replaced. The gazetteer is then built anew,
    which takes under a minute.
    """
    from crossbearing.places.additions import add_table

    try:
        count, kept = add_table(file)
    except ValueError as error:
        click.echo(f"crossbearing: {error}", err=True)
        return 1
    with _open():
        click.echo(f"{count} rows of {file.name} went into the gazetteer, kept in {kept}")
    return 0


@places.command(epilog=ending(
    "crossbearing places resolve reports.jsonl --given names.jsonl --layers places.jsonl", codes={0: "written"},
))
@click.argument("reports", type=click.Path(path_type=Path))
@click.option(
    "--given", "given_file", required=True, type=click.Path(path_type=Path), metavar="FILE",
    help='The spans of the names, a line a report: {"id": "...", "toponyms": [{"start": 0, "end": 4}]}.',
)
@click.option("--layers", required=True, type=click.Path(path_type=Path), metavar="FILE", help="Where to write.")
def resolve(reports: Path, given_file: Path, layers: Path) -> int:
    """Resolve place names whose spans are given, in the reports of a JSONL file, without looking for others."""
    import msgspec

    from crossbearing.language import parse
    from crossbearing.places import resolve_given

    texts = {str(row["id"]): row["text"] for row in _lines(reports, {"id": str | int, "text": str})}
    given = _lines(given_file, {"id": str | int, "toponyms": list[Toponym]})
    asked = {str(row["id"]): row["toponyms"] for row in given}
    with _open() as gazetteer:
        written = []
        for report, text in texts.items():
            spans = [(name.start, name.end) for name in asked.get(report, []) if not name.ignore]
            found = resolve_given(parse(text), spans, gazetteer)
            written.append(msgspec.json.encode({"id": report, "places": found}))
    layers.write_bytes(b"".join(line + b"\n" for line in written))
    return 0


def _lines(file: Path, wanted: "Mapping[str, Any]") -> "Iterable[dict[str, Any]]":
    """The rows of a JSONL file, each with the fields that are wanted; a clear refusal where one is none."""
    import msgspec

    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                row = msgspec.json.decode(line, type=dict[str, Any])
            except msgspec.DecodeError as error:
                raise click.ClickException(f"{file}, line {number}: no JSON object: {error}") from error
            if lacking := [field for field in wanted if field not in row]:
                raise click.ClickException(f"{file}, line {number}: has no {', '.join(lacking)}")
            yield {field: _value(row[field], kind, f"{file}, line {number}: {field}") for field, kind in wanted.items()}


def _value(value: object, kind: object, where: str) -> object:
    """A value of a row as it is needed: a number also where it stands in quotation marks."""
    import msgspec

    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        raise click.ClickException(f"{where}: {error}") from error


def _open() -> "Gazetteer":
    from crossbearing.places import Gazetteer

    with Shown() as shown:
        return Gazetteer.open(progress=lambda what, _share: shown.begin(what, None))


def _code(country: str) -> str:
    """The code that a country's name or code means."""
    from crossbearing.places import countries, country_code

    code = country.upper() if country.upper() in countries() else country_code(country)
    if code is None:
        raise click.BadParameter(f"{country!r} is no country; an ISO code is meant: SY, TR, LB", param_hint="--country")
    return code


def _list(found: Iterable["Place"], distances: Iterable[float] = ()) -> int:
    """Write places as a table on a terminal, elsewhere as one JSON object a line; the exit code."""
    import msgspec

    rows, far = list(found), list(distances)
    if not rows:
        click.echo("crossbearing: nothing was found; with --country CODE other spellings of a name count too", err=True)
    if not sys.stdout.isatty():
        for i, place in enumerate(rows):
            told = msgspec.to_builtins(place) | ({"km": round(far[i], 2)} if far else {})
            click.echo(msgspec.json.encode(told))
        return 0 if rows else 1
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("id", "name", "kind", "where", "people", "point", *(["km"] if far else []))
    for i, place in enumerate(rows):
        where = ", ".join(part for part in (place.district, place.province, place.country) if part)
        point = "" if place.lat is None or place.lon is None else f"{place.lat:.4f}, {place.lon:.4f}"
        people = f"{place.population:,}" if place.population else ""
        row = (place.place_id, place.name, place.kind, where, people, point, *([f"{far[i]:.1f}"] if far else []))
        table.add_row(*map(Text, row))  # a name may hold square brackets, which are no markup
    Console().print(table)
    return 0 if rows else 1
