"""Other names: made up of syllables, or borrowed from the towns of a country that the texts do not speak of."""

import random
import re
from collections.abc import Iterable, Iterator

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
WORD = re.compile(r"[^\W\d_]+")
OUTWARD = re.compile(r" (?:of|for|in) ")
LONGEST_ACRONYM = 4
"""Letters."""
PLAIN = re.compile(r"[A-Z][a-z]{3,}")
"""A town's name that can stand for another's: one word in plain letters."""


def new_words(chance: random.Random) -> Iterator[str]:
    """Yield words that sound like names and are none that the gazetteer knows, no two alike."""
    given: set[str] = set()
    with Gazetteer.open() as gazetteer:
        while True:
            first = chance.choice(BEGINNINGS) + chance.choice(VOWELS) + chance.choice(MIDDLES)
            more = chance.choice(VOWELS) + chance.choice(MIDDLES) if chance.random() < 1 / 3 else ""
            word = (first + more + chance.choice(VOWELS) + chance.choice(ENDINGS)).capitalize()
            sound = skeleton(word)
            if sound not in given and word.lower() not in common_words() and not gazetteer.lookup(word):
                given.add(sound)
                yield word


def names_made_up(towns: dict[str, str]) -> dict[str, str]:
    """Return a new word for each name, the same for all spellings of one town; `towns` is what `towns_in` gives."""
    return _given(towns, new_words(random.Random(SEED)))  # noqa: S311 - it makes test inputs, no secrets


def names_borrowed(towns: dict[str, str]) -> dict[str, str]:
    """Return the name of a town abroad for each name: the larger the town, the oftener the texts speak of it."""
    abroad = sorted((city for city in cities({}) if city.country == ABROAD), key=lambda city: -city.population)
    plain = dict.fromkeys(city.name for city in abroad if PLAIN.fullmatch(city.name))
    return _given(towns, (name for name in plain if name.lower() not in common_words() and name not in towns))


def _given(towns: dict[str, str], names: Iterator[str]) -> dict[str, str]:
    of: dict[str, str] = {}
    for town in towns.values():
        if town not in of:
            of[town] = next(names)
    return {name: of[town] for name, town in towns.items()}


def groups_made_up(groups: Iterable[tuple[Actor, list[str]]]) -> dict[str, str]:
    """Return another name for each name of the groups; what tells what a group is stays ("Front", "for Human Rights").

    A word is everywhere the same other word, and an acronym goes with the new words of the name that it stands for.
    """
    chance = random.Random(SEED)  # noqa: S311 - it makes test inputs, no secrets
    words = new_words(chance)
    known: dict[str, str] = {}
    out: dict[str, str] = {}
    for actor, names in groups:
        long = {name: _reworded(name, known, words) for name in (actor.name, *actor.aliases) if not _is_acronym(name)}
        short = {_initials(old): _initials(new) for old, new in reversed(long.items())}
        for name in names:
            out[name] = long.get(name) or short.get(name) or "".join(chance.sample(LETTERS, len(name)))
    return out


def _reworded(name: str, known: dict[str, str], words: Iterator[str]) -> str:
    """The name with other words for those that are not common; where all are, for the first.

    What stands behind "of" or "for" stays.
    """
    telling = [word for word in WORD.findall(OUTWARD.split(name)[0]) if word[0].isupper()]
    proper = [word for word in telling if word.lower() not in common_words()] or telling[:1]
    for word in proper:
        if _sound(word) not in known:
            known[_sound(word)] = next(words)
    return WORD.sub(lambda found: known[_sound(found[0])] if found[0] in proper else found[0], name)


def _sound(word: str) -> str:
    """What the spellings of a word share."""
    return f"{skeleton(word)} {word[0].casefold()}"


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) <= LONGEST_ACRONYM


def _initials(name: str) -> str:
    return "".join(word[0] for word in WORD.findall(name) if word[0].isupper())
