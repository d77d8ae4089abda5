"""Who is accused, and who answers: the parties that claims name, and whether two of them are one."""

from collections.abc import Sequence

import msgspec

from crossbearing.actors import Actor, find_doer, opposed
from crossbearing.ontology import kinds
from crossbearing.records import Claim

RUIN = frozenset({"unrest", "destruction"})
"""Kinds done to things, whose doers are named and denied as those of violence are."""


def parties(names: Sequence[str]) -> list[Actor]:
    """Return the actors of some names that stand on a side."""
    return [actor for name in names if (actor := find_doer(name)) is not None and actor.side is not None]


def doers(names: Sequence[str]) -> list[Actor]:
    """Return the parties of some names, and those who bear arms on no known side, as they are told: "armed gangs"."""
    unknown = ((name, actor) for name in names if (actor := find_doer(name)) is not None and actor.side is None)
    armed = [msgspec.structs.replace(actor, name=name) for name, actor in unknown if actor.kind == "armed_group"]
    return [*parties(names), *armed]


def same_party(a: Actor, b: Actor, country: str | None) -> bool:
    """Whether one who denies is the one accused; "the army" is that of the country where it happened."""
    one_country = (a.country or country) == (b.country or country)
    return a.id == b.id or a.family == b.family or (a.side is not None and a.side == b.side and one_country)


def clears(a: Actor, b: Actor, country: str | None) -> bool:
    """Whether naming one as the doer clears the other: parties with opposed interests, and gunmen whom nobody knows and
    a state's own men.
    """
    home = all(actor.side is None or (actor.country or country) == country for actor in (a, b))
    return opposed(a, b, country) or ({a.side, b.side} == {None, "government"} and home)


def answers(denial: Claim, told: Sequence[Claim]) -> bool:
    """Whether who denies something is the one whom claims of violence name as the doer."""
    accused = [actor for c in told if kinds()[c.type].family == "violence" for actor in parties(c.actor)]
    deniers = parties(denial.actor)
    return any(same_party(one, other, None) for one in accused for other in deniers)
