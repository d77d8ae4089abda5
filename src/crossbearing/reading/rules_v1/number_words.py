"""The words of numbers and what they are worth: "two hundred", "several", "at least", "double"."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import msgspec

from crossbearing.reading.rules_v1.lexicon import load_data

DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
DECIMAL = re.compile(r"\d{1,3}\.\d{1,3}")
LARGEST = 1_000_000_000


class Number(msgspec.Struct, frozen=True):
    """A count: its tokens [first, last], bounds (`high` null: no upper bound known), and its own words.

    Of a part of a number ("half of the 40"), `whole` are the bounds of that.
    """

    first: int
    last: int
    low: int
    high: int | None
    text: str
    start: int
    end: int
    whole: tuple[int, int | None] | None = None


@cache
def number_words() -> dict[str, Any]:
    """Return the words of numbers.yaml; the parts of a number are portions of people, too, and several are no count."""
    data: dict[str, Any] = load_data("numbers.yaml")
    several = [part + "s" for part in data["parts"]]
    parts = [*data["parts"], *several, *data["halves"], *data["hundredths"]]
    return {**data, "portions": [*data["portions"], *parts], "not_counts": [*data["not_counts"], *several]}


@cache
def openings() -> frozenset[str]:
    """Return the words with which a number in words may begin."""
    data = number_words()
    return frozenset({"a", "another", "most", *data["halves"], *data["vague"], *data["units"]})


def multiples() -> dict[str, int]:
    """Return the words before a deed that say how many it killed ("double"), with their counts."""
    counts: dict[str, int] = number_words()["multiples"]
    return counts


@cache
def modifiers() -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the words that bound a number, in their tokens and with what they make of it, longest first."""
    out = [
        (tuple(words.split()), name)
        for name in ("at_least", "more_than", "at_most", "nearly", "about")
        for words in number_words()[name]
    ]
    return tuple(sorted(out, key=lambda x: (-len(x[0]), x)))


def plain_value(words: Sequence[str]) -> int | None:
    """Return the value of number words ("two hundred", "1,200", "3 million"), or null where they are none.

    >>> plain_value(["two", "hundred", "and", "five"])
    205
    """
    units, scales = number_words()["units"], number_words()["scales"]
    total = current = 0
    seen = False
    for word in words:
        w = word.lower()
        if DIGITS.fullmatch(w):
            value = int(w.replace(",", "")[:12])
            current += value
        elif w in units:
            current += units[w]
        elif w == "hundred" and seen:
            current = max(current, 1) * 100
        elif w in scales and seen:
            total += max(current, 1) * scales[w]
            current = 0
        elif w in {"and", "-", "a"} and (seen or w == "a"):
            continue
        else:
            return None
        seen = True
    return min(total + current, LARGEST) if seen else None


def with_scale(words: Sequence[str]) -> tuple[int, int] | None:
    """Return how many of some words make a number with a fraction before its scale, and its value; null where they open
    with none.

    >>> with_scale(["1.5", "million", "people"]), with_scale(["two", "and", "a", "half", "thousand"])
    ((2, 1500000), (5, 2500))
    >>> with_scale(["a", "half", "dozen", "people"]), with_scale(["half", "-", "million"])
    ((3, 6), (3, 500000))
    """
    scales = {**number_words()["scales"], **number_words()["halved"]}
    half = list(words[1:] if words[:1] in (["a"], ["another"]) else words)
    at = 2 if half[1:2] == ["-"] else 1
    if len(half) > at and half[0] in number_words()["halves"] and half[at] in scales:
        return len(words) - len(half) + at + 1, scales[half[at]] // 2
    if len(words) > 1 and words[1] in scales and DECIMAL.fullmatch(words[0]):
        return 2, round(float(words[0]) * scales[words[1]])
    whole = plain_value(words[:1]) if list(words[1:4]) == ["and", "a", "half"] else None
    if whole is None or len(words) < 5 or words[4] not in scales:
        return None
    return 5, min((2 * whole + 1) * scales[words[4]] // 2, LARGEST)
