"""Other names: made up of syllables, or borrowed from the towns of a country that the texts do not speak of."""

import random
import re
from collections.abc import Iterable, Iterator
from functools import cache

from crossbearing.actors.tables import Actor
from crossbearing.places import Gazetteer
from crossbearing.places.cues import common_words
from crossbearing.places.names import skeleton
from crossbearing.places.packaged import cities

SEED = 20110610
BEGINNINGS = "b br d dr f g h j k kh l m n p q r s sh t th v w y z".split()
VOWELS = "a e i o u aa ou ei".split()
MIDDLES = "b d f l m n r s t z lb md nd rt sk zr".split()
ENDINGS = ["", "", "d", "k", "l", "m", "n", "r", "s", "sh", "t", "th"]
LETTERS = "BDFGHJKLMNPQRTVWXYZ"
ABROAD = "PL"
"""The country whose towns' names are borrowed: far from every conflict that the corpora tell of, and rich in towns."""
KNOWN = 3_000
"""People from which a town's name is borrowed."""
WORD = re.compile(r"[^\W\d_]+")
OUTWARD = re.compile(r" (?:of|for|in) ")
LONGEST_ACRONYM = 4
"""Letters."""
PLAIN = re.compile(r"[A-Z][a-z]{3,}")
"""A town's name that can stand for another's: one word in plain letters."""


class Words:
    """Gives words that sound like names and are none that the gazetteer knows: for one key one word, no two alike.

    A key has the same word whatever others were asked for, unless two of them would share it.
    """

    def __init__(self) -> None:
        self._of: dict[str, str] = {}
        self._sounds: set[str] = set()

    def word(self, key: str) -> str:
        """Return the word of a key."""
        if key not in self._of:
            chance = random.Random(f"{SEED} {key}")  # noqa: S311 - it makes test inputs, no secrets
            self._of[key] = next(word for word in _words(chance) if self._is_new(word))
        return self._of[key]

    def _is_new(self, word: str) -> bool:
        sound = skeleton(word)
        if sound in self._sounds or word.lower() in common_words() or _gazetteer().lookup(word):
            return False
        self._sounds.add(sound)
        return True


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _words(chance: random.Random) -> Iterator[str]:
    while True:
        first = chance.choice(BEGINNINGS) + chance.choice(VOWELS) + chance.choice(MIDDLES)
        more = chance.choice(VOWELS) + chance.choice(MIDDLES) if chance.random() < 1 / 3 else ""
        yield (first + more + chance.choice(VOWELS) + chance.choice(ENDINGS)).capitalize()


def names_made_up(towns: dict[str, str]) -> dict[str, str]:
    """Return a new word for each name, the same for all spellings of one town; `towns` is what `towns_in` gives."""
    words = Words()
    return {name: words.word(towns[name]) for name in sorted(towns)}


def names_borrowed(towns: dict[str, str]) -> dict[str, str]:
    """Return the name of a town abroad for each name, as `names_made_up` does with words."""
    abroad = sorted({
        city.name for city in cities({})
        if city.country == ABROAD and city.population >= KNOWN and PLAIN.fullmatch(city.name)
        and city.name.lower() not in common_words()
    })  # fmt: skip
    of: dict[str, str] = {}
    taken = set(towns)
    for town in sorted(set(towns.values())):
        chance = random.Random(f"{SEED} {town}")  # noqa: S311 - it makes test inputs, no secrets
        of[town] = next(name for name in _drawn(chance, abroad) if name not in taken)
        taken.add(of[town])
    return {name: of[town] for name, town in towns.items()}


def _drawn(chance: random.Random, names: list[str]) -> Iterator[str]:
    while True:
        yield chance.choice(names)


def groups_made_up(groups: Iterable[tuple[Actor, list[str]]]) -> dict[str, str]:
    """Return another name for each name of the groups; what tells what a group is stays ("Front", "for Human Rights").

    A word is everywhere the same other word, and an acronym goes with the new words of the name that it stands for.
    """
    words = Words()
    out: dict[str, str] = {}
    for actor, names in groups:
        long = {name: _reworded(name, words) for name in (actor.name, *actor.aliases) if not _is_acronym(name)}
        short = {_initials(old): _initials(new) for old, new in reversed(long.items())}
        for name in names:
            out[name] = long.get(name) or short.get(name) or _letters(name)
    return out


def _letters(name: str) -> str:
    """Other letters for an acronym that stands for no name."""
    return "".join(random.Random(f"{SEED} {name}").sample(LETTERS, len(name)))  # noqa: S311 - as above


def _reworded(name: str, words: Words) -> str:
    """The name with other words for those that are not common; where all are, for the first.

    What stands behind "of" or "for" stays.
    """
    telling = [word for word in WORD.findall(OUTWARD.split(name)[0]) if word[0].isupper()]
    proper = [word for word in telling if word.lower() not in common_words()] or telling[:1]
    return WORD.sub(lambda found: words.word(_sound(found[0])) if found[0] in proper else found[0], name)


def _sound(word: str) -> str:
    """What the spellings of a word share."""
    return f"{skeleton(word)} {word[0].casefold()}"


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= LONGEST_ACRONYM


def _initials(name: str) -> str:
    return "".join(word[0] for word in WORD.findall(name) if word[0].isupper())
