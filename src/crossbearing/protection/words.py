"""The words of a text that may be parts of names, and what may stand between two of one name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from crossbearing.language.normalise import fold, normalise
from crossbearing.language.person_words import pieces
from crossbearing.places.cues import common_words

WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
POSSESSIVE = re.compile(r"'s?$", re.IGNORECASE)
BLANK = r"(?:[^\S\r\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff])*"
WHITE = rf"{BLANK}(?:\r?\n{BLANK})?"
"""White space as texts are set and wrapped, with marks that show nothing; an empty line ends a name."""
OPENING, CLOSING = r'"“„«(\[', r'"”“»)\]'
BETWEEN = re.compile(
    rf"{WHITE}|[\-_/+.']|%(?i:20|2[BDEF]|5F)|,(?=\s){WHITE}|{WHITE}[{OPENING}]|[{CLOSING}](?=\s){WHITE}"
    rf"|{BLANK}[\-\u2010-\u2015\u00b7\u2022|*:/]{WHITE}",
)
"""What may stand between two words of one name: in running text, in an address, in the name of a file."""
BEHIND_INITIAL = re.compile(rf"\.?{WHITE}")
ENCODED = re.compile(
    r"%[2-7][0-9A-F]|%[CD][0-9A-F]%[89AB][0-9A-F]|%E[0-9A-F](?:%[89AB][0-9A-F]){2}|%F[0-4](?:%[89AB][0-9A-F]){3}",
    re.IGNORECASE,
)
"""One character as addresses encode it (RFC 3986): its bytes in UTF-8."""


class Word(NamedTuple):
    """A word of a text: as it is compared, where it stands, and whether it begins with a capital or has no case.

    It is `glued` where it is one of two that are written as one, and stand in the same place then; `bound` where it
    makes one name with the word before it, as "Din" does.
    """

    folded: str
    start: int
    end: int
    capital: bool
    glued: bool = False
    bound: bool = False


@lru_cache(maxsize=8)
def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text, possessives off, and those that stand encoded in an address.

    >>> [word.folded for word in words_in("Rana Odeh’s @rana_odeh2 /%52ana%20Odeh")]
    ['rana', 'odeh', 'rana', 'odeh', 'rana', 'odeh']
    """
    decoded, at = _decoded(text) if "%" in text else (text, None)
    plain = None if decoded.isascii() else normalise(decoded)
    out = []
    for found in WORD.finditer(decoded if plain is None else plain.text):
        bare = POSSESSIVE.sub("", found.group())
        start, end = found.start(), found.start() + len(bare)
        if bare:
            span = (start, end) if plain is None else plain.original(start, end)
            span = span if at is None else (at[span[0]], at[span[1]])
            out.append(Word(_folded(bare), *span, not bare[0].islower()))
    return tuple(_apart(out, text))


def _decoded(text: str) -> tuple[str, list[int]]:
    """Return a text with what addresses encode in it decoded, and where each of its characters, and its end, stood."""
    parts, at, last = [], [], 0
    for found in ENCODED.finditer(text):
        told = unquote(found.group())
        parts += [text[last:found.start()], told]
        at += [*range(last, found.start()), *[found.start()] * len(told)]
        last = found.end()
    return "".join([*parts, text[last:]]), [*at, *range(last, len(text) + 1)]


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    """A word as it is compared; texts repeat theirs."""
    return fold(word)


def _apart(words: Sequence[Word], text: str) -> Iterator[Word]:
    """Yield the words as they are compared: "Abd al-Rahman" as one, "Noureddin" as two; common ones as they are."""
    def near(first: int, last: int) -> bool:
        return all(BETWEEN.fullmatch(text, words[n].end, words[n + 1].start) for n in range(first, last))

    common = {n for n, word in enumerate(words) if word.folded in common_words()}
    for piece in pieces([word.folded for word in words], near, common):
        first = words[piece.first]
        yield Word(piece.said, first.start, words[piece.last].end, first.capital, piece.glued, piece.bound)


def stand_near(one: Word, other: Word, text: str) -> bool:
    """Whether two words of a text, one behind the other, may be words of one name by what stands between them."""
    between = BEHIND_INITIAL if one.end - one.start == 1 else BETWEEN
    return one.end > other.start or bool(between.fullmatch(text, one.end, other.start))
