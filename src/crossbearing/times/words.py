"""The words of time of a language, loaded once."""

from functools import cache
from typing import Any

import msgspec

from crossbearing.language import normalise
from crossbearing.times.data import load


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language by class; keys are in small letters, several words apart by one space."""

    months: dict[str, int]
    weekdays: dict[str, int]
    genitives: dict[str, int] = {}
    """Weekdays that own what stands behind them, written without their apostrophe."""
    units: dict[str, str]
    parts: dict[str, str]
    seasons: dict[str, str]
    ordinals: dict[str, int]
    quantities: dict[str, float | None]
    numbers: dict[str, int]
    decades: dict[str, int]
    directions: dict[str, int]
    frequencies: dict[str, str]
    zones: dict[str, str]
    duals: dict[str, str] = {}
    """Words that mean two of a unit."""
    plurals: frozenset[str]
    """Units that mean several of their kind."""
    articles: frozenset[str]
    """Words that stand for one before a unit or a hundred."""
    conjunctions: frozenset[str]
    """Words between the parts of a number."""


@cache
def words(language: str = "english") -> Words:
    """Return the words of time of a language.

    >>> words().months["sept"], words().weekdays["friday"]
    (9, 4)
    """
    raw = load(f"{language}_words")
    return msgspec.convert({name: _one_way(listed) for name, listed in raw.items()}, Words)


def _one_way(listed: Any) -> Any:
    """Words are compared as normalised texts are written."""
    if isinstance(listed, dict):
        return {normalise(word).text: value for word, value in listed.items()}
    return [normalise(word).text for word in listed]
