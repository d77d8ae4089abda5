"""Weapons that exclude each other."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations, product

import msgspec

from crossbearing.ontology import listed
from crossbearing.records import Claim, Contradiction, affirms
from crossbearing.weighing.contradictions.voices import Position, Voice, row
from crossbearing.weighing.words import stems

EXPLOSION = "explosion"
"""The kind whose sentences may name who or what brought the bomb."""


class Means(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `weapons.yaml`: the groups of means of which an attack uses one (group -> means -> its words), and how
    sentences name them.
    """

    groups: dict[str, dict[str, list[str]]]
    ways: dict[str, list[str]]


@cache
def means() -> Means:
    """Return the means that exclude each other."""
    return listed("crossbearing.weighing", "weapons.yaml", Means)


@cache
def _ways(group: str, name: str) -> re.Pattern[str] | None:
    """How a sentence names one means of a group; null where it is only named as a weapon."""
    ways = means().ways.get(group)
    words = f"(?:{'|'.join(map(re.escape, means().groups[group][name]))})"
    return re.compile("|".join(ways).replace("NAME", words)) if ways else None


def weapons(voices: Sequence[Voice]) -> list[Contradiction]:
    """Return a row for each two means of a group that two reports name, each naming only the one."""
    rows = []
    for group in means().groups:
        told: dict[str, list[Position]] = {}
        for voice in voices:
            named = _named(voice, group)
            if len(named) == 1:
                ((one, claims),) = named.items()
                told.setdefault(one, []).append(Position(one, voice, tuple(claims)))
        rows += [row("weapon", list(product(told[a], told[b]))) for a, b in combinations(sorted(told), 2)]
    return rows


def _named(voice: Voice, group: str) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in voice.holding("happened"):
        words = set(stems(claim.weapon or ""))
        sentence = voice.sentences[claim.id].lower() if claim.type == EXPLOSION and affirms(claim) else ""
        for name, names in means().groups[group].items():
            way = _ways(group, name)
            if words & set(names) or (way is not None and way.search(sentence)):
                found.setdefault(name, []).append(claim)
    return found
