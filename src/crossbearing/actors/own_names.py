"""Armed groups that no table knows and whose names say that they are one: "Arakan Army", "Zoran Brigades"."""

from crossbearing.actors.describe import country_of
from crossbearing.actors.tables import Actor, heads
from crossbearing.places.cues import common_words

Phrase = tuple[str, ...]
OF_STATES = frozenset({"army", "brigade", "battalion", "legion"})
"""Words for bodies that are a state's where the state is named with them ("Israel's Golani Brigade")."""
SHORTEST = 3
"""Letters of a word that tells one group from others."""


def named_group(low: Phrase, cased: Phrase) -> tuple[Actor, int, int] | None:
    """Return the group that a name in these words is of, with the name's start and end, or null.

    The name ends with a word for armed bodies and has a word of its own before it, which "First Brigade" has not; an
    army that a state is named with is the state's.

    >>> named_group(("the", "zoran", "front"), ("the", "Zoran", "Front"))[0].id
    'zoran-front'
    """
    for end in range(len(low), 1, -1):
        if low[end - 1] in heads().armed_bodies and cased[end - 1][0].isupper():
            start = end - 1
            while start > 0 and cased[start - 1][0].isupper():
                start -= 1
            own = low[start : end - 1]
            of_state = low[end - 1] in OF_STATES and country_of(own) is not None  # "Jordanian Arab Army"
            if not of_state and heads().unarmed.isdisjoint(own) and any(map(_tells, own)):
                name, ident = " ".join(cased[start:end]), "-".join(low[start:end])
                return Actor(id=ident, name=name, kind="armed_group", family=ident), start, end
    return None


def _tells(word: str) -> bool:
    """Whether a word is a group's own: no country's, no common one, none that every description may have."""
    known = word in common_words() or word in heads().modifiers or country_of((word,)) is not None
    return not known and len(word) >= SHORTEST and word.isalpha()
