"""Loads the rules of a language, ready to match."""

from functools import cache

import msgspec

from crossbearing.language import normalise
from crossbearing.times.data import load
from crossbearing.times.grammar import DIGIT, Pattern, Rule, classes_of, compiled
from crossbearing.times.words import words

NEIGHBOURS = ("after", "not_after", "before", "not_before")
FILES = ("names", "calendar", "report", "text", "vague", "lengths", "clock")


class Joints(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What may stand between two expressions that are one; an empty string where nothing need stand there."""

    day_part: frozenset[str]
    part_day: frozenset[str]
    span_year: frozenset[str]
    year_span: frozenset[str]


class Modifiers(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words before an expression that change it, by what they do."""

    approximate: tuple[str, ...]
    bounded: tuple[str, ...]
    early: tuple[str, ...]
    middle: tuple[str, ...]
    late: tuple[str, ...]
    since: tuple[str, ...]
    quiet: tuple[str, ...]
    joints: Joints


@cache
def rules(language: str = "english") -> tuple[Rule, ...]:
    """Return the rules of a language in the order of their files; where two match as many words, the earlier wins."""
    found: list[Rule] = []
    for name in FILES:
        found.extend(_one_way(rule) for rule in msgspec.convert(load(f"{language}_{name}"), list[Rule]))
    return tuple(found)


def _one_way(rule: Rule) -> Rule:
    """The rule with its words as normalised texts are written."""
    plain = {name: frozenset(normalise(word).text for word in getattr(rule, name)) for name in NEIGHBOURS}
    return msgspec.structs.replace(rule, words=normalise(rule.words).text, **plain)


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
    ['night into a weekday', 'overnight']
    """
    return _by_beginning(language).get(DIGIT if word[0].isdigit() else word, ())


@cache
def modifiers(language: str = "english") -> Modifiers:
    """Return the modifying words of a language."""
    raw = load(f"{language}_modifiers")
    joints = {name: [normalise(words).text for words in listed] for name, listed in raw.pop("joints").items()}
    plain = {name: [normalise(words).text for words in listed] for name, listed in raw.items()}
    return msgspec.convert({**plain, "joints": joints}, Modifiers)
