"""For which body a person speaks whom a report names: by what it calls them once, wherever it cites them."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from crossbearing.actors import Actor, find_actor
from crossbearing.records import Claim, SourceLink
from crossbearing.weighing.cited import Cited, name_in
from crossbearing.weighing.context import Context
from crossbearing.weighing.led_back import led_back, source_words
from crossbearing.weighing.person_names import parts_of
from crossbearing.weighing.words import stems

_WORD = re.compile(r"\w[\w'’-]*|[^\w\s]")
LONGEST_PERSON = 4
"""Words of a person's name."""
LONGEST_LEAD = 5
"""Words that lead from a person to the body (", the head of the")."""
LONGEST_BODY = 8
"""Words of what tells a body."""
JOINING = frozenset({"the", "for", "of", "and"})
"""Little words that stand within the name of a body."""


def spoken_for(surname: str, claim: Claim, context: Context) -> Actor | Cited | None:
    """Return the body that a person heads or speaks for by the words of the report; null where it tells of none.

    "Observatory director Rana Odeh" and "Odeh, who runs the rights group" speak for whom these words mean. `surname`
    is the last part of the name, as it is compared. A body that no table knows is given by its name.
    """
    for words in _bodies(surname, context.text):
        actor = find_actor(words)
        if actor is not None and not actor.generic:
            return actor
        meant = led_back(SourceLink(name=words, named=False), claim, context)
        if isinstance(meant, Actor):
            return meant
        named = name_in(words, context)
        if named is not None and named.of == "body":
            return named
    return None


@lru_cache(maxsize=4096)
def _bodies(surname: str, text: str) -> tuple[str, ...]:
    """The words for bodies that a text tells somebody to head or to speak for, in its order."""
    words = _WORD.findall(text)
    found = (told for at, word in enumerate(words) if word[0].isupper() and parts_of(word)[-1:] == (surname,)
             for told in (_before(words, at), _behind(words, at)))
    return tuple(" ".join(told) for told in found if told)


def _before(words: Sequence[str], at: int) -> list[str]:
    """The body in "Observatory director Rana Odeh", where `at` is the surname's number."""
    office = at - 1
    while office >= 0 and at - office <= LONGEST_PERSON and not _is(words[office], "heads"):
        if not words[office][0].isupper():
            return []
        office -= 1
    if office < 0 or not _is(words[office], "heads"):
        return []
    return list(_of_a_body(words[max(0, office - LONGEST_BODY) : office][::-1]))[::-1]


def _behind(words: Sequence[str], at: int) -> list[str]:
    """The body in "Odeh, who runs the rights group" and "Odeh, the head of the rights group"."""
    rest = [word for word in words[at + 1 : at + 1 + LONGEST_LEAD] if word not in (",", "the", "who")]
    if len(rest) > 1 and (_is(rest[0], "heading") or (_is(rest[0], "heads") and rest[1] == "of")):
        verb = words.index(rest[0], at)
        begin = verb + 1 + (words[verb + 1] == "of")
        return list(_of_a_body(words[begin : begin + LONGEST_BODY]))
    return []


def _of_a_body(words: Sequence[str]) -> Iterator[str]:
    """The first words, as far as they may belong to the name or the description of a body."""
    known = source_words()
    for word in words:
        noun = not (known.monitors | known.bodies | known.kept_by).isdisjoint(stems(word))
        if not (word[0].isupper() or word in JOINING or noun or "-" in word):
            return
        yield word


def _is(word: str, sort: str) -> bool:
    return word.casefold() in getattr(source_words(), sort)
