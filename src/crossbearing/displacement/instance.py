"""An instance: the places, roads, closures, conflicts and camps of one crisis, over one period.

The layout on disk is that of Flee (https://github.com/djgroen/flee, BSD-3-Clause), so that its users can switch.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from crossbearing.displacement.trouble import Finding

Kind = Literal["camp", "idpcamp", "conflict", "forward", "marker", "town", "flood_zone"]
ClosureKind = Literal["country", "location", "camp", "idpcamp", "link", "remove_forced_redirection"]
NEVER = -1
"""The end day of a closure that is never lifted."""


class Location(msgspec.Struct, frozen=True, kw_only=True):
    """A place people flee from, pass through or reach.

    `population` counts people and is 0 for camps; `capacity` is null for places without a limit. `conflict_day` is
    the day from which conflicts.csv may switch a conflict zone on; 0: it is one from the start. Degrees are WGS 84.
    """

    name: str
    region: str
    country: str
    lat: float
    lon: float
    kind: Kind
    conflict_day: int | None = None
    population: int = 0
    capacity: int | None = None
    extra: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def is_camp(self) -> bool:
        """Whether people settle here."""
        return self.kind in {"camp", "idpcamp"}


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """A road between two places, open both ways; `km` is its length. `extra` may hold `max_move_speed` (km a day)."""

    a: str
    b: str
    km: float
    forced_redirection: Literal[0, 1, 2] = 0
    extra: dict[str, str] = msgspec.field(default_factory=dict)


class Closure(msgspec.Struct, frozen=True, kw_only=True):
    """What is closed from day `start` until day `end` (-1: never opened again)."""

    kind: ClosureKind
    a: str
    b: str
    start: int
    end: int


class Correction(msgspec.Struct, frozen=True):
    """A day on which a camp was counted anew, after which earlier counts are known to be too high."""

    camp: str
    date: dt.date


@dataclass(frozen=True)
class Counts:
    """Counts of one camp as published: `days` after the instance's start (ascending; may be negative), and `people`.

    `low` and `high` are the bounds of each count where they are told, `high` infinite where there is no upper one.
    """

    days: NDArray[np.int64]
    people: NDArray[np.float64]
    low: NDArray[np.float64] | None = None
    high: NDArray[np.float64] | None = None


@dataclass(frozen=True)
class Instance:
    """One crisis over one period; `days` is its length.

    `conflicts` has a row a day and a column for each of `conflict_places`: intensity, 0 = none. `layout` names the
    camps that have counts, in the order of data_layout.csv (also camps that are no location). `counts` are as
    published; `total` is the published total, `corrections` the days of re-registration.
    """

    name: str
    start: dt.date
    days: int
    locations: tuple[Location, ...]
    routes: tuple[Route, ...]
    closures: tuple[Closure, ...]
    conflict_places: tuple[str, ...]
    conflicts: NDArray[np.float64]
    layout: tuple[str, ...] = ()
    counts: dict[str, Counts] = field(default_factory=dict)
    total: Counts | None = None
    corrections: tuple[Correction, ...] = ()
    remarks: tuple[Finding, ...] = ()

    @property
    def camps(self) -> tuple[Location, ...]:
        """Locations where people settle, in their order."""
        return tuple(place for place in self.locations if place.is_camp)

    @property
    def observed_camps(self) -> tuple[str, ...]:
        """Names of the camps that are locations and have counts, in the order of the locations."""
        return tuple(place.name for place in self.camps if place.name in self.counts)

    @property
    def home(self) -> str:
        """The country people flee from: that of the first location."""
        return self.locations[0].country
