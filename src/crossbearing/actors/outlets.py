"""What sort of outlet somebody is: whom "the channel" or "the daily" may mean."""

from functools import cache

import msgspec

from crossbearing.actors.describe import singular
from crossbearing.actors.names import key
from crossbearing.actors.tables import Actor, document


class Outlets(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The nouns and sorts of `outlets.yaml`."""

    nouns: dict[str, frozenset[str]]
    sorts: dict[str, frozenset[str]]


ANY = "any"
"""The nouns that fit an outlet of each sort."""


@cache
def outlets() -> Outlets:
    """Return what sorts of outlets there are, what they are called by, and which outlets are of them."""
    return msgspec.convert(document("outlets.yaml"), Outlets)


def may_be_called(actor: Actor, noun: str) -> bool:
    """Whether a report may call an agency or outlet by a noun without a plural s ("channel").

    >>> from crossbearing.actors import find_actor
    >>> may_be_called(find_actor("CNN"), "channel"), may_be_called(find_actor("CNN"), "newspaper")
    (True, False)
    """
    sorts = sorts_called(noun)
    own = _sorts(actor)
    return bool(sorts) and (ANY in sorts or not own or not own.isdisjoint(sorts))


def sorts_called(noun: str) -> set[str]:
    """Return the sorts of outlets that reports call by a noun without a plural s; empty for one that is for none.

    >>> sorts_called("daily"), sorts_called("village")
    ({'paper'}, set())
    """
    return {sort for sort, nouns in outlets().nouns.items() if noun in nouns}


def _sorts(actor: Actor) -> set[str]:
    """What sorts an agency or outlet is known to be of."""
    if actor.kind == "agency":
        return {"agency"}
    known = {sort for sort, members in outlets().sorts.items() if actor.id in members}
    named = {singular(word) for name in (actor.name, *actor.aliases) for word in key(name)}
    return known or {sort for sort, nouns in outlets().nouns.items() if not named.isdisjoint(nouns)}
