"""Cuts a text into words and finds the stretches that may hold a temporal expression."""

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from crossbearing.times.rules import modifiers, rules
from crossbearing.times.words import words

TOKEN = re.compile(
    r"""\d{4}-\d\d-\d\d(?!\d)                      # dates in digits
      | \d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?!\d)
      | \d{1,2}:\d\d(?::\d\d)?(?!\d)               # hours
      | \d+(?:st|nd|rd|th|s)\b                     # 3rd, 1980s
      | \d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?     # numbers
      | [ap]\.?\ ?m\.?(?![^\W\d_])                 # a.m.
      | ['’]s\b
      | [^\W\d_]+
      | \n[^\S\n]*\n                               # the end of a paragraph
      | [^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)
CENTURY_WORDS = ("eighteen", "nineteen", "thousand")
"""Numbers by which a year is spoken."""


CLITICS = (
    ("و", 1, ""), ("ف", 1, ""), ("لل", 1, "ا"), ("ولل", 2, "ا"), ("وب", 2, ""), ("ول", 2, ""), ("ب", 1, ""),
    ("ل", 1, ""),
)
"""Arabic letters written together with the next word: how they begin, how many are cut off, what takes their place."""


class Token(msgspec.Struct, frozen=True):
    """A word, number or sign: where it stands, itself in small letters, and whether it begins with a capital."""

    start: int
    end: int
    low: str
    capital: bool


@cache
def _abbreviated(language: str) -> frozenset[str]:
    known = words(language)
    listed = (*known.months, *known.weekdays)
    return frozenset(word for word in listed if len(word) <= 5 and word.isascii())


def scan(text: str, language: str = "english") -> list[Token]:
    """Return the words of a text. A hyphen between words and the stop of an abbreviated month are left out.

    >>> [t.low for t in scan("Mid-June (Aug. 2) at 5 p.m.")]
    ['mid', 'june', '(', 'aug', '2', ')', 'at', '5', 'pm']
    """
    found: list[Token] = []
    abbreviated = _abbreviated(language)
    for match in TOKEN.finditer(text):
        low, start, end = match[0].lower(), match.start(), match.end()
        last = found[-1] if found else None
        if last and start == last.end:
            if low == "." and last.low in abbreviated and text[end : end + 1] in (" ", ",", "'", "’", "\n", ")"):
                continue
            joins = low == "-" and text[end : end + 1].isalnum()
            if joins and not (last.low.isdigit() and text[end].isdigit()):
                continue
        if low[0] in "ap" and low[-1] in "m." and 2 <= len(low) <= 5 and not low.isalpha():
            low = f"{low[0]}m"
        elif low == "’s":
            low = "'s"
        elif low == "’":
            low = "'"
        found.append(Token(start, end, low, text[start].isupper()))
    return uncliticised(found) if language == "arabic" else found


def uncliticised(tokens: list[Token]) -> list[Token]:
    """Return Arabic words with the conjunctions and prepositions cut off that are written together with words of time.

    >>> [token.low for token in scan("والجمعه", "arabic")]
    ['و', 'الجمعه']
    """
    known, _ = vocabulary("arabic")
    found: list[Token] = []
    for token in tokens:
        for prefix, cut, article in CLITICS:
            rest = article + token.low[cut:]
            if token.low not in known and token.low.startswith(prefix) and rest in known and len(rest) > 2:
                found.append(Token(token.start, token.start + cut, prefix[:cut], capital=False))
                found.append(Token(token.start + cut, token.end, rest, capital=False))
                break
        else:
            found.append(token)
    return found


@cache
def vocabulary(language: str = "english") -> tuple[frozenset[str], frozenset[str]]:
    """Return every word that a rule of the language may match, and those of them that make an expression likely."""
    known: set[str] = set()
    for table in msgspec.structs.asdict(words(language)).values():
        known.update(word for key in table for word in key.split())
    for rule in rules(language):
        for item in re.sub(r"\{\w+\}|[()]", " ", rule.words).split():
            known.update(word for word in item.rstrip("?").split("|") if word)
    quiet = set(modifiers(language).quiet)
    for table_ in (words(language).numbers, words(language).quantities, words(language).ordinals):
        quiet.update(word for key in table_ for word in key.split() if not word.endswith(CENTURY_WORDS))
    return frozenset(known | quiet), frozenset(known - quiet)


def stretches(tokens: list[Token], language: str = "english") -> Iterator[tuple[int, int]]:
    """Yield the first and last (exclusive) index of each run of words of time that may hold an expression."""
    known, telling = vocabulary(language)
    first, tells = None, False
    for index, token in enumerate(tokens):
        digit = token.low[0].isdigit()
        if digit or token.low in known:
            if first is None:
                first, tells = index, False
            tells = tells or token.low in telling or (digit and len(token.low) >= 4)
        elif first is not None:
            if tells:
                yield first, index
            first = None
    if first is not None and tells:
        yield first, len(tokens)
