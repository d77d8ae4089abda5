"""The tables of this room, typed: named actors, states, and the words for those whom reports only describe.

Actors stand in `groups/*.csv`, one row each: `id` (empty: the name in lower case with hyphens), `name`, `kind` (a
source kind of the ontology), `side` (a side of `sides.yaml`, empty: none), `country` (ISO 3166-1 alpha-2, empty: many
or none), `from` and `to` (years), `family` (the id whose root it shares, empty: its own), `aliases` ("|" between).
Lines that begin with "#" are comments.
"""

import csv
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import msgspec
import yaml

from crossbearing.actors.names import fold, words
from crossbearing.records import SourceKind


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Someone who acts or speaks in reports.

    `family` is the id of the root it speaks as: a movement's news page shares the movement's. `generic` is true for
    those whom a report only describes ("rebels", "Turkish soldiers"): two such are not known to be the same. `since`
    and `until` are years.
    """

    id: str
    name: str
    kind: SourceKind
    side: str | None = None
    country: str | None = None
    since: int | None = None
    until: int | None = None
    family: str = ""
    generic: bool = False
    aliases: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A state as it speaks in reports: the words for it, for what is of it, and its seat of power."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    metonyms: tuple[str, ...]


class HeadClass(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A class of people that a head noun names.

    `of_state`: with a state's adjective they are on its side ("Turkish officials").
    """

    kind: SourceKind
    side: str | None
    of_state: bool = False
    words: tuple[str, ...]


class Modifier(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a word before the head noun adds."""

    kind: SourceKind | None = None
    side: str | None = None


class Heads(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The rules over head nouns of `heads.yaml`."""

    heads: dict[str, HeadClass]
    modifiers: dict[str, Modifier]
    through: tuple[str, ...]
    armed_bodies: tuple[str, ...]
    unarmed: frozenset[str]


class Sides(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The sides and blocs of `sides.yaml`."""

    sides: dict[str, str]
    crises: dict[str, dict[str, tuple[str, ...]]]
    friends: dict[str, tuple[tuple[str, str], ...]]


KINDS: frozenset[str] = frozenset(get_args(SourceKind))


def rows(name: str) -> list[dict[str, str]]:
    """Return the rows of one CSV table of this room, comments left out, cells stripped."""
    text = files("crossbearing.actors").joinpath(name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [{k: (v or "").strip() for k, v in row.items()} for row in csv.DictReader(lines)]


def document(name: str) -> Any:
    """Return one YAML table of this room."""
    return yaml.safe_load(files("crossbearing.actors").joinpath(name).read_text(encoding="utf-8"))


def slug(name: str) -> str:
    """Return a readable id for a name.

    >>> slug("Jaish al-Islam")
    'jaish-al-islam'
    """
    return "-".join(words(fold(name)))


def _cells(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def group_tables() -> tuple[str, ...]:
    """Return the names of the tables of named actors, sorted."""
    folder = files("crossbearing.actors").joinpath("groups")
    return tuple(sorted(f"groups/{entry.name}" for entry in folder.iterdir() if entry.name.endswith(".csv")))


@cache
def actors() -> dict[str, Actor]:
    """Return every named actor by id, in the order of the tables.

    Raises ValueError for a doubled id or an unknown kind.
    """
    found: dict[str, Actor] = {}
    for table in group_tables():
        for row in rows(table):
            key = row["id"] or slug(row["name"])
            if key in found or row["kind"] not in KINDS:
                raise ValueError(f"{table}: {row['name']}: {key} stands twice, or {row['kind']} is no kind of source")
            kind: SourceKind = msgspec.convert(row["kind"], SourceKind)
            found[key] = Actor(
                id=key,
                name=row["name"],
                kind=kind,
                side=row["side"] or None,
                country=row["country"] or None,
                since=int(row["from"]) if row["from"] else None,
                until=int(row["to"]) if row["to"] else None,
                family=row["family"] or key,
                aliases=_cells(row["aliases"]),
            )
    return found


@cache
def states() -> dict[str, State]:
    """Return every state by its ISO code.

    >>> states()["TR"].adjectives
    ('Turkish', 'Turk')
    """
    return {
        row["code"]: State(
            code=row["code"],
            name=row["name"],
            names=(row["name"], *_cells(row["more"])),
            adjectives=_cells(row["adjective"]),
            metonyms=_cells(row["metonym"]),
        )
        for row in rows("countries.csv")
    }


@cache
def heads() -> Heads:
    """Return the rules over head nouns."""
    return msgspec.convert(document("heads.yaml"), Heads)


@cache
def sides() -> Sides:
    """Return the sides and who stands with whom."""
    return msgspec.convert(document("sides.yaml"), Sides)
