"""The match weights, typed and checked."""

from functools import cache

import msgspec

from crossbearing.ontology import listed

Level = tuple[float, str]
"""Weight in bits, and what was found in words."""


class Scale(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The prior and the levels of every comparison, for one kind of pair."""

    prior: float
    levels: dict[str, dict[str, Level]]

    def weight(self, comparison: str, level: str) -> float:
        """Return the weight of a level, in bits."""
        return self.levels[comparison][level][0]

    def words_of(self, comparison: str, level: str) -> str:
        """Return what a level says to people, with {a}, {b} and {x} to be filled in."""
        return self.levels[comparison][level][1]


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All of `weights.yaml`."""

    across: Scale
    within: Scale
    kin: frozenset[tuple[str, str]]
    rare: frozenset[str]
    aftermath: frozenset[str]
    turns: tuple[str, ...]
    round: frozenset[str]
    hundredfold: frozenset[str]
    about_so_many: frozenset[str]
    one: frozenset[str]
    others: frozenset[str]
    adults: frozenset[str]
    elders: frozenset[str]
    teenagers: frozenset[str]
    ages: frozenset[str]
    accusing: frozenset[str]
    happenings: frozenset[str]
    brought: frozenset[str]
    fired: frozenset[str]
    perhaps_doers: frozenset[str]
    doers: frozenset[str]
    relatives: frozenset[str]
    ruins: frozenset[str]


@cache
def settings() -> Settings:
    """Return the match weights."""
    return listed("crossbearing.weighing", "weights.yaml", Settings)
