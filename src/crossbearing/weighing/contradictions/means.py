"""Weapons that exclude each other."""

import re
from collections.abc import Sequence
from functools import cache
from itertools import combinations, product

import msgspec

from crossbearing.ontology import listed
from crossbearing.records import Contradiction, affirms
from crossbearing.weighing.contradictions.voices import Position, Voice, row
from crossbearing.weighing.words import stems

EXPLOSION = "explosion"
"""The kind whose sentences may name who or what brought the bomb."""


class Means(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of `weapons.yaml`: the groups of means of which an attack uses one (group -> means -> its words), those whose
    means are called as they are told, and how sentences name them.
    """

    as_told: frozenset[str]
    groups: dict[str, dict[str, list[str]]]
    ways: dict[str, list[str]]


@cache
def means() -> Means:
    """Return the means that exclude each other."""
    return listed("crossbearing.weighing", "weapons.yaml", Means)


@cache
def _ways(group: str, word: str) -> re.Pattern[str] | None:
    """How a sentence names one means of a group by a word; null where it is only named as a weapon."""
    ways = means().ways.get(group)
    return re.compile("|".join(ways).replace("NAME", re.escape(word))) if ways else None


def weapons(voices: Sequence[Voice]) -> list[Contradiction]:
    """Return a row for each two means of a group that two reports name, each naming only the one."""
    rows = []
    for group in means().groups:
        told: dict[str, list[Position]] = {}
        for voice in voices:
            named = _named(voice, group)
            if len(named) == 1:
                ((one, claims),) = named.items()
                value = next(iter(claims.values())) if group in means().as_told else one
                telling = tuple(claim for claim in voice.claims if claim.id in claims)
                told.setdefault(one, []).append(Position(value, voice, telling))
        rows += [row("weapon", list(product(told[a], told[b]))) for a, b in combinations(sorted(told), 2)]
    return rows


def _named(voice: Voice, group: str) -> dict[str, dict[str, str]]:
    """The means of a group that a report names, with its claims that do and the first of the words in each."""
    found: dict[str, dict[str, str]] = {}
    for claim in voice.holding("happened"):
        words = set(stems(claim.weapon or ""))
        sentence = voice.sentences[claim.id].lower() if claim.type == EXPLOSION and affirms(claim) else ""
        for name, names in means().groups[group].items():
            told = (n for n in names if n in words or ((way := _ways(group, n)) is not None and way.search(sentence)))
            word = next(told, None)
            if word is not None:
                found.setdefault(name, {})[claim.id] = word
    return found
