"""Weapons that exclude each other."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations, product

import yaml

from crossbearing.records import Claim, Contradiction
from crossbearing.weighing.contradictions.voices import Position, Voice, row
from crossbearing.weighing.words import stems


@cache
def weapon_groups() -> dict[str, dict[str, list[str]]]:
    """Return the groups of means of which an attack uses one: group -> means -> its words."""
    text = files("crossbearing.weighing").joinpath("weapons.yaml").read_text(encoding="utf-8")
    groups: dict[str, dict[str, list[str]]] = yaml.safe_load(text)["groups"]
    return groups


def weapons(voices: Sequence[Voice]) -> list[Contradiction]:
    """Return a row for each two means of a group that two reports name, each naming only the one."""
    rows = []
    for group in weapon_groups().values():
        told: dict[str, list[Position]] = {}
        for voice in voices:
            named = _named(voice, group)
            if len(named) == 1:
                ((means, claims),) = named.items()
                told.setdefault(means, []).append(Position(means, voice, tuple(claims)))
        rows += [row("weapon", list(product(told[a], told[b]))) for a, b in combinations(sorted(told), 2)]
    return rows


def _named(voice: Voice, group: dict[str, list[str]]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in voice.holding("happened"):
        words = set(stems(claim.weapon or ""))
        for means, names in group.items():
            if words & set(names):
                found.setdefault(means, []).append(claim)
    return found
