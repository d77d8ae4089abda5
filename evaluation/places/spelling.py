"""Transliteration: how often an unknown spelling finds its place, and how often a wrong one when that is absent.

`python -m evaluation.places.spelling` draws 300 alternate names of Syrian, Lebanese and Turkish places from the
gazetteer (seeded), takes each out of it and asks for it among its country's places; then takes its place out and asks
again. An alternate counts as a spelling where another form of its place shares half its letters (Amida for Diyarbakir
is another name, no spelling), and a place only where no other place of its country bears one of its names: which of two
Karakoys is meant is for context to say. `--all` drops both conditions.
"""

import argparse
import random
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator

import msgspec
from rapidfuzz.distance import Levenshtein

from crossbearing.places import Gazetteer
from crossbearing.places.gazetteer import LIKELY_SPELLING
from crossbearing.places.matching import Match, match
from crossbearing.places.names import bare_key
from crossbearing.places.sounds import sounds
from crossbearing.places.spellings import Country, Spelling

COUNTRIES = ("SY", "LB", "TR")
QUERIES = 300
SEED = 20110610


class Query(msgspec.Struct, frozen=True):
    """An alternate name that is taken out of the gazetteer, and the place it belongs to."""

    key: str
    place: int
    country: str


class Without:
    """The spellings of some countries without one alternate, or without a whole place."""

    def __init__(self, gazetteer: Gazetteer, drop: Callable[[Spelling], bool]) -> None:
        self.gazetteer, self.drop = gazetteer, drop

    def spellings(self, country: str) -> Country:
        """Return what is left of a country's spellings."""
        return Country.of(s for s in self.gazetteer.spellings(country) if not self.drop(s))


def is_held_back(place: int) -> bool:
    """Whether a place is for measuring; nothing is learnt from those."""
    return zlib.crc32(str(place).encode()) % 2 == 1


def folded(key: str) -> str:
    """Return a key as one name: without articles, doubled letters and umlauts spelt out."""
    bare = bare_key(key).replace("ue", "u").replace("oe", "o")
    return "".join(c for i, c in enumerate(bare) if i == 0 or bare[i - 1] != c)


def alternates(gazetteer: Gazetteer, country: str, *, everything: bool = False) -> Iterator[Query]:
    """Yield the alternates of a country's places that a measure or a lesson can be made of, in a fixed order."""
    forms: dict[int, list[str]] = defaultdict(list)
    owners: dict[str, set[int]] = defaultdict(set)
    for spelling in gazetteer.spellings(country):
        forms[spelling.place].append(spelling.key)
        owners[folded(spelling.key)].add(spelling.place)
    for place, keys in sorted(forms.items()):
        if len(keys) < 2 or (not everything and any(len(owners[folded(key)]) > 1 for key in keys)):
            continue
        for key in keys:
            nearest = max(Levenshtein.normalized_similarity(key, other) for other in keys if other != key)
            if everything or nearest >= 0.5:
                yield Query(key, place, country)


def answers(
    gazetteer: Gazetteer, query: Query, countries: tuple[str, ...],
) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """Return what is found for a query while its place is there, and what is found when it is not."""
    there = Without(gazetteer, lambda s: s.place == query.place and s.key == query.key)
    gone = Without(gazetteer, lambda s: s.place == query.place)
    return match(query.key, countries, there), match(query.key, countries, gone)


def main() -> None:
    """Print the figures, for the gate of the place's own country and for all three countries together."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every alternate, other names and shared names too")
    parser.add_argument("--show", action="store_true", help="list what went wrong")
    asked = parser.parse_args()
    gazetteer = Gazetteer.open()
    pool = [q for c in COUNTRIES for q in alternates(gazetteer, c, everything=asked.all) if is_held_back(q.place)]
    queries = random.Random(SEED).sample(pool, QUERIES)  # noqa: S311 - a draw that is the same every time
    for label, all_countries in (("own country", False), ("three countries", True)):
        right = wrong = alarm = 0
        for query in queries:
            found, gone = answers(gazetteer, query, COUNTRIES if all_countries else (query.country,))
            sure = bool(found) and found[0].score > LIKELY_SPELLING
            right += sure and found[0].place == query.place
            wrong += sure and found[0].place != query.place
            alarm += bool(gone) and gone[0].score > LIKELY_SPELLING
            if asked.show and not (sure and found[0].place == query.place):
                print("  not found:", query, sounds(query.key), found[:1])
            if asked.show and gone and gone[0].score > LIKELY_SPELLING:
                print("  alarm:", query, gone[0])
        share = {"top1": right, "wrong": wrong, "wrong_when_absent": alarm}
        print(f"{label}: " + ", ".join(f"{name} {100 * n / len(queries):.1f} %" for name, n in share.items()))


if __name__ == "__main__":
    main()
