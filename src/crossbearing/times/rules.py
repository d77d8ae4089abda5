"""Loads the rules of a language, ready to match."""

from functools import cache

import msgspec

from crossbearing.times.data import load
from crossbearing.times.grammar import DIGIT, Pattern, Rule, classes_of, compiled
from crossbearing.times.words import words

FILES = ("names", "calendar", "report", "text", "vague", "lengths", "clock")


class Modifiers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before an expression that change it, by what they do."""

    approximate: tuple[str, ...]
    bounded: tuple[str, ...]
    early: tuple[str, ...]
    middle: tuple[str, ...]
    late: tuple[str, ...]
    since: tuple[str, ...]
    quiet: tuple[str, ...]


@cache
def rules(language: str = "english") -> tuple[Rule, ...]:
    """Return the rules of a language in the order of their files; where two match as many words, the earlier wins."""
    found: list[Rule] = []
    for name in FILES:
        found.extend(msgspec.convert(load(f"{language}_{name}"), list[Rule]))
    return tuple(found)


@cache
def patterns(language: str = "english") -> tuple[Pattern, ...]:
    """Return the rules of a language ready to match."""
    classes = classes_of(words(language))
    return tuple(compiled(rule, classes) for rule in rules(language))


@cache
def _by_beginning(language: str) -> dict[str, tuple[tuple[int, Pattern], ...]]:
    found: dict[str, list[tuple[int, Pattern]]] = {}
    for order, pattern in enumerate(patterns(language)):
        for word in pattern.beginnings:
            found.setdefault(word, []).append((order, pattern))
    return {word: tuple(those) for word, those in found.items()}


def beginning_with(word: str, language: str = "english") -> tuple[tuple[int, Pattern], ...]:
    """Return the rules that may begin with a word (in small letters), each with its place in the order of rules.

    >>> [pattern.rule.rule for _, pattern in beginning_with("overnight")]
    ['overnight']
    """
    return _by_beginning(language).get(DIGIT if word[0].isdigit() else word, ())


@cache
def modifiers(language: str = "english") -> Modifiers:
    """Return the modifying words of a language."""
    return msgspec.convert(load(f"{language}_modifiers"), Modifiers)
