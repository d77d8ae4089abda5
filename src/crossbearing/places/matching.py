"""Finds the place of some countries that an unknown spelling means; that none is meant is an answer."""

import math
from functools import cache
from typing import Protocol

import msgspec
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from crossbearing.places.countries import table
from crossbearing.places.names import bare_key
from crossbearing.places.sounds import VOWELS, are_alike, itself, likeness, sounds
from crossbearing.places.spellings import LOOKED_AT, Country, Spelling

MOST_MATCHES = 6
SHORTEST = 3
"""Sounds below which a name says too little to be matched."""


class Spellings(Protocol):
    """What knows the spellings of a country's places."""

    def spellings(self, country: str) -> Country:
        """Return the spellings of one country."""
        ...


class Match(msgspec.Struct, frozen=True):
    """A place that a spelling may mean, with the log-odds that it does and the known spelling that came nearest."""

    place: int
    score: float
    key: str


@cache
def weights() -> dict[str, float]:
    """Return how much each feature of a match counts."""
    return {row["feature"]: float(row["weight"]) for row in table("matching.csv")}


def match(key: str, countries: tuple[str, ...], known: Spellings) -> tuple[Match, ...]:
    """Return the places of `countries` that a name's key may be a spelling of, the likeliest first, at most six.

    The first, and those that bear the same name, have log-odds of their own; the others stand behind them by their
    likeness. No countries, no answer: across the world any name is near some other.
    """
    heard = sounds(key)
    if len(heard) < SHORTEST:
        return ()
    best: dict[int, tuple[float, float, Spelling]] = {}
    near = [one for country in countries for one in known.spellings(country).nearest(heard)]
    near.sort(key=lambda one: -one[0])
    for _, spelling in near[:LOOKED_AT]:
        score = likeness(heard, spelling.sounds)
        share = score / max(itself(heard), itself(spelling.sounds), 1.0)
        rank = share + 0.03 * score
        if spelling.place not in best or rank > best[spelling.place][0]:
            best[spelling.place] = (rank, share, spelling)
    ranked = sorted(best.values(), key=lambda x: (-x[0], -x[2].population, x[2].key, x[2].place))[:MOST_MATCHES]
    if not ranked:
        return ()
    _, share, nearest = ranked[0]
    # a spelling cannot tell their places apart
    named_so = [are_alike(nearest.sounds, spelling.sounds) for _, _, spelling in ranked]
    second = next((other for (_, other, _), same in zip(ranked, named_so, strict=True) if not same), 0.0)
    first = sum(weights().get(name, 0.0) * value for name, value in match_features(key, heard, share, second, nearest))
    return tuple(
        Match(spelling.place, first if same else first - 10.0 * (share - other) - 1.0, spelling.key)
        for (_, other, spelling), same in zip(ranked, named_so, strict=True)
    )


def match_features(key: str, heard: str, share: float, second: float, spelling: Spelling) -> list[tuple[str, float]]:
    """Return the features of the nearest spelling with their values; their weights stand in `data/matching.csv`.

    `share` is the likeness as a share of a name's likeness to itself, `second` that of the next place.
    """
    return [
        ("bias", 1.0), ("likeness", share), ("likeness squared", share * share), ("sounds", min(len(heard), 12) / 10),
        ("ahead of the next", min(share - second, 0.3)),
        ("letters in common", fuzz.ratio(bare_key(key), bare_key(spelling.key)) / 100),
        ("same first sound", float(heard[:1] == spelling.sounds[:1])),
        ("consonants changed", Levenshtein.distance(_consonants(heard), _consonants(spelling.sounds)) / 3),
        ("difference in length", abs(len(heard) - len(spelling.sounds)) / 4),
        ("population", math.log10(spelling.population + 10) / 5),
    ]


def _consonants(heard: str) -> str:
    return "".join(sign for sign in heard if sign not in VOWELS)
