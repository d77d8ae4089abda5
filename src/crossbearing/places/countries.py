"""Countries: names, codes, and the words for their people."""

import csv
from functools import cache
from importlib.resources import files

import msgspec

from crossbearing.places.names import name_key


class Country(msgspec.Struct, frozen=True):
    """A country as English news names it, with a point near its middle; `code` is ISO 3166-1 alpha-2."""

    code: str
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    lat: float
    lon: float


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of one of this room's CSV files; lines that begin with # are comments."""
    text = files("crossbearing.places").joinpath("data", name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def split(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, parted by "|"."""
    return tuple(value.strip() for value in cell.split("|") if value.strip())


@cache
def countries() -> dict[str, Country]:
    """Return every country by its code.

    >>> countries()["SY"].demonyms
    ('Syrian', 'Syrians')
    """
    return {
        r["code"]: Country(
            r["code"], r["name"], split(r["other_names"]), split(r["demonyms"]), float(r["lat"]), float(r["lon"]),
        )
        for r in table("gazetteer/countries.csv")
    }


def country_name(code: str) -> str:
    """Return the usual English name of a country; the code itself where it is not known.

    >>> country_name("TR")
    'Turkey'
    """
    known = countries().get(code)
    return known.name if known else code


@cache
def _codes() -> dict[str, str]:
    by_name: dict[str, str] = {}
    for country in countries().values():
        for name in (country.name, *country.other_names, *country.demonyms):
            by_name.setdefault(name_key(name), country.code)
    return by_name


def country_code(name: str) -> str | None:
    """Return the code of the country that a name or a demonym means; None where it means none.

    >>> country_code("Syrians"), country_code("the Netherlands"), country_code("Narnia")
    ('SY', 'NL', None)
    """
    key = name_key(name)
    return _codes().get(key) or _codes().get(key.removeprefix("the "))
