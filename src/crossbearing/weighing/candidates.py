"""Which accounts are worth comparing: those that share a stretch of days and a place, or a rare word."""

import math
from collections.abc import Iterable
from itertools import combinations

from crossbearing.weighing.facts import Facts
from crossbearing.weighing.spots import CITY, COUNTRY
from crossbearing.weighing.words import RARE

STRETCH = 8
"""Days of one stretch of time; stretches overlap by half."""
CELL = 0.25
"""Degrees of one cell of the map; accounts stand in the cells about them too."""
TELLING_WORDS = 12
"""Rare words by which an account may find another."""
TELLING_TOLL = 5
"""Number of dead from which the same toll on the same day leads from one account to another."""
TELLING_FLIGHT = 30
"""Number of people who fled from which it does so, too."""
REPORT_WORDS = 25
"""Rare words of a whole report by which the account that it is about may find another."""
PAIRED_WORDS = 8
"""Rarest words of a whole report of which any two lead to reports of the same season: a trial names whom the attack
named.
"""
SEASON = 720
"""Days of one season; seasons overlap by half."""
LONGEST_SPAN = 31
"""Days beyond which a span says too little; the report's date is used."""

HAPPENINGS = frozenset({"violence", "military", "destruction", "displacement", "other"})
"""Families of kinds of which one happening may have several: a siege is broken, people leave under fire."""

Key = tuple[str, int, str]


def stretches(facts: Facts) -> range:
    """The stretches of days that an account may lie in. Where nothing is dated: one stretch of its own."""
    days = facts.days
    if days is None or days[1] - days[0] > LONGEST_SPAN:
        return told_stretches(facts)
    half = STRETCH // 2
    return range(days[0] // half - 1, days[1] // half + 1)


def told_stretches(facts: Facts) -> range:
    """The stretches of days that an account was reported in."""
    told = facts.context.day
    half = STRETCH // 2
    return range(1) if told is None else range(told // half - 3, told // half + 1)


def keys(facts: Facts, *, principal: bool) -> Iterable[Key]:
    """Yield the keys under which an account can be found; more for the one that its report is about."""
    family = "violence" if facts.families & HAPPENINGS else min(sorted(facts.families))
    for stretch in stretches(facts):
        for place in _cells(facts):
            yield family, stretch, place
        for word in _telling_words(facts.vector, TELLING_WORDS):
            yield "word", stretch, word
    if facts.days and facts.days[1] - facts.days[0] <= 1:
        country = next((s.country for s in facts.spoken_of if s.country), "")
        for day in (facts.days[0], facts.days[1], facts.days[1] + 1):
            yield facts.means, day, country or ""
            for low in sorted(facts.dead):
                if low >= TELLING_TOLL:
                    yield "killed", day, str(low)
            if facts.displaced and facts.displaced[0] >= TELLING_FLIGHT:
                yield "displaced", day, str(facts.displaced[0])
    if principal:
        for stretch in told_stretches(facts):
            for word in _telling_words(facts.context.vector, REPORT_WORDS):
                yield "wording", stretch, word
        season = (facts.context.day or 0) // (SEASON // 2)
        people = sorted(facts.context.people, key=lambda w: (-facts.context.vector.get(w, 0.0), w))[:PAIRED_WORDS]
        rarest = sorted(_telling_words(facts.context.vector, PAIRED_WORDS))
        # Two towns, or a town and what is done there, lead to all that is told of both: to the more the longer an
        # archive is.
        plain = facts.context.place_words | facts.context.deeds
        for pair in (
            *(pair for pair in combinations(rarest, 2) if not plain.issuperset(pair)),
            *combinations(sorted(people), 2),
        ):
            yield "names", season, " ".join(pair)
            yield "names", season - 1, " ".join(pair)


def _cells(facts: Facts) -> set[str]:
    found: set[str] = set()
    for spot in facts.spoken_of:
        if spot.rank >= CITY and spot.lat is not None and spot.lon is not None:
            x, y = math.floor(spot.lon / CELL), math.floor(spot.lat / CELL)
            found |= {f"{x + i}:{y + j}" for i in (0, 1) for j in (0, 1)}
        elif spot.rank > COUNTRY or not facts.spoken_of[1:]:
            found.add(spot.place_id or spot.key)
    return found


def _telling_words(vector: dict[str, float], most: int) -> list[str]:
    rare = [w for w, v in vector.items() if v >= RARE and not w.isdigit()]
    return sorted(rare, key=lambda w: (-vector[w], w))[:most]
