"""The spellings of a country's places, filed by their sounds, as the gazetteer keeps them ready to be asked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Self

import msgspec
import numpy as np
from rapidfuzz import fuzz, process

SHARED = 0.5
"""Share of the most pairs of sounds that any spelling has in common with a name, from which letters are compared."""
LOOKED_AT = 12
"""Spellings nearest by their letters that are compared by their sounds."""
ROUGHLY = 60.0
"""Letters in common (percent) below which a spelling is not looked at."""
NUMBERS = np.dtype("<i4")
"""How the numbers of spellings are kept."""


class Spelling(msgspec.Struct, frozen=True):
    """One spelling of a place: its key, its sounds, the place's number in the gazetteer and its population."""

    key: str
    sounds: str
    place: int
    population: int


class Country(msgspec.Struct, array_like=True):
    """All spellings in Latin letters of the places of one country, found by the pairs of sounds that they hold.

    Four parallel lists, and for each pair of sounds next to one another the numbers of the spellings that hold it
    (32-bit integers, ascending). Kept whole in the gazetteer: filing them anew takes longer than reading many reports.
    """

    keys: list[str]
    sounds: list[str]
    places: list[int]
    populations: list[int]
    filed: dict[str, bytes]

    @classmethod
    def of(cls, spellings: Iterable[Spelling]) -> Self:
        """File spellings by each pair of sounds, beginning and end included."""
        kept = list(spellings)
        filed: dict[str, list[int]] = defaultdict(list)
        for number, spelling in enumerate(kept):
            for pair in _pairs(spelling.sounds):
                filed[pair].append(number)
        return cls(
            [s.key for s in kept], [s.sounds for s in kept], [s.place for s in kept], [s.population for s in kept],
            {pair: np.array(numbers, dtype=NUMBERS).tobytes() for pair, numbers in sorted(filed.items())},
        )

    def __iter__(self) -> Iterator[Spelling]:
        return map(Spelling, self.keys, self.sounds, self.places, self.populations)

    def nearest(self, heard: str) -> list[tuple[float, Spelling]]:
        """Return the spellings nearest to a name, at most twelve, with their letters in common (percent)."""
        filed = [np.frombuffer(self.filed[pair], dtype=NUMBERS) for pair in _pairs(heard) if pair in self.filed]
        if not filed:
            return []
        shared = np.bincount(np.concatenate(filed), minlength=len(self.keys))
        likely = np.flatnonzero(shared >= SHARED * shared.max()).tolist()
        near = process.extract(
            heard, [self.sounds[i] for i in likely], scorer=fuzz.ratio, limit=LOOKED_AT, score_cutoff=ROUGHLY)
        return [(percent, self._spelling(likely[i])) for _, percent, i in near]

    def _spelling(self, i: int) -> Spelling:
        return Spelling(self.keys[i], self.sounds[i], self.places[i], self.populations[i])


def _pairs(heard: str) -> list[str]:
    return [a + b for a, b in pairwise(f"^{heard}$")]
