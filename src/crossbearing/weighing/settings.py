"""The match weights, typed and checked."""

from functools import cache
from importlib.resources import files

import msgspec
import yaml

Level = tuple[float, str]
"""Weight in bits, and what was found in words."""


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The prior and the levels of every comparison for one kind of pair."""

    prior: float
    place: dict[str, Level]
    time: dict[str, Level]
    kind: dict[str, Level]
    actor: dict[str, Level]
    target: dict[str, Level]
    killed: dict[str, Level]
    injured: dict[str, Level]
    words: dict[str, Level]
    names: dict[str, Level] = {}
    wording: dict[str, Level] = {}
    nearness: dict[str, Level] = {}


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `weights.yaml`."""

    across: Scale
    within: Scale
    kin: tuple[tuple[str, str], ...]
    rare: tuple[str, ...]
    aftermath: frozenset[str]
    turns: tuple[str, ...]


@cache
def settings() -> Settings:
    """Return the match weights."""
    text = files("crossbearing.weighing").joinpath("weights.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(text), Settings)
