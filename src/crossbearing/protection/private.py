"""The words of private.yaml: what tells that a person is a private one, and what stands before a telephone number."""

from functools import cache

import msgspec

from crossbearing.ontology import listed


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
    return frozenset(str(getattr(listed("crossbearing.protection", "private.yaml", _Private), kind)).split())
