"""The word lists of the Arabic rules, as YAML; each file's head says what it holds and where it comes from."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from crossbearing.language import normalise


def plain(word: str) -> str:
    """Return a word as the rules compare it: normalised, in small letters.

    >>> plain("إصابةَ")
    'اصابه'
    """
    return normalise(word).text.casefold()


@cache
def load(name: str) -> Any:
    """Return the parsed content of a YAML file of this folder, as it is written there."""
    return yaml.safe_load(files(__package__).joinpath(f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def listed(name: str, key: str) -> frozenset[str]:
    """Return one list of a file as normalised words."""
    return frozenset(plain(str(word)) for word in load(name)[key])


@cache
def phrases(name: str, key: str) -> tuple[tuple[str, ...], ...]:
    """Return one list of a file as normalised phrases, cut into words, the longest first."""
    found = {tuple(plain(str(phrase)).split()) for phrase in load(name)[key]}
    return tuple(sorted(found, key=lambda words: (-len(words), words)))
