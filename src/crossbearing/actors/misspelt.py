"""Names of three words and more in which one word is misspelt ("Northern Relef Committee")."""

from functools import cache

from crossbearing.actors.names import key
from crossbearing.actors.tables import Actor, actors
from crossbearing.places.cues import common_words

FEWEST_WORDS = 3
"""Words from which a name is sure enough to be known by all others but one."""
SHORTEST = 5
"""Letters from which a word may have one wrong, missing, too many or in its neighbour's place; never the first."""
LONG = 9
"""Letters from which it may have two."""


@cache
def _by_other_words() -> dict[tuple[tuple[str, ...], int], list[tuple[str, str]]]:
    """The other words of a name and where the left-out one stood -> that word and the actor's id."""
    found: dict[tuple[tuple[str, ...], int], list[tuple[str, str]]] = {}
    for actor in actors().values():
        for alias in (actor.name, *actor.aliases):
            words = key(alias)
            if len(words) >= FEWEST_WORDS:
                for at, word in enumerate(words):
                    if len(word) >= SHORTEST:
                        found.setdefault(((*words[:at], *words[at + 1 :]), at), []).append((word, actor.id))
    return found


@cache
def _lengths() -> frozenset[int]:
    return frozenset(len(others) + 1 for others, _ in _by_other_words())


def find_misspelt(words: tuple[str, ...]) -> Actor | None:
    """Return the named actor with whose name some of these lower-case words agree but for letters of one word.

    >>> find_misspelt(("syrian", "observatry", "for", "human", "rights")).name
    'Syrian Observatory for Human Rights'
    >>> find_misspelt(("syrian", "laboratory", "for", "human", "rights")) is None
    True

    A common word is meant as it is written, whatever name it is like.
    """
    for size in sorted(_lengths(), reverse=True):
        for start in range(len(words) - size + 1):
            part = words[start : start + size]
            for at, word in enumerate(part):
                if word in common_words():
                    continue
                for meant, ident in _by_other_words().get(((*part[:at], *part[at + 1 :]), at), ()):
                    allowed = 2 if len(meant) >= LONG else 1
                    if len(word) >= SHORTEST and word[0] == meant[0] and 0 < _apart(word, meant, allowed) <= allowed:
                        return actors()[ident]
    return None


def _apart(one: str, other: str, limit: int) -> int:
    """Letters wrong, missing, too many or swapped with their neighbour between two words; no more than is asked for."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, start=1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                least = min(least, last[j - 2] + 1)
            row.append(least)
    return row[-1]
