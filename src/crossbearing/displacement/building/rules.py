"""The rules by which an instance is built, read once and typed."""

from functools import cache

import msgspec

from crossbearing.ontology import listed
from crossbearing.records import GradeName


class Nearby(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far off an event is felt."""

    halving_km: float
    reach_km: float


class Origins(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which places people may flee from."""

    most: int
    least_people: int
    merge_km: float
    unknown_people: int


class Roads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How roads are guessed where no table gives them, and taken from a map."""

    detour: float
    snap_km: float
    classes: list[str]


class Closures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Which claims tell of a border."""

    borders: list[str]
    opening: list[str]
    near_km: float


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All rules."""

    kinds: dict[str, float]
    grades: dict[GradeName, float]
    toll: float
    most: float
    halving_days: float
    least: float
    nearby: Nearby
    origins: Origins
    roads: Roads
    closures: Closures


@cache
def rules() -> Rules:
    """Return the rules in rules.yaml.

    >>> rules().kinds["shelling"]
    1.0
    """
    return listed("crossbearing.displacement.building", "rules.yaml", Rules)
