"""Reads amounts: digits, number words and vague quantities."""

import re

from crossbearing.times.words import Words

HUNDRED = 100


def amount(words: Words, text: str) -> float | None:
    """Return how many units a phrase means, null where only the unit is known ("several").

    Raises KeyError on a word that is no number of the language.

    >>> from crossbearing.times.words import words
    >>> [amount(words(), t) for t in ("24", "twenty four", "a hundred and twenty", "a couple of", "several", "a")]
    [24, 24, 120, 2, None, 1]
    """
    if text in words.quantities:
        vague = words.quantities[text]
        return int(vague) if vague is not None and vague == int(vague) else vague
    digits = re.fullmatch(r"\d[\d,]*(\.\d+)?", text)
    if digits:
        plain = text.replace(",", "")
        return float(plain) if digits[1] else int(plain)
    return _spelt(words, text)


def _spelt(words: Words, text: str) -> int:
    total = part = 0
    for word in text.split():
        if word in words.conjunctions:
            continue
        if word in words.articles:
            part += 1
            continue
        number = words.numbers[word]
        if number < HUNDRED:
            part += number
        elif number == HUNDRED:
            part = max(part, 1) * number
        else:
            total += max(part, 1) * number
            part = 0
    return total + part


def spoken_year(words: Words, text: str) -> int:
    """Return a year as it is spoken.

    >>> from crossbearing.times.words import words
    >>> [spoken_year(words(), t) for t in ("nineteen ninety one", "two thousand", "two thousand eleven")]
    [1991, 2000, 2011]
    """
    first, *rest = text.split()
    if words.numbers[first] < 10 or not rest:
        return _spelt(words, text)
    return words.numbers[first] * HUNDRED + _spelt(words, " ".join(rest))
