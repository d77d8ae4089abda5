"""Loads the words of the system once, typed and checked."""

from functools import cache
from typing import Literal

import msgspec

from crossbearing.ontology.listed import listed

HERE = "crossbearing.ontology"


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of event with its words for people and its crosswalks.

    `plover` is (event type, mode or null), `acled` (event type, sub-event type); `means` ranks how specific a means
    of violence it is (0: none). `nearest` names the crosswalks whose answer is only the nearest there is.
    """

    family: str
    means: int
    words: str
    plover: tuple[str, str | None]
    acled: tuple[str, str]
    ucdp: Literal["fatal", "context", "none"]
    nearest: tuple[Literal["plover", "acled"], ...] = ()


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The closed sets of words, each word with its sentence for people."""

    certainties: dict[str, str]
    measures: dict[str, str]
    natures: dict[str, str]
    grades: dict[str, str]
    source_kinds: dict[str, str]


@cache
def kinds() -> dict[str, Kind]:
    """Return every kind of event by name, in the order of the file.

    >>> kinds()["airstrike"].family
    'violence'
    """
    return listed(HERE, "kinds.yaml", dict[str, Kind])


@cache
def words() -> Words:
    """Return the closed sets of words.

    >>> words().grades["single"]
    'One root stands behind it.'
    """
    return listed(HERE, "words.yaml", Words)
