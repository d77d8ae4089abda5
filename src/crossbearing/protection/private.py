"""The words of private.yaml: what tells that a person is a private one, and what stands before a telephone number."""

from functools import cache
from importlib.resources import files

import msgspec
import yaml


class _Private(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    occupations: str
    occupations_arabic: str
    contact: str
    contact_arabic: str
    dialled: str
    dialled_between: str
    public: str


@cache
def private_words(kind: str) -> frozenset[str]:
    """Return the words of one list of private.yaml.

    >>> "baker" in private_words("occupations")
    True
    """
    raw = files("crossbearing.protection").joinpath("private.yaml").read_text(encoding="utf-8")
    return frozenset(str(getattr(msgspec.convert(yaml.safe_load(raw), _Private), kind)).split())
