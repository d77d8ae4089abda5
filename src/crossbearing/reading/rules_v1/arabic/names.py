"""Known actors in Arabic text, by the Arabic names that the tables of actors have."""

from collections.abc import Mapping
from functools import cache

from crossbearing.actors.tables import actors
from crossbearing.reading.rules_v1.arabic.data import plain
from crossbearing.reading.rules_v1.arabic.lexicon import taken_apart
from crossbearing.reading.rules_v1.arabic.scripts import is_arabic_letter
from crossbearing.reading.rules_v1.arabic.text import Text


@cache
def _names() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word -> (all words of the name, actor id), the longest first."""
    index: dict[str, set[tuple[tuple[str, ...], str]]] = {}
    for actor in actors().values():
        for alias in actor.aliases:
            if any(map(is_arabic_letter, alias)):
                words = tuple(plain(alias).split())
                index.setdefault(words[0], set()).add((words, actor.id))
    return {first: tuple(sorted(found, key=lambda x: (-len(x[0]), x))) for first, found in index.items()}


def find_names(text: Text) -> dict[int, tuple[int, str]]:
    """Return the known actors that a text names: first word -> (end, actor id). Clitics before the name are cut off."""
    out: dict[int, tuple[int, str]] = {}
    i = 0
    while i < len(text.words):
        found = _name_at(text, i)
        if found is None:
            i += 1
            continue
        out[i] = found
        i = found[0]
    return out


def _name_at(text: Text, i: int) -> tuple[int, str] | None:
    word = text.texts[i]
    way = taken_apart(word)
    bare = ("ال" if way.article else "") + way.rest
    for first in dict.fromkeys((word, bare, word[1:] if word[:1] in "وفبلك" else word)):
        for words, ident in _names().get(first, ()):
            if text.texts[i + 1 : i + len(words)] == words[1:] and text.sentence(i)[1] >= i + len(words):
                return i + len(words), ident
    return None
