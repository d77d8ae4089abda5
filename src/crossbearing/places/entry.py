"""A place of the gazetteer."""

from typing import Literal

import msgspec

PlaceKind = Literal[
    "city", "village", "neighbourhood", "district", "province", "country", "region", "camp", "crossing", "water",
    "landmark",
]


class Facts(msgspec.Struct, kw_only=True):
    """What is known of one place, whether it stands in the gazetteer or is on its way into it.

    `place_id` is "gn:" with the GeoNames id, or "cb:" with the slug of an entry of our own. Coordinates are degrees
    (WGS 84); `precision_km` is the radius within which what is said of the place lies. `province_id` and `district_id`
    are ids of the places that it lies in. `population` is 0 where it is not known.
    """

    place_id: str
    name: str
    kind: PlaceKind
    geonameid: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision_km: float | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2 code."""
    province_id: str | None = None
    district_id: str | None = None
    population: int = 0
    capital: bool = False
    """Whether it is the capital of its country."""
    pcode: str | None = None
    """The place code of the humanitarian datasets (OCHA COD-AB), where it is known."""
    source: str = ""


class Place(Facts, frozen=True, kw_only=True):  # type: ignore[misc]  # msgspec lets what is frozen extend what is not
    """One place as the gazetteer knows it, with the names of the province and the district that it lies in."""

    province: str | None = None
    district: str | None = None


class Entry(Facts, kw_only=True):
    """A place on its way into the gazetteer, with its names and how each stands to it (`NameRank`)."""

    names: list[tuple[str, int]]
    parent: str = ""
    """The name of what it lies in, where only that is known; resolved into ids when the gazetteer is built."""


LITTLE_KNOWN = 20_000
LOCAL = ("city", "village", "neighbourhood", "district")


def is_little_known(place: Place) -> bool:
    """Whether it is a small town, which is meant only where its country is named or other names lie in it."""
    return place.kind in LOCAL and place.population < LITTLE_KNOWN and not place.capital


class Candidate(msgspec.Struct, frozen=True):
    """A place that a name may mean. `rank`: how the name stands to it (see `NameRank`)."""

    place: Place
    rank: int


class NameRank:
    """How a name stands to its place, the smaller the surer; stored with each name."""

    MAIN = 0
    """The place's usual name."""
    OTHER = 1
    """Another name, spelling or script."""
    CODE = 2
    """A code or abbreviation in capitals."""
    DEMONYM = 3
    """A word for the people or an adjective ("Syrian")."""
    SPELLING = 4
    """No name of the place, but near enough to one to be a spelling of it."""
