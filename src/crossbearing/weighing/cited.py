"""Whose name a source is given by: a person's, known by the last part of it, or a body's, known by all of it."""

from itertools import pairwise
from typing import Literal, NamedTuple

from crossbearing.actors import find_actor
from crossbearing.actors.names import key
from crossbearing.weighing.context import Context
from crossbearing.weighing.person_names import parts_of
from crossbearing.weighing.source_words import is_named, name_words, source_words
from crossbearing.weighing.words import bits, stem, stems

NAME_BITS = 5.0
"""Bits from which a capitalised word may be a name."""
WHOLE_NAME = 3
"""Words from which a body's name may be all of common words ("Central Relief Office")."""


class Cited(NamedTuple):
    """A name: what it is of, what it is compared by, and as it is written."""

    of: Literal["person", "body"]
    ident: str
    name: str


def name_in(text: str, context: Context) -> Cited | None:
    """Return the name that a source's words give, or null where they only describe it ("Druze elders").

    A capitalised word before a noun says which elders, not who; words of places, parties and platforms are no names.
    """
    runs = _runs(text)
    first = next((at for at, run in enumerate(runs) if _tells(run, context)), 0)
    bodies = (_body(runs[at:], context) for at in range(first + 1) if runs and not runs[at].modifies)
    body = next((body for body in bodies if body is not None), None)
    if body is not None and (len(key(body)) >= WHOLE_NAME or any(_tells(run, context) for run in runs)):
        return _body_called(body)
    people = [run for run in runs if _tells(run, context) and not run.modifies]
    if not people:
        return None
    run = max(people, key=lambda r: (r.before in source_words().heads, len(_telling_words(r, context))))
    if run.before in source_words().outlets:
        return _body_called(" ".join(run.words))
    words = list(run.words)
    while len(words) > 1 and find_actor(words[-1].casefold()) is not None:
        words.pop()  # "Omar Haddad Chief of ..."
    name = " ".join(words)
    return Cited("person", parts_of(name)[-1], name)


def _body_called(name: str) -> Cited:
    return Cited("body", "-".join(key(name)), name)


class _Run(NamedTuple):
    """Capitalised words in a row, the stemmed word before and the word behind, and whether they say which of the noun
    behind is meant.
    """

    words: tuple[str, ...]
    before: str
    behind: str
    modifies: bool


def _runs(text: str) -> list[_Run]:
    words = name_words(text)
    runs: list[_Run] = []
    at = 0
    while at < len(words):
        end = at
        while end < len(words) and is_named(words[end]):
            end += 1
        if end > at:
            rest = words[end:]
            noun = bool(rest) and rest[0].isalpha() and rest[0].islower()
            meant = find_actor(rest[0]) if noun else None
            sources = meant is not None and meant.kind == "anonymous" and len(rest) == 1
            modifies = meant is not None and not runs and (end - at == 1 or sources)
            before = stem(words[at - 1].casefold()) if at else ""
            runs.append(_Run(tuple(words[at:end]), before, rest[0] if rest else "", modifies))
        at = max(end, at + 1)
    return runs


def _telling_words(run: _Run, context: Context) -> list[str]:
    """The stemmed words of a run that may be a name: no places, parties, platforms and common words."""
    found = []
    for word in run.words:
        known = find_actor(word) is not None or find_actor(word.casefold()) is not None
        plain = stems(word)
        last = plain[-1] if plain else ""
        nobody = known or last in context.place_words or last in source_words().platforms
        if not nobody and len(last) > 1 and bits(last) >= NAME_BITS:
            found.append(last)
    return found


def _tells(run: _Run, context: Context) -> bool:
    return bool(_telling_words(run, context))


def _body(runs: list[_Run], context: Context) -> str | None:
    """The name of a body that begins with the first of these runs; null where that is no body's."""
    known = source_words()
    words = list(runs[0].words)
    while len(words) > 1 and set(stems(words[-1])) & context.place_words:
        words.pop()  # "World Relief Organisation Syria"
    if known.bodies.isdisjoint((words[-1].casefold(), stem(words[-1].casefold()))):
        return None
    over = known.whose
    for run, after in pairwise(runs):
        if run.behind not in over or after.before != stem(run.behind):
            break
        words += [run.behind, *after.words]
        over = known.whose | known.joint
    return " ".join(words)
