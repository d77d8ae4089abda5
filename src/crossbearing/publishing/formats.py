"""The formats a picture can be written in, by name."""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from crossbearing.publishing import claims_csv, events_jsonl, geojson, people_csv


class Format(NamedTuple):
    """A format out: its name, a sentence for `--help`, the usual ending of its files, and what writes it.

    The writer is given a picture and a text stream opened with `newline=""` and UTF-8; the same picture gives the same
    text. One that lists `people` is given them in the place of the picture, for who is one person is told before names
    are hidden (`protection.Seen.people`).
    """

    name: str
    description: str
    extension: str
    write: Callable[..., None]
    people: bool = False


@cache
def formats() -> dict[str, Format]:
    """Return every format by name. A format is added by a module with a `write` and a line here.

    >>> formats()["geojson"].extension
    '.geojson'
    """
    return {
        each.name: each
        for each in (
            Format(
                "events-jsonl",
                "one event a line with its claims, roots, figures and contradictions; for programs",
                ".jsonl",
                events_jsonl.write,
            ),
            Format(
                "claims-csv",
                "one claim a row with its chain and exact words; opens in Excel, Arabic intact",
                ".csv",
                claims_csv.write,
            ),
            Format(
                "people-csv",
                "one named person harmed a row, with every spelling and account; lists of casualties",
                ".csv",
                people_csv.write,
                people=True,
            ),
            Format("geojson", "one event a feature (RFC 7946); for QGIS and other maps", ".geojson", geojson.write),
        )
    }
