"""Arguments and options that several verbs share, and how the `--help` of each ends."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from crossbearing.archive import Near, Query
    from crossbearing.archive.opening import Where

ARCHIVE_HELP = "The archive: a folder, or a team's database (postgresql://HOST/NAME)."


class ArchivePlace(click.ParamType["Where"]):
    """Where an archive lies: a folder, or the URL of a PostgreSQL database."""

    name = "DIR|URL"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None,  # noqa: ARG002 - as click has it
    ) -> "Where":
        """Return a path for a folder, a URL as it is."""
        from crossbearing.archive.opening import where_of

        return where_of(str(value))


PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATHS...")
ARCHIVE = click.option(
    "--archive", "where", required=True, type=ArchivePlace(), help=ARCHIVE_HELP,
)


class Certificates(click.ParamType[bytes]):
    """A file of certificates (PEM), read."""

    name = "FILE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> bytes:
        """Return what is in the file."""
        from cryptography.x509 import load_pem_x509_certificates

        try:
            held = Path(str(value)).read_bytes()
            load_pem_x509_certificates(held)
        except OSError as error:
            self.fail(f"{value}: {error.strerror}", param, ctx)
        except ValueError:
            self.fail(f"{value}: no certificate is in it; the authority gives one away as a PEM file", param, ctx)
        return held


CERTIFICATES = click.option(
    "--tsa-certificates", "trusted", type=Certificates(),
    help="Certificates of the timestamp authorities that are to be believed (PEM): checks their signatures.",
)
PROCESSES = click.option(
    "--processes", type=click.IntRange(1, 256), metavar="N",
    help="How many processes read at once (default: one for each core; 1 needs least memory).",
)

UNPROTECTED = click.option(
    "--unprotected", is_flag=True,
    help="Show protected persons by their names: needs the key, and the ledger tells of it.",
)

USAGE = {2: "wrong usage", 130: "broken off with Ctrl-C"}


def ending(*examples: str, codes: dict[int, str]) -> str:
    """Return what stands at the end of a verb's `--help`: its examples and its exit codes.

    >>> print(ending("crossbearing verify --archive cases", codes={0: "sound"}).replace(chr(8), ""))
    <BLANKLINE>
    Examples:
      crossbearing verify --archive cases
    <BLANKLINE>
    <BLANKLINE>
    Exit codes:
      0    sound
      2    wrong usage
      130  broken off with Ctrl-C
    """
    # A backspace on a line of its own tells click to keep the lines of a paragraph as they are.
    told = "\n".join(f"  {code:<4} {words}" for code, words in {**codes, **USAGE}.items())
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in examples) + f"\n\n\b\nExit codes:\n{told}"


HALFWAY_KM = 20_037
"""Kilometres halfway round the Earth at the equator: no place is farther from another."""


class Circle(click.ParamType["Near"]):
    """A place to be near to: latitude, longitude and kilometres."""

    name = "LAT,LON,KM"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> "Near":
        """Return point and radius."""
        from crossbearing.archive import Near

        try:
            lat, lon, km = (float(part) for part in str(value).split(","))
        except ValueError:
            self.fail("write it as LAT,LON,KM: 35.81,36.32,10", param, ctx)
        if not (-90 <= lat <= 90 and -180 <= lon <= 180 and 0 < km <= HALFWAY_KM):
            ranges = f"latitude goes from -90 to 90, longitude from -180 to 180, kilometres from 0 to {HALFWAY_KM}"
            self.fail(ranges, param, ctx)
        return Near(lat=lat, lon=lon, km=km)


class OneOf(click.ParamType[str]):
    """One of the ontology's words, looked up when it is needed."""

    name = "WORD"

    def __init__(self, words: str) -> None:
        self.words = words

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word if there is such a one."""
        from crossbearing import ontology

        known = ontology.kinds() if self.words == "kinds" else getattr(ontology.words(), self.words)
        if value not in known:
            self.fail(f"{value!r} is none of {', '.join(known)}", param, ctx)
        return str(value)


QUERY = (
    click.option("--words", default="", help='Words of the report: shell* "Jisr al-Shughur" -film.'),
    click.option("--kind", "kinds", multiple=True, type=OneOf("kinds"), help="Kind of event; may be given again."),
    click.option(
        "--certainty", "certainties", multiple=True, type=OneOf("certainties"),
        help="How surely the claim is made; may be given again.",
    ),
    click.option("--source", default="", help="A part of a name in the claim's chain."),
    click.option("--outlet", default="", help="A part of the outlet's name."),
    click.option("--near", type=Circle(), help="Within so many kilometres of a point: 35.81,36.32,10."),
    click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="The first day: 2011-06-10."),
    click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The last day."),
    click.option(
        "--grade", "grades", multiple=True, type=OneOf("grades"), help="How well the event stands; may be given again.",
    ),
)
"""The options of a query. All conditions must be met; an event is taken whole if one of its claims meets them."""


def check(query: "Query") -> None:
    """Raise `click.UsageError` where a query asks what cannot be asked."""
    try:
        query.check()
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def with_query(verb: Callable[..., int | None]) -> Callable[..., int | None]:
    """Give a verb the options of a query; it gets them as one `query`, null where none was given."""
    @wraps(verb)
    def asked(**given: Any) -> int | None:
        from crossbearing.archive import Query

        fields = {name: given.pop(name) for name in Query.__struct_fields__}
        for name in ("since", "until"):
            fields[name] = fields[name] and fields[name].date()
        query = Query(**fields)
        check(query)
        return verb(query=None if query == Query() else query, **given)

    for option in reversed(QUERY):
        asked = option(asked)
    return asked
