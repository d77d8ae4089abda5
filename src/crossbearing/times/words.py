"""The words of time of a language, loaded once."""

from functools import cache
from importlib.resources import files

import msgspec
import yaml


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


@cache
def words(language: str = "english") -> Words:
    """Return the words of time of a language.

    >>> words().months["sept"], words().weekdays["friday"]
    (9, 4)
    """
    raw = files("crossbearing.times").joinpath(f"data/{language}_words.yaml").read_text(encoding="utf-8")
    return msgspec.convert(yaml.safe_load(raw), Words)
