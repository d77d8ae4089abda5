"""The words around names that tell places from people and organisations, loaded once from the room's data."""

from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from crossbearing.ontology import listed


class Cues(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Sets of lower-case words; what each holds is said in `data/cues.yaml`. `feature_nouns` give kinds of place,
    or nothing.
    """

    where: frozenset[str]
    from_: frozenset[str] = msgspec.field(name="from")
    to: frozenset[str]
    of: frozenset[str]
    other_prepositions: frozenset[str]
    feature_nouns: dict[str, str]
    one_of: frozenset[str]
    some_of: frozenset[str]
    streets: frozenset[str]
    numbered_ways: frozenset[str]
    waters: frozenset[str]
    lands: frozenset[str]
    facilities: frozenset[str]
    organisations: frozenset[str]
    titles: frozenset[str]
    place_verbs: frozenset[str]
    attacks: frozenset[str]
    parts: frozenset[str]
    held: frozenset[str]
    compass: frozenset[str]
    people_nouns: frozenset[str]
    people_endings: frozenset[str]
    people_verbs: frozenset[str]
    inside_names: frozenset[str]
    articles: frozenset[str]
    function_words: frozenset[str]
    months_and_days: frozenset[str]
    metonym_verbs: frozenset[str]
    turning_verbs: frozenset[str]
    befalling: frozenset[str]
    persons_do: frozenset[str]
    no_places: frozenset[str]
    weapons: frozenset[str]


def _text(name: str) -> str:
    return files("crossbearing.places").joinpath("data", name).read_text(encoding="utf-8")


@cache
def cues() -> Cues:
    """Return the cue words.

    >>> cues().feature_nouns["governorate"]
    'province'
    """
    return listed("crossbearing.places", "data/cues.yaml", Cues)


def first_with(word: str, sets: Mapping[str, Collection[str]]) -> str:
    """Return the name of the first of some sets of words that holds a word; empty where none does.

    >>> first_with("river", {"street": cues().streets, "water": cues().waters})
    'water'
    """
    return next((name for name, words in sets.items() if word in words), "")


def _words(name: str) -> frozenset[str]:
    return frozenset(line for line in _text(name).splitlines() if line and not line.startswith("#"))


@cache
def common_words() -> frozenset[str]:
    """Return the words that news writes mostly in lower case."""
    return _words("common_words.txt")


@cache
def given_names() -> frozenset[str]:
    """Return given names of people, lower case."""
    return _words("given_names.txt")


@cache
def surnames() -> frozenset[str]:
    """Return common surnames, lower case."""
    return _words("surnames.txt")
