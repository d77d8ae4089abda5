"""Tells which stretches of a report are Arabic."""

import re
from functools import cache

from crossbearing.language import identify
from crossbearing.reading.rules_v1.arabic.data import load
from crossbearing.records import Span

HALF = re.compile("[\ud800-\udfff]")
LETTER = re.compile("[\u0620-\u06d3]")
LINE = re.compile(r"[^\n]+")
FOREIGN_SHARE = 0.02
"""Share of letters that Arabic does not have from which on a paragraph in Arabic script is in another language."""
SHORTEST = 2
"""Letters below which a line is in no language of its own."""


@cache
def _foreign() -> frozenset[str]:
    return frozenset(load("scripts")["foreign"])


def is_arabic_letter(character: str) -> bool:
    """Whether a character is a letter of the Arabic script (of any language)."""
    return "\u0620" <= character <= "\u06d3" and character.isalpha()


def arabic_spans(text: str) -> tuple[Span, ...]:
    r"""Return the lines of a text that are in Arabic, neighbouring ones as one stretch, as offsets.

    Latin names inside an Arabic line belong to it; lines in Persian, Urdu and other languages of the script do not.

    >>> arabic_spans("Shells fell.\n\nسقطت القذائف على البلدة.")
    ((14, 38),)
    """
    found: list[Span] = []
    if not LETTER.search(text):
        return ()
    for line in LINE.finditer(text):
        letters = [c for c in line[0] if c.isalpha()]
        arabic = [c for c in letters if is_arabic_letter(c)]
        if len(arabic) < SHORTEST or 2 * len(arabic) < len(letters):
            continue
        if sum(c in _foreign() for c in arabic) > FOREIGN_SHARE * len(arabic):
            continue
        start, end = line.span()
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def language_of(text: str) -> str | None:
    """Return the language of a text: Arabic where most of its letters stand in Arabic lines, else what its words tell.

    >>> language_of("قتل خمسة مدنيين في قصف على المدينة")
    'ar'
    """
    spans = arabic_spans(text)
    arabic = sum(is_arabic_letter(c) for start, end in spans for c in text[start:end])
    return "ar" if spans and 2 * arabic > sum(map(str.isalpha, text)) else identify(text)


def blanked(text: str, spans: tuple[Span, ...]) -> str:
    """Return the text with the letters of `spans` replaced by spaces, so that all other offsets stay as they are.

    Halves of surrogate pairs, which no parser can encode, become replacement characters.
    """
    for start, end in spans:
        text = text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
    return HALF.sub("\ufffd", text)
