"""Turns rules written as words into patterns, and the words of a text into something they match.

A rule's words are matched against the small-letter words of a stretch of text, each followed by one space:

    the? {directions} {units}        words, classes in braces, a question mark after what may lack
    ( from now | hence )             alternatives of several words, with spaces around the signs
    last|past                        alternatives of one word
"""

import re
from collections.abc import Iterable
from typing import Any

import msgspec

from crossbearing.times.words import Words

TEN, TWENTY, HUNDRED = 10, 20, 100

SPECIAL = {
    "year": r"1[0-9]\d\d|20\d\d",
    "lateryear": r"19\d\d|20[0-4]\d",
    "daynumber": r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?",
    "clock": r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?",
    "hour": r"[01]?\d(?:\.[0-5]\d)?|2[0-4](?:\.[0-5]\d)?",
    "fourdigits": r"(?:[01]\d|2[0-3])[0-5]\d",
    "decadedigits": r"(?:1[0-9]|20)?\d0s",
    "datedigits": r"\d{1,4}[-/.]\d\d?[-/.]\d{2,4}",
}
"""Classes that no list of words can hold."""


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule as data. `reading` names the function that understands it, `given` what else it is told.

    `examples` are sentences with the expression in square brackets, and the value it has in a report of Friday 10 June
    2011; the tests read them.
    """

    rule: str
    words: str
    reading: str
    examples: dict[str, str]
    given: dict[str, Any] = {}
    after: frozenset[str] = frozenset()
    """One of these words must stand just before."""
    not_after: frozenset[str] = frozenset()
    """None of these words may stand just before."""
    before: frozenset[str] = frozenset()
    """One of these words must stand just behind."""
    not_before: frozenset[str] = frozenset()
    """None of these words may stand just behind."""
    not_before_plural: bool = False
    """No plural noun may follow, as it does behind a count."""
    before_noun: bool = False
    """A noun, or what tells of one, must stand just behind."""
    tags: frozenset[str] = frozenset()
    """The last word must have one of these tags (Penn Treebank)."""
    noun: bool = False
    """The last word must be a noun."""
    capital: bool = False
    """The name of the month or weekday must begin with a capital."""
    direction: str | None = None
    """The sentence must look this way."""
    beside_day: bool = False
    """It means a time only where a day stands beside it."""


DIGIT = "0"
"""Stands for every word that begins with a digit, where it matters how a rule may begin."""


class Pattern(msgspec.Struct, frozen=True, kw_only=True):
    """A rule ready to match, and the words it may begin with."""

    rule: Rule
    regex: re.Pattern[str]
    beginnings: frozenset[str]


def classes_of(words: Words) -> dict[str, str]:
    """Return every class a rule may name in braces, as a regular expression."""
    tables = msgspec.structs.asdict(words)
    listed = {name: alternatives(table) for name, table in tables.items() if table}
    one, also = alternatives(words.articles) or "(?!)", alternatives(words.conjunctions)
    number = alternatives({**words.numbers})
    large = alternatives({word: n for word, n in words.numbers.items() if n >= HUNDRED})
    spelt = rf"(?:(?:{one}) (?:{large})|(?:{number}))(?: (?:(?:{also}) )?(?:{number}))*"
    listed["number"] = rf"\d[\d,]*(?:\.\d+)?|{spelt}"
    listed["amount"] = rf"{listed['quantities']}|{listed['number']}|{one}"
    tens = alternatives({word: n for word, n in words.numbers.items() if n % TEN == 0 and TEN < n < HUNDRED})
    small = alternatives({word: n for word, n in words.numbers.items() if n < TWENTY})
    listed["spokenyear"] = rf"(?:eighteen|nineteen) (?:(?:{tens})(?: (?:{small}))?|(?:{small}))"
    listed["newyear"] = rf"two thousand(?: (?:and )?(?:{small}))?|twenty (?:(?:{tens})(?: (?:{small}))?|(?:{small}))"
    return listed | SPECIAL


def alternatives(table: Iterable[str]) -> str:
    """Return words as alternatives of a regular expression, longer ones first."""
    return "|".join(sorted(map(re.escape, table), key=lambda key: (-len(key), key))).replace(r"\ ", " ")


def compiled(rule: Rule, classes: dict[str, str]) -> Pattern:
    """Return the rule ready to match.

    Raises KeyError where it names a class that does not exist.
    """
    seen: dict[str, int] = {}
    parts = [_part(item, classes, seen) for item in rule.words.split()]
    items = rule.words.split()
    return Pattern(rule=rule, regex=re.compile("".join(parts)), beginnings=frozenset(_beginnings(items, classes)))


def _beginnings(items: list[str], classes: dict[str, str]) -> set[str]:
    """The words that may stand first: those of every item up to the first that must not lack."""
    found: set[str] = set()
    depth, must = 0, False
    for item in items:
        if item == "(":
            depth += 1
        elif item in {")", ")?"}:
            depth -= 1
            if depth == 0 and item == ")" and must:
                return found
            must = False
        elif item != "|":
            # Inside a group every item is counted: more than can stand first, never less.
            found |= _first_words(item.removesuffix("?") if len(item) > 1 else item, classes)
            must = True
            if depth == 0 and not (item.endswith("?") and len(item) > 1):
                return found
    return found


def _first_words(body: str, classes: dict[str, str]) -> set[str]:
    if not body.startswith("{"):
        return {DIGIT if word[0].isdigit() else word for word in body.split("|")}
    meant = classes[body[1:-1]]
    words = set(re.findall(r"[^\W\d_]+", re.sub(r"\\.", " ", meant)))
    return words | {DIGIT} if re.search(r"\d|\\d", meant) else words


def _part(item: str, classes: dict[str, str], seen: dict[str, int]) -> str:
    if item in ("(", "|", ")", ")?"):
        return "(?:" if item == "(" else item
    maybe = item.endswith("?") and len(item) > 1
    body = item[:-1] if maybe else item
    if body.startswith("{"):
        name = body[1:-1]
        seen[name] = seen.get(name, 0) + 1
        body = f"(?P<{name}{seen[name] if seen[name] > 1 else ''}>{classes[name]})"
    else:
        body = f"(?:{'|'.join(map(re.escape, body.split('|')))})"
    return f"(?:{body} )?" if maybe else f"{body} "
