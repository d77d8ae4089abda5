"""Telephone numbers in a text: they tell who a person is better than the name does."""

import re
import unicodedata
from collections.abc import Iterator

from crossbearing.records import Span

RUN = re.compile(r"(?<![\w@#])\(?\+?\(?\d(?:[ \u00a0().\-/\u2010-\u2013\u200e\u200f]{0,3}\d){5,}(?![\w%])")
"""Digits as numbers are grouped, of any script."""
TELEPHONE = re.compile(r"\+|\(?0")
"""How a telephone number begins, and no other number does: with the sign for abroad, or the 0 before an area."""
SHORTEST, LONGEST = 8, 15
"""Digits of a number that is dialled with its area (ITU-T E.164)."""
DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}")
SAME = 8
"""Last digits that tell one subscriber from others, with the code of the country or without."""


def digits_of(text: str) -> str:
    """Return the digits in a text, of whichever script, as 0 to 9.

    >>> digits_of("+٩٦٣ 944-12")
    '96394412'
    """
    return "".join(str(unicodedata.decimal(sign)) for sign in text if sign.isdecimal())


def telephones(text: str) -> Iterator[Span]:
    """Yield where telephone numbers stand that tell by themselves that they are such.

    >>> list(telephones("On 01.02.2011 call 0944 123 456 or (+963) 944555111; 12000 fled."))
    [(19, 31), (35, 51)]
    """
    for found in RUN.finditer(text):
        told = found.group()
        if TELEPHONE.match(told.lstrip("(")) and SHORTEST <= len(digits_of(told)) <= LONGEST and not DAY.match(told):
            yield found.start() + (told[0] == "(" and ")" not in told), found.end()


def told_numbers(text: str, number: str) -> Iterator[Span]:
    """Yield where a number stands in a text, in whichever grouping, with a code before it or without.

    >>> list(told_numbers("Call 0915 550142.", digits_of("+249 91 555 0142")))
    [(5, 16)]
    """
    last = number[-SAME:]
    for found in RUN.finditer(text):
        at = [found.start() + n for n, sign in enumerate(found.group()) if sign.isdecimal()]
        behind = digits_of(found.group()).find(last)
        if behind >= 0:
            yield found.start(), at[behind + len(last) - 1] + 1
