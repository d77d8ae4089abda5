"""The words of time of a language, loaded once."""

from functools import cache

import msgspec

from crossbearing.times.data import load


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one language by class; keys are in small letters, several words apart by one space."""

    months: dict[str, int]
    weekdays: dict[str, int]
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


@cache
def words(language: str = "english") -> Words:
    """Return the words of time of a language.

    >>> words().months["sept"], words().weekdays["friday"]
    (9, 4)
    """
    return msgspec.convert(load(f"{language}_words"), Words)
