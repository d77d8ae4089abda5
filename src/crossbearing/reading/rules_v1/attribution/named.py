"""Whether words are, whole, a name that the tables of actors know."""

from functools import lru_cache

from crossbearing.actors import find_actor
from crossbearing.actors.names import key


@lru_cache(maxsize=1 << 12)
def is_name(written: str) -> bool:
    """Whether the words are, whole, a name of someone in the tables.

    >>> is_name("UNICEF"), is_name("UNICEF clinics")
    (True, False)
    """
    actor = find_actor(written)
    return actor is not None and not actor.generic and key(written) in {key(n) for n in (actor.name, *actor.aliases)}


@lru_cache(maxsize=1 << 12)
def is_state(name: str) -> bool:
    """Whether the words name a state, and so its government.

    >>> is_state("Syria"), is_state("Homs")
    (True, False)
    """
    actor = find_actor(name)
    return (
        actor is not None
        and actor.kind == "government"
        and not actor.generic
        and name[:1].isupper()
        and actor.id.endswith("-government")
    )
