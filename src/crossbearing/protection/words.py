"""The words of a text that may be parts of names, and what may stand between two of one name."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from crossbearing.language.normalise import fold, normalise
from crossbearing.language.person_words import pieces
from crossbearing.language.spelling import ARABIC, words_of
from crossbearing.places.cues import common_words
from crossbearing.records import Span

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
TAG = re.compile(r"[#@][\w.]+|(?<![\w.+-])[\w.+-]+(?=@\w)")
"""A hashtag, a handle, what stands before the @ of an address: no capitals tell a name there, and no blanks."""
APART = re.compile(
    r"(?P<line>(?<=[^\W\d_])[-\u00ad\u2010]\s+(?=[^\W\d_]))|(?<=[^\W\d_])[’'ʼ](?=[^\W\d_]{3})"
    r"|(?<=[a-z\u00df-\u00f6\u00f8-\u00ff])(?=[A-Z\u00c0-\u00d6\u00d8-\u00de])",
)
"""Where a word that is written may be two, as "#FreeOmar" and "d'Omar", or two be one: "Kha-" and "lil" below it."""
AROUND = 100
"""Characters on either side of such a place that may hold the rest of the name."""
JOINED_ON = re.compile(r"[وف]?[لبك]?")
"""What Arabic joins to the first word of a name: a conjunction, a preposition."""
FATHER = {"ابي": "ابو", "ابا": "ابو", "abi": "abu", "aba": "abu"}
"""The cases of "father" in a name that is "father of", as it is compared."""


class Word(NamedTuple):
    """A word of a text: as it is compared, where it stands, and whether it begins with a capital or has no case.

    It is `glued` where it is one of two that are written as one, and stand in the same place then; `bound` where it
    makes one name with the word before it, as "Din" does; `tagged` in a hashtag, a handle or an address.
    """

    folded: str
    start: int
    end: int
    capital: bool
    glued: bool = False
    bound: bool = False
    tagged: bool = False


@lru_cache(maxsize=8)
def words_in(text: str) -> tuple[Word, ...]:
    """Return the words of a text, possessives off, and those that stand encoded in an address.

    >>> [word.folded for word in words_in("Rana Odeh’s @rana_odeh2 /%52ana%20Odeh")]
    ['rana', 'odeh', 'rana', 'odeh', 'rana', 'odeh']
    """
    return tuple(_words(text, *_decoded(text)))


def readings_of(text: str) -> Iterator[tuple[Word, ...]]:
    r"""Yield the words of a text, those of its tags as they are written, and those about places where one may be two.

    >>> [[word.folded for word in words] for words in readings_of("#FreeOmar, d'Omar and Kha-\nlil")]
    [['freeomar', 'domar', 'and', 'kha', 'lil'], ['free', 'omar', 'd', 'omar', 'and', 'khalil']]
    """
    words = words_in(text)
    yield words
    if any(word.tagged and word.glued for word in words):
        yield tuple(
            Word(_folded(word.group()), tag.start() + word.start(), tag.start() + word.end(), capital=True, tagged=True)
            for tag in TAG.finditer(text) for word in WORD.finditer(tag.group())
        )
    for start, end in _windows(text):
        part = text[start:end]
        found = _words(part, *_taken_apart(part))
        yield tuple(word._replace(start=word.start + start, end=word.end + start) for word in found)


def _words(text: str, decoded: str, at: Sequence[int] | None) -> Iterator[Word]:
    """Yield the words of a text, given as it is read and where each of its characters stood."""
    plain = None if decoded.isascii() else normalise(decoded)
    shown = decoded if plain is None else plain.text
    tags = [sign for tag in TAG.finditer(shown) for sign in range(*tag.span())] if {"#", "@"} & set(shown) else []
    tagged = frozenset(tags)
    out = []
    for found in WORD.finditer(shown):
        bare = POSSESSIVE.sub("", found.group())
        start, end = found.start(), found.start() + len(bare)
        if bare:
            span = (start, end) if plain is None else plain.original(start, end)
            span = span if at is None else (at[span[0]], at[span[1]])
            tag = start in tagged
            out.append(Word(_folded(bare), *span, tag or not bare[0].islower(), tagged=tag))
    return _apart(out, text)


def _windows(text: str) -> Iterator[Span]:
    """Yield the stretches of a text, from blank to blank, about the places where words may be taken apart."""
    last = 0
    for found in APART.finditer(text):
        if not last or (last < len(text) and found.end() + AROUND // 2 > last):
            start = text.rfind(" ", 0, max(0, found.start() - AROUND)) + 1
            end = text.find(" ", found.end() + AROUND)
            last = len(text) if end < 0 else end
            yield start, last


def _taken_apart(text: str) -> tuple[str, list[int]]:
    """Return a text in which words are two that may be, and one that may be, and where its characters stood."""
    parts, at, last = [], [], 0
    for found in APART.finditer(text):
        before, behind = text[found.start() - 1], text[found.end()]
        if found["line"] and not (behind.islower() or (before.isupper() and behind.isupper())):
            continue
        parts += [text[last:found.start()], "" if found["line"] else " "]
        at += [*range(last, found.start()), *([] if found["line"] else [found.start()])]
        last = found.end()
    return "".join([*parts, text[last:]]), [*at, *range(last, len(text) + 1)]


def _decoded(text: str) -> tuple[str, list[int] | None]:
    """Return a text with what addresses encode in it decoded, and where each of its characters, and its end, stood.

    The latter is null where nothing is encoded.
    """
    if "%" not in text:
        return text, None
    parts, at, last = [], [], 0
    for found in ENCODED.finditer(text):
        told = unquote(found.group())
        parts += [text[last:found.start()], told]
        at += [*range(last, found.start()), *[found.start()] * len(told)]
        last = found.end()
    return "".join([*parts, text[last:]]), [*at, *range(last, len(text) + 1)]


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    """A word as it is compared; texts repeat theirs. The first of a name in Arabic is without what is joined to it."""
    folded = fold(word)
    bare = JOINED_ON.sub("", folded, count=1) if ARABIC.match(folded) else folded
    begins = bare in FATHER or bare in words_of("kunya") or bare in words_of("servant")
    return FATHER.get(bare, bare) if begins else folded


def _apart(words: Sequence[Word], text: str) -> Iterator[Word]:
    """Yield the words as they are compared: "Abd al-Rahman" as one, "Noureddin" as two; common ones as they are."""
    def near(first: int, last: int) -> bool:
        return all(BETWEEN.fullmatch(text, words[n].end, words[n + 1].start) for n in range(first, last))

    common = {n for n, word in enumerate(words) if word.folded in common_words()}
    for piece in pieces([word.folded for word in words], near, common):
        first = words[piece.first]
        end = words[piece.last].end
        yield Word(piece.said, first.start, end, first.capital, piece.glued, piece.bound, first.tagged)


def stand_near(one: Word, other: Word, text: str) -> bool:
    """Whether two words of a text, one behind the other, may be words of one name by what stands between them."""
    between = BEHIND_INITIAL if one.end - one.start == 1 else BETWEEN
    return one.end > other.start or bool(between.fullmatch(text, one.end, other.start))
