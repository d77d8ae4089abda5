"""Outlets that a text points back to: "the broadcaster", "the agency", "the newspaper"."""

from crossbearing.actors import find_actor
from crossbearing.reading.rules_v1.attribution.lexicon import nouns

OUTLETS = frozenset({"agency", "media"})
"""Kinds of actors that publish."""
ANY = "any"
"""The sort of the nouns for an outlet of whatever sort."""


def may_mean(noun: str, name: str) -> bool:
    """Whether a noun for an outlet may point back to one with this name.

    >>> may_mean("broadcaster", "state television"), may_mean("newspaper", "state television")
    (True, False)
    """
    actor, sort, words = find_actor(name), _sort_of(noun), name.lower().split()
    shown = next((s for word in words if (s := _sort_of(word)) is not None), None)
    if sort is None or words[-1] == "media":
        return False
    if actor is None:
        return shown == sort
    if shown is None and actor.kind == "agency":
        shown = "agency"
    return actor.kind in OUTLETS and (ANY in (sort, shown) or shown == sort)


def _sort_of(word: str) -> str | None:
    return next((sort for sort, words in nouns().outlets.items() if word in words), None)
