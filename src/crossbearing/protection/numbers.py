"""Telephone numbers in a text: they tell who a person is better than the name does."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from crossbearing.protection.private import private_words
from crossbearing.records import Span

SHORTEST, LONGEST = 8, 15
"""Digits of a number that is dialled with its area (ITU-T E.164)."""
LEAST = 7
"""Digits of a number that is dialled within a town: known by the words before it alone."""
SAME = 8
"""Last digits that tell one subscriber from others, with the code of the country or without."""
DIGITS = re.compile(r"\d+")
OF_OTHER_SCRIPT = re.compile(r"(?![0-9])\d")
ABROAD = r"(?:\+|\uff0b|%2[Bb])"
"""The sign before a country's code, also as addresses encode it."""
WITHIN = r"[\s().\-/_*\u00b7\u200b-\u200f\u2010-\u2013\u202a-\u202e\u2060-\u2069]{0,4}"
"""What may stand between the digits of one number, marks that show nothing among it."""
BEGUN = re.compile(rf"\(?(?:{ABROAD}{WITHIN}(?=\d)|(?=0))")
"""How a telephone number begins, and no other number does: with the sign for abroad, or the 0 before an area."""
JOINED = re.compile(rf"{WITHIN}(?=\d)")
PARTED = re.compile(r"/|\n|--|\s\(|\s[-\u2010-\u2013]\s|\.\s")
"""What stands between two numbers, or between a number and what is said next, once a number is complete."""
ANOTHER = re.compile(rf"0(?:{WITHIN}\d){{{SHORTEST - 1}}}")
YEAR, MONTH, MONTHDAY = r"(?:19|20)\d\d", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
DAY = re.compile(
    rf"(?<!\d)(?<!\d[./-])(?:(?:{MONTHDAY}[./-]{MONTH}|{MONTH}[./-]{MONTHDAY})[./-](?:{YEAR}(?!\d)|\d\d(?![./-]?\d))"
    rf"|{YEAR}[./-]{MONTH}[./-]{MONTHDAY}(?!\d))",
)
COUNT = re.compile(r"[1-9]\d{0,2}(?P<by>[ .\u00a0\u2009\u202f])\d{3}(?:(?P=by)\d{3}){0,4}(?!(?P=by)?\d)")
"""A number in groups of three."""
MADE = re.compile(r"(?<!\w)[0-9a-f]{16,}(?!\w)")
"""Ids and digests."""
NO_NUMBER = (DAY, COUNT, MADE)
NEXT = re.compile(rf"{MADE.pattern}|{BEGUN.pattern}|\d")


def digits_of(text: str) -> str:
    """Return the digits in a text, of whichever script, as 0 to 9.

    >>> digits_of("+٩٦٣ 944-12")
    '96394412'
    """
    return "".join(DIGITS.findall(_plain(text)))


def telephones(text: str) -> Iterator[Span]:
    """Yield where telephone numbers stand that tell by themselves, or by the words before them, that they are such.

    >>> list(telephones("On 01.02.2011 call 0944 123 456 or (+963) 944555111; 12000 fled."))
    [(19, 31), (35, 51)]
    """
    plain, at = _plain(text), 0
    called = {found.end() for found in _called().finditer(plain)}
    while found := NEXT.search(plain, at):
        cued = found.start() in called
        other = None if cued else next((m for m in (kind.match(plain, found.start()) for kind in NO_NUMBER) if m), None)
        end = None if other else _end_of_number(plain, found.start(), cued=cued)
        if end is not None:
            yield _without_bracket(plain, found.start(), end)
        at = end or (other or DIGITS.match(plain, found.start()) or found).end()


@cache
def _called() -> re.Pattern[str]:
    """What stands before a number that is called: "WhatsApp: ", "phone number "."""
    words, between = ("|".join(sorted(map(re.escape, private_words(f"dialled{kind}")))) for kind in ("", "_between"))
    begins, joined = r"(?i)(?<![^\W\d_\u0621-\u064a])", r"(?:s|[\u0621-\u064a]{1,3})?"
    return re.compile(rf"{begins}(?:{words}){joined}(?:\W{{1,3}}(?:{between}))*[^\w+]{{0,4}}(?=\d)")


def _end_of_number(text: str, start: int, *, cued: bool) -> int | None:
    """Return where a telephone number ends that begins here; null where none does."""
    begun = BEGUN.match(text, start)
    if not begun and not cued:
        return None
    at, end, told = begun.end() if begun else start, start, 0
    while group := DIGITS.match(text, at):
        if told + len(group.group()) > LONGEST:
            break
        told, end = told + len(group.group()), group.end()
        between = JOINED.match(text, end)
        if not between or DAY.match(text, between.end()):
            break
        at = between.end()
        if told >= SHORTEST and (PARTED.search(between.group()) or ANOTHER.match(text, at)):
            break
    return end if told >= (LEAST if cued else SHORTEST) else None


def told_numbers(text: str, number: str) -> Iterator[Span]:
    """Yield where a number stands in a text, in whichever grouping, with a code before it or without.

    >>> list(told_numbers("In 2011 call 0915 550142.", digits_of("+249 91 555 0142")))
    [(13, 24)]
    """
    plain = _plain(text)
    before, last = number[:-SAME].lstrip("0"), number[-SAME:]
    area = ""
    for digit in before:
        area = rf"(?:{area}{digit}{WITHIN})?"
    code = rf"(?:\(?(?:{ABROAD}|00){WITHIN}[1-9]\d{{0,2}}{WITHIN}|(?<!\d)[1-9]\d{{0,2}})?\(?(?:0{WITHIN})?"
    for found in re.finditer(code + area + WITHIN.join(last), plain):
        yield _without_bracket(plain, *found.span())


def _plain(text: str) -> str:
    """Return a text as long as it is with the digits of every script as 0 to 9."""
    return text if text.isascii() else OF_OTHER_SCRIPT.sub(_as_digit, text)


def _as_digit(sign: re.Match[str]) -> str:
    return str(unicodedata.decimal(sign.group()))


def _without_bracket(text: str, start: int, end: int) -> Span:
    """Leave out a bracket that is opened before a number and closed behind it."""
    return start + (text[start] == "(" and ")" not in text[start:end]), end
